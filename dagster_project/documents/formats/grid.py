"""Cells with spans laid out as a grid, the same for every format that has merged cells."""

from collections.abc import Iterable
from dataclasses import dataclass

from dagster_project.documents.model import Document, Row, Table
from dagster_project.sandbox.limits import MAX_FILLED

MAX_SPAN = 1_000
"""Columns or rows that one cell may cover: a span is the sender's word, and a large one costs memory."""


@dataclass(frozen=True)
class Span:
    """A cell as written: its text and how many places it covers."""

    text: str
    columns: int = 1
    rows: int = 1


WrittenRow = tuple[str, list[Span]]
"""A row as written: its locator and its cells."""


class TooManyCells(Exception):
    """A table covers more places than are read."""


def add_table(document: Document, rows: Iterable[WrittenRow], locator: str, title: str | None = None) -> None:
    """Add the table of these rows to the document, without its empty rows; a table too large is refused."""
    try:
        laid = tuple(row for row in lay_out(rows) if any(row.cells))
    except TooManyCells:
        document.refuse(locator, "too_large", f"de tabel beslaat meer dan {MAX_FILLED} plaatsen; zij is niet gelezen")
        return
    if laid:
        document.blocks.append(Table(laid, locator, title))


def lay_out(rows: Iterable[WrittenRow]) -> tuple[Row, ...]:
    """Rows of (locator, cells) as a filled grid; a cell that covers places stands in each of them.

    Raises TooManyCells.
    """
    pending: dict[int, tuple[int, str]] = {}
    laid: list[Row] = []
    filled = 0
    for locator, spans in rows:
        cells: dict[int, str] = {}
        widest = 1
        for column, (left, text) in list(pending.items()):
            cells[column] = text
            if left == 1:
                del pending[column]
            else:
                pending[column] = (left - 1, text)
        column = 0
        for span in spans:
            while column in cells:
                column += 1
            width = min(max(span.columns, 1), MAX_SPAN)
            if filled + len(cells) + width > MAX_FILLED:
                raise TooManyCells
            widest = max(widest, width)
            for covered in range(column, column + width):
                cells[covered] = span.text
                if span.rows > 1:
                    pending[covered] = (min(span.rows, MAX_SPAN) - 1, span.text)
            column += width
        filled += len(cells)
        if filled > MAX_FILLED:
            raise TooManyCells
        last = max(cells, default=-1)
        laid.append(Row(tuple(cells.get(i, "") for i in range(last + 1)), locator, widest))
    return tuple(laid)
