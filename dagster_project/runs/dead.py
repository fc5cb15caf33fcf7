"""What runs that died left behind: found and freed before the next one begins.

Belongs here: telling a dead run from one that lives, and freeing what it held. The caller holds the lock of the
workspace, so no other run is at work in it; one that waits for the lock may live all the same.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from dagster_project.workspace import Workspace
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.states import discard

_OWN_FOLDERS = ("", "decisions", "ledger", "work")


def announce(workspace: Workspace, run_id: str) -> None:
    """Note which process a run lives in, before it waits for anything."""
    content = {"pid": os.getpid(), "started": _started(os.getpid())}
    write_text(_mark(workspace, run_id), json.dumps(content) + "\n")


def leave(workspace: Workspace, run_id: str) -> None:
    """The run has ended."""
    _mark(workspace, run_id).unlink(missing_ok=True)


def free_dead_runs(workspace: Workspace, instance, own_run_id: str | None = None) -> list[str]:
    """Free what runs held that no process lives of; gives a line for each thing freed.

    Freed are the state that a run was building, its temporary files, and in Dagster's storage its slots and its place
    among the runs in progress.
    """
    told = []
    if discard(workspace):
        told.append("a run that did not come to its end left half a state: removed, the one in force stays")
    leftovers = [p for folder in _OWN_FOLDERS for p in (workspace.root / folder).rglob(".*.tmp") if _ours(workspace, p)]
    for path in leftovers:
        path.unlink(missing_ok=True)
    if leftovers:
        told.append(f"{len(leftovers)} temporary file{'s' if len(leftovers) > 1 else ''} of a run that died: removed")
    for run in _in_progress(instance):
        if run.run_id != own_run_id and not _lives(workspace, run.run_id):
            instance.event_log_storage.free_concurrency_slots_for_run(run.run_id)
            instance.report_run_failed(run, "the process of this run died")
            leave(workspace, run.run_id)
            told.append(f"run {run.run_id[:8]} had died: marked as failed, what it held is free")
    return told


def _ours(workspace: Workspace, path: Path) -> bool:
    # What is below raw/ and releases/ has owners of its own; the reading cache has living writers beside runs.
    inside = path.relative_to(workspace.root).parts
    return inside[0] not in ("raw", "releases") and inside[:2] not in (("work", "reading"), ("work", "dagster"))


def _in_progress(instance) -> Iterator:
    from dagster import DagsterRunStatus, RunsFilter

    statuses = [DagsterRunStatus.STARTING, DagsterRunStatus.STARTED, DagsterRunStatus.CANCELING]
    yield from instance.get_runs(RunsFilter(statuses=statuses))


def _lives(workspace: Workspace, run_id: str) -> bool:
    try:
        mark = json.loads(_mark(workspace, run_id).read_text(encoding="utf-8"))
        return _started(mark["pid"]) == mark["started"]
    except (OSError, ValueError, KeyError):
        return False


def _started(pid: int) -> str:
    """When a process started, as Linux tells it: in ticks since a boot, which no step of the clock changes."""
    boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    ticks = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()[19]
    return f"{boot} {ticks}"


def _mark(workspace: Workspace, run_id: str) -> Path:
    return workspace.work / "alive" / f"{run_id}.json"
