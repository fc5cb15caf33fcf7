"""What is in doubt about a figure, what it would be otherwise, and named numbers from which a confidence is made.

Belongs here: the reasons and when each holds. Does not belong here: which interpretation is the best (`choice`).
"""

from collections.abc import Collection, Mapping, Sequence

from dagster_project.budgets.figures.choice import Chosen
from dagster_project.budgets.figures.model import BEGIN, DEBT, END, EQUITY, OTHER, RESULT
from dagster_project.budgets.figures.quantities import BOTH, is_of_something
from dagster_project.budgets.figures.scoring import LARGEST, SMALLEST, amount_of
from dagster_project.budgets.figures.slots import Slot
from dagster_project.budgets.figures.units import THOUSAND

CLOSE = 2.0
"""Log-odds: an interpretation that is less better than another one is in doubt."""
FACTOR = 30.0
"""Times that begin and end of a quantity may differ before they are unlikely."""
UNIT, MOMENT, QUANTITY = "unit_unclear", "moment_unclear", "quantity_unclear"
YEAR, READING, UNLIKELY = "number_is_a_year", "other_reading_close", "amounts_unlikely"
_HALF_A_YEAR = 0.5
_SHORT = 2
Amounts = Mapping[str, float | None]


def doubts_of(column: str, slots: Sequence[Slot], choice: Chosen, amounts: Amounts, small: bool) -> tuple[str, ...]:
    """The reasons for doubt of a figure. `amounts` are the euros of all columns of its record; `small`: the document
    tells no unit for it, and its amounts are so small that they may be thousands."""
    slot, euros = slots[choice.places[column]], amounts[column]
    found = []
    if small or (choice.unit_margin < CLOSE and not slot.value.number.scale and euros):
        found.append(UNIT)
    if choice.margins[column] < CLOSE:
        found.append(_why(column, slots, choice))
    if _is_of_another_moment(column, slots, choice):
        found.append(MOMENT)
    if slot.value.year_like:
        found.append(YEAR)
    if _has_other_notation(slot) or slot.value.split:
        found.append(READING)
    if _is_unlikely(column, euros, amounts):
        found.append(UNLIKELY)
    return tuple(dict.fromkeys(found))


def other_euros(column: str, slots: Sequence[Slot], choice: Chosen, doubts: Sequence[str]) -> float | None:
    """What a figure in doubt is in the next best interpretation; None where that has none."""
    place = choice.places[column]
    slot, unit = slots[place], choice.units[place]
    if UNIT in doubts:
        other = choice.other_units[place] if choice.unit_margin < CLOSE and choice.other_units else unit * THOUSAND
        return _rounded(amount_of(slot, other))
    if MOMENT in doubts or QUANTITY in doubts:
        rival = choice.rivals[column]
        return None if rival is None else _rounded(amount_of(slots[rival], choice.units[rival]))
    if READING in doubts and slot.value.number.other is not None:
        return _rounded(slot.value.number.other * (slot.value.number.scale or unit))
    return None


def signs_of(column: str, slots: Sequence[Slot], choice: Chosen, amounts: Amounts) -> dict[str, float]:
    """Named numbers of a figure: margins in log-odds, and facts between 0 and 1."""
    slot, euros = slots[choice.places[column]], amounts[column]
    in_unit = bool(euros) and not slot.value.number.scale
    return {
        "margin": min(choice.margins[column], choice.unit_margin) if in_unit else choice.margins[column],
        "place_margin": choice.margins[column],
        "unit_margin": choice.unit_margin,
        "evidence": slot.evidence(column.partition("_")[0]),
        "edge_said": float(slot.edge is not None),
        "time_said": float(slot.time is not None),
        "unit_said": float(bool(slot.units) or not in_unit),
        "money": float(slot.value.number.money),
        "prose": float(slot.value.prose),
        "own_scale": float(bool(slot.value.number.scale)),
        "adds_up": float(_adds_up(amounts)),
        "bounded": float(choice.bounded),
    }


def why_left(slot: Slot, filled: Collection[str]) -> str:
    """Why an amount is no figure: a small number without any mark of money is `no_amount`. One of a quantity of which
    no column is `filled` is unexplained, whatever its moment."""
    number = slot.value.number
    if slot.told:
        told = max(slot.told, key=lambda name: slot.told[name])
        if told == OTHER:
            return "other_quantity"
        return "other_moment" if told == BOTH or any(c.startswith(told) for c in filled) else "unexplained"
    if any(map(is_of_something, slot.cell.labels[-1:])):
        return "other_quantity"
    is_count = not number.money and (len(number.digits) <= _SHORT or "." in number.digits)
    return "no_amount" if is_count or slot.value.year_like else "unexplained"


def _rounded(euros: float | None) -> float | None:
    return None if euros is None else round(euros, 2)


def _why(column: str, slots: Sequence[Slot], choice: Chosen) -> str:
    """Of what the two best interpretations are of different minds."""
    rival = choice.rivals[column]
    if rival is None:
        return QUANTITY
    return MOMENT if slots[choice.places[column]].told == slots[rival].told else QUANTITY


def _is_of_another_moment(column: str, slots: Sequence[Slot], choice: Chosen) -> bool:
    """Whether equity and debt are told of different years, and this is the earlier one, or a begin is more than a year
    before its end: its own may not be given."""
    quantity, _, edge = column.partition("_")
    time = slots[choice.places[column]].time
    if not edge or time is None:
        return False
    expected = [(f"{DEBT if quantity == EQUITY else EQUITY}_{edge}", 0), (f"{quantity}_{END}", edge == BEGIN)]
    others = [(slots[choice.places[name]].time, years) for name, years in expected if name in choice.places]
    return any(other is not None and other - years - time > _HALF_A_YEAR for other, years in others)


def _has_other_notation(slot: Slot) -> bool:
    """Whether the number may be meant in another notation; a comma before three digits is one of decimals here."""
    number = slot.value.number
    return number.other is not None and not number.scale and "," not in number.digits


def _is_unlikely(column: str, euros: float, amounts: Amounts) -> bool:
    known = [abs(amount) for amount in amounts.values() if amount]
    if known and (max(known) < SMALLEST or abs(euros) > LARGEST):
        return True
    quantity, _, edge = column.partition("_")
    other = amounts.get(f"{quantity}_{END if edge == BEGIN else BEGIN}") if edge else None
    return bool(other and euros and not 1 / FACTOR < abs(euros / other) < FACTOR)


def _adds_up(amounts: Amounts) -> bool:
    """Whether the result is the change of equity, to a hundredth of it."""
    begin, end, result = (amounts.get(column) for column in ("equity_begin", "equity_end", RESULT))
    return None not in (begin, end, result) and bool(result) and abs(end - begin - result) <= abs(result) / 100
