"""Cards without rules: bold labels in one column, and beside each its value in plain letters.

The letters tell the two columns apart, so that a label over several lines keeps its value, which read as lines it would
not. Belongs here: lines of which the bold words and the others begin at one place each. Does not belong here: tables
of three columns or more (`pdf_columns`).
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from dagster_project.documents.formats.pdf_column_rows import grouped
from dagster_project.documents.formats.pdf_layout import PageRows
from dagster_project.documents.formats.pdf_rivers import INDENT, TOUCH
from dagster_project.documents.formats.pdf_tables import Box, PageTable, box_of, locator_of
from dagster_project.documents.formats.pdf_words import Word
from dagster_project.documents.model import Row
from dagster_project.documents.text import lines_of, repair

_LEAST_ROWS = 3
"""Labels with a value beside them that make a card."""
_GAP = 2.5
"""Points between a label and its value at least."""
_LARGER = 1.05
"""A line in letters so much larger than the labels is a title."""


@dataclass(frozen=True)
class _Line:
    """A line of a page: its number, its bold words, and the plain ones that stand right of all of these."""

    number: int
    label: list[Word]
    value: list[Word]


def cards_of(page: PageRows) -> tuple[list[PageTable], PageRows]:
    """The cards of a page, and the page without their lines."""
    tables: list[PageTable] = []
    taken: set[int] = set()
    for run in _runs(page.rows):
        for lines in _without_titles(run):
            if sum(bool(line.label and line.value) for line in lines) < _LEAST_ROWS:
                continue
            tables.append(_table(page, lines))
            taken.update(line.number for line in lines)
    return tables, replace(page, rows=tuple(row for i, row in enumerate(page.rows) if i not in taken))


def _runs(rows: Sequence[list[Word]]) -> Iterator[list[_Line]]:
    """Lines below each other with labels and values at the same two places each."""
    run: list[_Line] = []
    for line in [*(_line(number, row) for number, row in enumerate(rows)), None]:
        if run and (line is None or not _goes_on(run, line)):
            yield run
            run = []
        if line is not None and (run or (line.label and line.value)):
            run.append(line)


def _line(number: int, row: list[Word]) -> _Line | None:
    label = list(itertools.takewhile(attrgetter("bold"), row))
    value = row[len(label) :]
    if any(word.bold for word in value) or (label and value and value[0].x0 - label[-1].x1 < _GAP):
        return None
    return _Line(number, label, value)


def _goes_on(run: list[_Line], line: _Line) -> bool:
    first = run[0]
    if line.label and (abs(line.label[0].x0 - first.label[0].x0) > INDENT or _is_larger(line.label, first.label)):
        return False
    if line.value and abs(line.value[0].x0 - first.value[0].x0) > INDENT:
        return False
    return not line.label or line.label[-1].x1 <= first.value[0].x0 + TOUCH


def _is_larger(words: list[Word], than: list[Word]) -> bool:
    return words[0].size > _LARGER * than[0].size


def _without_titles(run: list[_Line]) -> Iterator[list[_Line]]:
    """A run cut at bold lines that are no label and no rest of one: titles, above the labels that follow."""
    widest = max(line.label[-1].x1 for line in run if line.label and line.value)
    part: list[_Line] = []
    for group in _grouped(run):
        for before, line in itertools.pairwise([None, *(run[i] for i in group)]):
            if line.label and not line.value and not (before and _is_full(before.label, line.label[0], widest)):
                yield part
                part = []
            else:
                part.append(line)
    yield part


def _is_full(label: list[Word], following: Word, widest: float) -> bool:
    """Whether a word had no place behind a label in its column."""
    return bool(label) and label[-1].x1 + (following.x1 - following.x0) > widest


def _grouped(lines: list[_Line]) -> list[list[int]]:
    """The indexes of lines by row. Where nothing but a label begins a row, each line with both begins one."""
    edge = lines[0].value[0].x0 - TOUCH
    return grouped([[*one.label, *one.value] for one in lines], frozenset(), lambda word: int(word.x0 >= edge), 2)


def _table(page: PageRows, lines: list[_Line]) -> PageTable:
    rows = []
    for group in _grouped(lines):
        some = [lines[i] for i in group]
        cells = (_text([one.label for one in some]), _text([one.value for one in some]))
        rows.append(Row(cells, locator_of(page.page, _box(some))))
    return PageTable(page.page, _box(lines), tuple(rows))


def _box(lines: list[_Line]) -> Box:
    return box_of(word for one in lines for word in (*one.label, *one.value))


def _text(lines: list[list[Word]]) -> str:
    return lines_of(repair("\n".join(" ".join(word.text for word in line) for line in lines if line)))
