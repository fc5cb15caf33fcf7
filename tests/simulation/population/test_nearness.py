"""Who takes part: near ones first, by lot and not by code, and about as unevenly as in the register."""

from collections import Counter
from statistics import mean, pstdev

import pytest

from dagster_project.simulation.population.births import new_drafts
from dagster_project.simulation.population.draft import Books
from dagster_project.simulation.population.nearness import from_near_to_far
from dagster_project.simulation.world.geography import country_of, municipality_distance
from dagster_project.simulation.world.inhabitants import thousands_of_inhabitants
from tests.simulation.spread import memberships, spearman
from tests.simulation.whole_country import SNAPSHOTS, whole

IN_THE_REGISTER = 0.05
"""Rank correlation of inhabitants with joint arrangements in force at the end of 2024, over 342 municipalities."""
ERROR = 0.106
"""Two standard errors of a rank correlation of 342 pairs."""


@pytest.mark.parametrize("snapshot", SNAPSHOTS)
def test_the_code_of_a_municipality_says_nothing_of_how_often_it_takes_part(snapshot):
    counts = list(memberships(whole(), snapshot).values())
    assert abs(spearman(range(len(counts)), counts)) < 0.1


def test_inhabitants_say_as_little_as_in_the_register():
    counts = memberships(whole(), 2024)
    people = thousands_of_inhabitants(2024)
    found = spearman([people[one] for one in counts], list(counts.values()))
    assert found == pytest.approx(IN_THE_REGISTER, abs=ERROR)


def test_municipalities_differ_about_as_much_as_in_the_register():
    """There the standard deviation is 28% of a mean of nine; of a mean of 43 chance alone takes less."""
    counts = list(memberships(whole(), 2024).values())
    assert 0.18 < pstdev(counts) / mean(counts) < 0.30


def test_the_order_goes_from_near_to_far_and_differs_by_collaboration():
    books = Books(country_of(None, SNAPSHOTS, 1), 1, snapshot=2024)
    one, other = (books.new("gm0014") for _ in range(2))
    orders = [from_near_to_far(books, draft, "gm") for draft in (one, other)]
    for order in orders:
        far = [municipality_distance("gm0014", body) for body in order]
        assert far == sorted(far)
        assert sorted(order) == sorted(books.country.of("gm", 2024))
    assert orders[0] != orders[1]
    assert from_near_to_far(books, one, "gm") == orders[0]


def test_collaborations_begin_around_each_municipality_about_as_often():
    books = Books(country_of(40, SNAPSHOTS, 1), 1, snapshot=2024)
    there = books.country.of("gm", 2024)
    begun = Counter(draft.anchor for draft in new_drafts(books, 3 * len(there) + 1))
    assert set(begun) == set(there)
    assert sorted(begun.values()) == [3] * (len(there) - 1) + [4]
