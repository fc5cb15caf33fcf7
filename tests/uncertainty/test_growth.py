"""Why a total moved: bounds that hold whatever is true, and points only where evidence is dated."""

from datetime import date

import pytest

from dagster_project.uncertainty import growth_parts
from dagster_project.uncertainty.growth.members import Member
from dagster_project.uncertainty.growth.parts import bounds
from tests.quality.register import clean, write

LOOKED, DEFINED, CHANGED = "looked_harder", "defined_otherwise", "really_changed"


def test_what_may_belong_to_two_parts_widens_both():
    either = frozenset([LOOKED, CHANGED])
    members = [Member("a", 1, frozenset([CHANGED])), Member("b", 1, either), Member("c", -1, either)]
    assert bounds(CHANGED, members) == (0, 2)
    assert bounds(LOOKED, members) == (-1, 1)
    assert bounds(DEFINED, members) == (0, 0)


@pytest.fixture
def tables():
    """The clean register with a third collaboration in 2024 only."""
    tables = clean()
    body = next(r for r in tables["collaboration"] if r["snapshot"] == 2024)
    tables["collaboration"].append({**body, "collaboration_id": "sv0000003"})
    return tables


def event(kind, id_="sv0000003"):
    return {"collaboration_id": id_, "from_snapshot": 2020, "to_snapshot": 2024, "kind": kind, "evidence": "x"}


def parts(workspace, tables):
    write(workspace, tables)
    return {r["part"]: r for r in growth_parts(workspace) if r["to_snapshot"] == 2024}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("founded", {CHANGED: (1, 1), LOOKED: (0, 0)}), ("first_seen", {CHANGED: (0, 1), LOOKED: (0, 1)})],
)
def test_only_dated_evidence_gives_a_point(workspace, tables, kind, expected):
    tables["event"] = [event(kind)]
    found = parts(workspace, tables)
    assert {p: (found[p]["least"], found[p]["most"]) for p in expected} == expected
    assert found["total"]["least"] == found["total"]["most"] == 1


def test_what_was_there_before_by_its_date_was_not_looked_at(workspace, tables):
    tables["event"] = [event("first_seen")]
    told = next(m for m in tables["mention"] if m["snapshot"] == 2024)
    tables["mention"].append({**told, "mention_id": "x", "valid_from": date(2015, 1, 1)})
    tables["link"].append({**tables["link"][0], "mention_id": "x", "collaboration_id": "sv0000003"})
    found = parts(workspace, tables)
    assert (found[LOOKED]["least"], found[LOOKED]["most"], found[LOOKED]["members_sure"]) == (1, 1, ["sv0000003"])
    assert (found[CHANGED]["least"], found[CHANGED]["most"]) == (0, 0)


def test_what_only_the_new_definition_excludes_is_defined_otherwise(workspace, tables):
    """It is there at both ends; by the old definition it counts at both, by the new one at neither."""
    gone = next(r for r in tables["collaboration"] if r["snapshot"] == 2024 and r["collaboration_id"] == "sv0000002")
    gone["meets_definition"] = False
    tables["event"] = [event("founded"), event("left_scope", "sv0000002")]
    failed = {"collaboration_id": "sv0000002", "definition": 2024, "criterion": "a", "met": "no", "basis": "observed"}
    tables["criterion"] += [{**failed, "snapshot": s} for s in (2020, 2024)]
    found = parts(workspace, tables)
    assert (found[DEFINED]["least"], found[DEFINED]["most"]) == (-1, -1)
    assert found[DEFINED]["members_sure"] == ["-sv0000002"]
    assert (found["total"]["least"], found[CHANGED]["least"]) == (0, 1)


def test_what_a_release_said_otherwise_is_restated(workspace, tables):
    tables["event"] = [event("founded")]
    for row in tables["restated_cell"]:
        if (row["figure"], row["snapshot"]) == ("total", 2020):
            row["released"] = 5.0
    found = parts(workspace, tables)
    assert (found["restated"]["least"], found["total"]["least"]) == (-3, -2)
