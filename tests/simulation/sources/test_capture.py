"""Who sees what: nobody sees the unseen; some see nothing; captures depend, unless they are made not to."""

import math
from collections import defaultdict

import pytest

from dagster_project.simulation.sources import every_source
from dagster_project.simulation.sources.capture import (
    acknowledged_members,
    complete_reporter,
    in_edition,
    kind_of,
    observable,
    omits,
)
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.truth.capture import captures
from dagster_project.simulation.truth.figures import is_counted
from dagster_project.simulation.world.organisations import listed_name
from tests.simulation.reported import observed
from tests.simulation.small_country import collaboration, population
from tests.simulation.whole_country import SNAPSHOTS, whole


@pytest.mark.parametrize("snapshot", [2017, 2024])
def test_in_a_faultless_country_all_reports_together_hold_every_member(snapshot):
    country, by = population(), Conditions(5, faultless=True)
    observations, faults = observed(country, by, snapshot)
    assert faults == []
    for one in observable(country, snapshot):
        said = [o for o in observations if o.truth_id == one.truth_id]
        assert {o.reporter for o in said} == set(one.participants)
        found = {name for o in said for name in o.participants_written}
        assert {listed_name(member, snapshot) for member in acknowledged_members(one)} <= found
        assert set(one.non_government) <= found
    assert complete_reporter(collaboration(1, 2024, ()), 3) is None


def test_nobody_sees_what_is_not_inventoried():
    country = population()
    for snapshot in (2017, 2024):
        observations, _ = observed(country, Conditions(1), snapshot)
        assert observations
        assert "t000009" not in {o.truth_id for o in observations}


def told(by: Conditions) -> dict[str, set[str]]:
    """Source to what it tells of what counts in 2024, in the whole country."""
    count = {one.truth_id for one in whole().collaborations if one.snapshot == 2024 and is_counted(one)}
    found = defaultdict(set)
    for snapshot, truth_id, source, is_told, _ in captures(whole(), every_source.told(whole(), by, SNAPSHOTS)[0]):
        if snapshot == 2024 and is_told and truth_id in count:
            found[source].add(truth_id)
    return {"truth": count, **found}


def chapman(one: set, other: set) -> tuple[float, float]:
    """Chapman's estimate of all from two captures, and its standard error."""
    first, second, both = len(one), len(other), len(one & other)
    estimate = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))
    return estimate, math.sqrt(variance)


@pytest.fixture(scope="module")
def dependent():
    return told(Conditions(20))


def test_some_are_in_no_source_and_informal_ones_most_of_all(dependent):
    seen = set().union(*(ids for source, ids in dependent.items() if source != "truth"))
    rows = {one.truth_id: one for one in whole().collaborations if one.snapshot == 2024}
    shares = {}
    for kind in ("body", "agreement", "consultation"):
        some = [i for i in dependent["truth"] if kind_of(rows[i].legal_form) == kind and not rows[i].statutory_system]
        shares[kind] = sum(i not in seen for i in some) / len(some)
    assert 0 < shares["body"] < shares["agreement"] < shares["consultation"] < 0.15


def test_an_estimate_from_budgets_and_survey_is_too_low_where_captures_depend(dependent):
    estimate, error = chapman(dependent["budget"], dependent["survey"])
    assert estimate + 3 * error < len(dependent["truth"])


def test_the_estimate_is_right_where_captures_are_independent():
    found = told(Conditions(20, independent=True))
    estimate, error = chapman(found["budget"], found["survey"])
    assert abs(estimate - len(found["truth"])) < 2 * error
    assert len(found["budget"]) < 0.9 * len(found["truth"])


def test_a_faultless_country_is_told_of_whole():
    found = told(Conditions(20, faultless=True))
    assert found["budget"] == found["truth"]


def test_what_few_take_part_in_or_was_just_founded_is_known_less():
    from datetime import date

    def left_out(**changes) -> int:
        ones = [collaboration(7, 2024, members, truth_id=f"t{n:06d}", **changes) for n in range(400)]
        return sum(omits(one, "gm0014", Conditions(1)) for one in ones)

    members = ("gm0014", "gm0037", "gm0047", "gm1680", "gm1699")
    usual = left_out()
    assert usual < left_out(founded_on=date(2024, 3, 1))
    members = members[:2]
    assert usual < left_out()


def test_what_an_edition_once_held_it_goes_on_to_hold():
    by = Conditions(3)
    ones = [collaboration(7, 2020, ("gm0014", "gm0037"), truth_id=f"t{n:06d}") for n in range(200)]
    held = [in_edition(one, by) for one in ones]
    assert 0 < sum(held) < len(held)
    assert held == [in_edition(one, by) for one in ones]
