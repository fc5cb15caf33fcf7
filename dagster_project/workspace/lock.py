"""One lock per workspace: whoever runs the pipeline, mints ids or takes deliveries in holds it."""

import fcntl
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from dagster_project.workspace.errors import LappendekenError
from dagster_project.workspace.journal import finish
from dagster_project.workspace.layout import Workspace

POLL = 1.0
TELL_EVERY = 60.0
_held: dict[Path, int] = {}
"""The locks that this process holds, each with the thread that took it."""


class Locked(LappendekenError):
    """Somebody else holds the lock."""


def _to_people(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


@contextmanager
def workspace_lock(
    workspace: Workspace, what: str, *, waits: float = 0.0, tell: Callable[[str], object] = _to_people
) -> Iterator[None]:
    """Hold the lock of the workspace as `what` (`intake`, `run 1a2b3c4d`); it falls when the process ends, however.

    A thread that holds it already goes on, and lets go where it took it: a command holds it over the run that it makes.
    What an intake left half-way is finished or thrown away first, told by `tell`.
    `waits`: seconds to wait in line for another to let go, told by `tell` at first and once a minute.
    Raises Locked, with who holds it and since when, where another process holds it for longer.
    """
    workspace.work.mkdir(parents=True, exist_ok=True)
    path = workspace.work / "lock"
    if _held.get(path) == threading.get_ident():
        yield
        return
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle, path, workspace, waits, tell)
        holder = {"what": what, "pid": os.getpid(), "since": datetime.now().isoformat(" ", "seconds")}
        os.truncate(handle, 0)
        os.pwrite(handle, json.dumps(holder).encode(), 0)
        _held[path] = threading.get_ident()
        for line in finish(workspace):
            tell(line)
        yield
    finally:
        if _held.get(path) == threading.get_ident():
            del _held[path]
        os.close(handle)


def _take(handle: int, path: Path, workspace: Workspace, waits: float, tell: Callable[[str], object]) -> None:
    end, told = time.monotonic() + waits, -TELL_EVERY
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            now = time.monotonic()
            if now >= end:
                raise Locked(f"{_holder(path)} holds the workspace", workspace.root, "wait for it to end") from None
            if now - told >= TELL_EVERY:
                told = now
                tell(f"waiting for the workspace: {_holder(path)} holds it")
            time.sleep(min(POLL, end - now))


def _holder(path: Path) -> str:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return f"{held['what']} (process {held['pid']}, since {held['since']})"
    except (OSError, ValueError, KeyError):
        return "another process"
