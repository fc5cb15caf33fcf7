"""The delivered lists as headings and rows of text. Does not belong here: what a cell means."""

from collections.abc import Iterator
from dataclasses import dataclass

from dagster_project.intake import CSV, ODS, TEXT, XLSX, Delivery, read_sheets
from dagster_project.sandbox import Refused
from dagster_project.spreadsheets import Sheet
from dagster_project.texts import fold

_LISTS = (CSV, TEXT, XLSX, ODS)
_LEAST = 3
"""Filled cells of a row that can be one of headings."""
_TOP = 10
"""Rows in which the headings are looked for."""

Numbered = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class List:
    """One sheet: the number of the row of headings (0 where there is none), the headings folded, the rows about it."""

    delivery: Delivery
    sheet: Sheet
    heading_row: int
    headings: tuple[str, ...]
    above: tuple[Numbered, ...]
    rows: tuple[Numbered, ...]

    def heading(self, column: int) -> str:
        """The folded heading of a column; empty where it has none."""
        return self.headings[column] if column < len(self.headings) else ""


def lists_of(delivery: Delivery) -> Iterator[List]:
    """The sheets of a delivery with any cell; none of a document, or of a file that cannot be read (a refusal)."""
    if delivery.media_type not in _LISTS:
        return
    try:
        sheets = read_sheets(delivery)
    except Refused:
        return
    for sheet in sheets:
        if sheet.rows:
            yield _list(delivery, sheet)


def _list(delivery: Delivery, sheet: Sheet) -> List:
    top = sheet.rows[:_TOP]
    fullest = max((len(list(filter(None, cells))) for _, cells in top), default=0)
    index = next((i for i, (_, cells) in enumerate(top) if len(list(filter(None, cells))) == fullest), 0)
    if fullest < _LEAST:
        return List(delivery, sheet, 0, (), (), sheet.rows)
    number, cells = sheet.rows[index]
    return List(delivery, sheet, number, tuple(map(fold, cells)), sheet.rows[:index], sheet.rows[index + 1 :])
