"""Inhabitants: every municipality has some, and a merger moves them."""

import pytest

from dagster_project.simulation.world.geography import existing_ids
from dagster_project.simulation.world.inhabitants import thousands_of_inhabitants


@pytest.mark.parametrize("snapshot", [2017, 2020, 2024])
def test_every_municipality_has_inhabitants_and_no_other_has(snapshot):
    assert set(thousands_of_inhabitants(snapshot)) == set(existing_ids("gm", snapshot))
    assert sum(thousands_of_inhabitants(snapshot).values()) == pytest.approx(16_983)


def test_who_took_others_in_has_theirs_and_a_divided_one_gives_equal_parts():
    before, after = thousands_of_inhabitants(2017), thousands_of_inhabitants(2020)
    assert after["gm0014"] == before["gm0014"] + before["gm0017"] + before["gm0009"]
    assert "gm0017" not in after
