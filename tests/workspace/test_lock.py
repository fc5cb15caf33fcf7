"""One lock per workspace, and it falls with its holder."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from dagster_project.workspace import Workspace
from dagster_project.workspace.lock import Locked, workspace_lock

HOLD = """
import sys, time
from dagster_project.workspace import Workspace
from dagster_project.workspace.lock import workspace_lock
with workspace_lock(Workspace.at(sys.argv[1]), "the other"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_holder_is_told_and_a_killed_one_holds_nothing(tmp_path):
    workspace = Workspace.at(tmp_path).create()
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Locked, match=r"the other .process .*, since "), workspace_lock(workspace, "this one"):
            pass
    finally:
        other.kill()
        other.wait()
    deadline = time.monotonic() + 10
    while True:
        try:
            with workspace_lock(workspace, "this one"):
                return
        except Locked:
            assert time.monotonic() < deadline, "the lock outlived its holder"
            time.sleep(0.05)


def test_whoever_holds_it_goes_on_and_lets_go_where_it_was_taken(tmp_path):
    workspace = Workspace.at(tmp_path).create()

    def taken_by_another() -> bool:
        with ThreadPoolExecutor(1) as other:
            return other.submit(lambda: _take_and_let_go(workspace)).result()

    with workspace_lock(workspace, "the command"):
        with workspace_lock(workspace, "its run"):
            assert not taken_by_another()
        assert not taken_by_another()
    assert taken_by_another()


def _take_and_let_go(workspace: Workspace) -> bool:
    try:
        with workspace_lock(workspace, "another"):
            return True
    except Locked:
        return False


def test_who_takes_it_removes_what_a_killed_holder_left_half_written(tmp_path):
    workspace = Workspace.at(tmp_path).create()
    half = [tmp_path / ".manifest.csv.a1.tmp", workspace.decisions / "all" / ".0001-a.csv.a2.tmp"]
    half.append(workspace.ledger / ".identity.csv.a3.tmp")
    whole = [workspace.decisions / "all" / "0001-a.csv", workspace.raw / ".theirs.tmp"]
    half[1].parent.mkdir()
    for path in half + whole:
        path.write_text("x")
    with workspace_lock(workspace, "this one"):
        assert not any(path.exists() for path in half)
    assert all(path.exists() for path in whole)
