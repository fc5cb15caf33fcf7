"""`render_place`: the place that a locator names, with what stands around it, for people who check a reading."""

from pathlib import Path

from dagster_project.documents.model import Block, Document, Table, page_of
from dagster_project.documents.read import read_document

MARK = ">>> "
_BLANK = " " * len(MARK)


def render_place(path: Path, locator: str, context: int = 3) -> str:
    """The text at `locator`, marked by `>>>`, with `context` lines before and after; the file is read again.

    A locator that names nothing in the file (the file changed, or another reader made it) gives a sentence saying so.
    Raises Refused where the file can no longer be read.
    """
    page = page_of(locator)
    document = read_document(path, None if page is None else lambda texts: {page})
    places = [place for block in document.blocks for place in _places(block)]
    found = _index_of(locator, places)
    if found is None:
        return f"{path.name}: nothing stands at {locator} ({_whole(document)})"
    shown = range(max(0, found - context), min(len(places), found + context + 1))
    lines = [f"{path.name} · {places[found][0]}"]
    lines += [(MARK if i == found else _BLANK) + places[i][1].replace("\n", "\n" + _BLANK) for i in shown]
    return "\n".join(lines)


def _places(block: Block) -> list[tuple[str, str]]:
    if isinstance(block, Table):
        return [(row.locator, " | ".join(cell.replace("\n", " ") for cell in row.cells)) for row in block.rows]
    return [(block.locator, block.text)]


def _index_of(locator: str, places: list[tuple[str, str]]) -> int | None:
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
