"""Which place of a record is which figure, and in which unit: interpretations are weighed and the best is taken.

Belongs here: weighing the proposed parts together, and the margins between interpretations. Does not belong here:
proposing parts (`proposals`), what speaks for one (`scoring`), and what is told of the doubt (`reading`).
"""

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dagster_project.budgets.figures.model import COLUMNS, DEBT, EQUITY, Record
from dagster_project.budgets.figures.proposals import Common, Pair, Units, is_bounded, pairs_of, results_of, units_of
from dagster_project.budgets.figures.scoring import amount_of, arithmetic_score, size_score, together_score
from dagster_project.budgets.figures.slots import Slot

ROWS = 24
"""At most so many records of one shape are weighed together; they have the same labels, and so the same reading."""
MOST = 20.0
"""The margin where there is no other interpretation."""
Choice = tuple[int | None, ...]
"""The index of the place of each column."""


@dataclass(frozen=True)
class Chosen:
    """The best interpretation of records of one shape: the place of each column, the unit of each place, and by how
    much it is better than the best interpretation in which the column, or the unit, is another. `rivals` and
    `other_units` are what they are there."""

    places: Mapping[str, int]
    units: Units
    margins: Mapping[str, float]
    unit_margin: float
    rivals: Mapping[str, int | None] = field(default_factory=dict)
    other_units: Units = ()
    bounded: bool = False


def chosen(rows: Sequence[Sequence[Slot]], record: Record, common: Common) -> Chosen:
    """The best interpretation of records whose places are the same; `rows` holds the places of each, `record` is one of
    them, and `common` says which column a place is in other records of the document."""
    slots = rows[0]
    pairs = {quantity: pairs_of(slots, quantity, common) for quantity in (EQUITY, DEBT)}
    combined = list(_combined(slots, pairs, results_of(slots, common)))
    best: dict[tuple[str, int | None], float] = {}
    by_units: dict[Units, float] = {}
    top: tuple[float, Choice, Units] = (-math.inf, (), ())
    for units, told in units_of(slots, record):
        amounts = _Amounts(rows[:ROWS], units)
        by_units[units] = -math.inf
        for places, score in combined:
            total = score + told + amounts.score(places)
            by_units[units] = max(total, by_units[units])
            if total > top[0]:
                top = (total, places, units)
            for key in zip(COLUMNS, places, strict=True):
                if total > best.get(key, -math.inf):
                    best[key] = total
    score, places, units = top
    margins, rivals = _margins(score, places, best)
    others = {other: total for other, total in by_units.items() if _differs(slots, places, units, other)}
    other_units = max(others, key=lambda other: others[other], default=())
    return Chosen(
        {column: place for column, place in zip(COLUMNS, places, strict=True) if place is not None},
        units,
        margins,
        score - others[other_units] if others else MOST,
        rivals,
        other_units,
        is_bounded(slots),
    )


def _combined(
    slots: Sequence[Slot], pairs: Mapping[str, Sequence[Pair]], results: Sequence[tuple[int | None, float]]
) -> Iterator[tuple[Choice, float]]:
    """All interpretations of the best pairs and results in which no place is two things."""
    for (eb, ee, one), (db, de, two) in itertools.product(pairs[EQUITY], pairs[DEBT]):
        used = {n for n in (eb, ee) if n is not None}
        if used & {db, de}:
            continue
        used |= {n for n in (db, de) if n is not None}
        both = {EQUITY: (_at(slots, eb), _at(slots, ee)), DEBT: (_at(slots, db), _at(slots, de))}
        for r, three in results:
            if r not in used:
                yield (eb, ee, db, de, r), one + two + three + together_score(both, _at(slots, r))


def _at(slots: Sequence[Slot], place: int | None) -> Slot | None:
    return None if place is None else slots[place]


class _Amounts:
    """The euros of the places of all records in one hypothesis of units, and what they say for an interpretation."""

    def __init__(self, rows: Sequence[Sequence[Slot]], units: Units) -> None:
        self.rows, self.units = rows, units
        euros = [[amount_of(slots[n], unit) for slots in rows] for n, unit in enumerate(units)]
        self.sizes = [[abs(value) for value in column if value] for column in euros]
        self.euros = euros
        self.of_sizes: dict[tuple[int, ...], float] = {}
        self.of_result: dict[tuple[int, int, int], float] = {}

    def score(self, places: Choice) -> float:
        """What the sizes say, and the change of equity beside the result; the mean over the records."""
        stocks = tuple(n for n in places[:4] if n is not None)
        if stocks not in self.of_sizes:
            self.of_sizes[stocks] = size_score([size for n in stocks for size in self.sizes[n]])
        eb, ee, _, _, r = places
        if eb is None or ee is None or r is None:
            return self.of_sizes[stocks]
        if (eb, ee, r) not in self.of_result:
            self.of_result[eb, ee, r] = self._arithmetic(eb, ee, r)
        return self.of_sizes[stocks] + self.of_result[eb, ee, r]

    def _arithmetic(self, *places: int) -> float:
        total = 0.0
        for number, slots in enumerate(self.rows):
            step = max(_step(slots[n], self.units[n]) for n in places)
            total += arithmetic_score(*(self.euros[n][number] for n in places), step)
        return total / len(self.rows)


def _step(slot: Slot, unit: float) -> float:
    """What the last digit of an amount is worth, in euros."""
    number = slot.value.number
    decimals = len(number.digits.partition(",")[2]) if "," in number.digits else 0
    return (number.scale or unit) / 10**decimals


def _margins(
    score: float, places: Choice, best: Mapping[tuple[str, int | None], float]
) -> tuple[dict[str, float], dict[str, int | None]]:
    """By how much the interpretation beats the best one in which a column is another place, and that place."""
    margins, rivals = {}, {}
    for column, place in zip(COLUMNS, places, strict=True):
        others = {other: total for (name, other), total in best.items() if name == column and other != place}
        rivals[column] = max(others, key=lambda other: others[other], default=None)
        margins[column] = score - others[rivals[column]] if others else MOST
    return margins, rivals


def _differs(slots: Sequence[Slot], places: Choice, units: Units, other: Units) -> bool:
    """Whether other units make another amount of a place that was chosen."""
    return any(units[n] != other[n] and _is_in_unit(slots[n]) for n in places if n is not None)


def _is_in_unit(slot: Slot) -> bool:
    number = slot.value.number
    return bool(number.value) and number.scale is None
