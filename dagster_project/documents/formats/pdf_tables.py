"""The ruled tables of a page, with merged cells filled. How rules make cells is told by pdfplumber's table functions.

Tables without rules are `pdf_columns`.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dagster_project.documents.formats.pdf_open_ends import LEAST_RULES, closed
from dagster_project.documents.formats.pdf_rules import Edge
from dagster_project.documents.formats.pdf_words import Word
from dagster_project.documents.model import Row
from dagster_project.documents.text import lines_of, repair

Point = tuple[float, float]
Box = tuple[float, float, float, float]

_SNAP = 3
"""Points within which rules are one, and ends of rules meet."""

_LEAST_ACROSS = 3
"""Rules across of a table with rules between its rows: two are those around its head."""

_APART = 1.7
"""Distance between the lines of one cell at most, in heights of its letters."""

_SAME_LINE = 3.0
"""Points between the bottoms of words of one line of a cell."""


@dataclass(frozen=True)
class PageTable:
    """A table: its page, its box (left, top, right, bottom, in points from the top left) and its rows."""

    page: int
    box: Box
    rows: tuple[Row, ...]


def locator_of(page: int, box: Box) -> str:
    """The locator of a place on a page."""
    return f"page={page};box={','.join(str(round(v)) for v in box)}"


def box_of(words: Iterable[Word]) -> Box:
    """The box around words."""
    words = list(words)
    return (
        min(w.x0 for w in words), min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words)
    )  # fmt: skip


def tables_of_page(page: int, words: list[Word], edges: list[Edge]) -> list[PageTable]:
    """The tables of two columns or more that rules enclose, from top to bottom."""
    if len(edges) < LEAST_RULES:
        return []
    across = [e["top"] for e in edges if e["orientation"] == "h"]
    found = []
    for cells in _tables(edges):
        boxes = _grid(cells)
        if max(len(row) for row in boxes) < 2:
            continue
        texts = _texts(boxes, words)
        rows = []
        for i, row in enumerate(boxes):
            filled, width = _filled(i, boxes, texts)
            if any(filled):
                rows.append(Row(filled, locator_of(page, _around([b for b in row if b])), width))
        box = _around(cells)
        # Where no rule stands across, the rules down may as well part columns of running text, which are all filled.
        parts_text = not any(box[1] - _SNAP <= y <= box[3] + _SNAP for y in across) and any(r.cells[0] for r in rows)
        many = len({round(y) for y in across if box[1] - _SNAP <= y <= box[3] + _SNAP}) < _LEAST_ACROSS
        many = many and box[3] - max(across, default=0) > _SNAP and _is_of_many(boxes[-1], texts[-1], words)
        if rows and not parts_text and not many:
            found.append(PageTable(page, box, tuple(rows)))
    return sorted(found, key=lambda t: (t.box[1], t.box[0]))


def _is_of_many(row: list[Box | None], texts: list[str], words: list[Word]) -> bool:
    """Whether what looks like a last row is all the rows of a table that has no rules between them: the lines of its
    first cell stand apart, or are about as many as those of any other."""
    box = row[0]
    if box is None or not texts[0]:
        return False
    inside = [w for w in words if box[0] <= (w.x0 + w.x1) / 2 < box[2] and box[1] <= (w.top + w.bottom) / 2 < box[3]]
    bottoms = sorted({w.bottom for w in inside})
    high = max(w.bottom - w.top for w in inside)
    apart = any(b - a > _APART * high for a, b in itertools.pairwise(bottoms))
    return apart or (len(bottoms) > 1 and 2 * len(bottoms) > max(t.count("\n") + 1 for t in texts))


def _tables(edges: list[Edge]) -> list[list[Box]]:
    """The cells of each table."""
    from pdfplumber import table

    merged = closed(table.merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP), _SNAP)
    return table.cells_to_tables(_cells(table.edges_to_intersections(merged, _SNAP, _SNAP)))


def _cells(crossings: dict[Point, dict[str, list[Edge]]]) -> list[Box]:
    """The smallest cell below and right of each crossing of rules: what pdfplumber's `intersections_to_cells` gives,
    without looking at every crossing for each."""
    lines = {p: {side: {_ends(e) for e in edges} for side, edges in met.items()} for p, met in crossings.items()}
    below: dict[float, list[Point]] = defaultdict(list)
    beside: dict[float, list[Point]] = defaultdict(list)
    for point in sorted(crossings):
        below[point[0]].append(point)
        beside[point[1]].append(point)
    found = []
    for point in sorted(crossings):
        corners = (
            (far[0], low[1])
            for low in _met(point, below[point[0]], "v", lines)
            for far in _met(point, beside[point[1]], "h", lines)
            if (corner := lines.get((far[0], low[1])))
            and corner["v"] & lines[far]["v"]
            and corner["h"] & lines[low]["h"]
        )
        if corner := next(corners, None):
            found.append((*point, *corner))
    return found


def _met(point: Point, line: list[Point], side: str, lines: dict[Point, dict[str, set]]) -> Iterator[Point]:
    """The crossings after one on the same line, as far as a rule runs from it to them."""
    own = lines[point][side]
    for place in range(bisect_right(line, point), len(line)):
        if own & lines[line[place]][side]:
            yield line[place]


def _ends(edge: Edge) -> tuple:
    return edge["x0"], edge["top"], edge["x1"], edge["bottom"]


def _grid(cells: list[Box]) -> list[list[Box | None]]:
    """Cells by row and column; a place where no cell begins is None."""
    lefts = sorted({c[0] for c in cells})
    tops = sorted({c[1] for c in cells})
    at = {(c[1], c[0]): c for c in cells}
    return [[at.get((top, left)) for left in lefts] for top in tops]


def _texts(boxes: list[list[Box | None]], words: list[Word]) -> list[list[str]]:
    heights = sorted(((w.top + w.bottom) / 2, place) for place, w in enumerate(words))
    return [
        [_text(box, words, beside) if box else "" for box in row]
        for row in boxes
        for beside in (_beside(row, words, heights),)
    ]


Middles = list[tuple[float, int]]
"""The middles of words in one direction, in order, and the places of these among the words."""


def _beside(row: list[Box | None], words: list[Word], heights: Middles) -> Middles:
    """The words at the height of a row by their middles from left to right, so that not every cell looks at all."""
    tops, bottoms = [b[1] for b in row if b], [b[3] for b in row if b]
    near = _between(min(tops), max(bottoms), heights) if tops else []
    return sorted(((words[place].x0 + words[place].x1) / 2, place) for place in near)


def _between(low: float, high: float, middles: Middles) -> list[int]:
    """The places of the words whose middle lies from `low` to below `high`, in the order of the words."""
    return sorted(place for _, place in middles[bisect_left(middles, (low, -1)) : bisect_left(middles, (high, -1))])


def _text(box: Box, words: list[Word], beside: Middles) -> str:
    across = [words[place] for place in _between(box[0], box[2], beside)]
    inside = [w for w in across if box[1] <= (w.top + w.bottom) / 2 < box[3]]
    lines: list[list[Word]] = []
    for word in sorted(inside, key=lambda w: (w.bottom, w.x0)):
        if lines and abs(lines[-1][0].bottom - word.bottom) <= _SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return "\n".join(" ".join(w.text for w in sorted(line, key=lambda w: w.x0)) for line in lines)


def _around(boxes: list[Box]) -> Box:
    return (
        min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    )  # fmt: skip


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
