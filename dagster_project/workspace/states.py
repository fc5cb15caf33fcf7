"""States of a workspace: each run builds one aside, and puts it in force by replacing one small file at its end.

Belongs here: how a state begins, comes into force or is thrown away. Does not belong here: what its tables rest on
(`runs`). The caller holds the lock of the workspace.

A state begins with the tables of the one before as hard links. Every writer of tables writes a new file and renames it
over the old name, so that what is shared is never changed.
"""

import os
import shutil
from pathlib import Path

from dagster_project.workspace.atomic import sync, sync_all, write_text
from dagster_project.workspace.layout import NO_STATE, Workspace

RECORD = "state.json"
"""What the parts of a state rest on; see `runs.record`."""
_NOT_SHARED = ("warehouse.duckdb", "warehouse.duckdb.wal", "sources")
"""What is changed in place, or always made anew."""


def begin(workspace: Workspace) -> Workspace:
    """A state to build, with all tables of the one in force; gives the workspace to write to."""
    discard(workspace)
    building = workspace.built()
    building.tables.mkdir(parents=True)
    before = workspace.now().state
    for path in sorted(before.rglob("*")) if before.exists() else []:
        place = path.relative_to(before)
        if place.parts[0] in _NOT_SHARED:
            continue
        target = building.state / place
        if path.is_dir():
            target.mkdir(exist_ok=True)
        else:
            _link(path, target)
    return building


def put_in_force(building: Workspace) -> Workspace:
    """Make what was built the state in force; gives the workspace as it now reads.

    Whoever reads before the last step reads the state before, whoever reads after it reads this one.
    """
    workspace = building.now()
    sync_all(building.state)
    number = 1 + max((int(p.name) for p in workspace.states.glob("[0-9]*")), default=0)
    name = f"{number:06d}"
    workspace.states.mkdir(parents=True, exist_ok=True)
    os.rename(building.state, workspace.states / name)
    sync(workspace.states)
    before = workspace.now().state.name
    write_text(workspace.in_force, name + "\n")
    _prune(workspace, keep={name, before})
    return workspace.now()


def discard(workspace: Workspace) -> bool:
    """Remove what a run left that did not come to its end; gives whether there was anything."""
    building = workspace.built().state
    there = building.exists()
    if there:
        shutil.rmtree(building)
    in_force = workspace.now().state.name
    after = [p for p in workspace.states.glob("[0-9]*") if in_force == NO_STATE or int(p.name) > int(in_force)]
    for path in after:  # renamed, and killed before it came into force
        shutil.rmtree(path)
    return there or bool(after)


def _prune(workspace: Workspace, keep: set[str]) -> None:
    """Two stay: the state in force, and the one before, which a reader may still be at."""
    for path in sorted(workspace.states.glob("*")):
        if path.name not in keep:
            shutil.rmtree(path)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a disk without hard links
        shutil.copyfile(source, target)
