"""Cards without rules: labels in one column, and beside each its value, either of which may take several lines.

Read as lines a label over two lines would lose its value. The two columns are told apart by their letters, where the
labels alone are bold, else by the edge at which most values begin. Belongs here: lines in two columns of labels and
values. Does not belong here: tables of three columns or more (`pdf_columns`), text side by side (`pdf_layout`).
"""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from dagster_project.documents.formats.pdf_column_rows import grouped, spaced
from dagster_project.documents.formats.pdf_layout import PageRows, gutter_of, has_both
from dagster_project.documents.formats.pdf_rivers import INDENT, TOUCH, pieces_of
from dagster_project.documents.formats.pdf_tables import Box, PageTable, box_of, locator_of
from dagster_project.documents.formats.pdf_words import Word
from dagster_project.documents.model import Row
from dagster_project.documents.text import lines_of, repair

_LEAST_ROWS = 3
"""Labels with a value beside them that make a card where the labels are bold."""
_LEAST_PLAIN = 4
"""The same where nothing but their place tells them apart."""
_WORDS, _LEFT = 9, 0.4
"""Words of a plain label at most, and part of the width of the page left of which its value begins: in the middle text
stands side by side."""
_GAP = 2.5
"""Points between a label and its value at least."""
_LARGER = 1.05
"""A line in letters so much larger than the labels is a title."""


@dataclass(frozen=True)
class _Line:
    """A line of a page: its number, the words of its label, and those of its value right of all of these."""

    number: int
    label: list[Word]
    value: list[Word]

    @property
    def both(self) -> bool:
        """Whether it has a label and a value."""
        return bool(self.label and self.value)


def cards_of(pages: Sequence[PageRows]) -> list[tuple[list[PageTable], PageRows]]:
    """The cards of each page of a document, and the page without their lines.

    Lines that no cell goes on below itself in are cards where others of the document stand at the same places.
    """
    maybe = [_parts(page) for page in pages]
    surely = {_places(part) for parts in maybe for part, sure in parts if sure}
    found = []
    for page, both in zip(pages, maybe, strict=True):
        parts = [part for part, sure in both if sure or _places(part) in surely]
        taken = {line.number for part in parts for line in part}
        rest = replace(page, rows=tuple(row for i, row in enumerate(page.rows) if i not in taken))
        found.append(([_table(page, part) for part in parts], rest))
    return found


def _parts(page: PageRows) -> list[tuple[list[_Line], bool]]:
    """The lines of a page that may be cards, no line in two, and whether they surely are."""
    found: list[tuple[list[_Line], bool]] = []
    taken: set[int] = set()
    by_place = [(_at_edge(edge), partial(_is_plain_card, page.width), False) for edge in _edges(page.rows)]
    for split, is_card, always in [(_at_bold, _is_bold_card, True), *by_place]:
        lines = [None if i in taken else split(i, row) for i, row in enumerate(page.rows)]
        for part in (part for run in _runs(lines) for part in _without_titles(run)):
            if is_card(part) and not _is_beside(part, page):
                found.append((part, always or not all(line.both for line in part)))
                taken.update(line.number for line in part)
    return found


def _places(lines: list[_Line]) -> tuple[int, int]:
    """Where the labels and the values of a card begin."""
    label = min(one.label[0].x0 for one in lines if one.label)
    return round(label), round(_edge_of(lines))


def _edge_of(lines: list[_Line]) -> float:
    return min(one.value[0].x0 for one in lines if one.value)


def _at_bold(number: int, row: list[Word]) -> _Line | None:
    label = list(itertools.takewhile(attrgetter("bold"), row))
    value = row[len(label) :]
    return None if any(word.bold for word in value) or _touch(label, value) else _Line(number, label, value)


def _at_edge(edge: float) -> Callable[[int, list[Word]], _Line | None]:
    def split(number: int, row: list[Word]) -> _Line | None:
        label = list(itertools.takewhile(lambda word: word.x0 < edge - INDENT, row))
        value = row[len(label) :]
        return None if _touch(label, value) or (label and label[-1].x1 > edge) else _Line(number, label, value)

    return split


def _touch(label: list[Word], value: list[Word]) -> bool:
    return bool(label and value) and value[0].x0 - label[-1].x1 < _GAP


def _edges(rows: Sequence[list[Word]]) -> list[float]:
    """Where the second piece of several lines begins, the most common place first."""
    starts = Counter(round(pieces[1][0].x0) for row in rows if len(pieces := pieces_of(row)) == 2)
    return [x for x, count in sorted(starts.items(), key=lambda one: (-one[1], one[0])) if count >= _LEAST_PLAIN]


def _is_bold_card(lines: list[_Line]) -> bool:
    return sum(line.both for line in lines) >= _LEAST_ROWS


def _is_beside(lines: list[_Line], page: PageRows) -> bool:
    """Whether bold lines stand beside other text in a page of two columns: a title in the left one, and in the right
    one whatever stands there. Of the other lines of the page more have text on both sides than of these."""
    between = gutter_of(page)
    if between is None or _edge_of(lines) < between:
        return False
    own = {line.number for line in lines}
    others = sum(has_both(row, between) and not row[0].bold for i, row in enumerate(page.rows) if i not in own)
    return others > len(lines)


def _is_plain_card(width: float, lines: list[_Line]) -> bool:
    """Whether lines in letters of one kind may be labels and values: the labels are short. Surely they are where some
    cell goes on below itself; else the lines say the same, read as such."""
    if sum(line.both for line in lines) < _LEAST_PLAIN:
        return False
    labels = [[word for i in group for word in lines[i].label] for group in _grouped(lines)]
    return all(0 < len(words) <= _WORDS for words in labels) and _edge_of(lines) <= _LEFT * width


def _runs(lines: Sequence[_Line | None]) -> Iterator[list[_Line]]:
    """Lines below each other with labels and values at the same two places each."""
    run: list[_Line] = []
    for line in [*lines, None]:
        if run and (line is None or not _goes_on(run, line)):
            yield run
            run = []
        if line is not None and (run or line.both):
            run.append(line)


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
    """A run cut at lines left of the values that are no label and no rest of one: titles, above the labels."""
    widest = max(line.label[-1].x1 for line in run if line.both)
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
    """The indexes of lines by row: by the white space between them where a label begins each stretch, else by which
    lines have both."""
    words = [[*one.label, *one.value] for one in lines]
    by_spacing = spaced(words)
    if len(by_spacing) > 1 and all(lines[group[0]].label for group in by_spacing):
        return [part for group in by_spacing for part in _at_labels(lines, group)]
    edge = next(line.value[0].x0 for line in lines if line.value) - INDENT
    return grouped(words, frozenset(), lambda word: int(word.x0 >= edge), 2)


def _at_labels(lines: list[_Line], group: list[int]) -> Iterator[list[int]]:
    """Lines without white space between them, cut where another label begins: with a capital, beside a value of its
    own, and not for want of place behind the words before it."""
    widest = max((lines[i].label[-1].x1 for i in group if lines[i].label), default=0.0)
    part = group[:1]
    for before, i in itertools.pairwise(group):
        begins = lines[i].both and lines[i].label[0].text[:1].isupper()
        if begins and not _is_full(lines[before].label, lines[i].label[0], widest):
            yield part
            part = []
        part.append(i)
    yield part


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
