"""Which place of a record is which figure, and in which unit: interpretations are proposed and scored, one is taken.

Belongs here: proposing them, up to a count, and the margins between them. Does not belong here: what speaks for one
(`scoring`), and what is told of the doubt (`reading`).
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dagster_project.budgets.figures.model import COLUMNS, DEBT, EQUITY, QUANTITIES, RESULT, Record
from dagster_project.budgets.figures.scoring import (
    WEIGHTS,
    amount_of,
    arithmetic_score,
    own_score,
    pair_score,
    result_score,
    size_score,
    source_score,
    together_score,
)
from dagster_project.budgets.figures.slots import Slot, near_units
from dagster_project.budgets.figures.units import EURO, MILLION, THOUSAND

PLACES, PAIRS, RESULTS, ROWS = 12, 12, 6, 24
"""At most so many places per quantity, pairs of begin and end, results and records of one shape are weighed."""
MOST = 20.0
"""The margin where there is no other interpretation."""
HOPELESS = -4.0
"""A place with less of its own is not proposed."""
Units = tuple[float, ...]
Choice = tuple[int | None, ...]
"""The index of the place of each column."""


@dataclass(frozen=True)
class Chosen:
    """The best interpretation of records of one shape: the place of each column, the unit of each place, and by how
    much it is better than the best interpretation in which the column, or the unit, is another."""

    places: Mapping[str, int]
    units: Units
    score: float
    margins: Mapping[str, float]
    unit_margin: float
    rivals: Mapping[str, int | None] = field(default_factory=dict)
    bounded: bool = False


def chosen(rows: Sequence[Sequence[Slot]], record: Record, common: Mapping[tuple, str]) -> Chosen:
    """The best interpretation of records whose places are the same; `rows` holds the places of each, `record` is one of
    them, and `common` says which column a place is in other records of the document."""
    rows = rows[:ROWS]
    first = rows[0]
    hypotheses = _hypotheses(first, record)
    pairs = {q: _pairs(first, q, common) for q in (EQUITY, DEBT)}
    results = _results(first, common)
    best: dict[tuple[str, int | None], float] = {}
    by_unit: dict[Units, float] = {}
    top: tuple[float, Choice, Units] = (float("-inf"), (None,) * len(COLUMNS), (EURO,) * len(first))
    combined = list(_combined(first, pairs, results))
    for units, told in hypotheses:
        for places, score in combined:
            total = score + told + _amounts_score(rows, places, units)
            if total > top[0]:
                top = (total, places, units)
            effective = _effective(first, places, units)
            by_unit[effective] = max(total, by_unit.get(effective, total))
            for column, place in zip(COLUMNS, places, strict=True):
                if total > best.get((column, place), float("-inf")):
                    best[column, place] = total
    score, places, units = top
    margins, rivals = {}, {}
    for column, place in zip(COLUMNS, places, strict=True):
        others = {other: total for (name, other), total in best.items() if name == column and other != place}
        rival = max(others, key=lambda other: others[other], default=None)
        margins[column] = score - others[rival] if others else MOST
        rivals[column] = rival
    own = _effective(first, places, units)
    other_units = [total for effective, total in by_unit.items() if _differs(effective, own)]
    return Chosen(
        {column: place for column, place in zip(COLUMNS, places, strict=True) if place is not None},
        units, score, margins, score - max(other_units) if other_units else MOST, rivals,
        len(first) > PLACES,
    )  # fmt: skip


def _hypotheses(slots: Sequence[Slot], record: Record) -> list[tuple[Units, float]]:
    """Units of the places with what is told for and against them: what the labels and texts say, or one for all."""
    near = near_units(record)
    nearest = near[0][0] if near else EURO
    said = tuple(slot.units[0] if slot.units else nearest for slot in slots)
    found: dict[Units, float] = {said: 0.0}
    labelled = {slot.units[0] for slot in slots if slot.units}
    for unit in (EURO, THOUSAND, MILLION):
        cost = WEIGHTS["unit_against_label"] * bool(labelled - {unit})
        against = [distance for other, distance in near if other != unit]
        support = [distance for other, distance in near if other == unit]
        if against and not (support and min(support) < min(against)):
            cost += min(-0.5, WEIGHTS["unit_against_near"] + WEIGHTS["unit_farther"] * min(8.0, *against))
        if not labelled and not near:
            cost += {EURO: 0.0, THOUSAND: WEIGHTS["unit_unsaid"], MILLION: WEIGHTS["million_unsaid"]}[unit]
        units = tuple([unit] * len(slots))
        found[units] = max(cost, found.get(units, cost))
    return list(found.items())


def _pairs(
    slots: Sequence[Slot], quantity: str, common: Mapping[tuple, str]
) -> list[tuple[int | None, int | None, float]]:
    """The best pairs of places for begin and end, with their scores; no place at all among them."""
    scores = {n: own_score(slot, quantity) for n, slot in enumerate(slots)}
    likely = sorted((n for n in scores if scores[n] > HOPELESS), key=lambda n: (-scores[n], n))[:PLACES]
    same = [slots[n] for n in likely if _is_of(slots[n], quantity)]
    found: list[tuple[int | None, int | None, float]] = [(None, None, 0.0)]
    for b, e in itertools.product([None, *likely], repeat=2):
        if (b is None and e is None) or (b == e and slots[b].also is None):
            continue
        begin, end = (slots[b] if b is not None else None), (slots[e] if e is not None else None)
        total = pair_score(begin, end, same)
        for place, column in ((b, f"{quantity}_begin"), (e, f"{quantity}_end")):
            if place is not None:
                total += scores[place] + source_score(slots[place], same) + _agreed(slots[place], column, common)
        found.append((b, e, total))
    return sorted(found, key=lambda pair: -pair[2])[:PAIRS]


def _is_of(slot: Slot, quantity: str) -> bool:
    return slot.evidence(quantity) > 0 and slot.evidence(quantity) >= max(slot.evidence(q) for q in QUANTITIES)


def _results(slots: Sequence[Slot], common: Mapping[tuple, str]) -> list[tuple[int | None, float]]:
    scores = {n: own_score(slot, RESULT) for n, slot in enumerate(slots)}
    likely = sorted((n for n in scores if scores[n] > HOPELESS), key=lambda n: (-scores[n], n))[:PLACES]
    same = [slots[n] for n in likely if _is_of(slots[n], RESULT)]
    found: list[tuple[int | None, float]] = [(None, 0.0)]
    for n in likely:
        total = scores[n] + result_score(slots[n], same) + source_score(slots[n], same)
        found.append((n, total + _agreed(slots[n], RESULT, common)))
    return sorted(found, key=lambda one: -one[1])[:RESULTS]


def _agreed(slot: Slot, column: str, common: Mapping[tuple, str]) -> float:
    other = common.get(slot.key)
    return 0.0 if other is None else WEIGHTS["consensus"] * (1 if other == column else -1)


def _combined(slots, pairs, results):
    """All interpretations of the best pairs and results in which no place is two things."""
    for (eb, ee, one), (db, de, two) in itertools.product(pairs[EQUITY], pairs[DEBT]):
        used = {n for n in (eb, ee) if n is not None}
        if used & {db, de}:
            continue
        used |= {n for n in (db, de) if n is not None}
        both = {EQUITY: (_at(slots, eb), _at(slots, ee)), DEBT: (_at(slots, db), _at(slots, de))}
        for r, three in results:
            if r in used:
                continue
            yield (eb, ee, db, de, r), one + two + three + together_score(both, _at(slots, r))


def _at(slots: Sequence[Slot], place: int | None) -> Slot | None:
    return None if place is None else slots[place]


def _amounts_score(rows: Sequence[Sequence[Slot]], places: Choice, units: Units) -> float:
    """What the amounts say: their size, and the change of equity beside the result; the mean over the records."""
    sizes: list[float] = []
    arithmetic = 0.0
    eb, ee, _, _, r = places
    for slots in rows:
        sizes += [a for n in places[:4] if n is not None and (a := amount_of(slots[n], units[n]))]
        if eb is not None and ee is not None and r is not None:
            values = [amount_of(slots[n], units[n]) for n in (eb, ee, r)]
            arithmetic += arithmetic_score(*values, max(_step(slots[n], units[n]) for n in (eb, ee, r)))
    return size_score(sizes) + arithmetic / len(rows)


def _step(slot: Slot, unit: float) -> float:
    """What the last digit of an amount is worth, in euros."""
    number = slot.value.number
    decimals = len(number.digits.partition(",")[2]) if "," in number.digits else 0
    return (number.scale or unit) / 10**decimals


def _effective(slots: Sequence[Slot], places: Choice, units: Units) -> Units:
    """The units of the chosen places; None where an amount has its own scale or is nought."""
    return tuple(None if n is None or not _is_in_unit(slots[n]) else units[n] for n in places)


def _is_in_unit(slot: Slot) -> bool:
    number = slot.value.number
    return bool(number.value) and number.scale is None


def _differs(one: Units, other: Units) -> bool:
    return any(a is not None and b is not None and a != b for a, b in zip(one, other, strict=True))
