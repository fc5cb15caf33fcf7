"""The columns of lines of words: pieces between wide gaps, and rivers, strips of white space that no word crosses.

Does not belong here: which lines make a table (`pdf_columns`).
"""

import itertools
from dataclasses import dataclass

from dagster_project.documents.formats.pdf_words import Word

_RIVER = 2.5
"""Points of white space between columns; a space at 10 points is about 2.8, but none stands at one place for lines."""

_WIDE = 9.0
"""A gap in a line that only columns have."""

TOUCH = 0.5
"""Points by which boxes of words are inexact."""

_RAGGED = 25.0
"""Points over which the cells of one column, such as one of figures, may begin."""

INDENT = 3.0
"""Points by which the lines of a column may begin apart."""


@dataclass(frozen=True)
class Columns:
    """Columns by their left and right edges; the first begins left of all words, the last ends right of them."""

    edges: tuple[tuple[float, float], ...]

    def index_of(self, word: Word) -> int | None:
        """The column of a word, None where it reaches over a river."""
        middle = (word.x0 + word.x1) / 2
        for i, (left, right) in enumerate(self.edges):
            if left <= middle < right:
                return i if word.x0 >= left - 1 and word.x1 <= right + 1 else None
        return None


def is_wide(row: list[Word]) -> bool:
    return len(pieces_of(row)) > 1


def pieces_of(row: list[Word]) -> list[list[Word]]:
    pieces = [[row[0]]]
    for a, b in itertools.pairwise(row):
        if b.x0 - a.x1 >= _WIDE:
            pieces.append([])
        pieces[-1].append(b)
    return pieces


def rivers_of(rows) -> list[tuple[float, float]]:
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
    starts = [piece[0].x0 for row in rows for piece in pieces_of(row)]
    return [r for r in rivers if any(r[1] - TOUCH <= x <= r[1] + _RAGGED for x in starts)]


def columns_of(rows) -> Columns:
    """The columns between the rivers; a column of signs of money alone belongs to the figures on its right."""
    rivers = [r for r in rivers_of(rows) if not _is_sign(rows, r)]
    middles = [(a + b) / 2 for a, b in rivers]
    return Columns(tuple(itertools.pairwise([float("-inf"), *middles, float("inf")])))


def _is_sign(rows, river: tuple[float, float]) -> bool:
    """Whether all that ends at this river is a sign of money or a minus, so that no column does."""
    ends = [w.text for row in rows for w in row if river[0] - 4 <= w.x1 <= river[0] + 0.1]
    return bool(ends) and all(text in ("€", "-", "-/-", "–", "EUR") for text in ends)
