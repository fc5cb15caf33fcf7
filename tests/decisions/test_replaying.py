"""A decision is applied where its target is there and the sources still say what it was taken on."""

import pytest

from dagster_project.decisions import NOTHING, add_decisions, current_values, replay
from dagster_project.workspace import write_table

KNOWN = {"sv0000001", "sv0000002", "m1", "m2", "d1"}
CURRENT = {(2024, "sv0000001", "legal_form"): "bv", (2024, "sv0000002", "theme"): "ruimte;sociaal"}


def _status(workspace, decision, known=KNOWN, current=CURRENT):
    add_decisions(workspace, None, "x", [decision])
    rows, quarantine = replay(workspace, known, current)
    write_table(workspace, "decision", rows)
    write_table(workspace, "quarantine", quarantine, part="decisions")
    return rows[-1]["status"], [q["reason"] for q in quarantine]


@pytest.mark.parametrize("expect", ["bv", None])
def test_a_decision_that_fits_is_active(workspace, decision, expect):
    assert _status(workspace, {**decision, "expect": expect}) == ("active", [])


@pytest.mark.parametrize("expect", ["nv", NOTHING])
def test_a_decision_on_what_is_no_longer_said_is_stale(workspace, decision, expect):
    assert _status(workspace, {**decision, "expect": expect}) == ("stale", ["stale_decision"])


def test_that_the_sources_said_nothing_is_a_guard_too(workspace, decision):
    silent = {**decision, "target": "sv0000002", "expect": NOTHING}
    assert _status(workspace, silent) == ("active", [])


def test_a_decision_on_what_is_not_there_is_unmatched(workspace, decision):
    assert _status(workspace, {**decision, "target": "sv0000009"}) == ("unmatched", ["unmatched_decision"])


def test_half_a_link_is_unmatched(workspace, decision):
    link = {**decision, "kind": "must_link", "target": "m1|m9", "attribute": None, "value": None}
    assert _status(workspace, link) == ("unmatched", ["unmatched_decision"])


def test_themes_are_held_against_the_whole_set(workspace, decision):
    themes = {**decision, "kind": "theme", "target": "sv0000002", "attribute": None, "value": "sociaal"}
    assert _status(workspace, {**themes, "expect": "ruimte;sociaal"}) == ("active", [])
    assert current_values(
        {"snapshot": 2024, "collaboration_id": "sv0000002", "attribute": "theme", "value": v, "chosen": v != "economie"}
        for v in ("sociaal", "ruimte", "economie")
    ) == {(2024, "sv0000002", "theme"): "ruimte;sociaal"}


def test_what_no_source_values_are_given_for_is_not_held_against_any(workspace, decision):
    criterion = {**decision, "kind": "criterion", "attribute": "2024:d2", "value": "yes", "expect": "unknown"}
    assert _status(workspace, criterion) == ("active", [])


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "waiver", "target": "closure", "attribute": None, "value": None, "ends_on": "2026-01-01"},
        {"kind": "restatement", "target": "total|2020|all", "attribute": None, "value": "1311"},
    ],
)
def test_waivers_and_restatements_are_about_no_source(workspace, decision, changes):
    assert _status(workspace, {**decision, **changes}) == ("active", [])


def test_a_decision_for_all_snapshots_is_held_against_each(workspace, decision):
    everywhere = {**decision, "snapshot": None, "expect": "bv"}
    both = {**CURRENT, (2020, "sv0000001", "legal_form"): "nv"}
    assert _status(workspace, everywhere, current=both) == ("stale", ["stale_decision"])


def _link(workspace, **collaboration_of):
    rows = [
        {"mention_id": m, "collaboration_id": c, "weight": 1.0, "basis": "model"} for m, c in collaboration_of.items()
    ]
    write_table(workspace, "link", rows)


def test_a_collaboration_named_by_a_mention_gets_its_id_of_this_run(workspace, decision):
    _link(workspace, m1="sv0000002")
    add_decisions(workspace, None, "x", [{**decision, "target": "m1"}])
    [row], quarantine = replay(workspace, KNOWN, {})
    assert (row["target"], row["status"], quarantine) == ("sv0000002", "active", [])


def test_decisions_that_came_to_speak_of_one_collaboration_and_differ_are_not_applied(workspace, decision):
    _link(workspace, m1="sv0000002", m2="sv0000002")
    add_decisions(workspace, None, "x", [{**decision, "target": "m1"}, {**decision, "target": "m2", "value": "bv"}])
    rows, quarantine = replay(workspace, KNOWN, {})
    assert [r["status"] for r in rows] == ["stale", "stale"]
    assert len({q["quarantine_id"] for q in quarantine}) == 2


def test_quarantine_says_where_the_decision_stands(workspace, decision):
    add_decisions(workspace, 2024, "themes", [decision, {**decision, "target": "sv0000009"}])
    _, [row] = replay(workspace, KNOWN, {})
    assert (row["file_name"], row["locator"]) == ("decisions/2024/0001-themes.csv", "row=3")
    assert row["row_key"] == "2024/0001-003"


def test_a_superseded_decision_is_kept_and_not_held_against_anything(workspace, decision):
    add_decisions(workspace, None, "a", [{**decision, "target": "sv0000009"}])
    add_decisions(workspace, None, "b", [{**decision, "supersedes": "all/0001-002"}])
    rows, quarantine = replay(workspace, KNOWN, CURRENT)
    assert [r["status"] for r in rows] == ["superseded", "active"]
    assert quarantine == []


def test_a_decision_on_a_retired_id_is_one_on_the_id_in_which_it_went_on(workspace, decision):
    add_decisions(workspace, None, "x", [{**decision, "target": "sv0000009"}])
    [row], quarantine = replay(workspace, KNOWN, CURRENT, {"sv0000009": "sv0000001"})
    assert (row["target"], row["status"], quarantine) == ("sv0000001", "active", [])


def test_an_id_that_linkage_found_is_there_for_a_link_and_for_nothing_else(workspace, decision):
    link = {**decision, "kind": "must_link", "target": "sv0000001|sv0000009", "attribute": None, "value": None}
    add_decisions(workspace, None, "x", [link, {**decision, "target": "sv0000009"}])
    rows, _ = replay(workspace, KNOWN, CURRENT, linked={"sv0000009"})
    assert [r["status"] for r in rows] == ["active", "unmatched"]
