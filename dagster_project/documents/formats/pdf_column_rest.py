"""The rest of a row that a page cut, in a table without rules: the top of the next page, below the head that returns.

Alone it has too few columns to be a table; the lines of the page before say where they stand.
"""

import itertools
from dataclasses import dataclass

from dagster_project.documents.formats.pdf_rivers import INDENT, Columns, columns_of, is_wide, pieces_of
from dagster_project.documents.formats.pdf_words import Word

_HEAD_LINES = 4
"""Lines that a head takes at most."""

_ENOUGH = 30
"""Lines that show where columns stand."""

Lines = list[list[Word]]


@dataclass(frozen=True)
class Before:
    """The table at the end of a page: its columns, the texts of its first lines, and lines that fill its columns."""

    columns: Columns
    head: tuple[str, ...]
    lines: Lines

    def goes_on(self, lines: Lines) -> bool:
        """Whether a page begins with the rest of a row: nothing in the first column, and each piece from the left of
        its own."""
        texts = zip(map(_text, lines), self.head, strict=False)
        returned = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], texts))
        return returned < len(lines) and all(map(self._is_rest, pieces_of(lines[returned])))

    def _is_rest(self, piece: list[Word]) -> bool:
        places = {self.columns.index_of(word) for word in piece}
        if len(places) != 1 or places & {None, 0}:
            return False
        (at,) = places
        lefts = [word.x0 for line in self.lines for word in line if self.columns.index_of(word) == at]
        return bool(lefts) and abs(piece[0].x0 - min(lefts)) < INDENT


def before_of(lines: Lines, columns: Columns, earlier: Before | None) -> Before:
    """What the next page needs to know of a table; `earlier` where its first row is the rest of one."""
    wide = [line for line in lines if is_wide(line)]
    head = earlier.head if earlier else tuple(map(_text, lines[:_HEAD_LINES]))
    return Before(columns, head, [*(earlier.lines if earlier else ()), *wide][:_ENOUGH])


def keeps_to_columns(lines: Lines) -> bool:
    """Whether each line of one piece stands within a column of the others: a cell that goes on for long, no prose."""
    columns = columns_of([line for line in lines if is_wide(line)])
    within = ({columns.index_of(word) for word in line} for line in lines if not is_wide(line))
    return all(len(places) == 1 and None not in places for places in within)


def _text(line: list[Word]) -> str:
    return " ".join(word.text for word in line)
