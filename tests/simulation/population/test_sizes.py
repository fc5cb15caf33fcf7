"""How many municipalities take part: as skewed as in the register of joint arrangements, round the published mean."""

import pytest

from dagster_project.simulation.truth.figures import counted
from tests.simulation.whole_country import whole

REGISTER = {0.5: 6, 0.9: 15, 0.99: 26}
"""Municipalities per arrangement in force at the end of 2024, at these shares of all; their mean is 7.3."""
LARGER = 9.0 / 7.3
"""The article's mean over that of the register: what is no joint arrangement is larger."""


@pytest.mark.parametrize("share", REGISTER)
def test_sizes_are_spread_as_in_the_register(share):
    sizes = sorted(sum(body.startswith("gm") for body in one.participants) for one in counted(whole())[2024])
    sizes = [size for size in sizes if size]
    assert sizes[int(share * (len(sizes) - 1))] == pytest.approx(REGISTER[share] * LARGER, rel=0.2)


def test_nobody_has_more_than_a_province():
    assert max(len(one.participants) for one in whole().collaborations) <= 70
