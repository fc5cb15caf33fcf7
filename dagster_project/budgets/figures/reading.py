"""Records to figures: the records of one shape are interpreted together, then each gives its values with their doubts.

Belongs here: putting the parts together, and what needs the whole document. Does not belong here: choosing
(`choice`), and when something is in doubt (`doubts`).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dagster_project.budgets.figures.choice import Chosen, chosen
from dagster_project.budgets.figures.doubts import doubts_of, other_euros, signs_of, why_left
from dagster_project.budgets.figures.model import RESULT, Figure, Left, Reading, Record
from dagster_project.budgets.figures.scoring import amount_of
from dagster_project.budgets.figures.slots import Slot, near_units, slots_of
from dagster_project.documents.text import one_line

SMALL = 1e5
"""Euros: where half of the amounts of a document without a word on the unit are smaller, they may be thousands."""


def figures_of(records: Sequence[Record]) -> list[Reading]:
    """The figures of each record of one document, in their order.

    Records whose amounts have the same labels are interpreted together, and what a place is in most records of the
    document speaks for the same in the others. Which interpretations are weighed is bounded by a count.
    """
    slots = [slots_of(record) for record in records]
    shapes: dict[tuple, list[int]] = defaultdict(list)
    for number, places in enumerate(slots):
        if places:
            shapes[tuple(slot.key for slot in places), _around(records[number])].append(number)
    found = {shape: _chosen(shape, shapes, slots, records, {}) for shape in shapes}
    common = _common(shapes, found, slots)
    for shape, choice in found.items():
        if not _agrees(choice, slots[shapes[shape][0]], common):
            found[shape] = _chosen(shape, shapes, slots, records, common)
    readings = [Reading()] * len(records)
    small = _is_small(shapes, found, slots, records)
    for shape, numbers in shapes.items():
        for number in numbers:
            readings[number] = _reading(slots[number], found[shape], small and not near_units(records[number]))
    return readings


def _is_small(shapes, found: Mapping[tuple, Chosen], slots, records) -> bool:
    """Whether the amounts for which the document tells no unit are so small that they may well be thousands."""
    sizes = sorted(
        abs(euros)
        for shape, numbers in shapes.items()
        for number in numbers
        if not near_units(records[number])
        for column, place in found[shape].places.items()
        if column != RESULT and _is_unsaid(slots[number][place])
        and (euros := amount_of(slots[number][place], found[shape].units[place]))
    )  # fmt: skip
    return bool(sizes) and sizes[len(sizes) // 2] < SMALL


def _is_unsaid(slot: Slot) -> bool:
    """Whether neither a label nor the amount itself tells its unit."""
    return not slot.units and not slot.value.number.scale and "€" not in slot.value.number.text


def _around(record: Record) -> tuple:
    """What tells the unit of a record: records are read together only where it is the same."""
    return record.near


def _chosen(shape, shapes, slots, records, common) -> Chosen:
    numbers = shapes[shape]
    return chosen([slots[number] for number in numbers], records[numbers[0]], common)


def _common(shapes, found: Mapping[tuple, Chosen], slots) -> dict[tuple, str]:
    """The column that each place is in most records."""
    votes: dict[tuple, Counter[str]] = defaultdict(Counter)
    for shape, numbers in shapes.items():
        places = slots[numbers[0]]
        for column, place in found[shape].places.items():
            votes[places[place].key][column] += len(numbers)
    return {key: counted.most_common(1)[0][0] for key, counted in votes.items()}


def _agrees(choice: Chosen, slots: Sequence[Slot], common: Mapping[tuple, str]) -> bool:
    of_place = {place: column for column, place in choice.places.items()}
    return all(common.get(slot.key) == of_place.get(n) for n, slot in enumerate(slots))


def _reading(slots: Sequence[Slot], choice: Chosen, small: bool) -> Reading:
    figures, empty = {}, {}
    amounts = {column: amount_of(slots[n], choice.units[n]) for column, n in choice.places.items()}
    for column, place in choice.places.items():
        slot, euros = slots[place], amounts[column]
        if euros is None:
            empty[column] = slot.value.meaning or "absent"
            continue
        doubts = doubts_of(column, slots, choice, amounts, small and bool(euros) and _is_unsaid(slot))
        figures[column] = Figure(
            round(euros, 2),
            _text(slot),
            slot.cell.locator,
            doubts,
            signs_of(column, slots, choice, amounts),
            other_euros(column, slots, choice, doubts),
        )
    return Reading(figures, _widened(empty, slots, choice), _left(slots, choice))


def _widened(empty: dict[str, str], slots: Sequence[Slot], choice: Chosen) -> dict[str, str]:
    """A field that does not apply, without a moment, does so at the begin and at the end."""
    for column in [c for c in empty if c.endswith("_end")]:
        other = column.replace("_end", "_begin")
        if other not in choice.places and slots[choice.places[column]].moment is None:
            empty[other] = empty[column]
    return empty


def _text(slot: Slot) -> str:
    return slot.value.number.text or one_line(slot.cell.text)


def _left(slots: Sequence[Slot], choice: Chosen) -> tuple[Left, ...]:
    used = set(choice.places.values())
    return tuple(
        Left(_text(slot), slot.cell.locator, why_left(slot, choice.places))
        for n, slot in enumerate(slots)
        if n not in used and slot.value.number.value is not None
    )
