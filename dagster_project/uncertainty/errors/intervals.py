"""Intervals for a number of errors in a finite population, of a sample without replacement.

Belongs here: exact bounds by the hypergeometric distribution, and how bounds of strata become those of their sum. Does
not belong here: what an error is.

The exact interval is that of equal tails: every number of errors under which neither as many nor as few as were seen
would be rarer than 2.5%. Its coverage is never below 95%. The mid-p interval counts half of what was seen in each tail;
its coverage is 95% on average, and it is here for its width only, with which the exact one is compared.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

TAIL = 0.025 + 1e-9
"""Of each side: an interval of 95%. What is just so rare is rare, however its last digits were rounded."""


@dataclass(frozen=True)
class Bounds:
    """An estimate with what it may be at least and at most."""

    estimate: float
    lower: float
    upper: float

    def scaled(self, factor: float) -> "Bounds":
        """All three times a factor above nought."""
        return Bounds(self.estimate * factor, self.lower * factor, self.upper * factor)


def errors_in(population: int, sampled: int, errors: int, mid_p: bool = False) -> Bounds:
    """How many of a population are wrong, where `errors` of `sampled` are.

    Nothing sampled says nothing: from nought to all, with a half as estimate.
    """
    if not sampled:
        return Bounds(population / 2, 0.0, float(population))
    return Bounds(population * errors / sampled, *map(float, _bounds(population, sampled, errors, mid_p)))


@lru_cache(maxsize=100_000)
def _bounds(population: int, sampled: int, errors: int, mid_p: bool) -> tuple[int, int]:
    least, most = errors, population - sampled + errors
    own = 0.5 if mid_p else 1.0

    def too_few(wrong: int) -> bool:
        """Whether so many as were seen would be rare, were only `wrong` wrong."""
        return _above(population, wrong, sampled, errors, own) <= TAIL

    def too_many(wrong: int) -> bool:
        return _above(population, population - wrong, sampled, sampled - errors, own) <= TAIL

    lower = _first(least, most, lambda wrong: not too_few(wrong))
    upper = most - _first(0, most - least, lambda less: not too_many(most - less))
    return lower, max(lower, upper)


def _first(low: int, high: int, holds) -> int:
    """The first number from `low` for which something holds that holds for all after it; `high` at the latest."""
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def _above(population: int, wrong: int, sampled: int, seen: int, own: float) -> float:
    """The probability of more than `seen` wrong ones in the sample, and `own` times that of just as many."""
    first, last = max(0, sampled - (population - wrong)), min(wrong, sampled)
    if seen < first:
        return 1.0
    if seen > last:
        return 0.0
    all_ways = _ways(population, sampled)
    chances = [
        math.exp(_ways(wrong, x) + _ways(population - wrong, sampled - x) - all_ways) for x in range(seen, last + 1)
    ]
    return sum(chances[1:]) + own * chances[0]


@lru_cache(maxsize=200_000)
def _ways(items: int, chosen: int) -> float:
    """The logarithm of the number of ways to choose."""
    return math.lgamma(items + 1) - math.lgamma(chosen + 1) - math.lgamma(items - chosen + 1)


def summed(parts: Iterable[tuple[Bounds, int]]) -> Bounds:
    """Bounds of a sum of independent estimates, each times 1 or -1.

    The distances from estimate to bound are added as variances are (MOVER, the method of variance estimates recovery):
    no part need be normal or have a variance above nought, so a stratum without errors still widens the interval.
    """
    estimate, below, above = 0.0, 0.0, 0.0
    for bounds, sign in parts:
        down, up = bounds.estimate - bounds.lower, bounds.upper - bounds.estimate
        estimate += sign * bounds.estimate
        below += (down if sign > 0 else up) ** 2
        above += (up if sign > 0 else down) ** 2
    return Bounds(estimate, estimate - math.sqrt(below), estimate + math.sqrt(above))
