"""Cells that hold more, or less, than a cell should: labels and values within one, and columns that are empty.

Does not belong here: rows that are not one per party (`shapes_long`).
"""

import re

from dagster_project.budgets.amounts import unit_of
from dagster_project.budgets.labels import PARTY_FIELDS, Labelled, field_before_value, form_and_seat
from dagster_project.budgets.lines import take_apart
from dagster_project.budgets.names import name_and_seat
from dagster_project.budgets.shapes_long import LOOK, holds_labels
from dagster_project.budgets.table_heads import HEADER_SEARCH
from dagster_project.budgets.vocabulary import FORM, NAME, OTHER, SEAT
from dagster_project.documents import Row

_NUMBER = re.compile(r"\w{1,3}[.)]?")
_HEADS = {FORM: "Rechtsvorm", SEAT: "Zetel"}
_LEAST_FIELDS = 2
"""Different fields of parties in a cell that make it one of labels and values."""

_UNITS = {1e3: " (x € 1.000)", 1e6: " (x € 1.000.000)"}

Rows = tuple[Row, ...]


def without_empty_columns(rows: Rows, before: Rows = ()) -> Rows:
    """The rows without the columns in which no row of several texts has any, nor one of those `before` on which they
    go on, or only the numbers of cards."""
    width = max(len(r.cells) for r in rows)
    several = [r for r in (*before, *rows) if len(r.distinct) > 1]
    kept = [i for i in range(width) if any(r.cell(i) for r in several)]
    if len(kept) > 1 and all(_NUMBER.fullmatch(r.cell(kept[0])) for r in several if r.cell(kept[0])):
        # Numbers before the names of cards whose labels stand in the column after them.
        kept = kept[1:] if holds_labels([r.cell(kept[1]) for r in several[:LOOK]]) else kept
    if not kept or len(kept) == width:
        return rows
    return tuple(r if len(r.distinct) == 1 else _only(r, kept) for r in rows)


def _only(row: Row, columns: list[int]) -> Row:
    return Row(tuple(row.cell(i) for i in columns), row.locator, row.width)


def without_double_heads(rows: Rows) -> Rows:
    """Columns of the form and the seat together as one of each."""
    found = next(
        ((i, at) for i, r in enumerate(rows[:HEADER_SEARCH]) for at, c in enumerate(r.cells) if c and form_and_seat(c)),
        None,
    )
    if found is None:
        return rows
    first, at = found
    laid = []
    for number, row in enumerate(rows):
        cell = row.cell(at)
        one = len(row.distinct) == 1
        parts = name_and_seat(cell) if number != first and not one else (cell, cell if one else "")
        if number == first:
            parts = tuple(_HEADS[f] for f in form_and_seat(cell) or ())
        laid.append(Row((*row.cells[:at], *(p or "" for p in parts), *row.cells[at + 1 :]), row.locator, row.width))
    return tuple(laid)


def parted(row: Row) -> tuple[Row, ...]:
    """A row of two pairs of label and value as two rows; any other as it is."""
    if len(row.cells) != 4 or not all(row.cells) or len(set(row.cells)) < 4:
        return (row,)
    fields = [field_before_value(c) for c in row.cells]
    # A form such as `Stichting` may be the label of a name as well.
    if None in fields[::2] or not set(fields[1::2]) <= {None, NAME} or not set(fields) & PARTY_FIELDS:
        return (row,)
    return Row(row.cells[:2], row.locator), Row(row.cells[2:], row.locator)


def opened(rows: Rows) -> Rows | None:
    """Cells of lines of label and value, laid out as columns; None where no column is of such cells."""
    width = max(len(r.cells) for r in rows)
    at = next((i for i in range(width) if _of_labelled_cells(rows[:LOOK], i)), None)
    if at is None or width < 2:
        return None
    said = [_fields(row.cell(at)) if _is_labelled(row.cell(at)) else None for row in rows]
    head = list(dict.fromkeys(label for one in said if one for label in one))
    first = next(i for i, one in enumerate(said) if one)
    above = next((i for i in range(first - 1, -1, -1) if len(rows[i].distinct) > 1), None)
    others = [i for i in range(width) if i != at]
    names = [rows[above].cell(i) if above is not None else "" for i in others]
    names[0] = names[0] or "Naam"
    unit = _UNITS.get(unit_of(rows[above].cell(at)), "") if above is not None else ""
    begin = 0 if above is None else above + 1
    wide = [Row((*names, *(f"{h}{unit}" for h in head)), rows[first].locator)]
    for row, one in zip(rows[begin:], said[begin:], strict=True):
        cells = (*(row.cell(i) for i in others), *(one.get(h, "") for h in head)) if one else row.cells
        wide.append(Row(cells, row.locator, row.width))
    return (*rows[: above or 0], *wide)


def _of_labelled_cells(rows: Rows, at: int) -> bool:
    filled = [c for c in dict.fromkeys(r.cell(at) for r in rows) if c]
    return sum(map(_is_labelled, filled)) * 2 > len(filled) - 1 and any(map(_is_labelled, filled))


def _is_labelled(text: str) -> bool:
    if "\n" not in text or text.count(":") < _LEAST_FIELDS:
        return False
    found = [take_apart(line) for line in text.split("\n")]
    return len({one.field for labelled in found for one in labelled} & PARTY_FIELDS) >= _LEAST_FIELDS


def _fields(text: str) -> dict[str, str]:
    """Label to value of a cell; a line without a label goes on with the one before."""
    found: dict[str, str] = {}
    label = ""
    for line in text.split("\n"):
        for one in take_apart(line) or [Labelled(OTHER, label, line)]:
            label = one.label
            found[label] = f"{found[label]}\n{one.value}" if found.get(label) else one.value
    return {label: value for label, value in found.items() if label}
