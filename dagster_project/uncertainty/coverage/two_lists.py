"""How many are on neither of two lists, for a given dependence between them.

Belongs here: the estimator and its bounds. Does not belong here: which lists there are, or which dependence is likely.

Of those in the population some stand on both lists, some on one, and some on none. Given how many stand on each, the
number on both follows Fisher's non-central hypergeometric distribution, whose odds ratio says how much likelier one
list makes the other; 1 is independence. The bounds are every population under which neither so many nor so few on both
would be rarer than 2.5%. The data cannot tell the odds ratio: it is assumed.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from dagster_project.uncertainty.errors.intervals import TAIL, Bounds

LEAST = 7
"""On both lists: with fewer the estimate is biased upwards and its bounds say next to nothing (the usual rule)."""
MOST_TIMES = 60
"""Of those seen: a population beyond this is told as this."""


@dataclass(frozen=True)
class Seen:
    """How many stand on both lists and on one only."""

    both: float
    only_first: float
    only_second: float

    @property
    def total(self) -> float:
        return self.both + self.only_first + self.only_second

    def relinked(self, missed: float, wrong: float) -> "Seen":
        """With links that were missed or made wrongly put right.

        A pair that was not linked counts once on either list and not on both; `missed` is their share of true pairs,
        `wrong` that of links between different ones. Neither changes how many stand on each list.
        """
        both = min(self.both * (1 - wrong) / (1 - missed), self.both + self.only_first, self.both + self.only_second)
        return Seen(both, self.only_first + self.both - both, self.only_second + self.both - both)


def can_be_estimated(seen: Seen) -> bool:
    """Whether enough stand on both lists."""
    return seen.both >= LEAST


def population(seen: Seen, odds_ratio: float, mid_p: bool = False) -> Bounds:
    """The size of the population under an odds ratio, by the estimator of Chapman, with bounds of 95%."""
    unseen = odds_ratio * seen.only_first * seen.only_second / (seen.both + 1)
    both, first, second = (round(n) for n in (seen.both, seen.only_first, seen.only_second))
    return Bounds(seen.total + unseen, *map(float, _bounds(both, both + first, both + second, odds_ratio, mid_p)))


@lru_cache(maxsize=50_000)
def _bounds(both: int, first: int, second: int, odds_ratio: float, mid_p: bool) -> tuple[int, int]:
    """In a small population as few on both would be rare, in a large one as many: the one bounds from below."""
    seen, own = first + second - both, 0.5 if mid_p else 1.0

    def tail(size: int, more: bool) -> float:
        chances = _chances(size, first, second, odds_ratio)
        beyond = sum(p for x, p in chances.items() if (x > both if more else x < both))
        return beyond + own * chances.get(both, 0.0)

    low, high = seen, seen
    while tail(low, False) <= TAIL and low < MOST_TIMES * max(seen, 1):
        low += _step(low, seen)
    low = _narrowed(max(seen, low - _step(low, seen)), low, lambda size: tail(size, False) > TAIL)
    while tail(high + _step(high, seen), True) > TAIL and high < MOST_TIMES * max(seen, 1):
        high += _step(high, seen)
    high = _narrowed(high, high + _step(high, seen), lambda size: tail(size, True) <= TAIL) - 1
    return min(low, high), max(low, high)


def _step(size: int, seen: int) -> int:
    return max(1, (size - seen) // 2 + seen // 20)


def _narrowed(low: int, high: int, holds) -> int:
    """The first size for which something holds that holds from there on."""
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def _chances(size: int, first: int, second: int, odds_ratio: float) -> dict[int, float]:
    """The probability of each number on both lists."""
    logs = {
        x: _ways(first, x) + _ways(size - first, second - x) + x * math.log(odds_ratio)
        for x in range(max(0, first + second - size), min(first, second) + 1)
    }
    largest = max(logs.values())
    weights = {x: math.exp(value - largest) for x, value in logs.items()}
    total = sum(weights.values())
    return {x: weight / total for x, weight in weights.items()}


def _ways(items: int, chosen: int) -> float:
    return math.lgamma(items + 1) - math.lgamma(chosen + 1) - math.lgamma(items - chosen + 1)
