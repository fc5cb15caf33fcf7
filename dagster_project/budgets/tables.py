"""Tables with a row per party: their header, their columns, and the rows that are sections, totals or notes."""

import re
from dataclasses import dataclass, field

from dagster_project.budgets import labels
from dagster_project.budgets.amounts import find_amounts, moment_of, unit_of
from dagster_project.budgets.labels import AMOUNTS
from dagster_project.budgets.names import clean_name, is_note, is_party, is_total, name_and_seat
from dagster_project.budgets.party import Party
from dagster_project.budgets.sections import is_category, is_general, is_none, is_plural
from dagster_project.budgets.table_heads import Header, header_below, header_of, is_foreign_head
from dagster_project.budgets.vocabulary import (
    CAPITAL,
    DEBT,
    EQUITY,
    FORM,
    NAME,
    NUMBER,
    OTHER,
    PARTICIPANTS,
    PURPOSE,
    SEAT,
    SECTION,
)
from dagster_project.documents import Row, Table
from dagster_project.documents.model import page_of
from dagster_project.documents.text import one_line

_SHEET = re.compile(r"(?:blad|sheet|tabel|werkblad|export|data|import)[ _]?\d*", re.IGNORECASE)
"""Names of sheets that a program gave."""

_FIGURE = re.compile(r"\d[\d.,]*")
_NUMBER = re.compile(r"\w{1,3}[.)]?")
_SHEET_NUMBER = re.compile(r"^\d{1,2}[.)]?\s+(?=\S)")


@dataclass
class TableReader:
    """Reads the tables of one document in order; what a table leaves open it takes from the one before it."""

    section: str | None = None
    unit: float | None = None
    header: Header | None = None
    heading: str = ""
    """The last heading above the table that is to be read."""
    single: bool = False
    """Whether the document is one sheet, so that its name divides nothing."""
    parties: list[Party] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """The first rows of pages that go on with a party that was not read."""
    _last: str = ""
    """Where the last party stands, or the last row that goes on with it."""

    def read(self, table: Table) -> bool:
        """Read a table; False where it is none of parties."""
        header = header_of(table.rows)
        title = table.title
        if title and not is_general(title) and not _SHEET.fullmatch(title) and (not self.single or is_category(title)):
            self.section = _SHEET_NUMBER.sub("", table.title)
        if header is None:
            header = self._continued(table)
            if header is None:
                return False
        elif self._is_of_something_else(table, header):
            return False
        else:
            self.header = header
            self._above(table, header)
        number = first = header.last + 1
        foreign = False
        while number < len(table.rows):
            row = table.rows[number]
            if new := header_below(table.rows, number):
                self.header = header = new
                number = new.last
                foreign = False
            elif foreign or is_foreign_head(table.rows, number, header):
                foreign = not _is_header_again(row.cells, header)
            elif number > first or not self._goes_on(row, header):
                if number == first and _is_nameless_rest(row, header):
                    self.lost.append(row.locator)
                self._row(row, header)
            number += 1
        return True

    def _is_of_something_else(self, table: Table, header: Header) -> bool:
        """Whether a title right above a table says so, and its columns could be of anything."""
        titles = [row.distinct[0] for row in table.rows[: header.last] if len(row.distinct) == 1]
        told = any(map(labels.is_about_something_else, filter(None, (self.heading, table.title, *titles))))
        return told and not set(header.fields) & {FORM, PARTICIPANTS, EQUITY, DEBT, CAPITAL}

    def _goes_on(self, row: Row, header: Header) -> bool:
        """The first row of a page without a name is the rest of the last one of the page before."""
        cells = {f: row.cells[i] for i, f in enumerate(header.fields) if row.cell(i)}
        before = self.parties[-1] if self.parties else None
        if before is None or NAME in cells or not cells or not _on_next_page(self._last, row.locator):
            return False
        self._last = row.locator
        for name, text in cells.items():
            if name not in (None, NUMBER, OTHER, *AMOUNTS):
                before.add_text(name, text)
        return True

    def _continued(self, table: Table) -> Header | None:
        """A table without a header goes on with the columns of the one before that a page broke."""
        before = self.header
        widest = max(len(r.cells) for r in table.rows)
        if before is None or not table.locator.startswith("page=") or widest != len(before.fields):
            return None
        return Header(before.fields, before.texts, -1, before.unit)

    def _above(self, table: Table, header: Header) -> None:
        """Titles above the header of a sheet may say the section and the unit."""
        first = header.last
        while first > 0 and table.rows[first - 1].cells and _same_columns(table.rows[first - 1], header):
            first -= 1
        for row in table.rows[:first]:
            text = one_line(row.distinct[0]) if len(row.distinct) == 1 else ""
            if text and is_category(text):
                self.section = text
            self.unit = unit_of(" ".join(row.cells)) or self.unit

    def _row(self, row: Row, header: Header) -> None:
        cells = row.cells + ("",) * (len(header.fields) - len(row.cells))
        # A number or letter before a heading between rows is no second text.
        distinct = row.distinct
        if len(distinct) == 2 and NUMBER in header.fields:
            at = header.fields.index(NUMBER)
            number = cells[at] if _NUMBER.fullmatch(cells[at]) else None
            distinct = [c for c in distinct if c != number]
        if not distinct or _is_header_again(cells, header):
            return
        if len(distinct) == 1:
            self._alone(distinct[0], row, header)
            return
        name = next((cells[i] for i, f in enumerate(header.fields) if f == NAME and cells[i]), "")
        above, line_end, below = name.partition("\n")
        if line_end and is_category(above) and is_plural(above):
            # A heading between rows that stands as close as the lines of one cell.
            self.section, name = above, below
        if not name or is_total(name) or is_none(one_line(name)) or any(is_total(c) for c in distinct[:2]):
            return
        if is_party(name):
            self._add(name, cells, row, header)

    def _add(self, name: str, cells: tuple[str, ...], row: Row, header: Header) -> None:
        self.parties.append(self._party(name, cells, row.locator, header))
        self._last = row.locator

    def _alone(self, text: str, row: Row, header: Header) -> None:
        """One text in a row is a section, a note, a total, "none", or a party with only its name."""
        line = one_line(text)
        if unit := unit_of(line):
            self.unit = unit  # of the table below this title, in the same sheet
        if is_total(line) or is_none(line) or is_note(line) or unit:
            return
        merged = row.width > 1 or (len(row.cells) > 1 and all(row.cells))
        if is_category(line) or merged:
            self.section = line
        elif is_party(line) and self._in_name_column(row, header) and len([f for f in header.fields if f]) == 1:
            self._add(text, row.cells, row, header)
        elif is_party(line) or labels.field_of(line) == OTHER:
            self.section = line

    @staticmethod
    def _in_name_column(row: Row, header: Header) -> bool:
        return any(f == NAME and row.cell(i) for i, f in enumerate(header.fields))

    def _party(self, written: str, cells: tuple[str, ...], locator: str, header: Header) -> Party:
        alone, seat = written, None
        if labels.also_tells_seat(header.texts[header.fields.index(NAME)]):
            alone, seat = name_and_seat(written)
        name = clean_name(alone)
        party = Party(name.text, locator, "table", self.section, name.status)
        party.add_text(SEAT, seat or "")
        for i, column in enumerate(header.fields):
            text = cells[i] if i < len(cells) else ""
            if column in AMOUNTS:
                unit = header.units[i] or header.unit or self.unit or 1.0
                if column == CAPITAL or _holds_both(header.texts[i], text):
                    party.add_amounts(column, header.texts[i], text, unit)
                elif moment := header.moments[i]:
                    party.add_cell(column, moment, text, unit)
            elif column == SECTION:
                party.section = one_line(text) or party.section
            elif column == OTHER and (detail := labels.detail_of(header.texts[i])):
                party.add_text(detail, text)
            elif column not in (None, NAME, NUMBER, OTHER):
                party.add_text(column, text)
        return party


def _holds_both(header: str, text: str) -> bool:
    """Whether a cell has the amounts of begin and end, as its column or the cell itself says."""
    if len(_FIGURE.findall(text)) < 2 or len(find_amounts(text)) < 2:  # the first tells it of most cells, and fast
        return False
    moments = {a.moment for a in find_amounts(f"{header} 1 2")} if moment_of(header) else set()
    return not moments or moments >= {"begin", "end"}


def _is_nameless_rest(row: Row, header: Header) -> bool:
    """Whether the first row of a page tells who takes part, or what for, without a name."""
    told = {f for f, c in zip(header.fields, row.cells, strict=False) if c}
    return page_of(row.locator) is not None and NAME not in told and bool(told & {PARTICIPANTS, PURPOSE})


def _on_next_page(one: str, other: str) -> bool:
    pages = page_of(one), page_of(other)
    return None not in pages and pages[1] == pages[0] + 1


def _same_columns(row: Row, header: Header) -> bool:
    return sum(bool(c) and one_line(c) in t for c, t in zip(row.cells, header.texts, strict=False)) >= 2


def _is_header_again(cells: tuple[str, ...], header: Header) -> bool:
    filled = [(c, t) for c, t in zip(cells, header.texts, strict=False) if c]
    return len(filled) >= 2 and all(one_line(c) in t for c, t in filled)
