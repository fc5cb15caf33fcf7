"""Two deliveries for one thing: the first is read until a person decides."""

import pytest

from dagster_project import decisions
from dagster_project.intake import deliveries, scan, take_in
from dagster_project.workspace import read_table
from tests.intake.files import BUDGET, TODAY, listing, write


@pytest.fixture
def two(workspace):
    write(workspace.raw, "budgets/2024/gm0014_a.csv", BUDGET)
    write(workspace.raw, "budgets/2024/gm0014_b.csv", BUDGET + "Nieuw;BV\n")
    scan(workspace, today=TODAY)
    return {d["file_name"][-5:-4]: d for d in read_table(workspace, "delivery").to_dicts()}


def _decide(monkeypatch, decided):
    rows = [{"target": target, "value": value} for target, value in decided.items()]
    monkeypatch.setattr(decisions, "active_decisions", lambda workspace, kind=None: rows)


def _read(workspace):
    return sorted(d.file_name[-5:-4] for d in deliveries(workspace))


def test_the_later_of_two_is_held_and_told(workspace, two):
    assert {name: d["status"] for name, d in two.items()} == {"a": "accepted", "b": "held"}
    (row,) = read_table(workspace, "quarantine").to_dicts()
    assert (row["reason"], row["row_key"], row["snapshot"]) == ("conflicting_delivery", two["b"]["delivery_id"], 2024)
    assert "gm0014_a.csv" in row["detail"]
    assert "gm0014_b.csv" in row["detail"]
    assert _read(workspace) == ["a"]


@pytest.mark.parametrize(
    ("decided", "read"),
    [
        ({"b": "accepted"}, ["a", "b"]),
        ({"b": "withdrawn"}, ["a"]),
        ({"a": "withdrawn"}, ["b"]),
        ({"a": "held"}, ["b"]),
    ],
)
def test_a_decision_ends_the_conflict(workspace, two, monkeypatch, decided, read):
    _decide(monkeypatch, {two[name]["delivery_id"]: value for name, value in decided.items()})
    scan(workspace, today=TODAY)
    assert _read(workspace) == read
    assert read_table(workspace, "quarantine").height == 0


def test_files_that_one_list_puts_together_are_all_read(workspace, inbox):
    write(inbox, "a.csv", BUDGET)
    write(inbox, "b.csv", BUDGET + "Nieuw;BV\n")
    write(inbox, "deliveries.csv", listing("a.csv,budget,gm0014,2024,,,", "b.csv,budget,gm0014,2024,,,"))
    take_in(workspace, [inbox], today=TODAY)
    assert _read(workspace) == ["a", "b"]


def test_other_snapshots_and_organisations_are_no_conflict(workspace):
    for name in ("2020/gm0014_a.csv", "2024/gm0014_b.csv", "2024/gm0037_c.csv"):
        write(workspace.raw, f"budgets/{name}", f"Naam;Vorm\n{name};BV\n")
    scan(workspace, today=TODAY)
    assert _read(workspace) == ["a", "b", "c"]


def test_one_content_for_two_organisations_is_held_whatever_was_decided(workspace, monkeypatch):
    write(workspace.raw, "budgets/2024/gm0014_a.csv", BUDGET)
    write(workspace.raw, "budgets/2024/gm0037_b.csv", BUDGET)
    scan(workspace, today=TODAY)
    held = [d for d in read_table(workspace, "delivery").to_dicts() if d["status"] == "held"]
    assert [d["organisation_ids"] for d in held] == [["gm0037"]]
    _decide(monkeypatch, {held[0]["delivery_id"]: "accepted"})
    scan(workspace, today=TODAY)
    assert _read(workspace) == ["a"]


def test_taking_in_notes_what_is_held(workspace, inbox):
    write(inbox, "budgets/2024/gm0014_a.csv", BUDGET)
    write(inbox, "budgets/2024/gm0014_b.csv", BUDGET + "Nieuw;BV\n")
    report = take_in(workspace, [inbox / "budgets"], today=TODAY)
    assert [note.startswith("held: ") for note in report.notes] == [True]
