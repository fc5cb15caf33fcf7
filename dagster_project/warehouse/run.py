"""Running dbt as a process of its own, and its failures as errors that name the node and what it said."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from dagster_project.warehouse.environment import dbt_environment, target_path
from dagster_project.warehouse.sources import ensure_sources
from dagster_project.workspace import LappendekenError, Workspace

_TAIL = 15  # lines of output that are told where dbt failed before it came to any node


class DbtFailed(LappendekenError):
    """A model, seed or test of dbt failed, or dbt itself."""


def run_dbt(workspace: Workspace, args: Sequence[str]) -> None:
    """Run dbt, such as `run_dbt(workspace, ["build"])`, on the sources as they are now.

    Raises DbtFailed with every failing node and its message.
    """
    workspace.work.mkdir(parents=True, exist_ok=True)
    ensure_sources(workspace)
    call_dbt(workspace, args)


def call_dbt(workspace: Workspace, args: Sequence[str]) -> None:
    """The same without looking at the sources, for calls that read no data.

    Raises DbtFailed.
    """
    results = target_path(workspace) / "run_results.json"
    results.unlink(missing_ok=True)  # or an older run would explain the failure of this one
    # The module of this interpreter, never whatever `dbt` is first on the path.
    command = [sys.executable, "-m", "dagster_project.warehouse.dbt_child", *args]
    environment = {**os.environ, **dbt_environment(workspace)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        what = _failing_nodes(results) or _last_lines(done.stdout + done.stderr)
        raise DbtFailed(f"dbt {' '.join(args)} failed: {what}", "dbt", f"see {_log(workspace)}")


def _failing_nodes(results: Path) -> str:
    """Each failing node with its message, or nothing where dbt came to none."""
    if not results.exists():
        return ""
    nodes = json.loads(results.read_text(encoding="utf-8"))["results"]
    failing = [n for n in nodes if n["status"] in ("error", "fail", "runtime error")]
    return "; ".join(f"{n['unique_id']}: {' '.join((n['message'] or 'no message').split())}" for n in failing)


def _last_lines(output: str) -> str:
    return " | ".join(line.strip() for line in output.splitlines()[-_TAIL:] if line.strip())


def _log(workspace: Workspace) -> Path:
    return (target_path(workspace) / "logs" / "dbt.log").relative_to(workspace.root)
