"""Rows of one text between the rows of parties: together they part a table, whatever their words are.

Belongs here: which rows these are. Does not belong here: what a row of one text is by its words (`sections`, `names`).
"""

from collections import Counter
from collections.abc import Collection, Sequence

from dagster_project.budgets.figures import units_in
from dagster_project.budgets.names import is_note, is_title, is_total
from dagster_project.budgets.records.cells import alone, cells_of
from dagster_project.budgets.sections import is_general
from dagster_project.documents import Row

_FEWEST = 2
"""Titles that part a table at least; one alone may be anything."""


def titles_between(rows: Sequence[Row], names: Collection[int]) -> frozenset[int]:
    """The rows that are titles of what stands below them: of one text each, another one each time, and right above a
    row of `names`. A label with nothing behind it would return under every party."""
    found = {number: text for number in names if number and (text := _title(rows[number - 1], number - 1 in names))}
    often = Counter(found.values())
    titles = frozenset(number - 1 for number, text in found.items() if often[text] == 1)
    return titles if len(titles) >= _FEWEST else frozenset()


def may_be_title(text: str) -> bool:
    """Whether a text may be over rows of parties, by what it looks like."""
    if not is_title(text) or is_general(text) or is_total(text) or is_note(text) or not text[:1].isupper():
        return False
    return not units_in(text) and not any(map(str.isdigit, text))


def _title(row: Row, named: bool) -> str | None:
    text = None if named else alone(cells_of(row))
    return text if text is not None and may_be_title(text) else None
