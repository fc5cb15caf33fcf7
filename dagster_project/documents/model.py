"""The words of this room: a document is an ordered list of blocks, each with a locator. No reading here.

A locator says where a block stands, as `key=value` joined by semicolons: `page=3;box=72,100,510,112` (points from the
top left), `sheet=GR;row=5`, `element=/html/body/p[2]`, `line=12`.
"""

from dataclasses import dataclass, field
from functools import cached_property

from dagster_project.sandbox import Refusal


@dataclass(frozen=True)
class Heading:
    """A title; level 1 is the highest. Levels are only comparable within one document."""

    text: str
    level: int
    locator: str


@dataclass(frozen=True)
class Paragraph:
    """Running text; line breaks that the source shows are kept."""

    text: str
    locator: str


@dataclass(frozen=True)
class ListItem:
    """An item of a list, with the marker that the source wrote in front (`1.`), where it is text. Depth from 1."""

    text: str
    locator: str
    depth: int = 1


@dataclass(frozen=True)
class Row:
    """Cells from left to right. A merged cell is filled: its text stands in each place that it covers.

    `width` is the number of places that the widest merged cell of the row covers.
    """

    cells: tuple[str, ...]
    locator: str
    width: int = 1

    def cell(self, column: int) -> str:
        """The text of a column; empty where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else ""

    @cached_property
    def distinct(self) -> tuple[str, ...]:
        """The texts of its cells from left to right, each once: one that is merged over the row is one."""
        return tuple(dict.fromkeys(c for c in self.cells if c))


@dataclass(frozen=True)
class Table:
    """Rows from top to bottom; `title` is the name of a sheet, where it has one."""

    rows: tuple[Row, ...]
    locator: str
    title: str | None = None


Block = Heading | Paragraph | ListItem | Table


@dataclass
class Document:
    """What was read of a file, in reading order, and what of it was refused."""

    media_type: str
    blocks: list[Block] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    pages: int | None = None

    def refuse(self, locator: str, reason: str, detail: str) -> None:
        """Note a part that is not read."""
        self.refusals.append(Refusal(locator, reason, detail))


def page_of(locator: str) -> int | None:
    """The page that a locator names, if it names one."""
    for part in locator.split(";"):
        if part.startswith("page="):
            return int(part.removeprefix("page="))
    return None
