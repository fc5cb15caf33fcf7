"""The register of joint arrangements as delivered: its dates, and its two tables beside each other.

Belongs here: what the register contradicts of itself in columns that its reader does not take. Does not belong here:
which version is in force (`registers`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from dagster_project.intake import as_date
from dagster_project.quality.raw.lists import List
from dagster_project.texts import fold

COUNT, MEMBERSHIP, DATE = "count_differs", "membership_date", "date_impossible"
SUCCESSOR, TWICE = "own_successor", "number_twice"

_ID, _MEMBER_OF, _NAME = fold("roo_id"), fold("gr_roo_id"), fold("naam")
_COUNT, _NEXT, _PREVIOUS = fold("n_deelnemers"), fold("next_roo"), fold("previous_roo")
_BEGIN, _END = fold("inwerkingtreding"), fold("uitwerkingtreding")
_JOINED, _LEFT = fold("toetredings_datum"), fold("uittredings_datum")
_FIRST = date(1850, 1, 1)
"""Before the first act on municipalities (1851) nothing of this sort could be arranged."""


def arrangements_in(lists: Sequence[List]) -> Iterator[tuple[List, str, str, str]]:
    """List, locator, finding and what it is about, of the lists of a register."""
    versions = [one for one in lists if _ID in one.headings]
    members = [one for one in lists if _MEMBER_OF in one.headings]
    listed = Counter(_cell(one, cells, _MEMBER_OF) for one in members for _, cells in one.rows)
    ends: dict[str, date | None] = {}
    named: dict[str, str] = {}
    for one in versions:
        latest = one.delivery.received_on
        for number, cells in one.rows:
            place, id_ = one.sheet.locator(number), _cell(one, cells, _ID)
            begin, end = (_cell(one, cells, heading) for heading in (_BEGIN, _END))
            ends[id_] = as_date(end)
            if named.setdefault(id_, _cell(one, cells, _NAME)) != _cell(one, cells, _NAME):
                yield one, place, TWICE, id_
            if id_ and id_ in (_cell(one, cells, _NEXT), _cell(one, cells, _PREVIOUS)):
                yield one, place, SUCCESSOR, id_
            if any(_impossible(text, latest) for text in (begin, end)) or _before(end, begin):
                yield one, place, DATE, id_
            stated = _cell(one, cells, _COUNT)
            if members and stated.isdecimal() and int(stated) != listed[id_]:
                yield one, place, COUNT, id_
    for one in members:
        latest = one.delivery.received_on
        for number, cells in one.rows:
            joined, left = (_cell(one, cells, heading) for heading in (_JOINED, _LEFT))
            end = ends.get(_cell(one, cells, _MEMBER_OF))
            came = as_date(joined)
            late = came is not None and end is not None and came >= end
            if any(_impossible(text, latest) for text in (joined, left)) or _before(left, joined) or late:
                yield one, one.sheet.locator(number), MEMBERSHIP, _cell(one, cells, _MEMBER_OF)


def _cell(one: List, cells: tuple[str, ...], heading: str) -> str:
    column = one.headings.index(heading) if heading in one.headings else len(cells)
    return cells[column].strip() if column < len(cells) else ""


def _impossible(text: str, received: date) -> bool:
    """Whether a filled cell is no date, or one that no arrangement can have: nought, or more than two years ahead."""
    if not text:
        return False
    day = as_date(text)
    return day is None or day < _FIRST or day.year > received.year + 2 or (day.year, day.month) == (1899, 12)


def _before(text: str, other: str) -> bool:
    one, two = as_date(text), as_date(other)
    return one is not None and two is not None and one < two
