"""Thresholds are proposed from what rows show, with a diff that a person may take over."""

import pytest

from dagster_project.quality import declared, proposals, thresholds_diff
from dagster_project.quality.thresholds import LEAST, Proposal, _beyond, refreshable
from tests.quality.register import clean, write


def test_every_reason_is_of_an_expectation_with_a_bound():
    bounded = {e.id for e in declared() if any(e.kwargs.get(b) for b in ("min_value", "max_value"))}
    assert set(refreshable().reasons) <= bounded


def test_too_few_rows_propose_nothing(workspace):
    found = {p.expectation_id: p for p in proposals(workspace)}
    assert found["coders_agree"].rows < LEAST
    assert found["coders_agree"].proposed is None
    assert thresholds_diff(list(found.values())) == ""


def test_a_proposal_lies_beyond_what_rows_keep_to_and_comes_with_a_diff(workspace):
    tables = clean()
    tables["audit_agreement"] = [
        {**tables["audit_agreement"][0], "sample_id": f"{n:04d}-theme", "kappa": 0.8 + n / 1000} for n in range(40)
    ]
    write(workspace, tables)
    [found] = [p for p in proposals(workspace) if p.expectation_id == "coders_agree"]
    assert (found.bound, found.now, found.keeps, found.proposed, found.looser) == ("min_value", 0.6, 0.8, 0.64, False)
    diff = thresholds_diff([found])
    assert "-      kwargs: {column: kappa, min_value: 0.6}\n+      kwargs: {column: kappa, min_value: 0.64}" in diff


@pytest.mark.parametrize(("proposed", "bound", "looser"), [(0.2, "max_value", True), (0.2, "min_value", False)])
def test_a_looser_bound_is_told(proposed, bound, looser):
    assert Proposal("x", "coverage", bound, 0.1, 99, 0.1, proposed, "why").looser is looser


@pytest.mark.parametrize(
    ("keeps", "bound", "value"),
    [(0.101, "max_value", 0.13), (20.0, "max_value", 25.0), (-20.0, "min_value", -25.0), (0.93, "min_value", 0.74),
     (-4.0, "max_value", -3.2)],
)  # fmt: skip
def test_the_margin_lets_more_pass(keeps, bound, value):
    assert _beyond(keeps, bound, 1.25) == pytest.approx(value)


def test_rows_that_show_nought_propose_nothing(workspace):
    tables = clean()
    tables["audit_agreement"] = [
        {**tables["audit_agreement"][0], "sample_id": f"{n:04d}-theme", "kappa": 0.0} for n in range(40)
    ]
    write(workspace, tables)
    [found] = [p for p in proposals(workspace) if p.expectation_id == "coders_agree"]
    assert (found.keeps, found.proposed) == (0.0, None)
