"""`status` tells what fails, of how many rows, and lists every refusal and quarantine row with its file and place."""

import json
from types import SimpleNamespace

import polars as pl
import pytest

from dagster_project.cli.state import LISTED, status
from dagster_project.intake import scan
from dagster_project.workspace import Workspace, quarantine_row, write_table
from tests.intake.files import BUDGET, TODAY, write

FAILING = {
    "expectation_id": "nothing_gone_since", "suite": "coverage", "severity": "error", "outcome": "failed",
    "row_table": "reported_before", "observed": "7 of 40 rows", "threshold": "x", "looked_at": 40, "failing_count": 0,
    "why": "x", "owner": "x",
}  # fmt: skip


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """A delivery, files that were refused, rows of quarantine that name a file or none, and expectations that fail."""
    workspace = Workspace.at(tmp_path / "w").create("simulated")
    write(workspace.raw, "budgets/2020/gm0014_begroting.csv", BUDGET)
    for number in range(LISTED + 5):
        write(workspace.raw, f"budgets/2020/gm0014_leeg{number:02}.csv", "")
    scan(workspace, today=TODAY)
    rows = [
        quarantine_row("mention", "m1", "no_name", "onbekend", snapshot=2020, file_name="a.csv", locator="line=2"),
        quarantine_row("mention", "m1", "no_participants", "leeg", file_name="b.csv", locator="line=9"),
        quarantine_row("collaboration", "2020|sv0000001", "no_participants", "zonder plaats"),
    ]
    write_table(workspace, "quarantine", rows, part="organisations")
    write_table(workspace, "quality_result", [
        {**FAILING, "failing_count": 5, "failing_keys": list("abcde")},
        {**FAILING, "expectation_id": "closure", "outcome": "not_run", "observed": "could not run: x", "looked_at": 0},
    ])  # fmt: skip
    return workspace


def told(workspace: Workspace, capsys, **options) -> str:
    status(
        SimpleNamespace(obj=SimpleNamespace(require=lambda: workspace)),
        **{"as_json": False, "everything": False, "moved": False} | options,
    )
    return capsys.readouterr().out


def test_what_fails_is_told_of_the_rows_that_were_looked_at(workspace, capsys):
    text = told(workspace, capsys)
    assert "nothing_gone_since (error): 5 of 40 rows looked at (reported_before)" in text
    assert "closure (error): could not run: x" in text
    assert [line.strip() for line in text.splitlines() if line.startswith(" " * 18)] == ["a", "b", "c", "and 2 more"]
    assert f"status --all, or quality_result.parquet, refusal/, quarantine/ in {workspace.tables}" in text
    everything = told(workspace, capsys, everything=True)
    assert "\n                  e\n" in everything
    assert "in full" not in everything


def test_a_state_of_an_earlier_version_is_told_too(workspace, capsys):
    path = workspace.tables / "quality_result.parquet"
    pl.read_parquet(path).drop("looked_at").write_parquet(path)
    assert "nothing_gone_since (error): 5 rows" in told(workspace, capsys)


def test_without_a_release_nothing_moved(workspace, capsys):
    assert told(workspace, capsys, moved=True).startswith("nothing moved")


def test_rows_are_told_with_snapshot_file_and_place(workspace, capsys):
    text = told(workspace, capsys)
    assert "no_name: 2020: a.csv line=2: onbekend" in text
    assert "no_participants: b.csv line=9: leeg" in text
    assert "no_participants: collaboration 2020|sv0000001: zonder plaats" in text


def test_a_long_list_is_cut_on_screen_unless_all_is_asked(workspace, capsys):
    assert f"refused         and 5 more of {LISTED + 5}" in told(workspace, capsys)
    everything = told(workspace, capsys, everything=True)
    assert "more of" not in everything
    assert everything.count("empty_file: budgets/2020/gm0014_leeg") == LISTED + 5


def test_the_machine_gets_all_with_places(workspace, capsys):
    state = json.loads(told(workspace, capsys, as_json=True))
    assert len(state["refusals"]) == LISTED + 5
    assert sum(r["file_name"] is not None for r in state["quarantine"]) == 2
