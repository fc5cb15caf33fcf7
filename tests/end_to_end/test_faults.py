"""Commands killed at telling moments: nothing half-way is in force, nothing of them lives, the next one ends as ever.

`make faults` does the same at random moments, hundreds of times, and spoils the machine too. The run and the release
that come after the kills are those of a clone: what git and DVC brought gives the same release.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.faults.killing import Command, call, status
from benchmarks.faults.looking import after_kill, at_the_end, tables
from benchmarks.faults.stages import EXAMPLE

pytestmark = pytest.mark.xdist_group("six")


def kill(folder: Path, words: tuple[str, ...], moment: Callable[[], bool]) -> None:
    """Kill a command at a moment that it must come to."""
    command = Command(folder, *words)
    assert command.kill_when(moment).killed, "it ended before the moment came"
    assert command.survivors() == []


def test_killed_intake(six, tmp_path):
    words = ("intake", *sorted(str(p) for p in (six.parent.parent / "delivered").iterdir()))
    shutil.copyfile(EXAMPLE / "workspace.yml", tmp_path / "workspace.yml")
    kill(tmp_path, words, lambda: any(p.is_file() for p in (tmp_path / "raw").rglob("*")))
    kill(tmp_path, words, lambda: True)
    assert isinstance(status(tmp_path), dict)
    assert call(tmp_path, *words).code == 0
    raw = {p.relative_to(six): p.read_bytes() for p in (six / "raw").rglob("*_*") if p.is_file()}
    assert {p.relative_to(tmp_path): p.read_bytes() for p in (tmp_path / "raw").rglob("*") if p.is_file()} == raw
    assert (tmp_path / "manifest.csv").read_bytes() == (six / "manifest.csv").read_bytes()


def test_a_clone_whose_commands_are_killed_gives_the_same_release(six, clone):
    """One test of two parts: the release goes on with what the run left."""
    run_with_inputs_changed_before_and_put_back_after(six, clone.workspace)
    release(six, clone.workspace)


def run_with_inputs_changed_before_and_put_back_after(six: Path, second: Path) -> None:
    shutil.rmtree(second / "releases")
    shutil.rmtree(second / "ledger")
    budget = next((second / "raw" / "budgets").rglob("gm0014*.csv"))
    kept, listed = budget.read_bytes(), (second / "manifest.csv").read_bytes()
    budget.unlink()  # what DVC brought is a link to its store
    budget.write_bytes(kept.rpartition(b"\n")[0])
    kill(second, ("run",), (second / "work" / "building" / "warehouse.duckdb").exists)
    assert isinstance(status(second), dict)
    assert tables(second) == {}
    budget.write_bytes(kept)
    (second / "manifest.csv").write_bytes(listed)
    done = call(second, "run")
    assert done.code == 0, done.err
    assert "removed" in done.err
    assert tables(second) == tables(six)


def release(six: Path, second: Path) -> None:
    kill(second, ("release",), (second / "ledger" / "identity.csv").exists)
    assert tables(second) == tables(six)
    assert call(second, "release").code == 0
    assert after_kill(second, six, six) == []
    assert at_the_end(second, six) == []
