"""`run` makes nothing where nothing changed, and everything where anything did."""

import polars as pl
import pytest
from typer.testing import CliRunner

from dagster_project.cli import execution
from dagster_project.cli.main import app
from tests.runs.conftest import DECISIONS


@pytest.fixture
def call(runs, monkeypatch):
    """Call the command; gives what it said, and the jobs that it ran."""
    runs.run()
    jobs = []
    monkeypatch.setattr(execution, "run_job", lambda workspace, job, *rest: jobs.append(job))

    def said(*words: str) -> tuple[str, list[str]]:
        jobs.clear()
        done = CliRunner().invoke(app, ["--data", str(runs.workspace.root), "run", *words], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.output, list(jobs)

    return said


def test_where_nothing_changed_nothing_is_made(call):
    said, jobs = call()
    assert jobs == []
    assert said.startswith("nothing changed since the last run")
    assert "nothing would be read or made" in call("--dry-run")[0]


@pytest.mark.parametrize("words", [("--full",), ("--snapshot", "2024")])
def test_who_asks_for_it_gets_all_made(call, words):
    assert call(*words)[1] == ["pipeline"]


CHANGES = {
    "a budget more": lambda runs: runs.budget(2020),
    "another budget": lambda runs: runs.budget(2024, "Proefkring;Emmen"),
    "no budget": lambda runs: (runs.workspace.raw / "budgets" / "2024" / "gm0106_lijst.csv").unlink(),
    "a decision": lambda runs: runs.decide(DECISIONS),
    "a setting": lambda runs: runs.workspace.config_file.write_text(
        runs.workspace.config_file.read_text() + "scope:\n  organisations: [gm0106]\n"
    ),
    "a table edited": lambda runs: _edit(next(runs.workspace.now().tables.rglob("*.parquet"))),
    "a table gone": lambda runs: next(runs.workspace.now().tables.rglob("*.parquet")).unlink(),
}


def _edit(path):
    """The same rows in other bytes: a table that can still be read, and that no run wrote."""
    pl.read_parquet(path).write_parquet(path, compression="uncompressed")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_where_anything_changed_all_that_rests_on_it_is_made(runs, call, change):
    change(runs)
    assert call()[1] == ["pipeline"]
    assert "changed" in call("--dry-run")[0]
    assert call("--dry-run")[1] == []
