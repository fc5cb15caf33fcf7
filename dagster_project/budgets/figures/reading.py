"""Records to figures: the records of one shape are interpreted together, then each gives its values with their doubts.

Belongs here: putting the parts together, and when something is in doubt. Does not belong here: choosing (`choice`).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dagster_project.budgets.figures.choice import Chosen, chosen
from dagster_project.budgets.figures.model import DEBT, EQUITY, OTHER, RESULT, Figure, Left, Reading, Record
from dagster_project.budgets.figures.quantities import is_of_something
from dagster_project.budgets.figures.scoring import LARGEST, SMALLEST, amount_of
from dagster_project.budgets.figures.slots import Slot, near_units, slots_of
from dagster_project.documents.text import one_line

CLOSE = 2.0
"""Log-odds: an interpretation that is less better than another one is in doubt."""
_HALF_A_YEAR = 0.5
SMALL = 1e5
"""Euros: where half of the amounts of a document without a word on the unit are smaller, they may be thousands."""
UNIT_UNCLEAR = "unit_unclear"
FACTOR = 30.0
"""Times that begin and end of a quantity may differ before they are unlikely."""


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
        figures[column] = Figure(
            round(euros, 2), _text(slot), slot.cell.locator, _doubts(column, slots, choice, amounts),
            _signs(column, slot, choice, euros),
        )  # fmt: skip
        if small and euros and _is_unsaid(slot) and UNIT_UNCLEAR not in figures[column].doubts:
            figures[column] = replace(figures[column], doubts=(UNIT_UNCLEAR, *figures[column].doubts))
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


def _doubts(column: str, slots: Sequence[Slot], choice: Chosen, amounts: Mapping[str, float | None]) -> tuple[str, ...]:
    slot, euros = slots[choice.places[column]], amounts[column]
    number = slot.value.number
    found = []
    if choice.unit_margin < CLOSE and not number.scale and euros:
        found.append(UNIT_UNCLEAR)
    if choice.margins[column] < CLOSE:
        found.append(_why(column, slots, choice))
    if _is_of_another_moment(column, slots, choice):
        found.append("moment_unclear")
    if slot.value.year_like:
        found.append("number_is_a_year")
    if (number.other is not None and not number.scale and "," not in number.digits) or slot.value.split:
        found.append("other_reading_close")
    if _unlikely(column, euros, amounts):
        found.append("amounts_unlikely")
    return tuple(dict.fromkeys(found))


def _why(column: str, slots: Sequence[Slot], choice: Chosen) -> str:
    """Of what the two best interpretations are of different minds."""
    rival = choice.rivals[column]
    if rival is None:
        return "quantity_unclear"
    one, other = slots[choice.places[column]], slots[rival]
    return "moment_unclear" if one.told == other.told else "quantity_unclear"


def _is_of_another_moment(column: str, slots: Sequence[Slot], choice: Chosen) -> bool:
    """Whether equity and debt are told of different years, and this is the earlier one: its own may not be given."""
    quantity, _, edge = column.partition("_")
    other = choice.places.get(f"{DEBT if quantity == EQUITY else EQUITY}_{edge}") if edge else None
    if other is None:
        return False
    time, of_other = slots[choice.places[column]].time, slots[other].time
    return time is not None and of_other is not None and of_other - time > _HALF_A_YEAR


def _unlikely(column: str, euros: float, amounts: Mapping[str, float | None]) -> bool:
    known = [abs(a) for a in amounts.values() if a]
    if known and (max(known) < SMALLEST or abs(euros) > LARGEST):
        return True
    quantity, _, edge = column.partition("_")
    other = amounts.get(f"{quantity}_{'end' if edge == 'begin' else 'begin'}") if edge else None
    return bool(other and euros and not 1 / FACTOR < abs(euros / other) < FACTOR)


def _signs(column: str, slot: Slot, choice: Chosen, euros: float) -> dict[str, float]:
    return {
        "margin": min(choice.margins[column], choice.unit_margin if euros and not slot.value.number.scale else 99.0),
        "place_margin": choice.margins[column],
        "unit_margin": choice.unit_margin,
        "evidence": slot.evidence(column.partition("_")[0]),
        "prose": float(slot.value.prose),
        "own_scale": float(bool(slot.value.number.scale)),
        "bounded": float(choice.bounded),
    }


def _left(slots: Sequence[Slot], choice: Chosen) -> tuple[Left, ...]:
    used = set(choice.places.values())
    return tuple(
        Left(_text(slot), slot.cell.locator, _left_why(slot))
        for n, slot in enumerate(slots)
        if n not in used and slot.value.number.value is not None
    )


def _left_why(slot: Slot) -> str:
    if not slot.told:
        return "other_quantity" if any(map(is_of_something, slot.cell.labels[-1:])) else "unexplained"
    return "other_quantity" if max(slot.told, key=lambda name: slot.told[name]) == OTHER else "other_moment"
