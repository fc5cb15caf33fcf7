"""An intake killed at any step loses nothing and leaves no copy that is not listed; the next command ends it."""

import os
import signal
from pathlib import Path

import pytest

from dagster_project.intake import deliveries, take_in
from dagster_project.surveys import import_responses
from dagster_project.workspace import LappendekenError, Workspace
from dagster_project.workspace.lock import workspace_lock
from tests.intake.files import BUDGET, TODAY, workbook, write

OLD, NEW, OTHER = (f"budgets/2024/{name}.csv" for name in ("gm0014_oud", "gm0037_nieuw", "gm0047_ook"))
STEPS = ("replace", "fsync", "mkdir", "unlink", "rmdir", "open")
"""What an intake asks of the system; it is killed before the nth of them all."""


@pytest.fixture
def standing(workspace, inbox) -> Workspace:
    """One delivery taken in, which the intake under test replaces beside taking two more in and refusing one."""
    write(inbox, OLD, BUDGET)
    take_in(workspace, [inbox / "budgets"], today=TODAY)
    for name in (OLD, NEW, OTHER):
        write(inbox, name, BUDGET + f"{name};BV\n")
    write(inbox, "budgets/2024/gm0014_leeg.csv", "")
    return workspace


def _all(workspace: Workspace) -> dict[str, bytes]:
    """Every file of the workspace but the lock, hidden ones too."""
    root = workspace.root
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file() and p.name != "lock"}


def _killed(work, at: int) -> bool:
    """Do it in a child that is killed before its step of that number; gives whether it came so far."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    left = at

    def before(really):
        def call(*arguments, **named):
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return really(*arguments, **named)

        return call

    for step in STEPS:
        setattr(os, step, before(getattr(os, step)))
    try:
        work()
    finally:
        os._exit(0)


def _intake(workspace: Workspace, inbox: Path):
    with workspace_lock(workspace, "intake"):
        return take_in(workspace, [inbox / "budgets"], today=TODAY)


def test_killed_at_every_step(standing, inbox, capsys):
    before = _all(standing)
    at, told = 0, []
    _intake(standing, inbox)
    after = _all(standing)
    while True:
        _put_back(standing, before)
        if not _killed(lambda: _intake(standing, inbox), at):
            break
        capsys.readouterr()
        with workspace_lock(standing, "status"):
            pass
        told.append(capsys.readouterr().err)
        now = _all(standing)
        assert now in (before, after), f"killed before step {at}"
        assert (now == after) <= ("finished" in told[-1] or told[-1] == "")
        at += 1
        _intake(standing, inbox)
        assert _all(standing) == after
    assert at > 20
    assert any("finished" in line for line in told)
    assert any("removed" in line for line in told)


def _put_back(workspace: Workspace, files: dict[str, bytes]) -> None:
    for name in _all(workspace).keys() - files.keys():
        (workspace.root / name).unlink()
    for name, content in files.items():
        (workspace.root / name).write_bytes(content)


def test_an_intake_that_fails_leaves_nothing(standing, inbox, monkeypatch):
    before = _all(standing)
    write(inbox, "z/x", "")
    with pytest.raises(LappendekenError):
        take_in(standing, [inbox / "budgets", standing.root], today=TODAY)
    assert _all(standing) == before


def test_a_full_disk_leaves_nothing(standing, inbox, monkeypatch):
    before = _all(standing)
    really = os.fsync

    def full(handle):
        if ".intake" in os.readlink(f"/proc/self/fd/{handle}"):
            raise OSError(28, "No space left on device")
        really(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        take_in(standing, [inbox / "budgets"], today=TODAY)
    assert _all(standing) == before


def test_a_survey_import_is_as_whole(workspace, inbox):
    write(inbox, "gm0014_antwoord.xlsx", workbook({"Blad1": [["x"]]}))
    write(inbox, "gm0037_antwoord.xlsx", workbook({"Blad1": [["y"]]}))
    at, outcomes = 0, set()
    deliveries(workspace)
    import_responses(Workspace.at(inbox.parent / "ander").create(), inbox, 2024, TODAY)  # seeds are read before a fork
    while _killed(lambda: import_responses(workspace, inbox, 2024, TODAY), at):
        with workspace_lock(workspace, "status"):
            pass
        outcomes.add((len(deliveries(workspace)), len([p for p in workspace.raw.rglob("*") if p.is_file()])))
        if outcomes == {(0, 0), (2, 2)}:
            break
        at += 1
    assert outcomes == {(0, 0), (2, 2)}


def test_an_intake_that_cannot_be_finished_says_what_is_in_the_way(workspace):
    write(workspace.raw, ".intake/000001", BUDGET)
    (workspace.raw / "budgets").write_text("in de weg")
    write(workspace.work, "intake.json", '{"moves": [["raw/budgets/a.csv", "raw/.intake/000001"]], "texts": {}}')
    with pytest.raises(LappendekenError, match="in the way") as error, workspace_lock(workspace, "run"):
        pass
    assert error.value.where == workspace.work / "intake.json"
