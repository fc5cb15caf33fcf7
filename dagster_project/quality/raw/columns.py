"""Columns that hold something else from some row on: what a row too few or too many in the middle of a list leaves.

Belongs here: of which sort the cells of a column are, above and below. Does not belong here: what they say.
"""

import re
from collections import Counter
from collections.abc import Iterator

from dagster_project.quality.raw.lists import List

SHIFTED = "column_shifted"
_LEAST = 6
"""Rows from which the two halves of a list are held beside each other."""
_CLEAR = 0.8
"""Share of the filled cells of a half of which a sort must have this much to be that of the column."""
_SORTS = (
    ("date", re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?|\d{1,2}[-/]\d{1,2}[-/]\d{4}")),
    ("address", re.compile(r"https?://.*")),
    ("structure", re.compile(r"[\[{].*", re.DOTALL)),
    ("number", re.compile(r"-?\d+(?:[.,]\d+)?(?:[Ee]\+?\d+)?")),
)


def shifted_in(one: List) -> Iterator[tuple[str, str]]:
    """Place and heading of each column whose cells are of one sort in the upper half and of another in the lower."""
    rows = [cells for _, cells in one.rows]
    if len(rows) < _LEAST or not one.heading_row:
        return
    half = len(rows) // 2
    for column, heading in enumerate(one.headings):
        above, below = (_sort(part, column) for part in (rows[:half], rows[half:]))
        if above and below and above != below:
            yield one.sheet.locator(one.heading_row, column), heading


def _sort(rows: list[tuple[str, ...]], column: int) -> str | None:
    """The sort of the filled cells; `empty` where hardly any is filled, None where none is clear."""
    filled = [cells[column].strip() for cells in rows if column < len(cells) and cells[column].strip()]
    if len(filled) < max(2, (1 - _CLEAR) * len(rows)):
        return None
    counted = Counter(next((name for name, form in _SORTS if form.fullmatch(text)), "words") for text in filled)
    sort, number = counted.most_common(1)[0]
    return sort if number >= _CLEAR * len(filled) else None
