"""What did not run is an error; a waiver covers one failing error until its day; all is named."""

import time
from dataclasses import replace
from datetime import date

import pytest

from dagster_project.decisions import add_decisions
from dagster_project.quality import declared, evaluate
from dagster_project.workspace import WrongUse, write_table
from tests.quality.register import clean, write

EXPECTATIONS = {e.id: e for e in declared()}
WAIVER = {
    "decided_on": date(2025, 2, 1),
    "role": "registerbeheerder",
    "reviewer": "BZK-07",
    "second_reviewer": "BZK-11",
    "kind": "waiver",
    "target": "one_to_eight_themes",
    "reason": "codeboek in herziening",
    "ends_on": date(2025, 1, 31),
}


def _one(workspace, id_="one_to_eight_themes", **changes):
    [row] = evaluate(workspace, expectations=[replace(EXPECTATIONS[id_], **changes)])
    return row


@pytest.fixture
def failing(workspace):
    """A workspace in which `one_to_eight_themes` fails on one row."""
    themes = [t for t in clean()["theme"] if (t["snapshot"], t["collaboration_id"]) != (2024, "sv0000001")]
    write_table(workspace, "theme", themes)
    return workspace


def test_a_missing_table_is_not_run(workspace):
    (workspace.tables / "closure.parquet").unlink()
    row = _one(workspace, "closure")
    assert (row["outcome"], row["looked_at"]) == ("not_run", 0)
    assert str(workspace.root) not in row["observed"]


def test_the_rows_looked_at_are_those_of_the_check_and_not_of_the_table(failing):
    row = _one(failing)
    assert (row["outcome"], row["failing_count"]) == ("failed", 1)
    assert row["looked_at"] == len(clean()["collaboration"])
    assert row["looked_at"] != len(clean()["theme"]) - 1


@pytest.mark.parametrize(
    "changes",
    [
        {"failing_sql": "select key from rowz"},
        {"failing_sql": "select key, themes from rows"},
        {"rows": "select 1 as key"},
        {"rows": "selec"},
        {"type": "expect_nothing_of_the_kind"},
        {"kwargs": {"column": "themes", "min_value": 8, "max_value": 1}},
    ],
)
def test_what_cannot_run_is_not_run(workspace, changes):
    row = _one(workspace, **changes)
    assert row["outcome"] == "not_run"
    assert row["observed"].startswith("could not run: ")


def test_neither_is_believed_where_the_sql_lists_nothing_and_the_other_fails(failing):
    row = _one(failing, failing_sql="select key from rows where false")
    assert (row["outcome"], row["failing_count"]) == ("not_run", 0)


def test_neither_is_believed_where_the_sql_lists_what_the_other_passes(workspace):
    row = _one(workspace, failing_sql="select key from rows")
    assert (row["outcome"], row["failing_count"]) == ("not_run", 6)


def test_rows_keep_the_contract_and_repeat(failing):
    rows = evaluate(failing)
    assert write_table(failing, "quality_result", rows).height == len(EXPECTATIONS)
    assert evaluate(failing) == rows


def test_a_suite_alone(workspace):
    assert {r["suite"] for r in evaluate(workspace, ["privacy"])} == {"privacy"}
    with pytest.raises(WrongUse, match="no suite privaci"):
        evaluate(workspace, ["privaci"])


def test_a_waiver_covers_a_failing_error(failing):
    add_decisions(failing, None, "waiver", [WAIVER])
    row = _one(failing)
    assert (row["outcome"], row["waiver_id"]) == ("waived", "all/0001-002")
    assert row["failing_keys"] == ["2024|sv0000001"]


@pytest.mark.parametrize(
    ("waiver", "as_of"),
    [
        ({"ends_on": date(2025, 1, 30)}, None),  # the newest delivery is of 31 January
        ({}, date(2025, 2, 1)),
        ({"target": "closure"}, None),
        ({"expect": "2"}, None),  # it was given for two failing rows
    ],
)
def test_a_waiver_covers_nothing_else(failing, waiver, as_of):
    add_decisions(failing, None, "waiver", [{**WAIVER, **waiver}])
    [row] = evaluate(failing, expectations=[EXPECTATIONS["one_to_eight_themes"]], as_of=as_of)
    assert (row["outcome"], row["waiver_id"]) == ("failed", None)


def test_a_fatal_and_what_did_not_run_cannot_be_waived(failing):
    add_decisions(failing, None, "waiver", [WAIVER])
    assert _one(failing, severity="fatal")["outcome"] == "failed"
    assert _one(failing, failing_sql="select key from rows where false")["outcome"] == "not_run"


def test_all_expectations_on_the_register_take_seconds(workspace):
    _one(workspace)  # the import of Great Expectations is paid here
    begin = time.process_time()  # of this process: others on the machine do not count
    evaluate(workspace)
    assert time.process_time() - begin < 10


def test_every_failing_key_is_listed(workspace):
    refusals = [
        {
            "refusal_id": f"rf{n:04d}",
            "stage": "reading",
            "file_name": "a",
            "locator": "row=1",
            "reason": "corrupt",
            "detail": "x",
        }
        for n in range(1000)
    ]
    write(workspace, {"refusal": refusals})
    row = _one(workspace, "nothing_refused")
    assert row["failing_keys"] == [r["refusal_id"] for r in refusals]


def test_what_looked_at_no_row_is_empty_unless_that_is_declared_possible(workspace):
    nothing = {"rows": "select key, deliveries from (select '' as key, 1 as deliveries) where false"}
    nothing |= {"kwargs": {"column": "deliveries", "max_value": 1}}
    assert _one(workspace, "one_file_one_snapshot", **nothing)["outcome"] == "empty"
    row = _one(workspace, "one_file_one_snapshot", may_be_empty="Er is niets geleverd.", **nothing)
    assert (row["outcome"], row["looked_at"]) == ("passed", 0)
