"""Colours can be told apart, also by who is colour-blind, and stand out from the paper."""

from itertools import combinations

import pytest

from dagster_project.charts.style import SERIES

# What is left of red, green and blue (linear) without the one or the other cone, after Viénot, Brettel and Mollon.
CONES = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "no green": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


@pytest.mark.parametrize("eyes", CONES)
def test_series_differ_for_all_eyes(eyes):
    seen = {
        c: [max(0.0, sum(w * p for w, p in zip(row, linear(c), strict=True))) for row in CONES[eyes]] for c in SERIES
    }
    for one, other in combinations(SERIES, 2):
        distance = sum((a ** (1 / 3) - b ** (1 / 3)) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert distance > 0.15, (one, other)


@pytest.mark.parametrize("colour", SERIES)
def test_a_colour_stands_out_from_white_paper(colour):
    assert 1.05 / (luminance(colour) + 0.05) >= 3
