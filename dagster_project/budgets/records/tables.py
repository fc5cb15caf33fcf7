"""A table with names in it, as records: a row per party, a column per party, or a card per party.

Belongs here: the ways in which the names may part a table, and the choice of the one that explains most of it
(`weighing`). Does not belong here: how each way reads (`downwards`, `across`, `cards`), what the cells mean.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dagster_project.budgets.choice.labels import Labels, field_of, is_time
from dagster_project.budgets.figures import units_in
from dagster_project.budgets.labels import PARTY_FIELDS, is_about_something_else
from dagster_project.budgets.records.across import across
from dagster_project.budgets.records.cards import cards
from dagster_project.budgets.records.cells import Heads, Marks, alone, cells_of, in_one_line, look_at_broken
from dagster_project.budgets.records.downwards import Downwards
from dagster_project.budgets.records.marked import with_participants
from dagster_project.budgets.records.model import Occurrence, Record
from dagster_project.budgets.records.weighing import score
from dagster_project.budgets.sections import is_category
from dagster_project.documents import Row, Table
from dagster_project.documents.model import page_of
from dagster_project.documents.text import one_line

_NOTE = 120
"""Characters of a cell that may say the unit of a table."""
_HEADS = 0.4
"""Share of the cells of a first row that are known labels from which on it is one of heads."""
_MOST_COLUMNS = 2
"""Columns with names that are each tried as the one that parts the rows."""


@dataclass
class Split:
    """What a table was parted into: the records, and for a table that goes on with it its width, the heads in force at
    its end, the column of its names, the party of its last row and the section that this stands in."""

    records: list[Record] = field(default_factory=list)
    heads: Heads = field(default_factory=list)
    width: int = 0
    column: int = 0
    last: Record | None = None
    section: str | None = None
    worth: float = 0.0
    page: int | None = None


def records_of_table(
    table: Table,
    named: Sequence[Occurrence],
    labels: Labels,
    near: list[str],
    before: Split | None,
) -> Split:
    """The records of a table; `named` are the occurrences in it, `before` what the table gave that this one may go on
    with."""
    if table.title and is_about_something_else(table.title):
        return Split()
    marks = Marks(labels)
    look_at_broken(cell for row in table.rows for cell in row.cells)
    named = [one for one in named if not _beside_label(one, table, marks)] or named
    top = min(one.unit.row for one in named)
    beside = {one.unit.column for one in named if one.unit.row == top < len(table.rows) - 1}
    named = [one for one in named if not _among_labels(one, table, marks, beside if one.unit.row == top else set())]
    if not named:
        return Split()
    section = table.title if table.title and is_category(table.title) else None
    ways = _ways(table, named, marks, section, near, before)
    count = sum(len(cells_of(row)) for row in table.rows)
    splits = [way() for way in ways]
    for split in splits:
        split.worth = score(split.records, marks, count)
    best = max(splits, key=lambda split: split.worth)
    units = _units(table)
    for one in best.records:
        one.pairs = with_participants(one.pairs)
        one.near = [*units, *one.near]
    return best


def _among_labels(one: Occurrence, table: Table, marks: Marks, beside: set[int]) -> bool:
    """Whether a text stands in a row of heads, and so is a label though it looks like a name. In the first row of
    names, whose columns are `beside`, the heads need not all be known, and some may look like names too."""
    row = table.rows[one.unit.row]
    if one.unit.column and marks.by_words(row.cell(one.unit.column - 1)):
        return False
    others = [c for c in cells_of(row) if not c.first <= one.unit.column <= c.last]
    if len(others) < 2 or any(marks.mark(c) == "value" for c in others):
        return False
    known = sum(marks.known(c.text) or is_time(one_line(c.text)) for c in others)
    rest = [c for c in others if c.first not in beside]
    said = all(marks.mark(c) in ("label", "time") for c in rest)
    return known == len(others) or (len(rest) > len(beside) > 0 and said and known >= _HEADS * len(others) > 1)


def _beside_label(one: Occurrence, table: Table, marks: Marks) -> bool:
    """Whether a text is the value of a label that no name of a party stands behind, such as a seat."""
    left = table.rows[one.unit.row].cell(one.unit.column - 1) if one.unit.column else ""
    return bool(left.strip()) and marks.by_words(left) and field_of(in_one_line(left)) in PARTY_FIELDS


def _ways(
    table: Table, named: Sequence[Occurrence], marks: Marks, section: str | None, near: list[str], before: Split | None
) -> list[Callable[[], Split]]:
    """The ways that the places of the names allow, at most four."""
    rows: dict[int, set[int]] = defaultdict(set)
    for one in named:
        rows[one.unit.row].add(one.unit.column)
    columns = Counter(one.unit.column for one in named)
    ways: list[Callable[[], Split]] = []
    for column, _ in sorted(columns.most_common(), key=lambda c: (-c[1], c[0]))[:_MOST_COLUMNS]:
        ways.append(lambda column=column: _downwards(table, named, column, marks, section, near, before))
    # A name alone in its row is first of all the title of a card, also where other ways read as much.
    titled = all(alone(cells_of(table.rows[row])) is not None for row in rows)
    ways.insert(0 if titled else len(ways), lambda: Split(cards(table, named, marks, section, near)))
    if any(one.unit.column > 0 for one in named):
        ways.append(lambda: Split(across(table, named, marks, section, near)))
    return ways


def _downwards(
    table: Table, named: Sequence[Occurrence], column: int, marks: Marks, section: str | None, near: list[str],
    before: Split | None,
) -> Split:  # fmt: skip
    width = max(len(r.cells) for r in table.rows)
    goes_on = before if before and before.width == width else None
    reader = Downwards(table, marks, section, near, goes_on.heads if goes_on else [])
    last = None
    if goes_on and goes_on.column == column and follows(table, goes_on):
        last, reader.section = goes_on.last, section or goes_on.section
    reader.read(named, column, last)
    return _left(reader, width)


def _left(reader: Downwards, width: int) -> Split:
    page = page_of(reader.table.rows[-1].locator)
    return Split(reader.records, reader.heads, width, reader.column, reader.last, reader.section, page=page)


def continued(table: Table, labels: Labels, before: Split) -> Split | None:
    """What a table without a known name adds to the parties of the table `before`, with which it goes on; None where it
    does not."""
    width = max((len(r.cells) for r in table.rows), default=0)
    if before.last is None or before.width != width or not follows(table, before) or not _goes_on(table, before):
        return None
    reader = Downwards(table, Marks(labels), before.section, before.last.near, before.heads)
    reader.read([], before.column, before.last)
    return _left(reader, width)


def follows(table: Table, before: Split) -> bool:
    """Whether a table stands on the page of the one before it or on the next, or in a document without pages."""
    page = page_of(table.locator)
    return page is None or before.page is None or page <= before.page + 1


def begins_with_rest(table: Table, before: Split) -> Row | None:
    """The first row below the heads of the table before, where it names no party and so is the rest of one."""
    heads = [[c.text for c in head] for head in before.heads]
    rows = [row for row in table.rows if cells_of(row) and [c.text for c in cells_of(row)] not in heads]
    if len(rows) == len(table.rows) or not rows or rows[0].cell(before.column).strip():
        return None
    return rows[0] if len(rows[0].distinct) < len(rows[0].cells) else None


def _goes_on(table: Table, before: Split) -> bool:
    heads = [[c.text for c in head] for head in before.heads]
    cells = cells_of(table.rows[0])
    return [c.text for c in cells] in heads or not table.rows[0].cell(before.column).strip()


def _units(table: Table) -> list[str]:
    """The short texts of a table that say a unit."""
    texts = [one_line(t) for r in table.rows for t in r.distinct if len(t) < _NOTE]
    return [text for text in dict.fromkeys(texts) if units_in(text)]
