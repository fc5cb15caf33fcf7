"""Whether the disk has room for what is about to be written."""

import shutil

from dagster_project.workspace.errors import LappendekenError
from dagster_project.workspace.layout import Workspace

LEAST = 200 << 20
"""Bytes that a run needs at least: a warehouse, its temporary files and Dagster's own storage."""


class NoRoom(LappendekenError):
    """The disk is too full."""


def require_room(workspace: Workspace) -> None:
    """Refuse to begin where the disk has less room than the last state takes twice over, or than a small run needs.

    Raises NoRoom with what is free and what is needed, in MB.
    """
    before = workspace.now().state
    size = sum(p.stat().st_size for p in before.rglob("*") if p.is_file()) if before.exists() else 0
    needed, free = max(LEAST, 2 * size), shutil.disk_usage(workspace.root).free
    if free < needed:
        what = f"no room on the disk: {free >> 20} MB free, about {needed >> 20} MB needed"
        raise NoRoom(what, workspace.root, "make room, then lappendeken run; nothing in force was changed")
