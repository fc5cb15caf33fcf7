"""One lock per workspace: whoever runs the pipeline, mints ids or takes deliveries in holds it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from dagster_project.workspace.errors import LappendekenError
from dagster_project.workspace.layout import Workspace


class Locked(LappendekenError):
    """Somebody else holds the lock."""


@contextmanager
def workspace_lock(workspace: Workspace) -> Iterator[None]:
    """Hold the lock of the workspace; it falls when the process ends, however it ends.

    Raises Locked at once where another process holds it.
    """
    workspace.work.mkdir(parents=True, exist_ok=True)
    path = workspace.work / "lock"
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Locked("another run holds the workspace", workspace.root, "wait for it to end") from None
        yield
    finally:
        os.close(handle)
