"""What a release published is held against the same now, and only two people together may change it."""

import pytest

from dagster_project.uncertainty import restated_cells
from dagster_project.workspace import Workspace, read_table, write_table
from tests.linkage.ledger.runs import decide

CELL = {"unit": "collaborations", "obs_status": "A", "break_ids": [], "sql_model": "m", "denominator": None}


def cell(value, category="all", snapshot=2020):
    return {**CELL, "figure": "total", "snapshot": snapshot, "category": category, "value": value, "numerator": value,
            "obs_status": "O" if value is None else "A"}  # fmt: skip


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace.at(tmp_path).create("example")
    frame = write_table(workspace, "figure", [cell(10.0), cell(None, "x")])
    folder = workspace.releases / "2024.1" / "tabellen"
    folder.mkdir(parents=True)
    frame.write_parquet(folder / "figure.parquet")
    return workspace


def outcomes(workspace):
    return {r["category"]: r["outcome"] for r in restated_cells(workspace)}


def test_what_is_the_same_needs_nobody(workspace):
    assert outcomes(workspace) == {}


def test_without_a_release_there_is_nothing_to_compare_with(tmp_path):
    workspace = Workspace.at(tmp_path).create("example")
    write_table(workspace, "figure", [cell(10.0)])
    assert list(restated_cells(workspace)) == []


def test_a_cell_that_changed_appeared_or_went_is_told(workspace):
    write_table(workspace, "figure", [cell(12.0), cell(0.0, "x")])
    assert outcomes(workspace) == {"all": "unaccepted", "x": "unaccepted"}
    write_table(workspace, "figure", [cell(10.0)])
    assert outcomes(workspace) == {"x": "gone"}


def test_a_release_made_again_restates_what_it_restated(workspace):
    """The second release changed a cell of the first; where nothing changed since, its rows are given again."""
    write_table(workspace, "figure", [cell(12.0), cell(None, "x")])
    decide(workspace, "restatement", "total|2020|all", value="12", second_reviewer="BZK-08")
    rows = write_table(workspace, "restated_cell", restated_cells(workspace))
    folder = workspace.releases / "2024.2" / "tabellen"
    folder.mkdir(parents=True)
    frames = {"figure": read_table(workspace, "figure"), "restated_cell": rows}
    for name, frame in frames.items():
        frame.write_parquet(folder / f"{name}.parquet")
    assert restated_cells(workspace) == rows.to_dicts()
    assert [(r["release"], r["outcome"]) for r in restated_cells(workspace)] == [("2024.1", "restated")]


@pytest.mark.parametrize(
    ("target", "value", "second", "outcome"),
    [
        ("total|2020|all", "12", "BZK-08", "restated"),
        ("total|2020|all", "12", None, "unaccepted"),
        ("total|2020|all", "11", "BZK-08", "unaccepted"),
        ("total|2020|all", "<=2", "BZK-08", "restated"),
        ("total|2020|*", "<=2", "BZK-08", "restated"),
        ("total|*|all", "<=2", "BZK-08", "restated"),
        ("total|2020|*", "<=1", "BZK-08", "unaccepted"),
        ("total|2020|*", "12", "BZK-08", "unaccepted"),
        ("total|2017|all", "12", "BZK-08", "unaccepted"),
    ],
)
def test_a_decision_of_two_people_accepts_a_named_move(workspace, target, value, second, outcome):
    write_table(workspace, "figure", [cell(12.0), cell(None, "x")])
    decide(workspace, "restatement", target, value=value, second_reviewer=second)
    [row] = [r for r in restated_cells(workspace) if r["category"] == "all"]
    assert row["outcome"] == outcome
    assert (row["decision_id"] is not None) == (outcome == "restated")
    assert row["move"] == 2.0
