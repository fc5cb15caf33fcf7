"""How many no list has: a range with its assumptions, and silence where the lists cannot say."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import nchypergeom_fisher

from dagster_project.uncertainty.coverage import ODDS_RATIOS, Listed, Seen, estimates, population
from dagster_project.uncertainty.coverage.lists import listed, seen_by
from dagster_project.uncertainty.coverage.two_lists import LEAST, can_be_estimated
from tests.quality.register import clean, write

BUDGET, ADDED, SHOWN = "budget", "survey_unprompted", "survey_prompted"


def one(*lists, sent=False, form="other", public_law=False):
    return Listed(form, "3-5", public_law, frozenset(lists), sent)


@settings(deadline=None, max_examples=25)
@given(st.integers(7, 25), st.integers(0, 15), st.integers(0, 15), st.sampled_from(ODDS_RATIOS))
def test_the_bounds_are_those_of_the_noncentral_hypergeometric_distribution(both, first, second, ratio):
    seen = Seen(both, first, second)
    found = population(seen, ratio)

    def tails(size):
        law = nchypergeom_fisher(int(size), both + first, both + second, ratio)
        return law.cdf(both), law.sf(both - 1)

    assert found.lower <= found.estimate + 1
    assert min(tails(found.lower)) > 0.0249
    if first and second:
        assert min(tails(found.upper)) > 0.0249
        assert tails(found.upper + 1)[1] < 0.0251
    narrow = population(seen, ratio, mid_p=True)
    assert found.lower <= narrow.lower <= narrow.upper <= found.upper


def test_independent_lists_hold_the_truth_and_dependent_ones_do_not_unless_it_is_assumed():
    drawing, held = random.Random(3), {1.0: [0, 0], 4.0: [0, 0]}
    for ratio, counts in held.items():
        for _ in range(60):
            both = first = second = 0
            for _ in range(150):
                on_first = drawing.random() < 0.6
                odds = (1.0 if on_first else 1 / ratio) * 1.2
                on_second = drawing.random() < odds / (1 + odds)
                both += on_first and on_second
                first += on_first and not on_second
                second += on_second and not on_first
            for place, assumed in enumerate((1.0, ratio)):
                found = population(Seen(both, first, second), assumed)
                counts[place] += found.lower <= 150 <= found.upper
    assert held[1.0][0] >= 54
    assert held[4.0][1] >= 54
    assert held[4.0][0] < 30


def test_a_link_that_was_missed_makes_two_of_one():
    assert Seen(90, 20, 30).relinked(0.1, 0.0) == Seen(100, 10, 20)
    assert Seen(90, 20, 30).relinked(0.0, 0.1).both == pytest.approx(81)
    assert Seen(90, 2, 30).relinked(0.1, 0.0).only_first == 0


def test_what_was_shown_and_what_was_added_are_lists_of_their_own():
    some = [one(BUDGET), one(BUDGET, ADDED), one(ADDED), one(BUDGET, SHOWN, sent=True), one(SHOWN, sent=True)]
    assert seen_by((BUDGET, ADDED), some) == Seen(1, 1, 1)
    assert seen_by((BUDGET, SHOWN), some) == Seen(1, 0, 1)


def test_the_register_counts_among_forms_of_public_law_only():
    some = [one(BUDGET, "register", public_law=True), one(ADDED, public_law=True), one("register"), one(BUDGET)]
    assert seen_by(("budget_or_survey", "register"), some) == Seen(1, 1, 0)


def test_no_estimate_without_its_assumption():
    some = [one(BUDGET, ADDED)] * 20 + [one(BUDGET)] * 10 + [one(ADDED)] * 5
    rows = [r for r in estimates(2024, (BUDGET, ADDED), some, missed=0.0) if r["stratum_of"] == "all"]
    assert [r["odds_ratio"] for r in rows] == list(ODDS_RATIOS)
    assert all("Alleen als" in r["assumption_nl"] for r in rows)
    totals = [r["estimate"] for r in rows]
    assert totals == sorted(totals)
    assert rows[2]["estimate"] == pytest.approx(35 + 50 / 21)


@pytest.mark.parametrize(
    ("some", "why"),
    [
        ([one(BUDGET)] * 20, "ontbreekt of noemt hier niets"),
        ([one(ADDED)] * 20, "ontbreekt of noemt hier niets"),
        ([one(BUDGET)] * 20 + [one(BUDGET, ADDED)] * (LEAST - 1), "minder dan 7"),
    ],
)
def test_what_cannot_be_estimated_says_why(some, why):
    rows = list(estimates(2024, (BUDGET, ADDED), some, missed=0.0))
    assert {r["estimate"] for r in rows} == {None}
    assert all(r["assumption_nl"].startswith("Niet te schatten") and why in r["assumption_nl"] for r in rows)
    assert not can_be_estimated(Seen(LEAST - 1, 50, 50))
    assert math.isfinite(population(Seen(LEAST, 50, 50), 1.0).upper)


def test_lists_are_those_of_the_mentions(workspace):
    tables = clean()
    told = next(m for m in tables["mention"] if m["snapshot"] == 2024)
    tables["mention"] += [
        {**told, "mention_id": f"x{n}", "source": source} for n, source in enumerate(("budget", "survey", "survey"))
    ]
    home = next(r["collaboration_id"] for r in tables["link"] if r["mention_id"] == told["mention_id"])
    tables["link"] += [{**tables["link"][0], "mention_id": f"x{n}", "collaboration_id": home} for n in range(3)]
    tables["survey_answer"] = [
        {"answer_id": "sa1", "delivery_id": "d0000003", "snapshot": 2024, "organisation_id": "gm0037",
         "locator": "row=9", "mention_id": "x1", "kind": "added", "status": "applied"}
    ]  # fmt: skip
    write(workspace, tables)
    [first, second] = sorted(listed(workspace)[2024], key=lambda x: len(x.lists))
    assert second.lists == {"register", BUDGET, ADDED, SHOWN}
    assert (second.sent, second.public_law) == (True, True)
    assert (first.lists, first.sent) == ({"register"}, False)
