"""Every expectation passes on a clean register and, with its planted fault, fails in both its forms."""

import copy

import pytest
import yaml

from dagster_project.quality import declared, evaluate, refuse_if_failing
from dagster_project.quality.declaration import FOLDER, SEVERITIES, SUITES, question_of
from dagster_project.workspace import GateRefused
from tests.quality.faults import FAULTS
from tests.quality.register import clean, write

EXPECTATIONS = {e.id: e for e in declared()}


def test_every_expectation_has_a_planted_fault_and_every_fault_an_expectation():
    assert set(FAULTS) == set(EXPECTATIONS)


def test_the_suites_are_the_files():
    assert sorted(p.stem for p in FOLDER.glob("*.yml")) == sorted(SUITES)
    assert all(question_of(suite).endswith("?") for suite in SUITES)


@pytest.mark.parametrize("expectation", EXPECTATIONS.values(), ids=list(EXPECTATIONS))
def test_an_expectation_is_well_formed(expectation):
    assert expectation.severity in SEVERITIES
    assert expectation.why.endswith(".")
    assert expectation.eis.endswith(".")
    assert expectation.waarom.endswith(".")
    assert len(expectation.why) > 40
    # YAML reads yes, no, on and off as true and false; as the name of a column that is a trap.
    assert all(isinstance(v, str) for k, v in expectation.kwargs.items() if k == "column")


def test_no_suite_names_a_threshold_twice():
    """A number of the arguments is bound in the SQL, not written there again."""
    for path in FOLDER.glob("*.yml"):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["expectations"]:
            for name in ("min_value", "max_value", "regex", "value_set"):
                if name in entry["gx"]["kwargs"]:
                    assert f"${name}" in entry["failing_sql"], f"{entry['id']} does not bind {name}"


def test_the_clean_register_passes(workspace):
    rows = evaluate(workspace)
    assert [r["expectation_id"] for r in rows if r["outcome"] != "passed"] == []
    assert len(rows) == len(EXPECTATIONS)


@pytest.mark.parametrize("id_", FAULTS)
def test_a_planted_fault_fails_in_both_forms(workspace, id_):
    before = clean()
    spoilt = copy.deepcopy(before)
    FAULTS[id_].spoil(spoilt)
    write(workspace, {name: rows for name, rows in spoilt.items() if rows != before[name]})
    [row] = evaluate(workspace, expectations=[EXPECTATIONS[id_]])
    assert (row["outcome"], row["failing_keys"]) == ("failed", list(FAULTS[id_].keys)), row["observed"]
    assert row["failing_count"] == len(FAULTS[id_].keys)


@pytest.mark.parametrize("suite", SUITES)
def test_a_failing_error_of_every_suite_blocks_a_release(workspace, suite):
    id_ = next(e.id for e in EXPECTATIONS.values() if e.suite == suite and e.severity != "warning")
    tables = clean()
    FAULTS[id_].spoil(tables)
    write(workspace, tables)
    with pytest.raises(GateRefused) as refused:
        refuse_if_failing(evaluate(workspace, [suite]))
    assert id_ in {r["expectation_id"] for r in refused.value.failing}
    assert FAULTS[id_].keys[0] in str(refused.value)
