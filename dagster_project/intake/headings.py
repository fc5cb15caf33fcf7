"""Tables found by their headings: a layout says which, and the heading row may stand below title lines.

Belongs here: matching headings and giving cells with their places. Does not belong here: any particular layout.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dagster_project.intake.model import Delivery
from dagster_project.intake.records import refused
from dagster_project.sandbox import Refused
from dagster_project.spreadsheets import Sheet, read_limited
from dagster_project.texts import clean, filled, fold, repair_encoding
from dagster_project.workspace import quarantine_row

SEARCHED_ROWS = 40
"""Filled rows in which a heading row is looked for: introductions above a table are shorter, its data are below."""


@dataclass(frozen=True)
class Layout:
    """Headings of a table: it is recognised by the essential ones, `expected` ones that lack are told of.

    Rows over which the cell of the heading `one` is merged are one row, each of its cells a line per row.
    """

    name: str
    essential: tuple[str, ...]
    expected: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    one: str | None = None

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

    def is_refused(self, heading: str) -> bool:
        """Whether a cell is empty because what stands in it was refused (`Table.faults`)."""
        return (self.number, self.table.columns.get(heading)) in self.table.refused_cells

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
        for number, cells in self._joined:
            row = Row(self, number, cells)
            if any(row.raw(h) for h in self.columns):
                yield row

    def faults(self, delivery: Delivery) -> list[dict]:
        """The refusals of rows and cells that are read, and of headings that stand twice."""
        read = set(self.columns.values()) | {i for others in self.twice.values() for i in others}
        wrong = [
            refused(delivery, self.sheet.locator(f.row, f.column), f.reason, f.detail)
            for f in self.sheet.faults
            if f.row >= self.heading_row and (f.column is None or f.column in read)
        ]
        for heading, others in self.twice.items():
            detail = (
                f"de kop {heading} staat {len(others) + 1} keer; per regel telt de eerste kolom die is ingevuld; "
                "houd er een over"
            )
            wrong += [
                refused(delivery, self.sheet.locator(self.heading_row, i), "heading_twice", detail) for i in others
            ]
        return wrong + list(self._differences(delivery))

    @cached_property
    def refused_cells(self) -> frozenset[tuple[int, int | None]]:
        """Row and column of each cell that could not be read."""
        return frozenset((f.row, f.column) for f in self.sheet.faults)

    @cached_property
    def twice(self) -> dict[str, tuple[int, ...]]:
        """The further columns of headings of the layout that stand more than once."""
        keys = {fold(h, "heading"): h for h in self.columns}
        found: dict[str, tuple[int, ...]] = {}
        for index, written in enumerate(self.headings):
            heading = keys.get(fold(written, "heading"))
            if heading and index != self.columns[heading]:
                found[heading] = (*found.get(heading, ()), index)
        return found

    def _differences(self, delivery: Delivery) -> Iterator[dict]:
        """Rows in which columns with the same heading say different things."""
        for number, cells in self.sheet.rows if self.twice else ():
            if number <= self._end_of_heading:
                continue
            for heading, others in self.twice.items():
                said = [_cell(cells, i) for i in (self.columns[heading], *others)]
                if len({clean(s) for s in said if s}) > 1:
                    place = self.sheet.locator(number, next(i for i in others if _cell(cells, i)))
                    detail = (
                        f"de kop {heading} staat twee keer, en hier zegt elke kolom wat anders; alleen de eerste telt"
                    )
                    yield refused(delivery, place, "heading_twice", f"{detail}; houd er een over")

    @cached_property
    def _joined(self) -> list[tuple[int, tuple[str, ...]]]:
        """Rows below the headings, merged downwards filled; columns of one heading are one, and so are rows of one."""
        one = self.columns.get(self.layout.one) if self.layout.one else None
        first_of = {
            row: m.top
            for m in self.sheet.merges
            if m.left == one
            for row in range(m.top, min(m.bottom, self._last) + 1)
        }
        joined: dict[int, list[tuple[str, ...]]] = {}
        for number, cells, _ in self.sheet.filled(across=False):
            if number > self._end_of_heading:
                joined.setdefault(first_of.get(number, number), []).append(self._with_one_of_each(cells))
        return [(number, rows[0] if len(rows) == 1 else _as_one(rows)) for number, rows in joined.items()]

    @property
    def _end_of_heading(self) -> int:
        """The last row of the headings, which may be merged downwards."""
        over = [m.bottom for m in self.sheet.merges if m.top <= self.heading_row <= m.bottom]
        return min(max(over, default=self.heading_row), self._last) if over else self.heading_row

    @property
    def _last(self) -> int:
        return max((number for number, _ in self.sheet.rows), default=0)

    def _with_one_of_each(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        if not self.twice:
            return cells
        full = [*cells, *[""] * (len(self.headings) - len(cells))]
        for heading, others in self.twice.items():
            index = self.columns[heading]
            full[index] = next((s for i in (index, *others) if (s := full[i])), "")
        return tuple(full)


def _cell(cells: tuple[str, ...], index: int) -> str:
    return cells[index] if index < len(cells) else ""


def _as_one(rows: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Each column of several rows as one cell: its different texts, a line each."""
    width = max(map(len, rows))
    return tuple("\n".join(dict.fromkeys(s for r in rows if (s := _cell(r, i)))) for i in range(width))


def find_table(sheet: Sheet, layout: Layout) -> Table | None:
    """The table of a sheet by the first row that holds all essential headings."""
    wanted = {fold(h, "heading"): h for h in layout.all}
    for number, written in sheet.rows[:SEARCHED_ROWS]:
        cells = _across(sheet, number, written)
        columns: dict[str, int] = {}
        for index, cell in enumerate(cells):
            heading = wanted.get(fold(cell, "heading"))
            if heading:
                columns.setdefault(heading, index)
        if all(h in columns for h in layout.essential):
            return Table(layout, sheet, number, tuple(clean(c) for c in cells), columns)
    return None


def _across(sheet: Sheet, number: int, cells: tuple[str, ...]) -> tuple[str, ...]:
    """A row with the cells that are merged to the right filled, as far as the sheet goes."""
    wide = [m for m in sheet.merges if m.top == number and m.left < m.right and _cell(cells, m.left)]
    if not wide:
        return cells
    width = max(len(c) for _, c in sheet.rows)
    full = [*cells, *[""] * (width - len(cells))]
    for merge in wide:
        right = min(merge.right, width - 1)
        full[merge.left : right + 1] = [full[merge.left]] * (right + 1 - merge.left)
    return tuple(full)


def read_tables(delivery: Delivery, layouts: Sequence[Layout]) -> tuple[list[Table], list[dict]]:
    """The tables of a delivery, each by the first layout that fits, and refusal rows.

    No layout in any sheet is a refusal of the file that names the headings found and those of the layouts; a sheet
    beside a table (a reading guide) is passed over. Expected headings that lack are a refusal of those columns only.
    """
    try:
        sheets = read_sheets(delivery)
    except Refused as error:
        return [], [refused_file(delivery, error)]
    tables = [table for sheet in sheets if (table := next(filter(None, (find_table(sheet, o) for o in layouts)), None))]
    if not tables:
        known = " of ".join(f"{o.name} ({', '.join(o.essential)})" for o in layouts)
        detail = f"geen bekende indeling: gevonden zijn de kolommen {fullest_row(sheets)}; verwacht die van {known}"
        return [], [refused(delivery, "document", "no_known_layout", detail)]
    faults = [missing_columns(delivery, table, table.missing) for table in tables if table.missing]
    for table in list(tables):
        try:
            faults += table.faults(delivery)
            list(table.rows())
        except Refused as error:
            tables.remove(table)
            faults.append(refused_file(delivery, error))
    return tables, faults


def read_sheets(delivery: Delivery) -> tuple[Sheet, ...]:
    """The sheets of a CSV (one), XLSX or ODS, read under limits.

    Raises Refused with the reason of a refusal: unknown_media_type, corrupt, zip_bomb, too_large, time_limit and more.
    """
    return read_limited(delivery.path, delivery.sha256, delivery.media_type)


def refused_file(delivery: Delivery, error: Refused) -> dict:
    """The refusal of a file, or of a sheet of it, that cannot be read."""
    return refused(delivery, error.refusal.locator, error.refusal.reason, error.refusal.detail)


def hidden_parts(delivery: Delivery, tables: Sequence[Table]) -> list[dict]:
    """Quarantine rows of what of tables is hidden: it was read, and whoever looks at the sheet does not see it."""
    return [hidden_part(delivery, _place(t.sheet), t.sheet.hidden) for t in tables if t.sheet.hidden]


def hidden_part(delivery: Delivery, locator: str, what: str) -> dict:
    """The quarantine row of a hidden part of a file; `what` says it, with the mend."""
    where = {"file_name": delivery.file_name, "locator": locator}
    return quarantine_row("delivery", delivery.delivery_id, "hidden_part", what, **where)


def _place(sheet: Sheet) -> str:
    return "document" if sheet.name is None else f"sheet={sheet.name}"


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
