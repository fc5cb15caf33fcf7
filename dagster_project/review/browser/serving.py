"""The server: on the loopback, on one port, until it is stopped.

Belongs here: starting and ending. Does not belong here: any page (`app`).
"""

import fcntl
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dagster_project.review.browser.desk import Desk
from dagster_project.review.browser.guard import HOST, KEY, Guard
from dagster_project.review.browser.places import Places
from dagster_project.workspace import Workspace, WrongUse


def serve(workspace: Workspace, port: int, tell: Callable[[str], object]) -> None:
    """Serve the queue until somebody stops it; `tell` is given the address with its key once pages are answered.

    `port` 0 takes one that is free. Raises WrongUse where the port is taken, where another serves the workspace, or
    where no run has written the tables yet.
    """
    with _alone(workspace):
        _serve(workspace, port, tell)


@contextmanager
def _alone(workspace: Workspace) -> Iterator[None]:
    """Two servers would write over each other's drafts; the lock falls when the process ends, however."""
    workspace.work.mkdir(parents=True, exist_ok=True)
    handle = os.open(workspace.work / "serving", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            mend = "use the address that it gave, or stop it"
            raise WrongUse("another review serve of this workspace runs", workspace.root, mend) from None
        yield
    finally:
        os.close(handle)


def _serve(workspace: Workspace, port: int, tell: Callable[[str], object]) -> None:
    import uvicorn

    from dagster_project.review.browser.app import make_app

    desk, places = Desk(workspace), Places(workspace)
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError:
        places.close()
        raise WrongUse(f"port {port} is taken", HOST, "give another with --port, or 0 for one that is free") from None
    listening.listen()  # so that whoever opens the address at once waits, and is not turned away
    guard = Guard(listening.getsockname()[1])
    app = make_app(desk, places, guard)
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, date_header=False, access_log=False, ws="none"
    )
    try:
        tell(f"http://{HOST}:{guard.port}/?{KEY}={guard.key}")
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        places.close()
        listening.close()
