"""Plain text and delimited text out of blocks."""

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.layouts.blocks import (
    Block,
    Definitions,
    Grid,
    Heading,
    Item,
    Items,
    Menu,
    Sheet,
    Space,
    Text,
    squared,
    text_of,
)
from dagster_project.simulation.writers.delimited import rows_to_csv

_DELIMITERS = {"semicolon": ";", "comma": ",", "tab": "\t"}
_ENCODINGS = {"utf8": "utf-8", "windows": "cp1252"}


def write_csv(blocks: Sequence[Block], layout: Mapping[str, str], running: str) -> tuple[bytes, dict[str, int]]:
    """Headings and paragraphs as rows of one cell, and the tables."""
    rows = [row for block in blocks for row in rows_of(block)]
    return rows_to_csv(rows, _ENCODINGS[layout["encoding"]], _DELIMITERS[layout["delimiter"]]), {}


def rows_of(block: Block) -> list[list[str]]:
    """A block as rows of cells, for formats that have nothing else."""
    match block:
        case Heading(line) | Text(line):
            return [[text_of(line)]]
        case Grid():
            return [*([[block.caption]] if block.caption else []), *squared(block.rows), []]
    return []


def write_txt(blocks: Sequence[Block], layout: Mapping[str, str], running: str) -> tuple[bytes, dict[str, int]]:
    """Lines with empty lines between blocks; tables with their columns below each other."""
    told = "\n\n".join("\n".join(lines) for block in blocks if (lines := list(_lines(block))))
    return (told + "\n").encode(_ENCODINGS[layout["encoding"]]), {}


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(line, level):
            text = text_of(line)
            yield text.upper() if level == 1 else text
            if level == 2:
                yield "=" * len(text)
        case Text(line):
            yield text_of(line)
        case Items(items, numbered):
            yield from _items(items, numbered, "")
        case Definitions(pairs):
            for term, told in pairs:
                yield text_of(term)
                yield f"    {text_of(told)}"
        case Grid():
            yield from _columns(block)
        case Menu(links):
            yield " | ".join(links)
        case Sheet(title):
            yield title
        case Space():
            return


def _items(items: Sequence[Item], numbered: bool, indent: str) -> Iterator[str]:
    for number, item in enumerate(items, start=1):
        yield f"{indent}{f'{number}.' if numbered else '-'} {text_of(item.line)}"
        yield from _items(item.below, False, indent + "  ")


def _columns(grid: Grid) -> Iterator[str]:
    rows = [[cell.replace("\n", " ") for cell in row] for row in squared(grid.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if grid.caption:
        yield grid.caption
    for number, row in enumerate(rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if grid.head and number == grid.head - 1:
            yield "  ".join("-" * width for width in widths)
