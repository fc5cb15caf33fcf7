"""Tables found by their headings: a layout says which, and the heading row may stand below title lines.

Belongs here: matching headings and giving cells with their places. Does not belong here: any particular layout.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dagster_project.intake.model import Delivery
from dagster_project.intake.records import refused
from dagster_project.intake.tabular import Sheet, Unreadable, read_sheets
from dagster_project.texts import clean, filled, fold, repair_encoding

SEARCHED_ROWS = 40
"""Filled rows in which a heading row is looked for: introductions above a table are shorter, its data are below."""


@dataclass(frozen=True)
class Layout:
    """Headings of a table: it is recognised by the essential ones, `expected` ones that lack are told of."""

    name: str
    essential: tuple[str, ...]
    expected: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """All headings that are read."""
        return self.essential + self.expected + self.optional


@dataclass(frozen=True)
class Row:
    """One row of a table: its number in the file and its cells by the heading of the layout."""

    table: "Table"
    number: int
    cells: tuple[str, ...]

    def raw(self, heading: str) -> str:
        """A cell as it stands; empty where the table has no such column."""
        index = self.table.columns.get(heading)
        return self.cells[index] if index is not None and index < len(self.cells) else ""

    def get(self, heading: str) -> str:
        """A cell with encoding and white space repaired; empty where a placeholder stands in it."""
        return filled(clean(repair_encoding(self.raw(heading))))

    def locator(self, heading: str | None = None) -> str:
        """The place of the row, or of a cell in it."""
        return self.table.sheet.locator(self.number, self.table.columns.get(heading) if heading else None)


@dataclass(frozen=True)
class Table:
    """A sheet read by a layout; `headings` are those written, `columns` the index of each heading of the layout."""

    layout: Layout
    sheet: Sheet
    heading_row: int
    headings: tuple[str, ...]
    columns: dict[str, int]

    @property
    def missing(self) -> tuple[str, ...]:
        """Expected headings that are not there."""
        return tuple(h for h in self.layout.expected if h not in self.columns)

    def rows(self) -> Iterator[Row]:
        """The rows below the headings with anything in a column that is read."""
        for number, cells in self.sheet.rows:
            if number > self.heading_row:
                row = Row(self, number, cells)
                if any(row.raw(h) for h in self.columns):
                    yield row


def find_table(sheet: Sheet, layout: Layout) -> Table | None:
    """The table of a sheet by the first row that holds all essential headings."""
    wanted = {fold(h, "heading"): h for h in layout.all}
    for number, cells in sheet.rows[:SEARCHED_ROWS]:
        columns: dict[str, int] = {}
        for index, cell in enumerate(cells):
            heading = wanted.get(fold(cell, "heading"))
            if heading:
                columns.setdefault(heading, index)
        if all(h in columns for h in layout.essential):
            return Table(layout, sheet, number, tuple(clean(c) for c in cells), columns)
    return None


def read_tables(delivery: Delivery, layouts: Sequence[Layout]) -> tuple[list[Table], list[dict]]:
    """The tables of a delivery, each by the first layout that fits, and refusal rows.

    No layout in any sheet is a refusal of the file that names the headings found and those of the layouts; a sheet
    beside a table (a reading guide) is passed over. Expected headings that lack are a refusal of those columns only.
    """
    try:
        sheets = read_sheets(delivery)
    except Unreadable as error:
        return [], [refused(delivery, "document", error.reason, error.detail)]
    tables = [table for sheet in sheets if (table := next(filter(None, (find_table(sheet, o) for o in layouts)), None))]
    if not tables:
        known = " of ".join(f"{o.name} ({', '.join(o.essential)})" for o in layouts)
        detail = f"geen bekende indeling: gevonden zijn de kolommen {fullest_row(sheets)}; verwacht die van {known}"
        return [], [refused(delivery, "document", "no_known_layout", detail)]
    return tables, [missing_columns(delivery, table, table.missing) for table in tables if table.missing]


def missing_columns(delivery: Delivery, table: Table, missing: Sequence[str]) -> dict:
    """The refusal of the columns that a table lacks."""
    found = ", ".join(h for h in table.headings if h)
    detail = f"de kolommen {', '.join(missing)} ontbreken; gevonden: {found}; voeg ze toe"
    return refused(delivery, table.sheet.locator(table.heading_row), "missing_columns", detail)


def fullest_row(sheets: Sequence[Sheet]) -> str:
    """The row near the top that looks most like headings, for a message: no cell of it is longer than a heading."""
    rows = [cells for sheet in sheets for _, cells in sheet.rows[:SEARCHED_ROWS]]
    if not rows:
        return "geen"
    filled = max(([c for c in map(clean, cells) if c] for cells in rows), key=len)
    return ", ".join(c if len(c) <= 40 else c[:39] + "…" for c in filled[:20])
