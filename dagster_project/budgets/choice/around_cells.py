"""What stands around a cell: the head over it, the label beside it, the values and labels in its row and below.

Belongs here: cells of tables. Does not belong here: other texts (`around_text`).
"""

from collections.abc import Iterator, Sequence

from dagster_project.budgets.choice.around_text import FOLLOW, begins, by_label, how_many, is_itself
from dagster_project.budgets.choice.labels import Labels, field_of, is_form, is_value
from dagster_project.budgets.choice.units import Unit
from dagster_project.budgets.labels import PARTY_FIELDS, is_vague
from dagster_project.budgets.sections import is_category, is_plural
from dagster_project.budgets.vocabulary import NAME
from dagster_project.documents import Row, Table
from dagster_project.documents.text import one_line

_IN_TABLE = ("a field of parties in the table", "two fields of parties in the table")
_MOST_HEADS = 4
"""Rows at the top of a table that may be its heads."""
_BELOW, _FAR_BELOW = 4, 30
"""Rows below a cell in which fields of its party are looked for."""
_ENOUGH = 3
"""Fields in line with a cell that hardly anything but a party has."""


def around_cell(table: Table, unit: Unit, labels: Labels) -> Iterator[str]:
    """The signs around a cell."""
    row = table.rows[unit.row]
    heads = [r for r in table.rows[: min(unit.row, _MOST_HEADS)] if len(r.distinct) > 1]
    head = next((r for r in heads if _is_head_over(r, unit.column, labels)), None)
    first = one_line(next((c for c in row.cells if c.strip()), ""))
    alone = len(row.distinct) == 1
    over = table.rows[unit.row - 1].distinct if unit.row else []
    above = one_line(over[0]) if len(over) == 1 else None
    below = table.rows[unit.row + 1 : unit.row + 1 + _BELOW]
    if unit.column and first != one_line(unit.text) and labels.known(first) and not _is_head_row(row, labels):
        yield from by_label(first, labels, "beside a label of names", "beside another label")
    elif head is not None and not alone:
        label = one_line(head.cell(unit.column))
        if not is_vague(label):
            yield from by_label(label, labels, "under a label of names", "under another label")
    elif alone:
        yield from by_label(above, labels, "below a label of names", "below another label")
    left = one_line(next((c for c in reversed(row.cells[: unit.column]) if c.strip()), ""))
    in_turn = left not in ("", first, one_line(unit.text)) and not _is_head_row(row, labels)
    if in_turn and labels.known(left) and labels.is_label(left) and field_of(left) != NAME:
        yield "under another label"
    if alone:
        yield "alone in its row"
        if below and below[0].cells and begins(below[0].cells[0], labels):
            yield "labels follow"
        if not is_itself(unit.text, labels) and (above is None or not labels.known(above)):
            texts = [c for r in below for c in r.distinct]
            yield from how_many({field_of(one_line(c.partition(":")[0].split("\n")[0])) for c in texts}, FOLLOW)
        return
    yield from how_many(_fields_around(row, heads, unit, below), _IN_TABLE)
    if head is None and _is_under_category(heads, unit):
        yield "under a category of parties"
    if len(_told_of(table, heads, unit)) >= _ENOUGH:
        yield "its row or column tells three fields of parties"
    values = sum(is_value(c) for c in row.distinct if c != unit.text)
    if values:
        yield "a value beside"
    if values > 1:
        yield "values beside"
    if any(is_form(one_line(c)) for c in _with_it(table, unit)):
        yield "a legal form with it"


def _is_under_category(heads: Sequence[Row], unit: Unit) -> bool:
    """Whether the head of a column is a category of parties: `Gemeenschappelijke regelingen`."""
    over = [one_line(r.cell(unit.column)) for r in heads]
    return any(is_category(text) and is_plural(text) for text in over)


def _told_of(table: Table, heads: Sequence[Row], unit: Unit) -> set[str | None]:
    """The fields of parties that what stands in line with a cell tells: below it beside labels at the left, or in its
    row under heads."""
    row, column = table.rows[unit.row], unit.column
    its_own = {field_of(one_line(head.cell(column))) for head in heads} | {field_of(one_line(row.cells[0]))}
    if its_own - {NAME, None} or is_value(one_line(unit.text)):
        return set()
    down = {
        field_of(one_line(r.cells[0]))
        for r in table.rows[unit.row + 1 : unit.row + 1 + _FAR_BELOW]
        if column and r.cell(column).strip() and r.cell(column) != r.cells[0]
    }
    across = {
        found
        for at, cell in enumerate(row.cells)
        if at != column and cell.strip() and cell != unit.text
        for head in heads
        if (found := field_of(one_line(head.cell(at)))) in PARTY_FIELDS
    }
    return max(down & PARTY_FIELDS, across, key=len)


def _with_it(table: Table, unit: Unit) -> Iterator[str]:
    """The other cells of a row; and where it is not the first of its row those below in the same column."""
    row = table.rows[unit.row]
    yield from (c for c in row.distinct if c != unit.text)
    if unit.column:
        yield from (r.cell(unit.column) for r in table.rows[unit.row + 1 : unit.row + 1 + _BELOW])


def _fields_around(row: Row, heads: Sequence[Row], unit: Unit, below: Sequence[Row]) -> set[str | None]:
    """The fields that the heads over a cell tell; where these tell none of a party, its row and the rows below."""
    over = {field_of(one_line(c)) for r in heads for c in r.distinct}
    if over & PARTY_FIELDS:
        return over
    beside = {field_of(one_line(c)) for c in row.distinct if c != unit.text}
    return beside | {field_of(one_line(r.cells[0])) for r in below if r.cells}


def _is_head_over(row: Row, column: int, labels: Labels) -> bool:
    """Whether a row is the head of a column; of two cells both must be labels: a label and its value are no head."""
    return labels.known(one_line(row.cell(column))) and (
        len(row.distinct) > 2 or all(labels.is_label(one_line(c)) for c in row.distinct)
    )


def _is_head_row(row: Row, labels: Labels) -> bool:
    return sum(labels.known(one_line(c)) for c in row.distinct) * 2 > len(row.distinct)
