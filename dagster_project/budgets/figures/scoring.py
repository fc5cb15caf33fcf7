"""What speaks for an interpretation of a record: few named features, each with its weight.

Belongs here: the features and their weights, as log-odds. Does not belong here: which interpretations there are
(`choice`).
"""

import math
from collections.abc import Iterable, Sequence

from dagster_project.budgets.figures.model import BEGIN, DEBT, END, EQUITY
from dagster_project.budgets.figures.moments import ACCOUNT, PLAN
from dagster_project.budgets.figures.slots import Slot

WEIGHTS = {
    "quantity": 1.0,  # per log-odd that the labels give to the quantity
    "unnamed": -2.0,  # no label or word tells of any quantity
    "no_figure": -0.5,  # a cell that says that there is no figure
    "prose": -0.5,  # running text, where other things are told as well
    "prose_beside_labels": -3.0,  # running text, where a label of this quantity has an amount
    "year_like": -3.0,  # the number may be a year
    "edge_said": 2.0,  # the place says that it is of this edge of the year
    "edge_denied": -5.0,  # it says the other edge
    "edge_by_year": 1.0,  # its year or date, beside that of the other edge, says so
    "edge_by_order": 0.5,  # it stands before or behind the other edge
    "edge_unsaid": -2.0,  # a begin alone that does not say to be one
    "order_against": -5.0,  # the begin is later than the end
    "gap": -1.0,  # per year more or less than one between begin and end
    "not_latest": -2.5,  # per later moment of the same quantity that is left
    "plan_of_same_year": -1.5,  # a plan, where accounts of the same year are there
    "between": -2.5,  # per moment between begin and end that is left
    "far_apart": -1.0,  # per power of ten beyond the first between begin and end
    "same_moments": 1.0,  # equity and debt are of the same moment
    "other_moments": -2.0,  # they are of different ones
    "begin_of_other": 3.0,  # a begin alone is of the moment at which the other quantity begins
    "result_of_end": 1.0,  # the result is of the year at whose end the equity is told
    "result_latest": 0.5,  # it is the latest that is told
    "arithmetic": 2.5,  # the result is the change of equity, half of it for a small result, which may be so by chance
    "repeated": -1.5,  # another place before it has the same labels
    "unit_against_label": -6.0,  # another unit than the labels of the amount give
    "unit_against_near": -5.0,  # another unit than a text beside gives, less per text between
    "unit_farther": 0.25,  # what one text between takes off
    "unit_unsaid": -7.5,  # thousands that nothing tells of: where no unit is written, figures are euros
    "million_unsaid": -9.0,  # millions that nothing tells of
    "implausible": -1.0,  # per unit of surprise at the size of the amounts
    "consensus": 1.0,  # the same place is this column in most records of the document
}
"""The weights, as log-odds."""
TYPICAL, BELOW, ABOVE = 6.7, 1.2, 1.6
"""Power of ten of a typical equity or debt in euros, and its spread to both sides: banks and networks have billions."""
SMALLEST, LARGEST = 1e3, 5e11
"""Euros: a body whose amounts are all smaller, or one of which is larger, is unlikely."""
BY_CHANCE = 50
"""Roundings: a smaller result may be the change of equity by chance."""
_TOO_SMALL, _TOO_LARGE, _MOST = 3.0, 8.0, 4.0


def own_score(slot: Slot, quantity: str) -> float:
    """What a place has of its own for a quantity, whatever the other places are."""
    total = WEIGHTS["quantity"] * slot.evidence(quantity)
    total += WEIGHTS["unnamed"] * (not slot.told)
    total += WEIGHTS["prose"] * slot.value.prose
    total += WEIGHTS["no_figure"] * (slot.value.number.value is None)
    return total + WEIGHTS["year_like"] * slot.value.year_like


def source_score(slot: Slot, same: Sequence[Slot]) -> float:
    """What running text counts less where a labelled place tells of the same quantity."""
    labelled = any(not s.value.prose and s.value.number.value is not None for s in same)
    return WEIGHTS["prose_beside_labels"] * (slot.value.prose and labelled)


def pair_score(begin: Slot | None, end: Slot | None, same: Sequence[Slot], stocks: Sequence[Slot]) -> float:
    """What the moments of two places say for begin and end of a quantity; `same` are all places of that quantity,
    `stocks` those of equity and debt."""
    total = 0.0
    if begin is not None:
        total += _edge(begin, BEGIN, end)
    if end is not None:
        total += _edge(end, END, begin)
    if begin is not None and end is not None and begin is not end:
        total += _order(begin, end, same)
    if end is not None:
        later = [s for s in stocks if s is not begin and s is not end and _later(s, end, s in same)]
        total += WEIGHTS["not_latest"] * min(2, len({_when(s) for s in later}))
        plans = [s for s in same if s is not end and end.kind == PLAN and s.kind == ACCOUNT and _same_year(s, end)]
        total += WEIGHTS["plan_of_same_year"] * bool(plans)
    return total


def _edge(slot: Slot, edge: str, other: Slot | None) -> float:
    if slot is other:  # one amount for both moments
        return WEIGHTS["edge_said"] if slot.also is not None else 2 * WEIGHTS["edge_denied"]
    if slot.edge == edge:
        if edge == BEGIN or other is None or other.edge == BEGIN or other.time is None or slot.time is None:
            return WEIGHTS["edge_said"]
        return WEIGHTS["edge_said"] if other.time < slot.time else WEIGHTS["edge_denied"]
    if slot.edge is not None:
        is_of_two_ends = other is not None and slot.time is not None and other.time is not None
        if edge == BEGIN and is_of_two_ends and slot.time < other.time:
            return WEIGHTS["edge_by_year"]
        return WEIGHTS["edge_denied"]
    if other is None:
        return WEIGHTS["edge_unsaid"] if edge == BEGIN else WEIGHTS["edge_by_order"]
    if slot.time is not None and other.time is not None:
        return WEIGHTS["edge_by_year"]
    return WEIGHTS["edge_by_order"] if (slot.order < other.order) == (edge == BEGIN) else WEIGHTS["edge_unsaid"]


def _order(begin: Slot, end: Slot, same: Sequence[Slot]) -> float:
    total = 0.0
    if begin.time is not None and end.time is not None:
        gap = end.time - begin.time
        if gap <= 0:
            total += WEIGHTS["order_against"]
        else:
            total += WEIGHTS["gap"] * min(3, abs(gap - 1))
            inside = {
                _when(s) for s in same if s.time is not None and begin.time < s.time - _DAYS < end.time - 2 * _DAYS
            }
            total += WEIGHTS["between"] * min(2, len(inside))
            plans = [s for s in same if begin.kind == PLAN and s.kind == ACCOUNT and _same_year(s, begin)]
            total += WEIGHTS["plan_of_same_year"] * bool(plans)
    elif begin.edge is None and end.edge is None:
        inside = [s for s in same if begin.order < s.order < end.order]
        total += WEIGHTS["between"] * min(2, len(inside))
    one, other = amount_of(begin, 1.0), amount_of(end, 1.0)
    if one and other:
        total += WEIGHTS["far_apart"] * max(0.0, abs(math.log10(abs(one / other))) - 1)
    return total


_DAYS = 0.02
"""A week in years: moments that are nearer to each other are one."""


def _when(slot: Slot) -> float:
    return round(slot.time, 1) if slot.time is not None else float(slot.order)


def _later(slot: Slot, than: Slot, by_order: bool = True) -> bool:
    if slot.time is not None and than.time is not None:
        return slot.time > than.time + _DAYS
    untold = slot.moment is None and than.moment is None
    return by_order and untold and slot.order > than.order


def _same_year(one: Slot, other: Slot) -> bool:
    return one.time is not None and other.time is not None and int(one.time) == int(other.time)


def result_score(slot: Slot, results: Sequence[Slot]) -> float:
    """What the moment of a place says for the result, beside the other places of results."""
    total = WEIGHTS["edge_denied"] if slot.edge == BEGIN else 0.0
    others = [s for s in results if s is not slot]
    if any(_later(s, slot) for s in others):
        return total + WEIGHTS["not_latest"]
    plans = [s for s in others if slot.kind == PLAN and s.kind == ACCOUNT and _same_year(s, slot)]
    return total + WEIGHTS["result_latest"] + WEIGHTS["plan_of_same_year"] * bool(plans)


def together_score(pairs: dict[str, tuple[Slot | None, Slot | None]], result: Slot | None) -> float:
    """What the moments of equity, debt and result say to each other."""
    total = 0.0
    for one, other in zip(pairs[EQUITY], pairs[DEBT], strict=True):
        if one is not None and other is not None and one.time is not None and other.time is not None:
            agree = abs(one.time - other.time) < _DAYS and one.kind == other.kind
            total += WEIGHTS["same_moments"] if agree else WEIGHTS["other_moments"]
    for (begin, end), (other, _) in ((pairs[EQUITY], pairs[DEBT]), (pairs[DEBT], pairs[EQUITY])):
        if begin is not None and other is not None and end is None and begin.edge is None:
            total += WEIGHTS["begin_of_other"] * (None is not begin.time == other.time)
    end = pairs[EQUITY][1] or pairs[DEBT][1]
    if result is not None and end is not None and result.time is not None and end.time is not None:
        total += WEIGHTS["result_of_end"] * (
            _same_year(result, end) and (result.kind == end.kind or result.kind is None)
        )
    return total


def arithmetic_score(begin: float | None, end: float | None, result: float | None, step: float) -> float:
    """Whether the result is the change of equity, to a rounding by `step`."""
    if None in (begin, end, result) or not result:
        return 0.0
    weight = WEIGHTS["arithmetic"] / (1 if abs(result) >= BY_CHANCE * step else 2)
    return weight * (abs(end - begin - result) <= 1.01 * step)


def size_score(euros: Iterable[float]) -> float:
    """How little surprising the sizes of amounts of equity and debt are, in euros."""
    sizes = [abs(value) for value in euros if value]
    if not sizes:
        return 0.0
    middle = sorted(map(math.log10, sizes))[len(sizes) // 2]
    spread = ABOVE if middle > TYPICAL else BELOW
    surprise = min(_MOST, ((middle - TYPICAL) / spread) ** 2 / 2)
    surprise += _TOO_SMALL * (max(sizes) < SMALLEST) + _TOO_LARGE * (max(sizes) > LARGEST)
    return WEIGHTS["implausible"] * surprise


def amount_of(slot: Slot, unit: float) -> float | None:
    """The amount of a place in euros, where amounts without a scale of their own are in this unit."""
    number = slot.value.number
    return None if number.value is None else number.value * (number.scale or unit)
