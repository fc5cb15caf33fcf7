"""A table with a column per party: names side by side, and their labels left of them or in columns between.

Belongs here: one table of this kind, also several of them below each other. Does not belong here: which tables are
(`tables`).
"""

from collections import defaultdict
from collections.abc import Sequence

from dagster_project.budgets.choice.labels import is_time
from dagster_project.budgets.records.cells import Cell, Heads, Marks, alone, cells_of, chain_over, is_enumerator
from dagster_project.budgets.records.inner import opened
from dagster_project.budgets.records.model import Occurrence, Pair, Record
from dagster_project.documents import Row, Table
from dagster_project.documents.text import one_line


def across(
    table: Table, named: Sequence[Occurrence], marks: Marks, section: str | None, near: Sequence[str]
) -> list[Record]:
    """A record per name; the rows from a row of names to the next are of these."""
    by_row: dict[int, list[Occurrence]] = defaultdict(list)
    for one in named:
        by_row[one.unit.row].append(one)
    most = max(map(len, by_row.values()))
    tops = [
        row for row, found in sorted(by_row.items()) if len(found) * 2 >= most and _is_top(row, by_row, tuple(by_row))
    ]
    found: list[Record] = []
    for number, top in enumerate(tops):
        above = table.rows[:top] if number == 0 else ()
        last = tops[number + 1] if number + 1 < len(tops) else len(table.rows)
        found += _band(table, top, last, by_row[top], above, marks, section, near)
    return found


def _is_top(row: int, by_row: dict[int, list[Occurrence]], rows: tuple[int, ...]) -> bool:
    """Whether a row of names is no second row that says the same names in the same columns."""
    columns = {o.unit.column: o.name for o in by_row[row]}
    before = max((r for r in rows if r < row), default=None)
    return before is None or {o.unit.column: o.name for o in by_row[before]} != columns


def _band(
    table: Table, top: int, last: int, named: list[Occurrence], above: Sequence[Row], marks: Marks, section: str | None,
    near: Sequence[str],
) -> list[Record]:  # fmt: skip
    named = sorted(named, key=lambda o: o.unit.column)
    first = named[0].unit.column
    title = [text for row in above if (text := alone(cells_of(row)))]
    rows = [row for row in above if alone(cells_of(row)) is None] + list(table.rows[top + 1 : last])
    found = []
    for number, one in enumerate(named):
        to = named[number + 1].unit.column - 1 if number + 1 < len(named) else _end(table, top, one)
        if number + 1 < len(named) and (lead := _lead_before(table, top, last, to, one.unit.column, marks)):
            to -= lead
        start = one.unit.column - _lead_before(table, top, last, one.unit.column - 1, 0, marks) if number else first
        leads = (start, one.unit.column - 1) if number and start < one.unit.column else (0, first - 1)
        record = Record(one, "table", section, near=[*title, *near])
        _read(record, rows, leads, (one.unit.column, to), marks)
        found.append(record)
    return found


def _end(table: Table, top: int, one: Occurrence) -> int:
    """The last column of the last name of a row: as far as its cell is merged, or all the rest of its rows."""
    return max(len(row.cells) for row in table.rows) - 1


def _lead_before(table: Table, top: int, last: int, column: int, after: int, marks: Marks) -> int:
    """1 where the column right before a name holds labels of its own, else 0."""
    if column <= after:
        return 0
    texts = [text for row in table.rows[top + 1 : last] if (text := row.cell(column).strip())]
    return int(bool(texts) and sum(marks.known(t) for t in texts) * 3 >= 2 * len(texts))


def _read(record: Record, rows: Sequence[Row], leads: tuple[int, int], own: tuple[int, int], marks: Marks) -> None:
    """The values of the columns `own`, with the labels of the columns `leads` and heads that stand above them."""
    heads: Heads = []
    said: tuple[str, ...] = ()
    for row in rows:
        cells = cells_of(row)
        lead = tuple(
            text
            for cell in cells
            if leads[0] <= cell.first <= leads[1] and not is_enumerator(text := one_line(cell.text))
        )
        inside = [Cell(c.text, c.first, c.last) for c in cells if c.last >= own[0] and c.first <= own[1]]
        if not inside:
            if lead:
                record.near.append(" ".join(lead))
            continue
        if inside and inside[0].first <= leads[1]:
            continue  # a text over all columns: a title between the rows
        if all(is_time(one_line(c.text)) for c in cells if c.first > leads[1]):
            heads = [inside]
            continue
        said = lead or said
        for cell in inside:
            record.pairs.append(Pair((*said[:-1], *chain_over(cell, heads), *said[-1:]), cell.text, row.locator))
    record.pairs = opened(record.pairs, marks.labels)
