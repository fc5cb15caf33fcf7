"""Word documents out of blocks."""

from collections.abc import Mapping, Sequence

from benchmarks.layouts.blocks import (
    Block,
    Cell,
    Definitions,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Menu,
    Sheet,
    Space,
    Text,
    laid,
    line,
)
from dagster_project.simulation.writers import docx as word

_STYLES = [
    word.paragraph_style("Normal", "Normal"),
    *(word.paragraph_style(f"Kop{n}", f"heading {n}", word.look(bold=True)) for n in range(1, 5)),
]
_NEW_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
ROOM = 9600
"""The width of a table, in twentieths of a point."""


def write(blocks: Sequence[Block], layout: Mapping[str, str], running: str) -> tuple[bytes, dict[str, int]]:
    """A text document."""
    body = [part for block in blocks for part in _parts(block)]
    return word.package([*body, "<w:sectPr/>"], _STYLES), {}


def _parts(block: Block) -> list[str]:
    match block:
        case Heading(text, level):
            return [word.paragraph(_runs(text), f"Kop{level}")]
        case Text(text):
            return [word.paragraph(_runs(text))]
        case Items(items, numbered):
            return _items(items, numbered, "")
        case Definitions(pairs):
            return [_grid(Grid(tuple((Cell((t,)), Cell((d,))) for t, d in pairs), 0, False))]
        case Grid():
            caption = [word.paragraph(_runs(line(block.caption)))] if block.caption else []
            return [*caption, _grid(block), word.paragraph("")]
        case Menu(links):
            return [word.paragraph(word.run(link)) for link in links]
        case Sheet(title):
            return [word.paragraph(word.run(title), "Kop2")]
        case Space(page=page):
            return [_NEW_PAGE] if page else []
    raise TypeError(block)


def _runs(text: Line) -> str:
    return "".join(word.run(run.text, word.look(bold=True) if run.bold else None) for run in text)


def _items(items: Sequence[Item], numbered: bool, indent: str) -> list[str]:
    told = []
    for number, item in enumerate(items, start=1):
        mark = f"{number}. " if numbered else "• "
        told.append(word.paragraph(word.run(indent + mark) + _runs(item.line)))
        told += _items(item.below, False, indent + "    ")
    return told


def _grid(grid: Grid) -> str:
    placed, width = laid(grid.rows)
    begins = {(row, column): one for row, column, one in placed}
    covered = {(row + down, column): one for row, column, one in placed for down in range(1, one.down)}
    rows = []
    for row in range(len(grid.rows)):
        cells, column = [], 0
        while column < width:
            one, goes_on = begins.get((row, column)), (row, column) in covered
            one = covered[row, column] if goes_on else one or Cell()
            cells.append(_cell(one, goes_on))
            column += one.across
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return word.table(rows, [ROOM // width] * width, word.SIDES if grid.ruled else ())


def _cell(one: Cell, goes_on: bool) -> str:
    merge = "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>' if one.down > 1 else ""
    span = f'<w:gridSpan w:val="{one.across}"/>' if one.across > 1 else ""
    lines = () if goes_on else one.lines
    paragraphs = "".join(word.paragraph(_runs(text)) for text in lines) or word.paragraph("")
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{paragraphs}</w:tc>"
