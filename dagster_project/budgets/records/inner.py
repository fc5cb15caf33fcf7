"""A cell that holds labels and values itself: `Zetel: Assen` on each of its lines, or a table within the cell.

Belongs here: one text. Does not belong here: what stands around the cell.
"""

from collections.abc import Iterable

from dagster_project.budgets.choice.labels import Labels, by_words, field_of, is_form
from dagster_project.budgets.figures import units_in
from dagster_project.budgets.labels import PARTY_FIELDS, form_and_seat
from dagster_project.budgets.lines import parted, take_apart
from dagster_project.budgets.names import name_and_seat
from dagster_project.budgets.records.model import Pair
from dagster_project.budgets.sections import is_category, is_plural
from dagster_project.budgets.vocabulary import FORM, PARTICIPANTS, PURPOSE, SEAT, SECTION

_OTHERS = (SEAT, PARTICIPANTS, FORM)
"""Fields of which a label ends a purpose, though it is the only one in its cell."""
_ENOUGH = 2
"""Labels within a cell from which on its lines are pairs, whatever stands over it."""


def opened(pairs: Iterable[Pair], labels: Labels) -> list[Pair]:
    """Pairs with the values taken apart that hold labels themselves; what stood over such a value, if it says a
    field or a unit, stays outermost."""
    found = [one for pair in pairs for one in _opened(pair, labels)]
    forms = [pair for pair in found if pair.labels and field_of(pair.labels[-1]) == FORM]
    kinds = [pair for pair in forms if is_category(pair.text) and is_plural(pair.text)]
    if len(forms) > len(kinds):  # beside the form of the party the kind that it is among
        found = [Pair((f"={SECTION}",), p.text, p.locator) if p in kinds else p for p in found]
    return found


def _opened(pair: Pair, labels: Labels) -> list[Pair]:
    if pair.labels and (both := form_and_seat(pair.labels[-1])):
        return _form_and_seat(pair, both)
    written = [line for line in pair.text.split("\n") if line.strip()]
    lines = [part for line in written for part in parted(line)]
    if not any(":" in line for line in lines) and len(lines) < 2 * _ENOUGH:
        return [pair]
    found: list[tuple[tuple[str, ...], list[str]]] = [(pair.labels, [])]
    over = tuple(label for label in pair.labels if units_in(label) or field_of(label) is not None)
    known = sure_of = 0
    waits = False
    for line in lines:
        told = [one for one in take_apart(line) if one.value or not one.weak]
        sure = bool(told) and (labels.known(told[0].label) or ":" in line) and not (waits and not told[0].value)
        if not sure:
            found[-1][1].append(line)
            waits = False
            continue
        known += sum(field_of(one.label) in PARTY_FIELDS for one in told)
        sure_of += sum(by_words(one.label) and field_of(one.label) in _OTHERS and ":" in line for one in told)
        found += [((*over, one.label), [one.value] if one.value else []) for one in told]
        waits = not told[-1].value
    outer = field_of(pair.labels[-1]) if pair.labels else None
    run_in = len(lines) > len(written) or (outer == PURPOSE and sure_of)
    if known < (_ENOUGH if outer in PARTY_FIELDS and not run_in else 1):
        return [pair]
    return [Pair(chain, "\n".join(texts), pair.locator) for chain, texts in found if texts]


def _form_and_seat(pair: Pair, fields: tuple[str, str]) -> list[Pair]:
    """A value of two fields as two pairs, where it can be parted; the form is told by its words."""
    values = name_and_seat(pair.text.replace(" / ", ", "))
    if values[1] is None:
        return [Pair((f"={FORM if is_form(pair.text) else SEAT}",), pair.text, pair.locator)]
    if is_form(values[0]) != (fields[0] == FORM) and is_form(values[1]) == (fields[0] == FORM):
        fields = (fields[1], fields[0])
    return [Pair((f"={name}",), text, pair.locator) for name, text in zip(fields, values, strict=True)]
