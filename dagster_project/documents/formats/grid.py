"""Cells with spans laid out as a grid, the same for every format that has merged cells."""

from dataclasses import dataclass

from dagster_project.documents.model import Row

MAX_SPAN = 1_000
"""Columns or rows that one cell may cover: a span is the sender's word, and a large one costs memory."""


@dataclass(frozen=True)
class Span:
    """A cell as written: its text and how many places it covers."""

    text: str
    columns: int = 1
    rows: int = 1


def lay_out(rows: list[tuple[str, list[Span]]]) -> tuple[Row, ...]:
    """Rows of (locator, cells) as a filled grid; a cell that covers places stands in each of them."""
    pending: dict[int, tuple[int, str]] = {}
    laid = []
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
            widest = max(widest, width)
            for covered in range(column, column + width):
                cells[covered] = span.text
                if span.rows > 1:
                    pending[covered] = (min(span.rows, MAX_SPAN) - 1, span.text)
            column += width
        last = max(cells, default=-1)
        laid.append(Row(tuple(cells.get(i, "") for i in range(last + 1)), locator, widest))
    return tuple(laid)


def number_text(value: float | int) -> str:
    """A number as a Dutch reader writes it: a decimal comma, no thousands separators, no exponent."""
    if float(value).is_integer():
        return str(int(value))
    return f"{value:.10f}".rstrip("0").replace(".", ",")
