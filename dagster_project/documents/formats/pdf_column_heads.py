"""Heads that stand beside their column: set from the left over figures that are set from the right, with white space
between the two all the way down, so that one column is found as two.

Belongs here: which neighbouring columns are one. Does not belong here: how columns are found (`pdf_rivers`).
"""

from collections.abc import Sequence

from dagster_project.documents.formats.pdf_rivers import Columns
from dagster_project.documents.model import Row

_LEAST = 2
"""Figures below a head from which on it is theirs."""
_TALL = 3
"""Rows that a head takes at most."""


def with_heads(columns: Columns, rows: Sequence[Row]) -> Columns:
    """The columns, where a head in one and what stands below it in the next are one of them: no row fills both."""
    filled = list(zip(*([bool(cell.strip()) for cell in row.cells] for row in rows if row.width == 1), strict=True))
    edges: list[tuple[float, float]] = []
    at = 0
    while at < len(columns.edges):
        pair = filled[at : at + 2]
        joined = len(pair) == 2 and (_are_one(*pair) or _are_one(*reversed(pair)))
        edges.append((columns.edges[at][0], columns.edges[at + joined][1]))
        at += 1 + joined
    return Columns(tuple(edges)) if len(edges) < len(columns.edges) else columns


def _are_one(head: Sequence[bool], below: Sequence[bool]) -> bool:
    """Whether the first column is filled in the first rows alone, and this one only below them."""
    tall = next((n for n, filled in enumerate(below) if filled), 0)
    return any(head[:tall]) and tall <= _TALL and not any(head[tall:]) and sum(below) >= _LEAST
