"""A table in a raw file, CSV or workbook, as rows of cells that may be changed, and where they were changed.

Belongs here: finding the header, cells by the name of their column, the bytes of the table as changed. Does not belong
here: which cell is made wrong.
"""

import csv
import io
from collections.abc import Iterator

from openpyxl import load_workbook

from dagster_project.simulation.writers.delimited import rows_to_csv
from dagster_project.simulation.writers.workbook import saved

NAMES = ("naam", "deelnemer_naam", "file")
"""In the header of each table one of these stands, in any case."""
Row = list[object]


class Table:
    """The rows of a file below its header; each row is a list of cells, to be changed in place, dropped or added."""

    def __init__(self, path: str, content: bytes):
        self._path = path
        self._book = None if path.endswith(".csv") else load_workbook(io.BytesIO(content))
        if self._book is None:
            text = content.decode("utf-8")
            first = text.partition("\n")[0]
            self._delimiter = ";" if first.count(";") > first.count(",") else ","
            lines: list[Row] = [list(cells) for cells in csv.reader(io.StringIO(text), delimiter=self._delimiter)]
        else:
            lines = [list(cells) for cells in self._book.active.iter_rows(values_only=True)]
        head = next(n for n, cells in enumerate(lines) if {str(cell).lower() for cell in cells} & {*NAMES})
        self.above, self.header, self.rows = lines[:head], lines[head], lines[head + 1 :]
        self._was = {id(row): (head + 2 + n, row, list(row)) for n, row in enumerate(self.rows)}
        self._headed = [list(row) for row in lines[: head + 1]]

    def column(self, name: str) -> int:
        """The place of a column; ValueError where the table has none of that name."""
        return self.header.index(name)

    def get(self, row: Row, name: str) -> str:
        """A cell as text, empty where it holds nothing."""
        value = row[self.column(name)]
        return "" if value is None else str(value)

    def set(self, row: Row, name: str, value: object) -> None:
        """Change a cell."""
        row[self.column(name)] = value

    def add(self, after: Row | None = None, like: Row | None = None, **cells: object) -> Row:
        """A new row behind another (else at the end), with the cells of `like` (else empty) but for those given."""
        row = list(like) if like is not None else [None] * len(self.header)
        for name, value in cells.items():
            self.set(row, name, value)
        # Rows that say the same are not one row, so the place is found by identity.
        place = len(self.rows) if after is None else next(n for n, r in enumerate(self.rows) if r is after) + 1
        self.rows.insert(place, row)
        return row

    def move(self, rows: list[Row], by: int, *columns: str) -> None:
        """Give each row the cells of the one so many places further (back where negative), round the end."""
        for column in map(self.column, columns):
            cells = [row[column] for row in rows]
            for row, cell in zip(rows, [*cells[by:], *cells[:by]], strict=True):
                row[column] = cell

    def drop(self, dropped: list[Row]) -> None:
        """Take rows out."""
        gone = {id(row) for row in dropped}
        self.rows = [row for row in self.rows if id(row) not in gone]

    def differences(self) -> Iterator[tuple[str, str, str]]:
        """(place, before, after) of each cell that changed, then of rows that came and went."""
        head = len(self._headed)
        for number, (row, was) in enumerate(zip([*self.above, self.header], self._headed, strict=True), start=1):
            yield from self._cells(number, was, row)
        here = {id(row) for row in self.rows}
        for number, row in enumerate(self.rows, start=head + 1):
            if id(row) in self._was:
                yield from self._cells(number, self._was[id(row)][2], row)
            else:
                yield self._place(number), "", _line(row)
        for number, row, was in self._was.values():
            if id(row) not in here:
                yield self._place(number), _line(was), ""

    def _cells(self, number: int, was: Row, row: Row) -> Iterator[tuple[str, str, str]]:
        # The names are those that the reader of the list finds in the file before it was changed.
        names = self._headed[-1]
        for column, (before, after) in enumerate(zip(was, row, strict=True)):
            if before != after:
                name = names[column] if column < len(names) else column + 1
                yield f"{self._place(number)};column={name}", _text(before), _text(after)

    def _place(self, number: int) -> str:
        return f"line={number}" if self._book is None else f"sheet={self._book.active.title};row={number}"

    def content(self) -> bytes:
        """The bytes of the file as it is now."""
        lines = [*self.above, self.header, *self.rows]
        if self._book is None:
            return rows_to_csv(lines, delimiter=self._delimiter)
        sheet = self._book.active
        for number, row in enumerate(lines, start=1):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value
        if sheet.max_row > len(lines):
            sheet.delete_rows(len(lines) + 1, sheet.max_row - len(lines))
        return saved(self._book)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _line(row: Row) -> str:
    return " | ".join(_text(cell) for cell in row)
