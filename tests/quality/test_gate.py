"""The gate refuses, says why and names the keys; the verdict tells the same in Dutch."""

import json

import pytest

from dagster_project.quality import refuse_if_failing, verdict
from dagster_project.workspace import GateRefused, Workspace

ROW = {
    "expectation_id": "closure",
    "suite": "reconciliation",
    "severity": "error",
    "outcome": "failed",
    "row_table": "closure",
    "observed": "25 of 90 rows",
    "threshold": "difference between 0 and 0",
    "looked_at": 90,
    "failing_count": 25,
    "failing_keys": [f"total|{n}" for n in range(25)],
    "why": "No number exists without rows.",
    "owner": "data-engineer",
    "waiver_id": None,
}
CLEAN = {**ROW, "outcome": "passed", "failing_count": 0, "failing_keys": []}


@pytest.fixture
def workspace(tmp_path):
    return Workspace.at(tmp_path).create("example")


@pytest.mark.parametrize("change", [{}, {"severity": "fatal"}, {"severity": "warning", "outcome": "not_run"}])
def test_the_gate_names_the_expectation_its_why_and_the_keys(change):
    with pytest.raises(GateRefused) as refused:
        refuse_if_failing([CLEAN, {**ROW, **change}])
    message = str(refused.value)
    assert "closure" in message
    assert ROW["why"] in message
    assert "total|19" in message
    assert "total|20" not in message
    assert "and 5 more" in message
    assert [r["failing_keys"] for r in refused.value.failing] == [ROW["failing_keys"]]
    assert refused.value.exit_code == 1


@pytest.mark.parametrize("change", [{"severity": "warning"}, {"outcome": "waived", "waiver_id": "all/0001-002"}])
def test_the_gate_lets_warnings_and_waived_errors_pass(change):
    assert refuse_if_failing([CLEAN, {**ROW, **change}]) is None


@pytest.mark.parametrize(
    ("rows", "judgement"),
    [
        ([CLEAN], "goedgekeurd"),
        ([{**ROW, "severity": "warning"}], "goedgekeurd"),
        ([{**ROW, "outcome": "waived", "waiver_id": "all/0001-002"}], "goedgekeurd met ontheffingen"),
        ([ROW], "afgekeurd"),
        ([{**CLEAN, "outcome": "not_run"}], "afgekeurd"),
        ([], "afgekeurd"),
    ],
)
def test_the_judgement(workspace, rows, judgement):
    assert verdict(rows, workspace)["oordeel"] == judgement


def test_the_verdict_says_what_it_is_of_and_what_is_weak(workspace):
    told = verdict([ROW], workspace, "2024.1")
    assert told["uitgave"] == "2024.1"
    assert told["voorbeelddata"]
    assert told["markering"].startswith("VOORBEELDGEGEVENS")
    assert "eerste, eenvoudige codering" in told["opmerkingen"][0]
    assert [m["marge"] for m in told["foutmarges"]] == ["2-3 procent", "5-8 procent", "15-20 procent"]
    [suite] = told["reeksen"]
    [one] = suite["verwachtingen"]
    assert (one["ernst"], one["uitkomst"], one["rijen"]) == ("fout", "niet gehaald", ROW["failing_keys"])
    assert one["eis"].startswith("Teller en noemer")
    assert one["waarom"].startswith("Geen getal")
    assert json.loads(json.dumps(told)) == told


def test_real_data_are_not_marked(tmp_path):
    assert verdict([CLEAN], Workspace.at(tmp_path).create("real"))["markering"] is None


@pytest.mark.parametrize("severity", ["warning", "error", "fatal"])
def test_an_expectation_that_saw_no_row_blocks_whatever_its_severity(severity):
    with pytest.raises(GateRefused, match="closure"):
        refuse_if_failing([CLEAN, {**CLEAN, "severity": severity, "outcome": "empty", "looked_at": 0}])


def test_no_outcome_at_all_does_not_pass():
    with pytest.raises(GateRefused, match="nothing was checked"):
        refuse_if_failing([])


def test_the_verdict_tells_how_many_rows_were_looked_at(workspace):
    told = verdict([{**CLEAN, "outcome": "empty", "looked_at": 0}], workspace)
    [one] = told["reeksen"][0]["verwachtingen"]
    assert (told["oordeel"], one["uitkomst"], one["bekeken_rijen"]) == ("afgekeurd", "niets bekeken", 0)
