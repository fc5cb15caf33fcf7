"""The lines of a table without rules put together to rows: by white space, or by how many columns a line fills."""

import itertools
import statistics
from collections.abc import Callable

from dagster_project.documents.formats.pdf_rivers import INDENT, pieces_of
from dagster_project.documents.formats.pdf_words import Word

_ROW_GAP = 1.3
"""A distance between lines that parts rows, in usual distances."""

_ALSO_FULL = 0.2
"""Further lines as full as the first one, per row, that spacing may leave and still be trusted."""

_FILLED = 0.5
"""Part of the columns that the first line of a row fills more than."""


def grouped(
    lines: list[list[Word]], over: frozenset[int], column_of: Callable[[Word], int | None], columns: int
) -> list[list[int]]:
    """The indexes of the lines by row; `over` are those of headings, which are rows of their own."""
    steps, usual = _steps(lines)
    gaps = _gaps(steps, usual)
    places = [{column_of(w) for w in line} for line in lines]
    counts = list(map(len, places))
    around = {i for at in over for i in (at, at + 1)}
    by_spacing = _cut(len(lines), gaps | around)
    if gaps and _begin_full([g for g in by_spacing if any(0 in places[i] for i in g)], counts):
        return by_spacing
    near = {i + 1 for i, step in enumerate(steps) if step * _ROW_GAP < usual}
    full = {i for i, count in enumerate(counts) if i and count > _FILLED * columns} - near
    return _cut(len(lines), full | gaps | around)


def bold_titles(lines: list[list[Word]]) -> frozenset[int]:
    """The indexes of lines that are titles between rows: bold as none beside them is, alone at the left, and no closer
    to the lines around them than rows are."""
    steps, usual = _steps(lines)
    left = min(line[0].x0 for line in lines)
    return frozenset(
        i
        for i, line in enumerate(lines[1:-1], start=1)
        if all(word.bold for word in line)
        and line[0].x0 - left < INDENT
        and len(pieces_of(line)) == 1
        and not any(word.bold for near in (lines[i - 1], lines[i + 1]) for word in near)
        and min(steps[i - 1], steps[i]) * _ROW_GAP >= usual
        and len(pieces_of(lines[i + 1])) > 1
    )


def spaced(lines: list[list[Word]]) -> list[list[int]]:
    """The indexes of the lines by row, by nothing but the white space between them."""
    return _cut(len(lines), _gaps(*_steps(lines)))


def _steps(lines: list[list[Word]]) -> tuple[list[float], float]:
    """The distances from line to line, and the usual one within a row."""
    steps = [b[0].bottom - a[0].bottom for a, b in itertools.pairwise(lines)]
    return steps, statistics.median_low(sorted(steps)[: max(1, len(steps) * 2 // 3)]) if steps else 0.0


def _gaps(steps: list[float], usual: float) -> set[int]:
    """The indexes of the lines above which more white space stands than within a row."""
    return {i + 1 for i, step in enumerate(steps) if step > _ROW_GAP * usual}


def _begin_full(groups: list[list[int]], counts: list[int]) -> bool:
    """Whether hardly any further line of a group fills as many columns as its first: then each group is one row. The
    rest of a row, without a first column, tells nothing of it."""
    also_full = sum(counts[i] >= counts[group[0]] for group in groups for i in group[1:])
    return also_full <= _ALSO_FULL * len(groups)


def _cut(length: int, starts: set[int]) -> list[list[int]]:
    edges = [0, *sorted(starts - {0, length}), length]
    return [list(range(a, b)) for a, b in itertools.pairwise(edges)]
