"""The words of a page as lines in reading order: columns side by side are read one after the other."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dagster_project.documents.formats.pdf_tables import Box
from dagster_project.documents.formats.pdf_words import Word
from dagster_project.documents.text import repair

_OVER, _BEFORE = 0.3, 4.0
"""Sizes of letters by which a word runs on over the next, more than letters that stand close do, and points before that
where it ends then."""
_SAME_LINE = 3.0
"""Points between the bottoms of words of one line."""

_TABLE_GAPS = 3
"""Gaps in a row that only the row of a table has; a running line has at most a left, a middle and a right piece."""

_GUTTER = 9.0
"""Points between columns; the widest space of justified text at 10 points is about 7."""

_MIDDLE = (0.42, 0.58)
"""Part of the width of the page in which the gutter of two columns lies; a gap elsewhere is that of a table."""

_LEAST_PAIRS = 3
"""Lines with text on both sides of a gutter that make columns."""

_LEAST_BESIDE, _PART_BESIDE, _NEXT_LINE = 8, 0.25, 14.0
"""Lines on either side of a gutter that make columns where none stands on both, their part of all lines, and points
within which the other side's first or last line stands."""


@dataclass(frozen=True)
class Line:
    """A line of text: its box, the size of its letters, and whether all of it is bold. `parts` are its pieces between
    wide gaps, as (left, right, text)."""

    text: str
    box: Box
    size: float
    bold: bool
    column: int
    parts: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True)
class PageRows:
    """The words of a page from top to bottom, in rows over its whole width."""

    page: int
    width: float
    rows: tuple[list[Word], ...]

    @property
    def texts(self) -> list[str]:
        """The text of each row."""
        return [" ".join(w.text for w in row) for row in self.rows]

    @property
    def edge_texts(self) -> list[str | None]:
        """The text of each row that may be a running one; None for a row of so many pieces that a table has it."""
        return [
            text if len(_gaps(row)) < _TABLE_GAPS else None for text, row in zip(self.texts, self.rows, strict=True)
        ]

    @property
    def heights(self) -> list[float]:
        """Where each row stands."""
        return [row[0].bottom for row in self.rows]

    def within(self, kept: range) -> "PageRows":
        """The same page with the rows of those indexes only."""
        return replace(self, rows=tuple(self.rows[i] for i in kept))


@dataclass(frozen=True)
class PageLines:
    """The lines of a page outside its tables, in reading order."""

    page: int
    lines: tuple[Line, ...]


def rows_of_page(page: int, width: float, words: Iterable[Word], without: Iterable[Box]) -> PageRows:
    """The words of a page by row, without what lies in the boxes `without`."""
    boxes = list(without)
    return PageRows(page, width, tuple(_rows([w for w in words if not any(_inside(w, box) for box in boxes)])))


def lines_of_page(page: PageRows) -> PageLines:
    """The lines of a page in reading order."""
    lines: list[Line] = []
    for column, band in _bands(list(page.rows), page.width):
        lines += [_line(row, column) for row in band]
    return PageLines(page.page, tuple(lines))


def _inside(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _rows(words: list[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (round(w.bottom, 1), w.x0)):
        if rows and abs(rows[-1][0].bottom - word.bottom) <= _SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_apart(sorted(r, key=lambda w: w.x0)) for r in rows]


def _apart(row: list[Word]) -> list[Word]:
    """The words of a line; one that runs on over the next, as a long word does where its column is narrow, ends before
    it, for it is of its own column."""
    kept = list(row)
    for i, (word, after) in enumerate(itertools.pairwise(row)):
        if word.x1 - after.x0 > _OVER * word.size and after.x0 - _BEFORE > word.x0:
            kept[i] = word._replace(x1=after.x0 - _BEFORE)
    return kept


def _bands(rows: list[list[Word]], width: float) -> list[tuple[int, list[list[Word]]]]:
    """Rows in reading order, as (column, rows); column 0 spans the page."""
    gutter = _gutter(rows, width)
    if gutter is None:
        return [(0, rows)]
    bands: list[tuple[int, list[list[Word]]]] = []
    open_rows: list[list[Word]] = []

    def close() -> None:
        if sum(has_both(r, gutter) for r in open_rows) >= _LEAST_PAIRS or _beside(open_rows, gutter) >= _LEAST_BESIDE:
            for column in (1, 2):
                side = [[w for w in r if (w.x0 >= gutter) == (column == 2)] for r in open_rows]
                bands.append((column, [s for s in side if s]))
        elif open_rows:
            bands.append((0, list(open_rows)))
        open_rows.clear()

    for row in rows:
        if _crosses(row, gutter):
            close()
            bands.append((0, [row]))
        else:
            open_rows.append(row)
    close()
    return bands


def gutter_of(page: PageRows) -> float | None:
    """Where the columns of a page of two are parted; None for any other."""
    return _gutter(list(page.rows), page.width)


def _gutter(rows: list[list[Word]], width: float) -> float | None:
    candidates = [width * _MIDDLE[0] + 2 * i for i in range(int(width * (_MIDDLE[1] - _MIDDLE[0]) / 2))]
    # Only rows of two pieces can be of two columns on the same lines; where there are too few, each has its own lines.
    if sum(len(_gaps(row)) == 1 for row in rows) < _LEAST_PAIRS:
        return _gutter_between(rows, candidates, width)
    scored = [
        (sum(has_both(r, x) for r in rows), -sum(_crosses(r, x) for r in rows), -abs(x - width / 2), x)
        for x in candidates
    ]
    best = max(scored, default=None)
    return best[3] if best and best[0] >= _LEAST_PAIRS else None


def _gutter_between(rows: list[list[Word]], candidates: list[float], width: float) -> float | None:
    """The gutter of columns whose lines stand at other heights, so that no row has words of both."""
    if len(rows) < 2 * _LEAST_BESIDE:
        return None
    counted = [(_beside(rows, x), -abs(x - width / 2), x) for x in candidates]
    best = max(counted, default=None)
    return best[2] if best and best[0] >= max(_LEAST_BESIDE, _PART_BESIDE * len(rows)) else None


def _beside(rows: list[list[Word]], x: float) -> int:
    """The lines on the side of a place that has fewer, of those between the first and the last of the other side."""
    left = [row[0].bottom for row in rows if max(w.x1 for w in row) <= x]
    right = [row[0].bottom for row in rows if row[0].x0 >= x]
    if not left or not right:
        return 0
    top, bottom = max(left[0], right[0]) - _NEXT_LINE, min(left[-1], right[-1]) + _NEXT_LINE
    return min(sum(top <= at <= bottom for at in side) for side in (left, right))


def _crosses(row: list[Word], x: float) -> bool:
    if any(w.x0 < x < w.x1 for w in row):
        return True
    left, right = [w.x1 for w in row if w.x1 <= x], [w.x0 for w in row if w.x0 >= x]
    return bool(left and right) and min(right) - max(left) < _GUTTER


def has_both(row: list[Word], x: float) -> bool:
    """Whether a row has text on both sides and nothing else that looks like the columns of a table."""
    if _crosses(row, x) or not any(w.x1 <= x for w in row) or not any(w.x0 >= x for w in row):
        return False
    return len(_gaps(row)) == 1


def _gaps(row: list[Word]) -> list[float]:
    return [b.x0 - a.x1 for a, b in itertools.pairwise(row) if b.x0 - a.x1 >= _GUTTER]


def _line(row: list[Word], column: int) -> Line:
    sizes = sorted(w.size for w in row)
    box = (row[0].x0, min(w.top for w in row), max(w.x1 for w in row), max(w.bottom for w in row))
    parts: list[list[Word]] = [[row[0]]]
    for before, word in itertools.pairwise(row):
        if word.x0 - before.x1 >= _GUTTER:
            parts.append([])
        parts[-1].append(word)
    pieces = tuple((p[0].x0, p[-1].x1, _join(p)) for p in parts)
    bold = all(w.bold for w in row)
    return Line(_join(row), box, round(sizes[len(sizes) // 2], 1), bold, column, pieces)


def _join(words: list[Word]) -> str:
    """Words of different fonts that touch are one word."""
    text = words[0].text
    for before, word in itertools.pairwise(words):
        text += word.text if word.x0 - before.x1 < 0.6 else " " + word.text
    return " ".join(repair(text).split())
