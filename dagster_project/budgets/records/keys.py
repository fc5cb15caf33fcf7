"""Columns of labels in a table with several rows per party: what the cells beside them are.

Belongs here: which columns these are. Does not belong here: how such rows are read (`downwards`).
"""

from collections.abc import Mapping, Sequence

from dagster_project.budgets.choice.labels import is_time
from dagster_project.budgets.records.cells import Cell, Marks, cells_of
from dagster_project.budgets.sections import is_category
from dagster_project.documents import Row
from dagster_project.documents.text import one_line

_KEYS = 0.6
"""Share of the cells of a column that are labels from which on it says what the cells beside it are."""
_ROWS_OF_KEYS = 2
"""Rows of one party from which on a column can be of such labels."""


def key_columns(rows: Sequence[Row], names: Mapping[int, str], column: int, marks: Marks) -> set[int]:
    """The columns whose cells are labels of what stands beside them: within the rows of one party each another, and the
    same ones for the next. `names` are the names in `column`, by the numbers of their rows."""
    groups: list[list[Row]] = []
    name = None
    for number, row in enumerate(rows):
        cells = cells_of(row)
        if number in names and (name is None or names[number] != name):
            name = names[number]
            groups.append([])
        if groups and len(cells) > 1:
            groups[-1].append(row)
    if not groups or max(map(len, groups)) < _ROWS_OF_KEYS:
        return set()
    width = max(len(row.cells) for row in rows)
    return {at for at in range(width) if at != column and _is_key(at, groups, marks)}


def _is_key(column: int, groups: Sequence[Sequence[Row]], marks: Marks) -> bool:
    told = [[text for row in rows if (text := one_line(row.cell(column)))] for rows in groups]
    texts = [text for group in told for text in group]
    if len(set(texts)) < 2 or any(_is_no_label(text, marks) for text in set(texts)):
        return False
    known = sum(marks.known(text) or marks.is_label(text) for text in texts)
    return known >= _KEYS * len(texts) and sum(len(set(group)) for group in told) > 0.5 * len(texts)


def _is_no_label(text: str, marks: Marks) -> bool:
    return is_category(text) or is_time(text) or marks.mark(Cell(text, 0, 0)) == "value"
