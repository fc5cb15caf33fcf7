"""Tables with a row per party: their header, their columns, and the rows that are sections, totals or notes."""

import itertools
import re
from dataclasses import dataclass, field

from dagster_project.budgets import labels
from dagster_project.budgets.amounts import moment_of, unit_of
from dagster_project.budgets.labels import AMOUNTS, PARTY_FIELDS, column_of
from dagster_project.budgets.names import clean_name, is_note, is_party, is_total
from dagster_project.budgets.party import Party
from dagster_project.budgets.sections import is_category, is_general, is_none, is_plural
from dagster_project.budgets.vocabulary import CAPITAL, FORM, KINDS, NAME, NUMBER, OTHER, SECTION
from dagster_project.documents import Row, Table
from dagster_project.documents.model import page_of
from dagster_project.documents.text import one_line

_HEADER_SEARCH = 12
"""Rows at the top of a sheet among which the header is looked for: titles and notes stand above it."""

_LABELS_BELOW = 2
"""Different fields of parties in the first column that make a table one of label and value."""

_LEAST_HEADER = 3
"""Cells of a header that stands between rows."""

_MAX_HEADER = 4
"""Rows that one header may take."""


_SHEET = re.compile(r"(?:blad|sheet|tabel|werkblad|export|data|import)[ _]?\d*", re.IGNORECASE)
"""Names of sheets that a program gave."""

_SHEET_NUMBER = re.compile(r"^\d{1,2}[.)]?\s+(?=\S)")


@dataclass(frozen=True)
class Header:
    """Per column its field and its whole text; `last` is the index of the header's last row."""

    fields: tuple[str | None, ...]
    texts: tuple[str, ...]
    last: int
    unit: float | None = None


@dataclass
class TableReader:
    """Reads the tables of one document in order; what a table leaves open it takes from the one before it."""

    section: str | None = None
    unit: float | None = None
    header: Header | None = None
    parties: list[Party] = field(default_factory=list)

    def read(self, table: Table) -> bool:
        """Read a table; False where it is none of parties."""
        header = header_of(table.rows)
        if table.title and not is_general(table.title) and not _SHEET.fullmatch(table.title):
            self.section = _SHEET_NUMBER.sub("", table.title)
        if header is None:
            header = self._continued(table)
            if header is None:
                return False
        else:
            self.header = header
            self._above(table, header)
        number = first = header.last + 1
        while number < len(table.rows):
            row = table.rows[number]
            if new := _header_below(table.rows, number):
                self.header = header = new
                number = new.last
            elif number > first or not self._goes_on(row, header):
                self._row(row, header)
            number += 1
        return True

    def _goes_on(self, row: Row, header: Header) -> bool:
        """The first row of a page without a name is the rest of the last one of the page before."""
        cells = {f: row.cells[i] for i, f in enumerate(header.fields) if i < len(row.cells) and row.cells[i]}
        before = self.parties[-1] if self.parties else None
        if before is None or NAME in cells or not cells or not _on_next_page(before.locator, row.locator):
            return False
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
            text = one_line(_distinct(row)[0]) if len(_distinct(row)) == 1 else ""
            if text and is_category(text):
                self.section = text
            self.unit = unit_of(" ".join(row.cells)) or self.unit

    def _row(self, row: Row, header: Header) -> None:
        cells = row.cells + ("",) * (len(header.fields) - len(row.cells))
        distinct = _distinct(row)
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
            self.parties.append(self._party(name, cells, row.locator, header))

    def _alone(self, text: str, row: Row, header: Header) -> None:
        """One text in a row is a section, a note, a total, "none", or a party with only its name."""
        line = one_line(text)
        if is_total(line) or is_none(line) or is_note(line) or unit_of(line):
            return
        merged = row.width > 1 or (len(row.cells) > 1 and all(row.cells))
        if is_category(line) or merged:
            self.section = line
        elif is_party(line) and self._in_name_column(row, header) and len([f for f in header.fields if f]) == 1:
            self.parties.append(self._party(text, row.cells, row.locator, header))
        elif is_party(line) or labels.field_of(line) == OTHER:
            self.section = line

    @staticmethod
    def _in_name_column(row: Row, header: Header) -> bool:
        return any(f == NAME and i < len(row.cells) and row.cells[i] for i, f in enumerate(header.fields))

    def _party(self, written: str, cells: tuple[str, ...], locator: str, header: Header) -> Party:
        name = clean_name(written)
        party = Party(name.text, locator, "table", self.section, name.status)
        for i, column in enumerate(header.fields):
            text = cells[i] if i < len(cells) else ""
            if column in AMOUNTS:
                unit = unit_of(header.texts[i]) or header.unit or self.unit or 1.0
                if column == CAPITAL:
                    party.add_amounts(column, "", text, unit)
                else:
                    party.add_cell(column, _moment_of(header, i), text, unit)
            elif column == SECTION:
                party.section = one_line(text) or party.section
            elif column == OTHER and (detail := labels.detail_of(header.texts[i])):
                party.add_text(detail, text)
            elif column not in (None, NAME, NUMBER, OTHER):
                party.add_text(column, text)
        return party


def _on_next_page(one: str, other: str) -> bool:
    pages = page_of(one), page_of(other)
    return None not in pages and pages[1] == pages[0] + 1


def header_of(rows: tuple[Row, ...]) -> Header | None:
    """The header of a table of parties, or None: a column of names and one more that only parties have."""
    if _is_of_labels(rows):
        return None
    of_names_alone = []
    for first, row in enumerate(rows[:_HEADER_SEARCH]):
        named = [column_of(c) if c else None for c in row.cells]
        labelled = {c for c, f in zip(row.cells, named, strict=True) if f is not None}
        if len(labelled) >= 2 and (found := _complete(rows, first)):
            return found
        if NAME in named and sum(map(bool, row.cells)) == 1:
            of_names_alone.append(first)
    # A title above the header may be the name of a column as well: `Verbonden partijen`.
    return next((found for first in of_names_alone if (found := _complete(rows, first))), None)


def _is_of_labels(rows: tuple[Row, ...]) -> bool:
    """Whether the first column holds labels, so that the table is of label and value and its rows are no parties."""
    pairs = [_distinct(r) for r in rows if len(_distinct(r)) >= 2 and r.cells[0]]
    if pairs and all(len(p) == 2 for p in pairs) and all(labels.field_before_value(p[0]) for p in pairs):
        # One row of two labels is a header whose rows stand on the next page, unless a title is above it.
        one, other = labels.column_of(pairs[0][0]), labels.column_of(pairs[0][1])
        return len(pairs) > 1 or other is None or (one != NAME and len(rows) > 1)
    named = [column_of(r.cells[0]) for r in rows if len(_distinct(r)) >= 2 and r.cells[0]]
    return len({f for f in named if f in PARTY_FIELDS}) >= _LABELS_BELOW


def _complete(rows: tuple[Row, ...], first: int) -> Header | None:
    width = max(len(r.cells) for r in rows[first : first + _MAX_HEADER])
    texts = [_cell(rows[first], i) for i in range(width)]
    last = first
    for row in rows[first + 1 : first + _MAX_HEADER]:
        below = [_cell(row, i) for i in range(width)]
        if not _goes_on(texts, below):
            break
        texts = [
            above if above == under or not under else f"{above}\n{under}"
            for above, under in zip(_carried(texts, below), below, strict=True)
        ]
        last += 1
    fields = [column_of(t) if t else None for t in texts]
    if labels.is_no_table_of_parties(texts):
        return None
    if NAME not in fields:
        fields = _unnamed(fields)
    elif fields.count(NAME) > 1:
        kept = fields.index(NAME)
        fields = [f if f != NAME or i == kept else OTHER for i, f in enumerate(fields)]
    if fields.count(FORM) > 1:
        # `Soort` beside `Rechtsvorm` is the category of the party.
        fields = [SECTION if f == FORM and labels.bare(t) in KINDS else f for f, t in zip(fields, texts, strict=True)]
    known = {f for f in fields if f in PARTY_FIELDS}
    if NAME not in fields or not (known or OTHER in fields or bare_is_party(texts[fields.index(NAME)])):
        return None
    unit = next((u for t in texts if (u := unit_of(t))), None)
    return Header(tuple(fields), tuple(one_line(t) for t in texts), last, unit)


def _carried(texts: list[str], below: list[str]) -> list[str]:
    """A header of amounts holds for the moments to its right that have none: its cells were merged once."""
    carried = list(texts)
    for i in range(1, len(texts)):
        if not carried[i] and below[i] and not labels.bare(below[i]) and column_of(carried[i - 1]) in AMOUNTS:
            carried[i] = carried[i - 1]
    return carried


def _header_below(rows: tuple[Row, ...], at: int) -> Header | None:
    """A header further down, as where one sheet holds a table per category."""
    cells = [c for c in rows[at].cells if c]
    # All cells but one are labels; most rows show at their second cell that they are none.
    strange = (c for c in cells if column_of(c) is None)
    if len(cells) < _LEAST_HEADER or sum(1 for _ in itertools.islice(strange, 2)) > 1:
        return None
    found = _complete(rows, at)
    return found if found and NAME in found.fields and set(found.fields) & PARTY_FIELDS else None


def bare_is_party(header: str) -> bool:
    """Whether a header alone says that parties stand below it."""
    return "verbonden partij" in labels.bare(header)


def _unnamed(fields: list[str | None]) -> list[str | None]:
    """With three known fields, the first column that has none holds the names."""
    if len({f for f in fields if f in PARTY_FIELDS}) < 3 or None not in fields:
        return fields
    first = fields.index(None)
    return [NAME if i == first else f for i, f in enumerate(fields)]


def _goes_on(texts: list[str], below: list[str]) -> bool:
    """A row belongs to the header where each cell is empty, repeats the header, or is a moment, a unit or a label."""
    filled = [(a, b) for a, b in zip(texts, below, strict=True) if b]
    if not filled or all(a == b for a, b in filled):
        return False
    return all(a == b or not labels.bare(b) or unit_of(b) or labels.field_of(b) in (*AMOUNTS, OTHER) for a, b in filled)


def _moment_of(header: Header, column: int) -> str:
    """The moment of a column: what its header says, else its place among the columns of the same field."""
    same = [i for i, f in enumerate(header.fields) if f == header.fields[column]]
    said = [moment_of(header.texts[i]) for i in same]
    own = same.index(column)
    if len(same) == 2 and said[0] == said[1]:
        # Two columns that say the same moment are of two years, the earlier one first.
        order = sorted(range(2), key=lambda i: (labels.year_of(header.texts[same[i]]) or 0, i))
        return ("begin", "end")[order.index(own)]
    return said[own] or "end"


def _cell(row: Row, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""


def _distinct(row: Row) -> list[str]:
    return list(dict.fromkeys(c for c in row.cells if c))


def _same_columns(row: Row, header: Header) -> bool:
    return sum(bool(c) and one_line(c) in t for c, t in zip(row.cells, header.texts, strict=False)) >= 2


def _is_header_again(cells: tuple[str, ...], header: Header) -> bool:
    filled = [(c, t) for c, t in zip(cells, header.texts, strict=False) if c]
    return len(filled) >= 2 and all(one_line(c) in t for c, t in filled)
