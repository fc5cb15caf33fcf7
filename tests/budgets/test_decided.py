"""What people decided about a mention: applied as long as what it was taken on is still read, else told."""

import json

import pytest

from dagster_project.budgets import expected, pipeline, read_budgets, typed_value
from dagster_project.budgets.decided import gone_on, settled
from dagster_project.budgets.record import mention_values, record
from dagster_project.decisions import add_decisions
from dagster_project.intake import Delivery
from dagster_project.workspace import Workspace
from dagster_project.workspace.hashing import sha256_of
from tests.documents import making

NAMESAKES = "Naam;Rechtsvorm;Zetel;Resultaat\nRegio Een;GR;Assen;-1.000\nRegio Een te Emmen;GR;Emmen;2.000\n"


def mention(**said):
    party = record(
        name_written="Regio Een", locator="line=2", confidence=0.6, result=1000.0, seat_written="Assen",
        amounts_written=["result=1"], doubts=["result:unit_unclear", "name:name_unlike_names", "seat:readers_differ"],
        other_reading={"result": "1"}, field_confidence={"result": 0.4}, **said,
    )  # fmt: skip
    return {"mention_id": "m1", "delivery_id": "d1", "snapshot": 2024, **mention_values(party)}


def decision(value, attribute=None, target="m1", **said):
    row = {"decision_id": "2024/0001-002", "snapshot": None, "target": target, "attribute": attribute, "value": value}
    return {**row, "expect": expected(mention()), **said}


def test_what_is_accepted_is_sure_and_no_longer_in_doubt():
    (after,) = settled([mention()], [decision("accepted")]).mentions
    assert (after["result"], after["doubts"], after["other_reading"], after["confidence"]) == (1000.0, [], None, 1.0)
    assert json.loads(after["field_confidence"]) == {"name_written": 1.0, "result": 1.0, "seat_written": 1.0}


def test_a_value_replaces_what_was_read_and_leaves_other_doubts():
    (after,) = settled([mention()], [decision("1", "result")]).mentions
    assert (after["result"], after["amounts_written"]) == (1.0, ["result=1"])
    assert after["doubts"] == ["seat:readers_differ"]
    both = [decision("accepted"), decision("Regio Een en Twee", "name_written")]
    (after,) = settled([mention()], both).mentions
    assert (after["name_written"], after["doubts"], after["mention_id"]) == ("Regio Een en Twee", [], "m1")


def test_a_rejected_party_is_none_whatever_else_was_decided():
    assert not settled([mention()], [decision("5", "result"), decision("rejected")]).is_party


@pytest.mark.parametrize(
    ("now", "expect", "holds"),
    [
        ({}, None, True),
        ({"page": 4}, expected(mention()), True),
        ({"risks_written": "laag"}, expected(mention()), True),
        ({}, '{"result": "7"}', False),
        ({}, '{"shoe_size": "43"}', False),
        ({}, "1000", False),
        ({}, "niet goed", False),
    ],
)
def test_a_decision_on_what_is_no_longer_read_is_not_applied_but_told(now, expect, holds):
    found = settled([mention(**now)], [decision("rejected", expect=expect)])
    assert (found.is_party, len(found.overtaken)) == (not holds, 0 if holds else 1)


def test_decisions_on_other_mentions_and_snapshots_are_none_of_its_business():
    one = mention()
    assert settled([one], [decision("rejected", target="m2"), decision("rejected", snapshot=2020)]).mentions == [one]


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("result", " - 1.234.000 ", "-1234000"), ("result", "1.234,56", "1234.56"), ("result", "(500)", "-500"),
        ("equity_end", "0", "0"), ("participants_written", "Assen ; Emmen;", "Assen; Emmen"),
        ("seat_written", "Den\nHaag", "Den Haag"),
    ],
)  # fmt: skip
def test_a_typed_value_is_written_as_decisions_write_it(column, text, value):
    assert typed_value(column, text) == value


@pytest.mark.parametrize(
    ("column", "text"),
    [("result", "veel"), ("result", "1-2-2024"), ("name_written", "Totaal"), ("seat_written", "de heer J. de Vries")],
)
def test_what_cannot_be_a_value_is_refused(column, text):
    with pytest.raises(ValueError, match="write"):
        typed_value(column, text)


def test_a_decision_on_another_document_or_snapshot_is_not_carried_to_this_one():
    one = mention()
    elsewhere = {**one, "mention_id": "m2", "delivery_id": "d2"}
    later = {**one, "mention_id": "m3", "snapshot": 2020}
    lost = decision("rejected")
    assert gone_on([[elsewhere], [later]], [lost, decision("accepted", expect="niet goed")]) == []
    assert [(n, d["target"]) for n, d in gone_on([[{**one, "mention_id": "m4"}]], [lost])] == [(0, "m4")]


@pytest.fixture
def budget(tmp_path, monkeypatch):
    """Reads a table as the one budget of a workspace, and gives the tables."""
    workspace = Workspace.at(tmp_path / "w").create("example")

    def read(table, reader=None):
        path = making.write(tmp_path / "a.csv", table)
        given = Delivery(
            delivery_id="d1", sha256="0" * 64, media_type="", bytes=1, source="budget", organisation_ids=("gm0106",),
            snapshots=(2024,), file_name=path.name, path=path, received_on=None,
        )  # fmt: skip
        monkeypatch.setattr(pipeline, "deliveries", lambda workspace, source, snapshot: [given])
        return read_budgets(workspace, 2024)

    return workspace, read


TOLD = {"decided_on": "2026-01-02", "kind": "reading", "reason": "nagezien", "reviewer": "BZK-07", "role": "lezer"}
OTHERS = "Schap Twee;GR;Emmen;2\nFonds Drie;Stichting;Meppel;3\n"


@pytest.mark.parametrize(
    ("name", "place", "reason", "left"),
    [
        ("Regio  een", 2, "carried_decision", 2),  # spelled otherwise
        ("Regio Een", 2, "carried_decision", 2),  # a namesake before it: another id
        ("Regio Eén en Vier", 2, "stale_decision", 3),  # the same place under another name: told, not applied
        ("Regio Vijf", 4, "stale_decision", 3),  # another party stands there now
    ],
)
def test_a_decision_goes_on_with_the_same_party_of_another_reading(budget, name, place, reason, left):
    workspace, read = budget
    head = "Naam;Rechtsvorm;Zetel;Resultaat\n"
    (before, *_), _, _ = read(f"{head}Regio Een;GR;Assen;1\n{OTHERS}")
    expect = expected(before)
    target = before["mention_id"] if name != "Regio Een" else "m0000000000000000"
    add_decisions(workspace, None, "proef", [{**TOLD, "target": target, "value": "rejected", "expect": expect}])
    row = f"{name};GR;Assen;1\n"
    after, _, quarantine = read(head + (row + OTHERS if place == 2 else OTHERS + row))
    assert len(after) == left
    assert [q["reason"] for q in quarantine if q["row_table"] == "decision"] == [reason]
    assert any(q["reason"] == "no_party" for q in quarantine) == (reason == "carried_decision")


def test_what_is_no_party_by_decision_leaves_the_ids_of_its_namesakes(tmp_path, monkeypatch):
    path = making.write(tmp_path / "a.csv", NAMESAKES.replace(" te Emmen", ""))
    given = Delivery(
        delivery_id="d1", sha256=sha256_of(path), media_type="", bytes=1, source="budget", organisation_ids=("gm0106",),
        snapshots=(2024,), file_name=path.name, path=path, received_on=None,
    )  # fmt: skip
    monkeypatch.setattr(pipeline, "deliveries", lambda workspace, source, snapshot: [given])
    workspace = Workspace.at(tmp_path / "w").create("example")
    before, _, _ = read_budgets(workspace, 2024)
    told = {"decided_on": "2026-01-02", "kind": "reading", "reason": "nagezien", "reviewer": "BZK-07", "role": "lezer"}
    first = {**told, "target": before[0]["mention_id"], "value": "rejected", "expect": expected(before[0])}
    stale = {**told, "target": before[1]["mention_id"], "value": "rejected", "expect": '{"name_written": "Regio Twee"}'}
    add_decisions(workspace, None, "proef", [first, stale])
    after, _, quarantine = read_budgets(workspace, 2024)
    assert after == before[1:]
    assert {(q["row_table"], q["row_key"], q["reason"]) for q in quarantine} == {
        ("mention", before[0]["mention_id"], "no_party"), ("decision", "all/0001-003", "stale_decision"),
    }  # fmt: skip
