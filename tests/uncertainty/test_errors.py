"""Errors measured in blind samples: exact bounds, agreement, and shares corrected for what was found."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import hypergeom

from dagster_project.uncertainty.errors import Audit, Unit, classes, confusions, corrected, error_rates
from dagster_project.uncertainty.errors.agreement import agreements, cohens_kappa
from dagster_project.uncertainty.errors.audit import adjudicated
from dagster_project.uncertainty.errors.correction import corrected_shares
from dagster_project.uncertainty.errors.intervals import TAIL, Bounds, errors_in, summed

A, B, AB = frozenset("a"), frozenset("b"), frozenset("ab")


def audit(units, sizes, register=None, answers=None, attribute="theme"):
    return Audit("0001-x", attribute, 2024, tuple(units), sizes, tuple(register or ()), answers or {})


@given(st.data())
def test_the_bounds_are_those_of_the_hypergeometric_distribution(data):
    population = data.draw(st.integers(1, 120))
    sampled = data.draw(st.integers(1, population))
    errors = data.draw(st.integers(0, sampled))
    found = errors_in(population, sampled, errors)
    possible = [
        wrong
        for wrong in range(errors, population - sampled + errors + 1)
        if hypergeom.sf(errors - 1, population, wrong, sampled) > TAIL
        and hypergeom.cdf(errors, population, wrong, sampled) > TAIL
    ]
    assert (found.lower, found.upper) == (min(possible), max(possible))
    narrow = errors_in(population, sampled, errors, mid_p=True)
    assert found.lower <= narrow.lower <= narrow.upper <= found.upper


def test_a_census_has_no_interval_and_no_sample_says_nothing():
    assert errors_in(50, 50, 3) == Bounds(3.0, 3.0, 3.0)
    assert errors_in(50, 0, 0) == Bounds(25.0, 0.0, 50.0)


def test_the_bounds_of_a_sum_are_wider_than_of_one_and_narrower_than_their_sum():
    one, other = Bounds(10, 6, 16), Bounds(5, 2, 9)
    total, difference = summed([(one, 1), (other, 1)]), summed([(one, 1), (other, -1)])
    assert (total.estimate, total.lower, total.upper) == pytest.approx((15, 10, 15 + 52**0.5))
    assert (difference.lower, difference.upper) == pytest.approx((5 - 32**0.5, 5 + 45**0.5))


def test_kappa_is_agreement_beyond_chance():
    pairs = [(A, A)] * 20 + [(A, B)] * 5 + [(B, A)] * 10 + [(B, B)] * 15
    assert cohens_kappa(pairs) == pytest.approx(0.4)
    assert cohens_kappa([(A, A)] * 5) is None
    one, other = ({i: p[side] for i, p in enumerate(pairs)} for side in (0, 1))
    [row] = agreements([audit([], {}, answers={"BZK-01": one, "BZK-02": other})])
    assert (row["items"], row["agreed"], row["kappa"]) == (50, 35, pytest.approx(0.4))
    assert row["lower"] < 0.4 < row["upper"]


@pytest.mark.parametrize(
    ("answers", "true"), [([A], A), ([A, A], A), ([A, B], None), ([A, B, B], B), ([A, B, AB], None), ([], None)]
)
def test_two_that_differ_are_settled_by_a_third(answers, true):
    assert adjudicated(answers) == true


def test_over_and_undercount_are_told_apart():
    units = [Unit("rule", AB, A), Unit("rule", A, AB), Unit("rule", A, A), Unit("rule", A, B)]
    rows = {(r["stratum"], r["direction"]): r["errors"] for r in error_rates([audit(units, {"rule": 40})])}
    assert rows == {(s, d): n for s in ("rule", "all") for d, n in
                    (("any", 3), ("overcounted", 2), ("undercounted", 2))}  # fmt: skip


def test_an_item_that_nobody_settled_may_be_either():
    known = [Unit("rule", A, A)] * 9
    rates = [next(iter(error_rates([audit([*known, last], {"rule": 100})])))
             for last in (Unit("rule", A, A), Unit("rule", A, None), Unit("rule", A, B))]  # fmt: skip
    right, unsettled, wrong = rates
    assert unsettled["rate"] == 0
    assert unsettled["lower"] <= right["lower"]
    assert unsettled["upper"] >= wrong["upper"]


def test_strata_weigh_by_their_size():
    units = [Unit("doubtful", A, B), Unit("doubtful", A, A), Unit("rule", A, A), Unit("rule", A, A)]
    [whole] = [r for r in error_rates([audit(units, {"doubtful": 10, "rule": 90})])
               if (r["stratum"], r["direction"]) == ("all", "any")]  # fmt: skip
    assert whole["rate"] == pytest.approx(5.0)


def test_the_matrix_has_the_truth_in_rows_and_weighs_to_the_population():
    units = [Unit("rule", A, A), Unit("rule", B, A), Unit("source", A, A)]
    rows = {(r["true_value"], r["published_value"]): (r["items"], r["weight"])
            for r in confusions([audit(units, {"rule": 20, "source": 5}, attribute="goal")])}  # fmt: skip
    assert rows == {("a", "a"): (2, 15.0), ("a", "b"): (1, 10.0)}
    themes = confusions([audit([Unit("rule", AB, A)], {"rule": 1})])
    assert {(r["true_value"], r["published_value"]) for r in themes} == {("a", "a"), ("none", "b")}


def test_a_share_is_corrected_by_what_is_wrongly_in_and_wrongly_out():
    register = [("rule", A)] * 60 + [("rule", B)] * 40
    units = [*[Unit("rule", A, A)] * 8, *[Unit("rule", A, B)] * 2, *[Unit("rule", B, B)] * 9, Unit("rule", B, A)]
    found = corrected(audit(units, {"rule": 100}, register), lambda value: "a" in value)
    assert (found.published, found.overcounted, found.undercounted) == (60, 12.0, 4.0)
    assert found.corrected.estimate == 52.0
    assert found.corrected.lower < 52 < found.corrected.upper


def test_a_sample_without_errors_still_has_an_interval():
    register = [("rule", A)] * 60 + [("rule", B)] * 40
    units = [Unit("rule", A, A)] * 10 + [Unit("rule", B, B)] * 10
    found = corrected(audit(units, {"rule": 100}, register), lambda value: "a" in value).corrected
    assert found.lower < found.estimate == 60 < found.upper


def test_every_figure_on_a_coded_attribute_is_corrected():
    assert {f for f, _ in classes("legal_form")} == {"legal_form_group", "independent_share"}
    assert {f for f, _ in classes("theme")} == {"theme_share", "theme_pair_share", "theme_count_share"}
    units = [Unit("rule", frozenset(["bv"]), frozenset(["convenant"]))] * 3
    register = [("rule", frozenset(["bv"]))] * 3
    rows = {(r["figure"], r["category"]): r for r in
            corrected_shares([audit(units, {"rule": 3}, register, attribute="legal_form")])}  # fmt: skip
    private, other = rows["legal_form_group", "private"], rows["legal_form_group", "other"]
    assert (private["published"], private["corrected"], private["overcounted"]) == (100, 0, 100)
    assert (other["published"], other["corrected"], other["undercounted"]) == (0, 100, 100)


def test_the_intervals_hold_the_truth_in_small_countries():
    """Sixty draws of one country: a nominal 95% that held less than 90% of them would be wrong."""
    drawing = random.Random(5)
    population = [
        ("doubtful" if i % 4 == 0 else "rule", A if i % 3 else B, A if (i % 3 and i % 8) or i % 21 == 0 else B)
        for i in range(160)
    ]
    sizes = {s: sum(p[0] == s for p in population) for s in ("doubtful", "rule")}
    truth, held = sum(p[2] == A for p in population), 0
    for _ in range(60):
        units = [Unit(*p) for s in sizes for p in drawing.sample([p for p in population if p[0] == s], 20)]
        found = corrected(audit(units, sizes, [p[:2] for p in population]), lambda value: value == A).corrected
        held += found.lower <= truth <= found.upper
    assert held >= 54
