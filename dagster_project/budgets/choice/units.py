"""The units of a document: every text that may be a name, with the places that it stands in.

A place is what units may have in common: a column of a table, the cell behind the same label, a level of headings, a
list, the path of tags, an indent, what stands right above. Names of parties stand in few places, and what stands in
their place is a name. Does not belong here: whether a text is a name.
"""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from dagster_project.documents import Document, Heading, ListItem, Paragraph, Table
from dagster_project.documents.text import one_line

Place = tuple[Hashable, ...]

MAX_UNIT = 400
"""Characters of a text that can still hold a name and little else."""
_SHORT_LINE = 300
"""Characters of a paragraph of which the lines are looked at one by one."""
_LABEL = 40
"""Characters of a text that may be the label of what stands below it."""
_INDENT = 6
"""Points of indent on a page that count as one."""
_BOX = re.compile(r"box=(\d+),")
_INDEX = re.compile(r"\[\d+\]")
_LIST = re.compile(r"/li(?:\[\d+\])?(?!.*/li).*$")


@dataclass(frozen=True)
class Unit:
    """A text at a place of the document; `index` is that of its block."""

    text: str
    places: tuple[Place, ...]
    locator: str
    index: int


def units_of(document: Document) -> list[Unit]:
    """The units in the order of the document; a merged cell is one, a paragraph of several lines one per line too."""
    return [unit for unit in _all_units(document) if unit.text.strip() and len(unit.text) <= MAX_UNIT]


def _all_units(document: Document) -> Iterator[Unit]:
    heading = 0
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            yield from _of_table(block, index)
            continue
        before = document.blocks[index - 1] if index else None
        after = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        places = _of_block(block, before, after, heading)
        yield Unit(block.text, places, block.locator, index)
        if isinstance(block, Paragraph) and "\n" in block.text and len(block.text) <= _SHORT_LINE:
            yield from (Unit(line, places, block.locator, index) for line in block.text.split("\n"))
        if isinstance(block, Heading):
            heading = index + 1


def _of_block(block: Heading | Paragraph | ListItem, before: object, after: object, heading: int) -> tuple[Place, ...]:
    if isinstance(block, Heading):
        return (("heading", block.level), ("heading", block.level, type(after).__name__))
    places: list[Place] = []
    if isinstance(block, ListItem):
        places.append(("item", block.depth, _path(block.locator)))
        places.append(("list", block.depth, _LIST.sub("", block.locator)))
    elif "element=" in block.locator:
        places.append(("path", _path(block.locator)))
    elif indent := _BOX.search(block.locator):
        places.append(("indent", int(indent[1]) // _INDENT))
    if heading:
        places.append(("under", heading, type(block).__name__))
    if isinstance(before, Paragraph | Heading) and len(label := one_line(before.text)) < _LABEL:
        places.append(("below", label.lower().strip(" :")))
    return tuple(places)


def _of_table(table: Table, index: int) -> Iterator[Unit]:
    heads = [one_line(c) for c in table.rows[0].cells] if table.rows else []
    width = max((len(r.cells) for r in table.rows), default=0)
    for number, row in enumerate(table.rows):
        above = table.rows[number - 1].distinct if number else []
        for column, cell in enumerate(row.cells):
            if not cell.strip() or (column and cell == row.cells[column - 1]):
                continue
            places: list[Place] = []
            if len(row.distinct) == 1 and len(row.cells) > 1:
                places.append(("merged", table.locator))
                if number == 0:
                    places.append(("title row", len(table.rows) > 2))
            else:
                places.append(("column", table.locator, column))
                places.append(("head", heads[column] if column < len(heads) else "", width))
                if column and row.cells[0].strip():
                    places.append(("beside", one_line(row.cells[0]).lower()))
                if number == 0:
                    places.append(("head row", table.locator))
            if len(above) == 1:
                places.append(("below", one_line(above[0]).lower()))
            if width == 1:
                places.append(("single column", table.locator))
            yield Unit(cell, tuple(places), row.locator, index)


def _path(locator: str) -> str:
    return _INDEX.sub("", locator)
