"""The ruled tables of a page, with merged cells filled."""

from dataclasses import dataclass

from dagster_project.documents.model import Row
from dagster_project.documents.text import lines_of, repair

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PageTable:
    """A table: its page, its box (left, top, right, bottom, in points from the top left) and its rows."""

    page: int
    box: Box
    rows: tuple[Row, ...]


def locator_of(page: int, box: Box) -> str:
    """The locator of a place on a page."""
    return f"page={page};box={','.join(str(round(v)) for v in box)}"


def tables_of_page(page) -> list[PageTable]:
    """The tables of two rows and two columns or more that lines enclose, from top to bottom."""
    if len(page.edges) < 4:
        return []
    found = []
    for table in page.find_tables():
        texts = table.extract()
        if len(texts) < 1 or max(len(r) for r in texts) < 2:
            continue
        rows = []
        boxes = [list(row.cells) for row in table.rows]
        for i, row in enumerate(table.rows):
            cells, width = _filled(i, boxes, texts)
            if any(cells):
                rows.append(Row(cells, locator_of(page.page_number, row.bbox), width))
        if rows:
            found.append(PageTable(page.page_number, tuple(table.bbox), tuple(rows)))
    return sorted(found, key=lambda t: (t.box[1], t.box[0]))


def _filled(i: int, boxes: list[list], texts: list[list]) -> tuple[tuple[str, ...], int]:
    """A place without a cell of its own belongs to the cell on its left or above whose box reaches over it."""
    cells: list[str] = []
    widest = run = 1
    lefts = [next((r[j][0] for r in boxes if j < len(r) and r[j]), None) for j in range(len(boxes[i]))]
    for j, box in enumerate(boxes[i]):
        if box is not None:
            cells.append(lines_of(repair(texts[i][j] or "")))
            run = 1
            continue
        left = next((b for b in reversed(boxes[i][:j]) if b is not None), None)
        if left is not None and lefts[j] is not None and left[2] > lefts[j] + 1:
            run += 1
            widest = max(widest, run)
            cells.append(cells[-1])
        else:
            cells.append(_above(i, j, boxes, texts))
    return tuple(cells), widest


def _above(i: int, j: int, boxes: list[list], texts: list[list]) -> str:
    tops = [b[1] for b in boxes[i] if b is not None]
    for k in range(i - 1, -1, -1):
        box = boxes[k][j] if j < len(boxes[k]) else None
        if box is not None:
            return lines_of(repair(texts[k][j] or "")) if tops and box[3] > min(tops) + 1 else ""
    return ""
