"""Tables without rules: rows of words whose cells stand in columns with white space between.

A table is a run of rows that share at least two rivers, strips of the page that no word of theirs crosses. Its lines
are put together to rows by the white space between them, or, where lines are evenly spaced, by how many columns a
line fills: the first line of a row fills most. Does not belong here: what a table is about.
"""

import itertools
from dataclasses import dataclass, replace

from dagster_project.documents.formats.pdf_column_rows import grouped
from dagster_project.documents.formats.pdf_layout import PageRows
from dagster_project.documents.formats.pdf_tables import Box, PageTable, locator_of
from dagster_project.documents.formats.pdf_words import Word
from dagster_project.documents.model import Row
from dagster_project.documents.text import lines_of, repair

_LEAST_COLUMNS = 3
"""Two columns are pages of text side by side, or labels and values, which are read as lines."""

_LEAST_LINES = 3
_RIVER = 2.5
"""Points of white space between columns; a space at 10 points is about 2.8, but none stands at one place for lines."""

_WIDE = 9.0
"""A gap in a line that only columns have."""

_TOUCH = 0.5
"""Points by which boxes of words are inexact."""

_RAGGED = 25.0
"""Points over which the cells of one column, such as one of figures, may begin."""

_INDENT = 3.0
"""Points by which the lines of a column may begin apart."""

_LEAST_WIDE = 0.1
"""Part of the lines of a table that have a wide gap: one column may run on for many lines, but prose has none."""

_SHORT = 0.6
"""Part of the width of a table that a heading between its rows takes at most."""

_FEW = 0.02
"""Part of the words of a page that may stand over an edge of the columns of the page before."""


@dataclass(frozen=True)
class _Columns:
    """Columns by their left and right edges; the first begins left of all words, the last ends right of them."""

    edges: tuple[tuple[float, float], ...]

    def index_of(self, word: Word) -> int | None:
        """The column of a word, None where it reaches over a river."""
        middle = (word.x0 + word.x1) / 2
        for i, (left, right) in enumerate(self.edges):
            if left <= middle < right:
                return i if word.x0 >= left - 1 and word.x1 <= right + 1 else None
        return None


class ColumnFinder:
    """Finds the tables of the pages of one document in order; a page may go on with the columns of the one before."""

    def __init__(self) -> None:
        self._before: _Columns | None = None

    def tables_of(self, page: PageRows) -> tuple[list[PageTable], PageRows]:
        """The tables of a page, and the page without their rows."""
        tables: list[PageTable] = []
        taken: set[int] = set()
        for run in _runs(page.rows):
            columns = _columns(run.body)
            if self._before and run.first == 0 and _fits(self._before, run.body, columns):
                columns = self._before
            table = _table(page.page, run, columns)
            if table is None:
                continue
            self._before = columns
            tables.append(table)
            taken.update(range(run.first, run.first + len(run.rows)))
        if page.rows and (len(page.rows) - 1) not in taken:
            self._before = None
        return tables, replace(page, rows=tuple(r for i, r in enumerate(page.rows) if i not in taken))


@dataclass(frozen=True)
class _Run:
    """The lines of a table; `over` are the indexes of headings between rows, that reach over columns."""

    first: int
    rows: list[list[Word]]
    over: frozenset[int]

    @property
    def body(self) -> list[list[Word]]:
        """The lines that keep to the columns."""
        return [row for i, row in enumerate(self.rows) if i not in self.over]


def _runs(rows: tuple[list[Word], ...]) -> list[_Run]:
    """The runs of rows that are tables, from the top."""
    runs: list[_Run] = []
    start = 0
    while start < len(rows):
        end = start + 1
        if _is_wide(rows[start]):
            end, over = _stretch(rows, start)
            found = [run for run in _between_texts(rows, start, end, over) if _is_table(run.body)]
            runs += found
            end = max([start + 1, *(run.first + len(run.rows) for run in found)])
        start = end
    return runs


def _stretch(rows: tuple[list[Word], ...], start: int) -> tuple[int, set[int]]:
    """Where the lines end that keep the rivers of those above them, and which of them are headings between rows."""
    body, over, end = [rows[start]], set[int](), start + 1
    while end < len(rows):
        if end - 1 not in over and _is_heading(body, rows, end) and _hides(rows[end], body):
            over.add(end)
        elif _holds([*body, rows[end]]):
            body.append(rows[end])
        else:
            break
        end += 1
    return end, over


def _is_heading(body: list[list[Word]], rows: tuple[list[Word], ...], at: int) -> bool:
    """Whether a line may be a heading between rows: short, of one piece, from the left edge, a row right below it."""
    row = rows[at]
    if _is_wide(row) or at + 1 >= len(rows) or not _is_wide(rows[at + 1]) or not _holds([*body, rows[at + 1]]):
        return False
    left, right = min(w.x0 for r in body for w in r), max(w.x1 for r in body for w in r)
    ends_well = not row[-1].text.endswith((".", ":", ";", ","))
    return ends_well and row[0].x0 - left < _INDENT and row[-1].x1 - left < _SHORT * (right - left)


def _hides(row: list[Word], body: list[list[Word]]) -> bool:
    return len(_rivers([*body, row])) < len(_rivers(body))


def _between_texts(rows: tuple[list[Word], ...], start: int, end: int, over: set[int]) -> list[_Run]:
    """A stretch cut at the lines of text that reach over what parts the columns of all others."""
    rivers = _rivers([row for row in rows[start:end] if _is_wide(row)])
    body = [row for i, row in enumerate(rows[start:end], start) if i not in over]
    over, cuts = set(over), []
    for i in range(start, end):
        if i not in over and not _is_wide(rows[i]) and _reaches_over(rows[i], rivers):
            if i > start and i - 1 not in over and _is_heading(body, rows, i):
                over.add(i)
            else:
                cuts.append(i)
    runs = []
    for first, last in itertools.pairwise([start - 1, *cuts, end]):
        first += 1
        while first < last and not _is_wide(rows[first]):
            first += 1
        while last > first and not _is_wide(rows[last - 1]) and not _hangs(rows[first : last - 1], rows[last - 1]):
            last -= 1
        if last - first >= _LEAST_LINES:
            runs.append(_Run(first, list(rows[first:last]), frozenset(i - first for i in over if first <= i < last)))
    return runs


def _reaches_over(row: list[Word], rivers: list[tuple[float, float]]) -> bool:
    """Whether a word spans a river or begins in it; one that only leans into it is a long line of a column."""
    return any(
        (w.x0 <= a + _TOUCH and w.x1 >= b - _TOUCH) or a + _TOUCH < w.x0 < b - _INDENT for w in row for a, b in rivers
    )


def _holds(rows: tuple[list[Word], ...] | list[list[Word]]) -> bool:
    return len(_rivers(rows)) + 1 >= _LEAST_COLUMNS


def _is_table(rows: list[list[Word]]) -> bool:
    wide = sum(_is_wide(row) for row in rows)
    full = sum(len(_pieces(row)) >= _LEAST_COLUMNS for row in rows)
    return wide >= _LEAST_WIDE * len(rows) and full >= 2 and len(_columns(rows).edges) >= _LEAST_COLUMNS


def _is_wide(row: list[Word]) -> bool:
    return len(_pieces(row)) > 1


def _pieces(row: list[Word]) -> list[list[Word]]:
    pieces = [[row[0]]]
    for a, b in itertools.pairwise(row):
        if b.x0 - a.x1 >= _WIDE:
            pieces.append([])
        pieces[-1].append(b)
    return pieces


def _hangs(rows, row: list[Word]) -> bool:
    """Whether a line of one piece is the rest of a cell above it: it stands within one column, and close below."""
    if not rows:
        return False
    columns = _columns(rows)
    places = {columns.index_of(w) for w in row}
    close = row[0].top - max(w.bottom for w in rows[-1]) < (row[0].bottom - row[0].top)
    return close and len(places) == 1 and None not in places


def _rivers(rows) -> list[tuple[float, float]]:
    """Strips that no word crosses, between the leftmost and the rightmost word, at the right of which a cell begins.

    Without that a space between words that no other line happens to cross would be one.
    """
    spans = sorted((w.x0, w.x1) for row in rows for w in row)
    rivers: list[tuple[float, float]] = []
    reach = spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 - reach >= _RIVER:
            rivers.append((reach, x0))
        reach = max(reach, x1)
    starts = [piece[0].x0 for row in rows for piece in _pieces(row)]
    return [r for r in rivers if any(r[1] - _TOUCH <= x <= r[1] + _RAGGED for x in starts)]


def _columns(rows) -> _Columns:
    """The columns between the rivers; a column of signs of money alone belongs to the figures on its right."""
    rivers = [r for r in _rivers(rows) if not _is_sign(rows, r)]
    middles = [(a + b) / 2 for a, b in rivers]
    return _Columns(tuple(itertools.pairwise([float("-inf"), *middles, float("inf")])))


def _is_sign(rows, river: tuple[float, float]) -> bool:
    """Whether all that ends at this river is a sign of money or a minus, so that no column does."""
    ends = [w.text for row in rows for w in row if river[0] - 4 <= w.x1 <= river[0] + 0.1]
    return bool(ends) and all(text in ("€", "-", "-/-", "–", "EUR") for text in ends)


def _fits(before: _Columns, rows: list[list[Word]], own: _Columns) -> bool:
    """Whether the columns of the page before hold here: no word is over an edge, or few where the number differs."""
    over = sum(before.index_of(w) is None for row in rows for w in row)
    words = sum(map(len, rows))
    return over == 0 or (len(before.edges) != len(own.edges) and over <= _FEW * words)


def _table(page: int, run: _Run, columns: _Columns) -> PageTable | None:
    rows = []
    for group in grouped(run.rows, run.over, columns.index_of, len(columns.edges)):
        lines = [run.rows[i] for i in group]
        if group[0] in run.over:
            text = lines_of(repair(" ".join(w.text for w in lines[0])))
            rows.append(Row((text,) * len(columns.edges), locator_of(page, _box(lines)), len(columns.edges)))
            continue
        cells: list[list[str]] = [[] for _ in columns.edges]
        for line in lines:
            texts: dict[int, list[str]] = {}
            for word in line:
                at = columns.index_of(word)
                if at is None:  # a word that sticks out of its column a little
                    at = next(i for i, (left, right) in enumerate(columns.edges) if left <= word.x0 < right)
                texts.setdefault(at, []).append(word.text)
            for at, words in texts.items():
                cells[at].append(" ".join(words))
        filled = tuple(lines_of(repair("\n".join(cell))) for cell in cells)
        rows.append(Row(filled, locator_of(page, _box(lines))))
    return PageTable(page, _box(run.rows), tuple(rows)) if len(rows) >= 2 else None


def _box(lines: list[list[Word]]) -> Box:
    words = [w for line in lines for w in line]
    return (
        min(w.x0 for w in words), min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words)
    )  # fmt: skip
