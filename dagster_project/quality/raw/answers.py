"""Responses to the survey as filled in: whose they say to be, and ends that cannot be, beside the answer in the row.

Belongs here: cells that contradict each other, or the delivery. Does not belong here: what an answer claims
(`surveys`).
"""

from collections.abc import Iterator
from datetime import date

from dagster_project.intake import as_date
from dagster_project.quality.raw.codes import names_of
from dagster_project.quality.raw.lists import List
from dagster_project.texts import fold

BEFORE_ALL, GOES_ON, OTHER_BODY = "ended_before_all", "ended_and_going_on", "of_another_body"
_BODY = fold("Organisatie")
_ENDED, _ANSWER, _RIGHT = fold("Opgeheven op"), fold("Antwoord"), fold("klopt")


def answers_in(one: List, first: date) -> Iterator[tuple[str, str]]:
    """Place and finding: of another body at the top, a row that ends before `first`, or one that goes on and ends."""
    names = {name for body in one.delivery.organisation_ids for name in names_of(body)}
    for number, cells in one.above:
        said = fold(cells[1]) if len(cells) > 1 and fold(cells[0]) == _BODY else ""
        if said and names and not any(name in said for name in names):
            yield one.sheet.locator(number, 1), OTHER_BODY
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
