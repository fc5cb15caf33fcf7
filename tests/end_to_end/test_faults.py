"""Commands killed at telling moments: nothing half-way is in force, nothing of them lives, the next one ends as ever.

`make faults` does the same at random moments, hundreds of times, and spoils the machine too.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.faults.killing import Command, call, status
from benchmarks.faults.looking import after_kill, at_the_end, tables
from benchmarks.faults.stages import EXAMPLE

pytestmark = pytest.mark.xdist_group("six")


@pytest.fixture
def empty(tmp_path) -> Path:
    """A workspace into which nothing was taken in."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(EXAMPLE / "workspace.yml", folder / "workspace.yml")
    return folder


def delivered(six: Path) -> tuple[str, ...]:
    return tuple(sorted(str(p) for p in (six.parent.parent / "delivered").iterdir()))


def kill(folder: Path, words: tuple[str, ...], moment: Callable[[], bool]) -> None:
    """Kill a command at a moment that it must come to."""
    command = Command(folder, *words)
    assert command.kill_when(moment).killed, "it ended before the moment came"
    assert command.survivors() == []
    assert isinstance(status(folder), dict)


def test_killed_from_intake_to_release(empty, six):
    """One test of three parts: each goes on with what the part before it left."""
    intake(empty, six)
    run_with_inputs_changed_before_and_put_back_after(empty, six)
    release(empty, six)


def intake(empty: Path, six: Path) -> None:
    words = ("intake", *delivered(six))
    kill(empty, words, lambda: any(p.is_file() for p in (empty / "raw").rglob("*")))
    kill(empty, words, lambda: True)
    assert call(empty, *words).code == 0
    raw = {p.relative_to(six): p.read_bytes() for p in (six / "raw").rglob("*_*") if p.is_file()}
    assert {p.relative_to(empty): p.read_bytes() for p in (empty / "raw").rglob("*") if p.is_file()} == raw
    assert (empty / "manifest.csv").read_bytes() == (six / "manifest.csv").read_bytes()


def run_with_inputs_changed_before_and_put_back_after(empty: Path, six: Path) -> None:
    budget = next((empty / "raw" / "budgets").rglob("gm0014*.csv"))
    kept, listed = budget.read_bytes(), (empty / "manifest.csv").read_bytes()
    building = empty / "work" / "building"
    budget.write_bytes(kept.rpartition(b"\n")[0])
    kill(empty, ("run",), building.exists)
    kill(empty, ("run",), (building / "warehouse.duckdb").exists)
    assert tables(empty) == {}
    budget.write_bytes(kept)
    (empty / "manifest.csv").write_bytes(listed)
    done = call(empty, "run")
    assert done.code == 0, done.err
    assert "removed" in done.err
    assert tables(empty) == tables(six)


def release(empty: Path, six: Path) -> None:
    before = tables(empty)
    kill(empty, ("release",), (empty / "ledger" / "identity.csv").exists)
    assert tables(empty) == before
    assert call(empty, "release").code == 0
    assert after_kill(empty, six, six) == []
    assert [line for line in at_the_end(empty, six) if "other bytes" in line] == []
