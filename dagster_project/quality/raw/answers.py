"""Responses to the survey as filled in: ends that cannot be, beside the answer in the same row.

Belongs here: two columns of a row that contradict each other. Does not belong here: what an answer claims (`surveys`).
"""

from collections.abc import Iterator
from datetime import date

from dagster_project.intake import as_date
from dagster_project.quality.raw.lists import List
from dagster_project.texts import fold

BEFORE_ALL, GOES_ON = "ended_before_all", "ended_and_going_on"
_ENDED, _ANSWER, _RIGHT = fold("Opgeheven op"), fold("Antwoord"), fold("klopt")


def answers_in(one: List, first: date) -> Iterator[tuple[str, str]]:
    """Place and finding of each row of a response that ends before `first`, the first snapshot, or goes on and ends."""
    if _ENDED not in one.headings or _ANSWER not in one.headings:
        return
    ended, answer = one.headings.index(_ENDED), one.headings.index(_ANSWER)
    for number, cells in one.rows:
        said = cells[ended].strip() if ended < len(cells) else ""
        if not said:
            continue
        day = as_date(said)
        if day is not None and day < first:
            yield one.sheet.locator(number, ended), BEFORE_ALL
        if answer < len(cells) and fold(cells[answer]) == _RIGHT:
            yield one.sheet.locator(number, ended), GOES_ON
