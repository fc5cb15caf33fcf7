"""CSV: rows of text with their lines. A quote that swallows rows costs at most its own row, and is told."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from dagster_project.sandbox import Refused, limits
from dagster_project.spreadsheets.delimiter import best_delimiter, said_delimiter
from dagster_project.spreadsheets.model import CellFault, Cells, Sheet
from dagster_project.spreadsheets.text import cell_text, error_value
from dagster_project.texts import decode

_SAMPLE = 1 << 16
"""Characters from which the delimiter is told."""
_NEAR = 20
"""Rows above one that say how many cells a row has."""
_MAX_LINES = 60
"""Lines of one row: a cell of text has a few. Where a quote is not closed, the rest of the file looks like one cell."""
_LONGEST_CELL = 131_072
"""Characters; set anew for each text, for the module keeps one limit for the whole process."""
_NOT_CLOSED = "een aanhalingsteken is niet gesloten; de regel is niet gelezen; sluit het en lever opnieuw aan"
_DOUBTFUL = (
    "een aanhalingsteken omvat regels die zelf rijen lijken; zij zijn niet gelezen; haal het weg of verdubbel het"
)


def read_csv(path: Path) -> Sheet:
    """The table of a file; see `sheet_of_text`. Raises Refused: too_large."""
    if path.stat().st_size > limits.MAX_TEXT:
        detail = (
            f"{path.stat().st_size // limits.MIB} MiB, ten hoogste {limits.MAX_TEXT // limits.MIB} MiB wordt gelezen"
        )
        raise Refused("too_large", "document", f"{detail}; splits het bestand")
    return sheet_of_text(decode(path.read_bytes()))


def sheet_of_text(text: str) -> Sheet:
    """The table of a text: rows with anything in them, numbered by the line that they begin on.

    A row with a quote that is never closed, or that swallows rows, is read as its signs stand where that gives as many
    cells as rows have; otherwise it is a fault, and reading goes on below it. A cell that shows a failed formula is
    empty, and a fault.
    """
    csv.field_size_limit(_LONGEST_CELL)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    delimiter = best_delimiter(text[:_SAMPLE]) or (";" if text.count(";") >= text.count(",") else ",")
    rows: list[tuple[int, Cells]] = []
    faults: list[CellFault] = []
    for number, record in _records(lines, 1 if said_delimiter(text) else 0, delimiter, rows, faults):
        cells = tuple(cell_text(cell) for cell in record)
        wrong = [(column, detail) for column, cell in enumerate(cells) if (detail := error_value(cell))]
        faults += [CellFault(number, column, "error_value", detail) for column, detail in wrong]
        if wrong:
            bad = {column for column, _ in wrong}
            cells = tuple("" if column in bad else cell for column, cell in enumerate(cells))
        if any(cells):
            rows.append((number, cells))
    return Sheet(None, tuple(rows), tuple(faults))


def _records(
    lines: list[str], start: int, delimiter: str, rows: Sequence[tuple[int, Cells]], faults: list[CellFault]
) -> Iterator[tuple[int, list[str]]]:
    """The records with their lines from 1; `rows` are those read so far, from which their width is known."""
    reader, begin = _reader(lines, start, delimiter), start
    while begin < len(lines):
        record, end = _next(reader, begin)
        # Most records are one line, and need no look.
        width = max((len(cells) for _, cells in rows[-_NEAR:]), default=0)
        if record is not None and end == begin + 1 and _is_plain(record, lines, begin, delimiter, width):
            yield begin + 1, record
            begin = end
            continue
        verdict = "open" if record is None else _judged(record, lines, begin, end, delimiter, width)
        if verdict == "fine":
            yield begin + 1, record
            begin = end
            continue
        alone = lines[begin].split(delimiter)
        if verdict == "open" and len(alone) == width > 1 and max(map(len, alone)) <= _LONGEST_CELL:
            yield begin + 1, alone
            end = begin + 1
        else:
            end = end if verdict == "doubtful" else begin + 1
            detail = _DOUBTFUL if verdict == "doubtful" else _NOT_CLOSED
            faults += [CellFault(line + 1, None, "row_unreadable", detail) for line in range(begin, end)]
        begin = end
        reader = _reader(lines, begin, delimiter)


class _reader:
    """A csv reader from a line on, with the line that it has come to."""

    def __init__(self, lines: list[str], start: int, delimiter: str):
        self.lines, self.at = lines, start
        self.reader = csv.reader(self._feed(), delimiter=delimiter)

    def _feed(self) -> Iterator[str]:
        while self.at < len(self.lines):
            self.at += 1
            yield self.lines[self.at - 1] + "\n"


def _next(reader: _reader, begin: int) -> tuple[list[str] | None, int]:
    """The next record, None where a cell is longer than any or where it takes too many lines; and the line after it."""
    try:
        record = next(reader.reader, [])
    except csv.Error:
        return None, begin + 1
    return (None, begin + 1) if reader.at - begin > _MAX_LINES else (record, reader.at)


def _is_plain(record: list[str], lines: list[str], begin: int, delimiter: str, width: int) -> bool:
    """Whether a record of one line is what the line says: no quote of it hides a delimiter by chance."""
    if '"' not in lines[begin]:
        return True
    if _is_open(record, lines, begin + 1):
        return False
    return len(record) == width or _is_strict(lines[begin : begin + 1], delimiter)


def _is_strict(lines: list[str], delimiter: str) -> bool:
    try:
        list(csv.reader([f"{line}\n" for line in lines], delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return True


def _is_open(record: list[str], lines: list[str], end: int) -> bool:
    """Whether the file ended within quotes."""
    return end == len(lines) and bool(record) and record[-1].endswith("\n")


def _judged(record: list[str], lines: list[str], begin: int, end: int, delimiter: str, width: int) -> str:
    """Of a record: `fine`, `open` (a quote of its first line is no quote) or `doubtful`."""
    if _is_open(record, lines, end):
        return "open"
    if not _is_strict(lines[begin:end], delimiter):
        return "open"
    if width < 2:
        return "fine"
    full = [line.count(delimiter) >= width - 1 for cell in record if "\n" in cell for line in cell.split("\n")]
    if sum(full) > 1:
        return "open"
    if width > 2 and all(len(line.split(delimiter)) == width for line in lines[begin:end]):
        return "doubtful"
    return "fine"
