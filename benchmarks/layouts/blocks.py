"""What a document is made of before it has a format: headings, paragraphs, lists, definitions, grids.

Belongs here: the blocks and the laying out of merged cells. Does not belong here: how a format writes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A stretch of text; `mark` names a party whose page is wanted."""

    text: str
    bold: bool = False
    mark: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Cell:
    """A cell of lines over so many columns and rows; `number` is its value where a spreadsheet may hold one."""

    lines: tuple[Line, ...] = ()
    across: int = 1
    down: int = 1
    number: float | None = None

    @property
    def text(self) -> str:
        """The lines below each other."""
        return "\n".join(map(text_of, self.lines))


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4."""

    line: Line
    level: int


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    line: Line


@dataclass(frozen=True)
class Item:
    """An item of a list, with the items below it."""

    line: Line
    below: tuple["Item", ...] = ()


@dataclass(frozen=True)
class Items:
    """A list, with bullets or numbers."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Definitions:
    """Terms with what they mean."""

    pairs: tuple[tuple[Line, Line], ...]


@dataclass(frozen=True)
class Grid:
    """A table. A row holds the cells that begin in it, as in HTML; the first `head` rows are its head."""

    rows: tuple[tuple[Cell, ...], ...]
    head: int = 0
    ruled: bool = True
    caption: str = ""


@dataclass(frozen=True)
class Menu:
    """Links of a site."""

    links: tuple[str, ...]


@dataclass(frozen=True)
class Space:
    """Room, so that what follows begins low on its page; `page` ends the page. Formats without pages pass it over."""

    page: bool = False


@dataclass(frozen=True)
class Sheet:
    """What follows stands on a sheet of its own, in formats that have sheets."""

    title: str


Block = Heading | Text | Items | Definitions | Grid | Menu | Space | Sheet


def line(text: str, bold: bool = False, mark: str = "") -> Line:
    """A line of one run."""
    return (Run(text, bold, mark),)


def cell(*texts: str, bold: bool = False, across: int = 1, down: int = 1, number: float | None = None) -> Cell:
    """A cell of lines of plain text."""
    return Cell(tuple(line(text, bold) for text in texts if text), across, down, number)


def text_of(written: Line) -> str:
    """The text of a line."""
    return "".join(run.text for run in written)


def laid(rows: Sequence[Sequence[Cell]]) -> tuple[list[tuple[int, int, Cell]], int]:
    """The cells of a grid with row and column where each begins, and the number of columns."""
    taken: set[tuple[int, int]] = set()
    placed = []
    for row, cells in enumerate(rows):
        column = 0
        for one in cells:
            while (row, column) in taken:
                column += 1
            placed.append((row, column, one))
            taken |= {(row + down, column + across) for down in range(one.down) for across in range(one.across)}
            column += one.across
    return placed, max((column for _, column in taken), default=-1) + 1


def squared(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The texts of a grid, every row of the same width; what a merged cell covers is empty."""
    placed, width = laid(rows)
    texts = [[""] * width for _ in rows]
    for row, column, one in placed:
        texts[row][column] = one.text
    return texts


def transposed(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """A grid without merged cells on its side."""
    return tuple(zip(*rows, strict=True))
