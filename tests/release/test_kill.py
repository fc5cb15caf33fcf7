"""SIGKILL at any moment leaves either the whole release or none, and the next run succeeds."""

import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from dagster_project.release import make_release, verify_release
from dagster_project.release.make import TEMPORARY
from dagster_project.workspace import PROJECT
from tests.release.finished import rooms

CHILD = """
import sys
from dagster_project.release import make_release
from dagster_project.workspace import Workspace
from tests.release.finished import rooms
make_release(Workspace.at(sys.argv[1]), rooms=rooms())
"""
DEADLINE = 60  # seconds for a child that is slow to start on a busy machine


def files_in(folder):
    try:
        return len(list((folder / "tabellen").iterdir()))
    except FileNotFoundError:
        return 0


def kill_when(workspace, moment):
    """Start a release and kill it as soon as `moment()` is true; gives whether it was still running."""
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(workspace.root)], cwd=PROJECT)
    end = time.monotonic() + DEADLINE
    while child.poll() is None and not moment():
        assert time.monotonic() < end, "the release never came so far"
        time.sleep(0.0005)
    child.send_signal(signal.SIGKILL)
    return child.wait() == -signal.SIGKILL


def test_a_killed_release_is_whole_or_not_there(unreleased):
    workspace = unreleased
    temporary, final = workspace.releases / f"{TEMPORARY}2024.1", workspace.releases / "2024.1"
    enough = random.Random(20240101).randint(2, 80)
    moments = [
        temporary.exists,
        lambda: files_in(temporary) >= enough,
        (temporary / "MANIFEST.sha256").exists,
    ]
    for moment in moments:
        assert kill_when(workspace, moment), "the release ended before it could be killed"
        if final.exists():  # the moment between sealing and renaming is short
            assert verify_release(final).ok
    assert make_release(workspace, rooms=rooms()) == final
    assert verify_release(final).problems == []
    assert sorted(p.name for p in workspace.releases.iterdir()) == ["2024.1", "2024.1.root"]


def test_killed_right_after_the_rename_it_is_whole(unreleased):
    final = unreleased.releases / "2024.1"
    kill_when(unreleased, final.exists)
    assert verify_release(final).problems == []


@pytest.fixture
def unreleased(workspace):
    """The finished workspace before its first release."""
    shutil.rmtree(workspace.releases)
    return workspace
