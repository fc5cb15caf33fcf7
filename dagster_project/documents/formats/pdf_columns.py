"""Tables without rules: rows of words whose cells stand in columns with white space between.

A table is a run of rows that share at least two rivers, strips of the page that no word of theirs crosses. Its lines
are put together to rows by the white space between them, or, where lines are evenly spaced, by how many columns a
line fills: the first line of a row fills most. Does not belong here: what a table is about.
"""

import itertools
import re
from dataclasses import dataclass, replace

from dagster_project.documents.formats.pdf_column_heads import with_heads
from dagster_project.documents.formats.pdf_column_rest import Before, before_of, keeps_to_columns
from dagster_project.documents.formats.pdf_column_rows import bold_titles, grouped
from dagster_project.documents.formats.pdf_layout import PageRows
from dagster_project.documents.formats.pdf_rivers import (
    INDENT,
    TOUCH,
    Columns,
    columns_of,
    is_wide,
    pieces_of,
    rivers_of,
)
from dagster_project.documents.formats.pdf_tables import PageTable, box_of, locator_of
from dagster_project.documents.formats.pdf_words import Word
from dagster_project.documents.model import Row
from dagster_project.documents.text import lines_of, repair

_LEAST_COLUMNS = 3
"""Two columns are pages of text side by side, or labels and values, which are read as lines."""

_LEAST_LINES = 3
_LEAST_WIDE = 0.1
"""Part of the lines of a table that have a wide gap: one column may run on for many lines, but prose has none."""

_SHORT = 0.6
"""Part of the width of a table that a heading between its rows takes at most."""

_FEW = 0.02
"""Part of the words of a page that may stand over an edge of the columns of the page before."""

_HEAD = 5
"""Lines of a head at most that may hide a column."""

_FIGURE = re.compile(r"[-–(]?[\d.,]*[-)]?")
_MOST = 0.6
"""Part of the rows of which the last two columns hold a figure each where a head hides that they are two."""


class ColumnFinder:
    """Finds the tables of the pages of one document in order; a page may go on with the columns of the one before."""

    def __init__(self) -> None:
        self._before: Before | None = None

    def tables_of(self, page: PageRows) -> tuple[list[PageTable], PageRows]:
        """The tables of a page, and the page without their rows."""
        tables: list[PageTable] = []
        taken: set[int] = set()
        for run in _runs(page.rows, self._before):
            columns = _columns_of(run.body)
            if self._before and run.first == 0 and _fits(self._before.columns, run.body, columns):
                columns = self._before.columns
            table = _table(page.page, run, columns)
            if table is None:
                continue
            if (joined := with_heads(columns, table.rows)) != columns:
                columns, table = joined, _table(page.page, run, joined)
            self._before = before_of(run.body, columns, self._before if run.above else None)
            tables.append(table)
            taken.update(range(run.first, run.first + len(run.rows)))
        if page.rows and (len(page.rows) - 1) not in taken:
            self._before = None
        return tables, replace(page, rows=tuple(r for i, r in enumerate(page.rows) if i not in taken))


@dataclass(frozen=True)
class _Run:
    """The lines of a table; `over` are the indexes of headings between rows, that reach over columns, `above` lines of
    the page before where the first row is the rest of one."""

    first: int
    rows: list[list[Word]]
    over: frozenset[int]
    above: list[list[Word]]

    @property
    def body(self) -> list[list[Word]]:
        """The lines that keep to the columns."""
        return [row for i, row in enumerate(self.rows) if i not in self.over]


def _runs(rows: tuple[list[Word], ...], before: Before | None) -> list[_Run]:
    """The runs of rows that are tables, from the top."""
    runs: list[_Run] = []
    start = 0
    above = before.lines if before and before.goes_on(list(rows)) else []
    while start < len(rows):
        end = start + 1
        if above or is_wide(rows[start]):
            end, over = _stretch(rows, start, above)
            found = []
            for first, last in _parted_at_headings(rows, start, end, over, above):
                within = {i for i in over if first <= i < last}
                found += _between_texts(rows, first, last, within, above if first == start else [])
            found = [run for run in found if _is_table([*run.above, *run.body])]
            runs += found
            end = max([start + 1, *(run.first + len(run.rows) for run in found)])
        start, above = end, []
    return runs


def _stretch(rows: tuple[list[Word], ...], start: int, above: list[list[Word]]) -> tuple[int, set[int]]:
    """Where the lines end that keep the rivers of those above them, and which of them are headings between rows."""
    body, over, end = [*above, rows[start]], set[int](), start + 1
    while end < len(rows):
        if end - 1 not in over and _is_heading(body, rows, end) and _hides(rows[end], body):
            over.add(end)
        elif _holds([*body, rows[end]]):
            body.append(rows[end])
        else:
            break
        end += 1
    return end, over


def _parted_at_headings(
    rows: tuple[list[Word], ...], start: int, end: int, over: set[int], above: list[list[Word]]
) -> list[tuple[int, int]]:
    """A stretch cut at the headings after which columns stand elsewhere: tables of their own below each other, that
    share few rivers. Where a heading parts rows of one table the columns on both sides are those of all."""
    parts, first = [], start
    for at in sorted(over):
        nexts = [i for i in over if i > at]
        upper = [*(above if first == start else []), *(rows[i] for i in range(first, at) if i not in over)]
        lower = [rows[i] for i in range(at + 1, min(nexts, default=end))]
        if upper and lower and _parts_more(upper, lower):
            parts.append((first, at))
            first = at + 1
    return [*parts, (first, end)]


def _columns_of(body: list[list[Word]]) -> Columns:
    """The columns of lines; those below their head where that is set so close that it hides one."""
    whole = columns_of(body)
    for lines in range(1, min(_HEAD, len(body) - _LEAST_LINES)):
        below = columns_of(body[lines:])
        if len(below.edges) == len(whole.edges) + 1 and _is_filled(body[lines:], below):
            return below
    return whole


def _is_filled(rows: list[list[Word]], columns: Columns) -> bool:
    """Whether most rows that have a last column but one have a figure in the last two."""
    last = len(columns.edges) - 1
    both = [{at: w.text for w in row if (at := columns.index_of(w)) in (last - 1, last)} for row in rows]
    some = [cells for cells in both if cells]
    full = [cells for cells in some if len(cells) == 2 and all(_FIGURE.fullmatch(text) for text in cells.values())]
    return len(full) >= _LEAST_LINES and len(full) >= _MOST * len(some)


def _parts_more(upper: list[list[Word]], lower: list[list[Word]]) -> bool:
    """Whether lines above and below a heading have more columns each for themselves than together."""
    together = len(rivers_of([*upper, *lower]))
    return _is_table(upper) and _is_table(lower) and together < min(len(rivers_of(upper)), len(rivers_of(lower)))


def _is_heading(body: list[list[Word]], rows: tuple[list[Word], ...], at: int) -> bool:
    """Whether a line may be a heading between rows: short, of one piece, from the left edge, a row right below it."""
    row = rows[at]
    if is_wide(row) or at + 1 >= len(rows) or not is_wide(rows[at + 1]) or not _holds([*body, rows[at + 1]]):
        return False
    left, right = min(w.x0 for r in body for w in r), max(w.x1 for r in body for w in r)
    ends_well = not row[-1].text.endswith((".", ":", ";", ","))
    return ends_well and row[0].x0 - left < INDENT and row[-1].x1 - left < _SHORT * (right - left)


def _hides(row: list[Word], body: list[list[Word]]) -> bool:
    return len(rivers_of([*body, row])) < len(rivers_of(body))


def _between_texts(
    rows: tuple[list[Word], ...], start: int, end: int, over: set[int], above: list[list[Word]]
) -> list[_Run]:
    """A stretch cut at the lines of text that reach over what parts the columns of all others."""
    rivers = rivers_of([*above, *(row for row in rows[start:end] if is_wide(row))])
    body = [*above, *(row for i, row in enumerate(rows[start:end], start) if i not in over)]
    over, cuts = set(over), []
    for i in range(start, end):
        if i not in over and not is_wide(rows[i]) and _reaches_over(rows[i], rivers):
            if i > start and i - 1 not in over and _is_heading(body, rows, i):
                over.add(i)
            else:
                cuts.append(i)
    runs = []
    for first, last in itertools.pairwise([start - 1, *cuts, end]):
        first += 1
        rest = above if first == start else []
        least = 1 if rest else _LEAST_LINES
        while not rest and first < last and not is_wide(rows[first]):
            first += 1
        while (
            last > first + bool(rest)
            and not is_wide(rows[last - 1])
            and not _hangs(rows[first : last - 1], rows[last - 1])
        ):
            last -= 1
        if last - first >= least:
            within = frozenset(i - first for i in over if first <= i < last)
            runs.append(_Run(first, list(rows[first:last]), within, rest))
    return runs


def _reaches_over(row: list[Word], rivers: list[tuple[float, float]]) -> bool:
    """Whether a word spans a river or begins in it; one that only leans into it is a long line of a column."""
    return any(
        (w.x0 <= a + TOUCH and w.x1 >= b - TOUCH) or a + TOUCH < w.x0 < b - INDENT for w in row for a, b in rivers
    )


def _holds(rows: tuple[list[Word], ...] | list[list[Word]]) -> bool:
    return len(rivers_of(rows)) + 1 >= _LEAST_COLUMNS


def _is_table(rows: list[list[Word]]) -> bool:
    wide = sum(is_wide(row) for row in rows)
    full = sum(len(pieces_of(row)) >= _LEAST_COLUMNS for row in rows)
    if full < 2 or len(columns_of(rows).edges) < _LEAST_COLUMNS:
        return False
    return wide >= _LEAST_WIDE * len(rows) or keeps_to_columns(rows)


def _hangs(rows, row: list[Word]) -> bool:
    """Whether a line of one piece is the rest of a cell above it: it stands within one column, and close below."""
    if not rows:
        return False
    columns = columns_of(rows)
    places = {columns.index_of(w) for w in row}
    close = row[0].top - max(w.bottom for w in rows[-1]) < (row[0].bottom - row[0].top)
    return close and len(places) == 1 and None not in places


def _fits(before: Columns, rows: list[list[Word]], own: Columns) -> bool:
    """Whether the columns of the page before hold here: no word is over an edge, or few where the number differs."""
    over = sum(before.index_of(w) is None for row in rows for w in row)
    words = sum(map(len, rows))
    return over == 0 or (len(before.edges) != len(own.edges) and over <= _FEW * words)


def _table(page: int, run: _Run, columns: Columns) -> PageTable | None:
    rows = []
    over = run.over | bold_titles(run.rows)
    for group in grouped(run.rows, over, columns.index_of, len(columns.edges)):
        lines = [run.rows[i] for i in group]
        if group[0] in over:
            text = lines_of(repair(" ".join(w.text for w in lines[0])))
            rows.append(
                Row((text,) * len(columns.edges), locator_of(page, box_of(itertools.chain(*lines))), len(columns.edges))
            )
            continue
        cells: list[list[str]] = [[] for _ in columns.edges]
        for line in lines:
            texts: dict[int, list[str]] = {}
            for word in line:
                at = columns.index_of(word)
                if at is None:  # a word that sticks out of its column a little
                    middle = (word.x0 + word.x1) / 2
                    at = next(i for i, (left, right) in enumerate(columns.edges) if left <= middle < right)
                texts.setdefault(at, []).append(word.text)
            for at, words in texts.items():
                cells[at].append(" ".join(words))
        filled = tuple(lines_of(repair("\n".join(cell))) for cell in cells)
        rows.append(Row(filled, locator_of(page, box_of(itertools.chain(*lines)))))
    return PageTable(page, box_of(itertools.chain(*run.rows)), tuple(rows)) if len(rows) >= 2 or run.above else None
