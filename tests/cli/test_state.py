"""`status` lists every refusal and quarantine row with its file and its place in it."""

import json
from types import SimpleNamespace

import pytest

from dagster_project.cli.state import LISTED, gather, status
from dagster_project.intake import scan
from dagster_project.workspace import Workspace, quarantine_row, read_table, write_table
from tests.intake.files import BUDGET, TODAY, write
from tests.organisations.making import mention


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """A delivery with one mention, and rows of quarantine that name a file, a mention or neither."""
    workspace = Workspace.at(tmp_path / "w").create("simulated")
    write(workspace.raw, "budgets/2020/gm0014_begroting.csv", BUDGET)
    for number in range(LISTED + 5):
        write(workspace.raw, f"budgets/2020/gm0014_leeg{number:02}.csv", "")
    scan(workspace, today=TODAY)
    (delivery_id,) = read_table(workspace, "delivery")["delivery_id"]
    write_table(workspace, "mention", [mention(delivery_id=delivery_id, locator="line=2")], part="budget-2020")
    rows = [
        quarantine_row("resolved_participant", "m1|3", "unknown_organisation_name", "onbekend", snapshot=2020),
        quarantine_row("mention", "m1", "no_participants", "leeg", file_name="b.csv", locator="line=9"),
        quarantine_row("collaboration", "2020|sv0000001", "no_participants", "zonder plaats"),
    ]
    write_table(workspace, "quarantine", rows, part="organisations")
    return workspace


def told(workspace: Workspace, capsys, **options) -> str:
    status(
        SimpleNamespace(obj=SimpleNamespace(require=lambda: workspace)),
        **{"as_json": False, "everything": False} | options,
    )
    return capsys.readouterr().out


def test_a_row_without_a_file_gets_that_of_its_mention(workspace):
    places = {(r["row_table"], r["file_name"], r["locator"]) for r in gather(workspace)["quarantine"]}
    assert places == {
        ("resolved_participant", "budgets/2020/gm0014_begroting.csv", "line=2"),
        ("mention", "b.csv", "line=9"),
        ("collaboration", None, None),
    }


def test_rows_are_told_with_snapshot_file_and_place(workspace, capsys):
    text = told(workspace, capsys)
    assert "unknown_organisation_name: 2020: budgets/2020/gm0014_begroting.csv line=2: onbekend" in text
    assert "no_participants: b.csv line=9: leeg" in text
    assert "no_participants: collaboration 2020|sv0000001: zonder plaats" in text


def test_a_long_list_is_cut_on_screen_unless_all_is_asked(workspace, capsys):
    assert "and 5 more: status --all" in told(workspace, capsys)
    everything = told(workspace, capsys, everything=True)
    assert "more: status" not in everything
    assert everything.count("empty_file: budgets/2020/gm0014_leeg") == LISTED + 5


def test_the_machine_gets_all_with_places(workspace, capsys):
    state = json.loads(told(workspace, capsys, as_json=True))
    assert len(state["refusals"]) == LISTED + 5
    assert sum(r["file_name"] is not None for r in state["quarantine"]) == 2
