"""The place that a locator names, with what stands around it, for people who check a reading.

Belongs here: finding a place again, and showing it as lines of text. Does not belong here: pictures of pages (`drawn`),
rows of plain tables under their headings (`plain_tables`).
"""

from dataclasses import dataclass
from pathlib import Path

from dagster_project.documents.model import Block, Document, Table, page_of
from dagster_project.documents.read import read_document

MARK = ">>> "
_BLANK = " " * len(MARK)


@dataclass(frozen=True)
class Line:
    """A block of running text as one cell, or a row of a table; `marked` is the place itself."""

    cells: tuple[str, ...]
    marked: bool = False


@dataclass(frozen=True)
class Place:
    """A place, and the lines from a few before it to a few after."""

    locator: str
    lines: tuple[Line, ...]


def find_place(path: Path, locator: str, context: int = 3) -> Place | None:
    """The place at `locator` with `context` lines before and after; None where the file has no such place.

    The file is read again. Raises Refused where it can no longer be read.
    """
    return _place_in(_read_for(path, locator), locator, context)


def render_place(path: Path, locator: str, context: int = 3) -> str:
    """The same as text for a screen, marked by `>>>`.

    A locator that names nothing in the file (the file changed, or another reader made it) gives a sentence saying so.
    Raises Refused where the file can no longer be read.
    """
    document = _read_for(path, locator)
    place = _place_in(document, locator, context)
    if place is None:
        return f"{path.name}: nothing stands at {locator} ({_whole(document)})"
    lines = [f"{path.name} · {place.locator}"]
    for line in place.lines:
        text = line.cells[0] if len(line.cells) == 1 else " | ".join(cell.replace("\n", " ") for cell in line.cells)
        lines.append((MARK if line.marked else _BLANK) + text.replace("\n", "\n" + _BLANK))
    return "\n".join(lines)


def _read_for(path: Path, locator: str) -> Document:
    page = page_of(locator)
    return read_document(path, None if page is None else lambda texts: {page})


def _place_in(document: Document, locator: str, context: int) -> Place | None:
    places = [place for block in document.blocks for place in _places(block)]
    found = _index_of(locator, places)
    if found is None:
        return None
    shown = range(max(0, found - context), min(len(places), found + context + 1))
    return Place(places[found][0], tuple(Line(places[i][1], i == found) for i in shown))


def _places(block: Block) -> list[tuple[str, tuple[str, ...]]]:
    if isinstance(block, Table):
        return [(row.locator, row.cells) for row in block.rows]
    return [(block.locator, (block.text,))]


def _index_of(locator: str, places: list[tuple[str, tuple[str, ...]]]) -> int | None:
    exact = [i for i, (where, _) in enumerate(places) if where == locator]
    if exact:
        return exact[0]
    cell = dict(part.split("=", 1) for part in locator.split(";") if "=" in part)
    if "cell" in cell:
        row = "".join(c for c in cell["cell"] if c.isdigit())
        return _index_of(f"sheet={cell.get('sheet')};row={row}", places)
    return None


def _whole(document: Document) -> str:
    return f"{len(document.blocks)} blocks, {len(document.refusals)} refused parts"
