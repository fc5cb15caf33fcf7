"""The gate refuses, says why and names the keys; the verdict tells the same in Dutch."""

import json

import pytest

from dagster_project.quality import refuse_if_failing, stop_if_fatal, verdict
from dagster_project.workspace import GateRefused, Workspace, frame_of

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


def test_an_error_is_refused_with_the_waiver_that_would_let_it_pass():
    with pytest.raises(GateRefused) as refused:
        refuse_if_failing([ROW])
    assert "kind=waiver target=closure expect=25 ends_on=" in str(refused.value)


@pytest.mark.parametrize("change", [{"severity": "fatal"}, {"outcome": "not_run"}])
def test_what_cannot_be_waived_is_refused_without_one(change):
    with pytest.raises(GateRefused) as refused:
        refuse_if_failing([{**ROW, **change}])
    assert "kind=waiver target" not in str(refused.value)


@pytest.mark.parametrize("outcome", ["failed", "not_run", "empty"])
def test_a_run_ends_where_something_fatal_does_not_pass(outcome):
    with pytest.raises(GateRefused, match="stop the run") as stopped:
        stop_if_fatal([CLEAN, {**ROW, "severity": "fatal", "outcome": outcome}])
    assert "total|19" in str(stopped.value)


@pytest.mark.parametrize("change", [{}, {"severity": "warning"}, {"severity": "fatal", "outcome": "passed"}])
def test_a_run_goes_on_where_nothing_fatal_fails(change):
    assert stop_if_fatal([{**ROW, **change}]) is None


def test_the_verdict_says_what_is_said_otherwise_than_in_the_release_before(workspace):
    assert verdict([CLEAN], workspace)["sinds_vorige_uitgave"] is None
    for name, rows in (("2024.1", [CLEAN, {**CLEAN, "expectation_id": "stock_and_flow"}]), ("2024.2", [CLEAN])):
        path = workspace.releases / name / "tabellen" / "quality_result.parquet"
        path.parent.mkdir(parents=True)
        frame_of("quality_result", rows).write_parquet(path)
    now = [ROW, {**CLEAN, "expectation_id": "every_cell_in_closure"}]
    told = verdict(now, workspace, "2024.2")["sinds_vorige_uitgave"]
    assert told["uitgave"] == "2024.1"
    assert told["nieuwe_verwachtingen"] == ["every_cell_in_closure"]
    assert told["vervallen_verwachtingen"] == ["stock_and_flow"]
    assert [one["verwachting"] for one in told["andere_uitkomst"]] == ["closure"]
    assert verdict(now, workspace)["sinds_vorige_uitgave"]["uitgave"] == "2024.2"
