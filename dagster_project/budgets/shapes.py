"""Tables brought into the shapes that the readers know, before anything is read from them.

Parties as columns become rows; two pairs of label and value side by side come below each other; figures with the
moments as columns become one label and value each. Does not belong here: what a table says of a party.
"""

import itertools
from dataclasses import replace
from itertools import zip_longest

from dagster_project.budgets import labels
from dagster_project.budgets.amounts import unit_of
from dagster_project.budgets.labels import AMOUNTS, column_of, field_before_value, field_of
from dagster_project.budgets.names import is_party
from dagster_project.budgets.sections import is_category
from dagster_project.budgets.shapes_cells import opened, parted, without_double_heads, without_empty_columns
from dagster_project.budgets.shapes_long import (
    LEAST_LABELS,
    LOOK,
    cells_of,
    edges,
    holds_labels,
    is_moment,
    one_row_each,
)
from dagster_project.budgets.vocabulary import NAME, NUMBER, RESULT
from dagster_project.documents import Row, Table
from dagster_project.documents.model import Block, page_of
from dagster_project.documents.text import one_line


def all_shaped(blocks: list[Block]) -> list[Block]:
    """The blocks, each table in a shape that is read. One that a page cut within a row has the columns of before."""
    made: list[Block] = []
    rows: tuple[Row, ...] = ()
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            before = rows if at and _is_cut(blocks[at - 1], block) else ()
            made.append(shaped(block, before))
            rows = (*before, *block.rows)
        else:
            made.append(block)
    return made


def _is_cut(before: Block, table: Table) -> bool:
    """Whether a page cut a row of a table: the next one begins below a first cell that is empty, and is as wide."""
    if not isinstance(before, Table) or not table.rows or not before.rows or table.rows[0].cells[:1] != ("",):
        return False
    pages = page_of(before.locator), page_of(table.locator)
    same = {len(r.cells) for r in before.rows} == {len(r.cells) for r in table.rows}
    return same and None not in pages and pages[1] == pages[0] + 1


def shaped(table: Table, before: tuple[Row, ...] = ()) -> Table:
    """The same table in a shape that is read; the table itself where it has one. Its first row goes on with the last of
    those `before`."""
    rows = tuple(r for r in table.rows if any(r.cells))
    if not rows:
        return table
    rows = without_double_heads(without_empty_columns(rows, before))
    rows = opened(rows) or tuple(part for row in rows for part in parted(row))
    new = _upright(rows) or _below_each_other(rows) or _figures_by_moment(rows) or one_row_each(rows) or rows
    return table if new == table.rows else replace(table, rows=new)


def _upright(rows: tuple[Row, ...]) -> tuple[Row, ...] | None:
    """Parties as columns: their names in one row, which has no label or one of a name, and labels in the first."""
    width = max(len(r.cells) for r in rows)
    if width < 3 or not holds_labels(cells_of(rows[:LOOK], 0)):
        return None
    if any(holds_labels(cells_of(rows[:LOOK], i)) for i in range(1, width)):
        return None
    starts = [i for i, r in enumerate(rows) if column_of(r.cells[0]) == NAME and _names(r)]
    if len(starts) > 1:
        # As many parties side by side as the page has room for, the rest below them.
        parts = [rows[a:b] for a, b in itertools.pairwise([0, *starts[1:], len(rows)])]
        return tuple(row for part in parts for row in _turned(part))
    return _turned(rows) or None


def _turned(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    at = next((i for i, r in enumerate(rows[:3]) if _names(r)), None)
    if at is None:
        return ()
    kept = (rows[at], *filter(_says_something, rows[:at]), *rows[at + 1 :])
    columns = list(zip_longest(*(r.cells for r in kept), fillvalue=""))
    head = ("Naam", *(label or "Categorie" for label in columns[0][1:]))
    return (Row(head, rows[at].locator), *(Row(c, rows[at].locator) for c in columns[1:] if c[0]))


def _says_something(row: Row) -> bool:
    """Whether a row above the names tells of each party: its category, or what its label says."""
    values = [c for c in row.cells[1:] if c]
    told = all(map(is_category, values)) or field_of(row.cells[0]) is not None
    return bool(values) and row.cells[0] not in values and told


def _names(row: Row) -> bool:
    label, *names = row.cells
    filled = [one_line(n) for n in names if n]
    if label and column_of(label) not in (NAME, NUMBER, None):
        return False
    return len(set(filled)) >= 2 and all(labels.bare(n) and is_party(n) for n in filled)


def _below_each_other(rows: tuple[Row, ...]) -> tuple[Row, ...] | None:
    """Pairs of label and value side by side."""
    # A title over the whole sheet, or a name over one card, says nothing of the pairs below it.
    pairs = tuple(r for r in rows if len(r.distinct) > 1)
    width = max((len(r.cells) for r in pairs), default=0)
    if width < 4 or width % 2 or not all(_labels_somewhere(cells_of(pairs, i)) for i in range(0, width, 2)):
        return None
    found = []
    for row in rows:
        cells = (row.cells + ("",) * width)[:width]
        if len({c for c in cells if c}) == 1:
            found.append(row)
            continue
        found += [Row(cells[i : i + 2], row.locator) for i in range(0, width, 2) if cells[i]]
    return tuple(found)


def _labels_somewhere(texts: list[str]) -> bool:
    filled = [t for t in dict.fromkeys(texts) if t]
    found = [t for t in filled if field_before_value(t)]
    return len(found) >= LEAST_LABELS and len(found) * 2 >= len(filled)


def _figures_by_moment(rows: tuple[Row, ...]) -> tuple[Row, ...] | None:
    """Rows of equity, debt and result below a row of moments or years, as label and value; other rows stay."""
    found: list[Row] = []
    head: Row | None = None
    for row in rows:
        if _are_moments(row.cells[1:]) and field_of(row.cells[0]) not in AMOUNTS:
            head = row
        elif head and field_of(row.cells[0]) in AMOUNTS:
            found += _by_moment(head, row)
        else:
            found.append(row)
    amounts = any(field_of(r.cells[0]) in AMOUNTS for r in rows[rows.index(head) + 1 :]) if head else False
    return tuple(found) if amounts and found else None


def _are_moments(cells: tuple[str, ...]) -> bool:
    filled = [c for c in cells if c]
    if len(filled) < 2 or not all(is_moment(c) or field_of(c) == RESULT for c in filled):
        return False
    return len({c for c in filled if is_moment(c)}) >= 2


def _by_moment(head: Row, row: Row) -> list[Row]:
    corner, *moments = head.cells
    unit = " (x € 1.000.000)" if unit_of(corner) == 1e6 else " (x € 1.000)" if unit_of(corner) == 1e3 else ""
    values = list(zip(moments, row.cells[1:], strict=False))
    results = [Row(pair, row.locator) for pair in values if pair[1] and pair[0] and not is_moment(pair[0])]
    moments = [m for m in moments if is_moment(m)]
    pairs = list(zip(edges(moments), moments, [v for m, v in values if is_moment(m)], strict=False))
    # Of a result the last year counts, and the first that is read stays.
    ordered = reversed(pairs) if field_of(row.cells[0]) == RESULT else pairs
    told = [
        Row((f"{row.cells[0]}{unit} {edge or moment}", value), row.locator) for edge, moment, value in ordered if value
    ]
    return told + results
