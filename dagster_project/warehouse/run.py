"""Running dbt as a process of its own, and its failures as errors that name the node and what it said."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from dagster_project.warehouse.environment import dbt_environment, target_path
from dagster_project.warehouse.sources import ensure_sources
from dagster_project.warehouse.watch import LIMIT, DbtFailed
from dagster_project.workspace import Workspace

_HELD = re.compile(r"Could not set lock on file.*?PID (\d+)", re.DOTALL)
_NODES = 3  # failing nodes that are told; all stand in the log
_TAIL = 15  # lines of output that are told where dbt failed before it came to any node


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
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        what = f"dbt {' '.join(args)} did not end within {LIMIT / 60:.0f} minutes"
        raise DbtFailed(what, "dbt", f"see {_log(workspace)}") from None
    if done.returncode != 0:
        raise failure(workspace, args, done.returncode, results, done.stdout + done.stderr)


def failure(workspace: Workspace, args: Sequence[str], code: int, results: Path, output: str) -> DbtFailed:
    """The error for a dbt that ended with `code`: the failing nodes of `results`, else the end of its output."""
    if code < 0:
        what = f"dbt {' '.join(args)} was ended from outside ({signal.Signals(-code).name})"
        return DbtFailed(what, "dbt", "often the system was out of memory: free some, then lappendeken run")
    if held := _HELD.search(output):
        what = f"process {held[1]} has the warehouse of this run open"
        return DbtFailed(what, workspace.warehouse, "end that process, then lappendeken run")
    what = failing_nodes(results) or _last_lines(output)
    return DbtFailed(f"dbt {' '.join(args)} failed: {what}", "dbt", f"see {_log(workspace)}")


def failing_nodes(results: Path) -> str:
    """The first failing nodes with their messages, and how many more there are; nothing where dbt came to none."""
    if not results.exists():
        return ""
    nodes = json.loads(results.read_text(encoding="utf-8"))["results"]
    failing = [n for n in nodes if n["status"] in ("error", "fail", "runtime error")]
    told = [f"{n['unique_id']}: {' '.join((n['message'] or 'no message').split())}" for n in failing[:_NODES]]
    return "; ".join(told + ([f"and {len(failing) - _NODES} more"] if len(failing) > _NODES else []))


def _last_lines(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    # Where dbt itself fell, the last line of its traceback says why, and its frames stand in the log.
    return " | ".join(lines[-1:] if any(line.startswith("Traceback") for line in lines) else lines[-_TAIL:])


def _log(workspace: Workspace) -> Path:
    return (target_path(workspace) / "logs" / "dbt.log").relative_to(workspace.root)
