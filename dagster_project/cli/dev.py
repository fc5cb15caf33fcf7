"""Dagster's pages and daemon for one workspace, on this machine: what `make dev` starts."""

import os
import signal
import sys

from dagster_project.workspace.instance import dagster_home
from dagster_project.workspace.layout import PROJECT, Workspace


def main() -> None:
    """Become `dagster dev` with the storage of the workspace."""
    dagster_home(Workspace.at(os.environ.get("LAPPENDEKEN_DATA", PROJECT / "data")).require())
    words = [sys.executable, "-m", "dagster", "dev", "-m", "dagster_project.definitions", "-h", "127.0.0.1"]
    # A shell that starts it in the background has it ignore Ctrl-C, by which Dagster ends its own children.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.execv(sys.executable, [*words, *sys.argv[1:]])


if __name__ == "__main__":
    main()
