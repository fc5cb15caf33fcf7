"""A table with a card per party: cards below each other, or beside each other, each with labels and values of its own.

Belongs here: where a card begins and ends within a table. Does not belong here: what stands in it (`grids`).
"""

from collections import defaultdict
from collections.abc import Sequence

from dagster_project.budgets.records.cells import Marks, alone, cells_of, part_of
from dagster_project.budgets.records.grids import Grid
from dagster_project.budgets.records.model import Occurrence, Record
from dagster_project.budgets.sections import is_category
from dagster_project.documents import Row, Table
from dagster_project.documents.text import one_line


def cards(
    table: Table, named: Sequence[Occurrence], marks: Marks, section: str | None, near: Sequence[str]
) -> list[Record]:
    """A record per name: the rows from it to the next name below it, the columns from it to the next beside it."""
    width = max(len(row.cells) for row in table.rows)
    by_row: dict[int, list[Occurrence]] = defaultdict(list)
    for one in _once(named):
        by_row[one.unit.row].append(one)
    tops = sorted(by_row)
    lead = _rows_above(table, tops, marks)
    found: list[Record] = []
    near = list(near)
    heads = _heads_over_all(table.rows[: tops[0] - lead], marks) if lead == 0 and tops[0] else []
    for row in table.rows[: tops[0] - lead]:
        if (text := alone(cells_of(row))) and is_category(text):
            section = text
        elif text:
            near.insert(0, text)
    for number, top in enumerate(tops):
        last = tops[number + 1] - lead if number + 1 < len(tops) else len(table.rows)
        beside = sorted(by_row[top], key=lambda o: o.unit.column)
        starts = [_start(table.rows[top], one, marks) if len(beside) > 1 else 0 for one in beside]
        rows, after = _to_section(table.rows[top - lead : last], lead)
        for place, (one, start) in enumerate(zip(beside, starts, strict=True)):
            end = starts[place + 1] - 1 if place + 1 < len(starts) else width - 1
            record = Record(one, "block", section, near=list(near))
            over = heads if len(beside) == 1 else []
            _read(record, [*over, *rows], lead + len(over), (start, end), marks)
            found.append(record)
        section = after or section
    return found


def _heads_over_all(rows: Sequence[Row], marks: Marks) -> list[Row]:
    """The last row above all cards, where it says of which time the columns are: it is over each of them."""
    cells = cells_of(rows[-1])
    times = sum(marks.mark(cell) == "time" for cell in cells)
    return [rows[-1]] if times > 1 and times >= len(cells) - 1 else []


def _once(named: Sequence[Occurrence]) -> list[Occurrence]:
    """The names without those that only repeat the one above: a name that is merged over the rows of its card."""
    last: dict[int, str] = {}
    found = []
    for one in sorted(named, key=lambda o: o.unit.row):
        if last.get(one.unit.column) != one.unit.text:
            found.append(one)
        last[one.unit.column] = one.unit.text
    return found


def _rows_above(table: Table, tops: list[int], marks: Marks) -> int:
    """How many rows of a card stand above its name: those that have the same labels above each of the names, or, of one
    card, all."""
    if len(tops) == 1:
        return tops[0]
    count = 0
    while all(top - count - 1 >= 0 for top in tops):
        texts = {one_line(table.rows[top - count - 1].cell(0)) for top in tops}
        if len(texts) > 1 or not marks.known(texts.pop()) or any(top - count - 1 in tops for top in tops):
            return count
        count += 1
    return count


def _start(row: Row, one: Occurrence, marks: Marks) -> int:
    """The first column of a card: that of its name, or of the label left of that."""
    left = one.unit.column - 1
    return left if left >= 0 and row.cell(left).strip() and marks.is_label(row.cell(left)) else one.unit.column


def _to_section(rows: Sequence[Row], lead: int) -> tuple[list[Row], str | None]:
    """The rows of a card up to a category, which is of the cards after it."""
    for number, row in enumerate(rows):
        if number > lead and (text := alone(cells_of(row))) and is_category(text) and number + 1 == len(rows):
            return list(rows[:number]), text
    return list(rows), None


def _read(record: Record, rows: Sequence[Row], lead: int, columns: tuple[int, int], marks: Marks) -> None:
    name, at = record.occurrence.unit.text, record.occurrence.unit.column - columns[0]
    grid = Grid(marks.labels)
    read = []
    for number, row in enumerate(rows):
        own = part_of(row, *columns)
        cells = ["" if text == name else text for text in own.cells]
        if number == lead:
            # What stands left of the name is its label or its number.
            cells[:at] = ["" for _ in cells[:at]]
        read.append(Row(tuple(cells), row.locator, row.width))
    grid.read(read)
    record.pairs, record.loose = grid.pairs, grid.loose
    record.near = grid.said + record.near
