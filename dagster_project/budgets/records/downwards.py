"""A table with a row per party, or several: per field, per moment, per participant.

Belongs here: which row is of which party, and what stands over and beside its cells. Does not belong here: which tables
are of this kind (`tables`).
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dagster_project.budgets.choice.labels import field_of, is_form, is_time, is_value
from dagster_project.budgets.choice.parts import Part, without_form_below
from dagster_project.budgets.choice.places import LEAST, Named
from dagster_project.budgets.choice.units import Unit
from dagster_project.budgets.labels import PARTY_FIELDS, is_about_something_else, is_no_table_of_parties
from dagster_project.budgets.names import clean_name, is_note, is_party, is_title, is_total
from dagster_project.budgets.records.between import may_be_title, titles_between
from dagster_project.budgets.records.cells import Cell, Heads, Marks, alone, cells_of, chain_over, in_one_line
from dagster_project.budgets.records.fields import field
from dagster_project.budgets.records.grids import Grid, split_label
from dagster_project.budgets.records.inner import opened
from dagster_project.budgets.records.keys import key_columns
from dagster_project.budgets.records.model import Occurrence, Pair, Record
from dagster_project.budgets.records.weighing import fit
from dagster_project.budgets.sections import is_category
from dagster_project.budgets.vocabulary import FORM, NAME, SEAT, SECTION
from dagster_project.documents import Row, Table
from dagster_project.documents.text import one_line
from dagster_project.workspace.seeds import government_names

_MOST_HEADS = 4
_PROMOTED = 1.5
"""Worth of the values of a row from which on what stands in the place of its name is one."""
_TOTAL = re.compile(r"(?:sub|eind)?-?totaal", re.IGNORECASE)
"""The first cell of a row that adds up the rows of all parties."""


class Downwards:
    """Reads the rows of a table one after the other; `records` is what came out, `last` the party that the next table
    may go on with, `heads` those in force at its end."""

    def __init__(self, table: Table, marks: Marks, section: str | None, near: Sequence[str], heads: Heads):
        self.table, self.marks, self.section, self.near = table, marks, section, list(near)
        self.heads, self.below = heads, bool(heads)
        self.records: list[Record] = []
        self.last: Record | None = None
        self._rows: list[Row] = []
        self._elsewhere = False
        self._sections: tuple[int, str | None] = (0, None)
        self._with: dict[int, list[Occurrence]] = defaultdict(list)

    def read(self, named: Sequence[Occurrence], column: int, last: Record | None = None) -> None:
        """Read a table whose names stand in `column`; `last` is the party of the last row of the table that this one
        goes on with."""
        self.column = column
        at: dict[int, Occurrence] = {}
        for one in named:
            if one.unit.column == column and at.setdefault(one.unit.row, one) is not one:
                self._with[one.unit.row].append(one)
        beside: dict[int, list[Occurrence]] = defaultdict(list)
        for one in named:
            if one.unit.column != column:
                beside[one.unit.row].append(one)
        self._at = at
        self._titles = titles_between(self.table.rows, at)
        self._keys = key_columns(self.table.rows, {row: one.unit.text for row, one in at.items()}, column, self.marks)
        self._first = min(at, default=0)
        self.last = last
        self._named = [*at.values(), *([last.occurrence] if last else [])]
        for number, row in enumerate(self.table.rows):
            if cells := cells_of(row):
                self._row(number, row, cells, at.get(number))
            for other in beside[number]:
                if other.first and not self._value_of_another(other, cells):
                    self.records.append(Record(other, "table", self.section, near=list(self.near)))
        self._finish()
        self.records = [one for record in self.records for one in self._parted(record)]

    def _parted(self, record: Record) -> list[Record]:
        """A record per name of a cell that holds several: what its row tells is of all of them, and a cell of as many
        lines has one of each."""
        unit = record.occurrence.unit
        others = self._with.get(unit.row, [])
        told, near = record.pairs, record.near
        made = [record, *(replace(record, occurrence=one, loose=[], near=list(near)) for one in others)]
        if others:
            for place, one in enumerate(made):
                one.pairs = [_line_of(pair, place, len(made)) for pair in told]
        return made

    def _row(self, number: int, row: Row, cells: list[Cell], one: Occurrence | None) -> None:
        text = alone(cells)
        if one is None and cells[0].first not in self._keys and _TOTAL.fullmatch(one_line(cells[0].text)):
            self._finish()
            self.last = None
        elif self._elsewhere and text is None:
            if self._is_head(cells):
                self._head(cells)
            self.below = True
        elif one is not None:
            if self.last is None or self.last.occurrence.unit.text != one.unit.text or self._is_namesake(cells):
                self._finish()
                over = list(reversed(chain_over(Cell("", self.column, self.column), self.heads)))
                self.last = Record(one, "table", self.section, near=list(self.near), over=over)
                self.records.append(self.last)
            self._take(row, cells)
            self.below = True
        elif text is not None and (cells[0].last > cells[0].first or cells[-1].first in (0, self.column)):
            self._alone(text, row, number)
        elif self._is_head(cells):
            self._head(cells)
        elif self.last is None and not self.below and number < self._first:
            self.heads = [*self.heads, cells][-_MOST_HEADS:]
        elif self.last is not None and self._goes_on(row):
            keyed = any(c.first in self._keys for c in cells)
            if not keyed and self.marks.known(cells[0].text) and cells[0].first != self.column:
                self._rows.append(row)
            elif keyed or self._is_blank(row):
                self._take(row, cells)
            else:
                self._rows.append(row)
        else:
            self._finish()
            self.last = None
            if self.below and (promoted := self._promoted(number, row, cells)):
                self.last = Record(promoted, "table", self.section, near=list(self.near))
                self.records.append(self.last)
                self._take(row, cells)

    def _is_namesake(self, cells: list[Cell]) -> bool:
        """Whether a row of the name of the row before is of another party: one has one seat."""
        if self._keys:
            return False
        seats = {one_line(c.text) for c in cells if self._field_over(c) == SEAT}
        known = {one_line(pair.text) for pair in self.last.pairs if pair.labels and field_of(pair.labels[-1]) == SEAT}
        return bool(seats and known and not seats & known)

    def _field_over(self, cell: Cell) -> str | None:
        return next((found for label in reversed(chain_over(cell, self.heads)) if (found := field_of(label))), None)

    def _promoted(self, number: int, row: Row, cells: list[Cell]) -> Occurrence | None:
        """The text in the place of names of a row that tells as much as the rows of the parties."""
        text = row.cell(self.column)
        if self._elsewhere or not self._named or len(cells) < 3 or not is_party(text):
            return None
        one = self._named[0]
        others = [c for c in cells if not c.first <= self.column <= c.last and not is_time(one_line(c.text))]
        chains = [(c, chain_over(c, self.heads)) for c in others]
        pairs = [Pair(chain, c.text, row.locator) for c, chain in chains]
        worth = [fit(pair, field(pair)[0], self.marks) for pair in pairs]
        name = clean_name(text).text
        if sum(worth) < _PROMOTED or min(worth) < 0 or name in government_names() or is_form(name):
            return None
        unit = Unit(text, one.unit.places, row.locator, one.unit.index, number, self.column)
        part = Part(name)
        named = Named(unit, part, LEAST, one.named.place, one.named.gain, one.named.beside + 1)
        return Occurrence(unit, name, None, named, True)

    def _alone(self, text: str, row: Row, number: int) -> None:
        """A row of one text: a section, a title, which may say a unit, a note, or more of the party before it."""
        if is_title(text) and is_about_something_else(text):
            self._finish()
            self.last, self._elsewhere = None, True
        elif is_category(text) or self._is_title(text, number):
            self._finish()
            self.section, self.last, self._elsewhere = text, None, False
        elif self.last is None:
            self.near.insert(0, text)
        elif not is_total(text) and not is_note(text):
            self._rows.append(row)

    def _is_title(self, text: str, number: int) -> bool:
        """Whether a text between the rows of parties is over those that follow: right before a name, or heads again."""
        if number in self._titles and self.heads:
            return True
        if not self.records or not may_be_title(text) or self.marks.known(text):
            return False
        after = next((n for n in range(number + 1, len(self.table.rows)) if not self._is_alone(n)), None)
        if after is None:
            return False
        heads = bool(self.heads) and self._is_head(cells_of(self.table.rows[after]))
        return heads or (after in self._at and after == number + 1)

    def _is_alone(self, number: int) -> bool:
        return len(cells_of(self.table.rows[number])) < 2

    def _head(self, cells: list[Cell]) -> None:
        if self.below:
            self.heads = []
            self._elsewhere = self._elsewhere and not self._of_parties(cells)
        self.heads = [*_stretched(self.heads, cells), cells][-_MOST_HEADS:]
        self._elsewhere = self._elsewhere or is_no_table_of_parties([one_line(c.text) for c in cells])
        self.below = False

    def _of_parties(self, cells: list[Cell]) -> bool:
        """Whether heads say that what stands in the column of names are names."""
        over = next((c for c in cells if c.first <= self.column <= c.last), None)
        return over is not None and self.marks.by_words(over.text) and field_of(in_one_line(over.text)) == NAME

    def _goes_on(self, row: Row) -> bool:
        text = row.cell(self.column).strip()
        return self._is_blank(row) or self.marks.known(text) or split_label(text, self.marks.labels) is not None

    def _is_blank(self, row: Row) -> bool:
        """Whether a row names no other party than the one before it."""
        return row.cell(self.column).strip() in ("", self.last.occurrence.unit.text.strip())

    def _take(self, row: Row, cells: Sequence[Cell]) -> None:
        """The values of a row, each with the heads over it and the labels that stand in the row itself."""
        name = row.cell(self.column)
        others = [c for c in cells if not (c.first <= self.column <= c.last and c.text == name)]
        if (form := without_form_below(name)[1]) and row.locator == self.last.occurrence.unit.locator:
            self.last.pairs.append(Pair((f"={FORM}",), form, row.locator))
        said = [c for c in others if self._says(c)]
        labels = tuple(one_line(c.text) for c in said)
        if section := self._section_of(row, others):
            self.last.pairs.append(Pair((f"={SECTION}",), section, row.locator))
        for cell in others:
            if cell not in said:
                self.last.pairs.append(Pair((*chain_over(cell, self.heads), *labels), cell.text, row.locator))

    def _section_of(self, row: Row, cells: Sequence[Cell]) -> str | None:
        """The section of a row that leaves it empty since the row of the party before it has the same."""
        told = next((c for c in cells if self._field_over(c) == SECTION), None)
        if told is not None:
            self._sections = (told.first, one_line(told.text))
            return None
        column, section = self._sections
        return section if column < self.column and not row.cell(column).strip() else None

    def _says(self, cell: Cell) -> bool:
        """Whether a cell among values says of which field or moment the values beside it are."""
        text = one_line(cell.text)
        if cell.first in self._keys:
            return True
        if is_time(text) or (self.marks.known(text) and field_of(text) in PARTY_FIELDS):
            return not any(field_of(label) in PARTY_FIELDS for label in chain_over(cell, self.heads))
        return False

    def _value_of_another(self, one: Occurrence, cells: Sequence[Cell]) -> bool:
        """Whether a name stands where the value of a field of the party of its row stands."""
        cell = next((c for c in cells if c.first <= one.unit.column <= c.last), None)
        labels = chain_over(cell, self.heads) if cell else ()
        return any(field_of(label) in PARTY_FIELDS for label in labels)

    def _finish(self) -> None:
        """Rows that stand below the row of a name and are of it."""
        if self.last is not None and self._rows:
            grid = Grid(self.marks.labels)
            grid.read(self._rows)
            self.last.pairs += grid.pairs
            self.last.loose += grid.loose
            self.last.near = grid.said + self.last.near
        if self.last is not None:
            self.last.pairs = opened(self.last.pairs, self.marks.labels)
        self._rows = []

    def _is_head(self, cells: Sequence[Cell]) -> bool:
        if self.heads and [c.text for c in cells] == [c.text for c in self.heads[0]]:
            return True
        texts = [one_line(c.text) for c in cells]
        if len(cells) < 2 or any(c.first in self._keys and self.marks.known(c.text) for c in cells):
            return False
        known = sum(self.marks.known(t) or is_time(t) for t in texts)
        if self.last is not None and len(texts) == 2 and known < 2:
            return False  # a label and its value
        return known * 2 >= len(texts) and not any(is_value(t) and not self.marks.known(t) for t in texts)


def _line_of(pair: Pair, place: int, count: int) -> Pair:
    lines = pair.text.split("\n")
    return replace(pair, text=lines[place]) if len(lines) == count else pair


def _stretched(heads: Heads, below: Sequence[Cell]) -> Heads:
    """Heads with the cells of the last row widened over the empty columns right of them that have heads of their own
    below: a head over several that is not merged."""
    if not heads:
        return heads
    taken = {column for cell in heads[-1] for column in range(cell.first, cell.last + 1)}
    under = {column for cell in below for column in range(cell.first, cell.last + 1)}
    found = []
    for cell in heads[-1]:
        last = cell.last
        while cell.first in under and last + 1 in under and last + 1 not in taken:
            last += 1
        found.append(Cell(cell.text, cell.first, last))
    return [*heads[:-1], found]
