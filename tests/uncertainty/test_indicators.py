"""The indicators of official statistics, from the tables of a run."""

from dagster_project.uncertainty import quality_indicators
from tests.quality.register import clean, write


def found(workspace, tables):
    write(workspace, tables)
    return {(r["indicator"], r["snapshot"], r["group"]): r for r in quality_indicators(workspace)}


def test_what_does_not_meet_the_definition_is_over_coverage(workspace):
    tables = clean()
    next(r for r in tables["collaboration"] if r["snapshot"] == 2024)["meets_definition"] = False
    rows = found(workspace, tables)
    assert [rows["over_coverage", s, "all"]["value"] for s in (2020, 2024)] == [0, 50]


def test_who_did_not_answer_and_what_nobody_told(workspace):
    tables = clean()
    tables["frame"] = [
        {"snapshot": 2024, "organisation_id": m, "kind": "municipality", "asked": True, "responded": m == "gm0014",
         "reason": "asked", "basis": "frame"}
        for m in ("gm0014", "gm0037")
    ]  # fmt: skip
    next(r for r in tables["expected_delivery"] if (r["source"], r["snapshot"]) == ("budget", 2024))["status"] = (
        "missing"
    )
    next(r for r in tables["collaboration"] if r["snapshot"] == 2024)["goal"] = "unknown"
    rows = found(workspace, tables)
    assert rows["unit_non_response", 2024, "survey municipality"]["value"] == 50
    assert rows["unit_non_response", 2024, "budget municipality"]["value"] == 50
    assert rows["unit_non_response", 2017, "budget municipality"]["value"] == 0
    assert rows["item_non_response", 2024, "goal"]["value"] == 50
    assert rows["item_non_response", 2024, "purpose"]["value"] == 100
    assert rows["item_non_response", 2024, "theme"]["value"] == 0


def test_revision_and_the_length_of_the_series(workspace):
    tables = clean()
    tables["restated_cell"] = [r for r in tables["restated_cell"] if r["snapshot"] == 2020][:1]
    rows = found(workspace, tables)
    assert rows["revision", 2020, "all"]["value"] == 50
    assert ("revision", 2017, "all") not in rows
    # The breaks of 2024 end the series that goes back from there.
    assert rows["comparable_length", 2024, "total"]["value"] == 1
    for cell in tables["figure"]:
        if cell["snapshot"] == 2024:
            cell["break_ids"] = []
    assert found(workspace, tables)["comparable_length", 2024, "total"]["value"] == 2
