"""Interpretations of the places of a record, up to a count: pairs for begin and end, results, and units.

Belongs here: proposing, each part with its own score. Does not belong here: what speaks for a part (`scoring`), and
which parts go together best (`choice`).
"""

import itertools
from collections.abc import Mapping, Sequence

from dagster_project.budgets.figures.model import DEBT, EQUITY, QUANTITIES, RESULT, Record
from dagster_project.budgets.figures.scoring import WEIGHTS, own_score, pair_score, result_score, source_score
from dagster_project.budgets.figures.slots import Slot, near_units
from dagster_project.budgets.figures.units import EURO, MILLION, THOUSAND

PLACES, PAIRS, RESULTS = 12, 12, 6
"""At most so many places of a quantity, pairs of begin and end, and results are weighed."""
HOPELESS = -4.0
"""A place with less of its own is not proposed."""
REACH = 8.0
"""A part that is so much worse than the best one is not weighed with the others."""
Units = tuple[float, ...]
Pair = tuple[int | None, int | None, float]
Common = Mapping[tuple, str]
"""By the key of a place the column that it is in most records of the document."""


def units_of(slots: Sequence[Slot], record: Record) -> list[tuple[Units, float]]:
    """Units of the places with what is told against them: what the labels and texts say, or one for all."""
    near = near_units(record)
    nearest = near[0][0] if near else EURO
    labelled = {slot.units[0] for slot in slots if slot.units}
    found: dict[Units, float] = {tuple(slot.units[0] if slot.units else nearest for slot in slots): 0.0}
    for unit in (EURO, THOUSAND, MILLION):
        cost = WEIGHTS["unit_against_label"] * bool(labelled - {unit}) + _against_near(unit, near)
        if not labelled and not near:
            cost += {EURO: 0.0, THOUSAND: WEIGHTS["unit_unsaid"], MILLION: WEIGHTS["million_unsaid"]}[unit]
        units = (unit,) * len(slots)
        found[units] = max(cost, found.get(units, cost))
    return list(found.items())


def _against_near(unit: float, near: Sequence[tuple[float, float]]) -> float:
    """What the nearest text that gives another unit counts, unless this unit is given nearer."""
    other = min((distance for one, distance in near if one != unit), default=None)
    own = min((distance for one, distance in near if one == unit), default=None)
    if other is None or (own is not None and own < other):
        return 0.0
    return WEIGHTS["unit_against_near"] + WEIGHTS["unit_farther"] * min(_FARTHEST, other)


_FARTHEST = 8.0


def pairs_of(slots: Sequence[Slot], quantity: str, common: Common) -> list[Pair]:
    """The best pairs of places for begin and end, with their scores; no place at all among them."""
    scores, likely = _likely(slots, quantity)
    same = [slots[n] for n in likely if _is_of(slots[n], quantity)]
    stocks = [slot for slot in slots if _is_of(slot, EQUITY) or _is_of(slot, DEBT)]
    found: list[Pair] = []
    for b, e in itertools.product([None, *likely], repeat=2):
        if b == e and (b is None or slots[b].also is None):
            continue
        begin, end = (slots[b] if b is not None else None), (slots[e] if e is not None else None)
        total = pair_score(begin, end, same, stocks)
        for place, column in ((b, f"{quantity}_begin"), (e, f"{quantity}_end")):
            if place is not None:
                total += scores[place] + source_score(slots[place], same) + _agreed(slots[place], column, common)
        found.append((b, e, total))
    return _best(found, (None, None, 0.0))[:PAIRS]


def results_of(slots: Sequence[Slot], common: Common) -> list[tuple[int | None, float]]:
    """The best places for the result, with their scores; no place at all among them."""
    scores, likely = _likely(slots, RESULT)
    same = [slots[n] for n in likely if _is_of(slots[n], RESULT)]
    found: list[tuple[int | None, float]] = []
    for n in likely:
        total = scores[n] + result_score(slots[n], same) + source_score(slots[n], same)
        found.append((n, total + _agreed(slots[n], RESULT, common)))
    return _best(found, (None, 0.0))[:RESULTS]


def is_bounded(slots: Sequence[Slot]) -> bool:
    """Whether a record has more places of a quantity than are weighed."""
    return any(sum(own_score(slot, quantity) > HOPELESS for slot in slots) > PLACES for quantity in QUANTITIES)


def _best(found: list, none: tuple) -> list:
    """The parts that may belong to the best interpretation, the best first; `none` among them, in the second place at
    most, so that no bound cuts it off."""
    found.sort(key=lambda one: -one[-1])
    reached = [one for one in found if one[-1] >= max(found[0][-1], 0.0) - REACH]
    return [*reached[:1], none, *reached[1:]]


def _likely(slots: Sequence[Slot], quantity: str) -> tuple[dict[int, float], list[int]]:
    """The score of each place for a quantity, and the places that are worth proposing, the best first."""
    seen: set[tuple] = set()
    scores = {}
    for n, slot in enumerate(slots):
        scores[n] = own_score(slot, quantity) + WEIGHTS["repeated"] * (slot.key in seen)
        seen.add(slot.key)
    return scores, sorted((n for n in scores if scores[n] > HOPELESS), key=lambda n: (-scores[n], n))[:PLACES]


def _is_of(slot: Slot, quantity: str) -> bool:
    own = slot.evidence(quantity)
    return own > 0 and own >= max(map(slot.evidence, QUANTITIES))


def _agreed(slot: Slot, column: str, common: Common) -> float:
    other = common.get(slot.key)
    return 0.0 if other is None else WEIGHTS["consensus"] * (1 if other == column else -1)
