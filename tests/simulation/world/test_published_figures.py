"""Published figures as intervals, and what the definition asks."""

import pytest

from dagster_project.simulation.world.definitions import least_governments
from dagster_project.simulation.world.published_figures import counts_of_share, interval


def test_published_values_leave_the_interval_of_their_decimals():
    assert interval("28") == (27.5, 28.5)
    assert interval("11.3") == pytest.approx((11.25, 11.35))
    assert list(counts_of_share("11.3", 1750)) == [197, 198]
    assert list(counts_of_share("11.3", 30)) == [3]


def test_the_definition_says_how_many_governments():
    assert [least_governments(snapshot) for snapshot in (2017, 2020, 2024)] == [1, 1, 2]
