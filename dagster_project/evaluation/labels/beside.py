"""Which texts of a document stand so that one may be the label of the other, wherever labels are written.

Belongs here: the pairs. Does not belong here: whether the first of a pair is a label.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from dagster_project.documents import Document, ListItem, Row, Table

LONGEST = 120
"""Characters of a text that may be a label."""
_HEADS = 3
"""Rows at the top of a table of which each may be the head of a column."""
_MOST_IN_ROW = 4
"""Cells of a row that begins with a label: it and three years."""


@dataclass(frozen=True)
class Beside:
    """A text that may be a label, the text that it may be the label of, and how they stand."""

    label: str
    value: str
    how: str


def pairs_of(document: Document) -> Iterator[Beside]:
    """All pairs of a document: before a colon or a question mark, left in a row, above in a column, the line above."""
    before, list_of = "", ""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _of_table(block)
            before = ""
            continue
        yield from _within(block.text)
        if isinstance(block, ListItem):
            yield from _pair(list_of, block.text, "list below")
        else:
            yield from _pair(before, block.text, "block above")
            list_of = block.text
        before = block.text


def _pair(label: str, value: str, how: str) -> Iterator[Beside]:
    if label.strip() and value.strip() and label != value and len(label) <= LONGEST:
        yield Beside(label.strip(), value.strip(), how)


def _within(text: str) -> Iterator[Beside]:
    lines = [line for line in text.split("\n") if line.strip()]
    for line in lines:
        for mark in ":?":
            label, found, value = line.partition(mark)
            if found:
                yield from _pair(label + (mark if mark == "?" else ""), value, "mark")
    for above, line in itertools.pairwise(lines):
        yield from _pair(above, line, "line above")
    if len(lines) > 2:
        yield from _pair(lines[0], "\n".join(lines[1:]), "line above")


def _of_table(table: Table) -> Iterator[Beside]:
    for number, row in enumerate(table.rows):
        above = table.rows[number - 1] if number else None
        for column, cell in enumerate(row.cells):
            if not cell.strip() or (column and cell == row.cells[column - 1]):
                continue
            yield from _within(cell)
            for left in _left(row, column):
                yield from _pair(left, cell, "left")
            heads = {r.cell(column): r for r in table.rows[: min(number, _HEADS)] if r.cell(column) != cell}
            for head, its_row in heads.items():
                merged = len(its_row.distinct) == 1 and len(its_row.cells) > 1
                yield from _pair(head, cell, "title" if merged else "head")
            if above is not None and above.cell(column) not in heads:
                yield from _pair(above.cell(column), cell, "cell above")


def _left(row: Row, column: int) -> list[str]:
    cell = row.cells[column]
    if len(row.distinct) > _MOST_IN_ROW:  # a row of a party: what stands left is another value of it
        return []
    left = [c for c in row.cells[:column] if c.strip() and c != cell]
    return list(dict.fromkeys((left[-1], left[0]))) if left else []
