"""Codes of organisations in the rows of a list, beside the names in the same row and the dates of their lives.

Belongs here: which rows disagree. Does not belong here: reading a name as an organisation (`organisations`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from dagster_project.organisations.spelling import spell
from dagster_project.quality.raw.lists import List
from dagster_project.texts import fold
from dagster_project.workspace.seeds import seed_rows

NOT_NAMED, UNKNOWN, NOT_ALIVE = "code_not_named", "code_unknown", "code_not_alive"

_CODE = re.compile(r"(?<![a-z0-9])(gm\d{4}|pv\d{2}|ws\d{4})(?![0-9])")
_SHORT = re.compile(r"/((?:gm|ws)\d{1,3}|pv\d)$")
"""The end of an identifier of which a spreadsheet took the noughts in front."""
_BARE = re.compile(r"\d{4}(?:\s*[,;|]\s*\d{4})*")
"""Codes of municipalities as statistics write them, in a column whose heading says that it holds codes."""

Lives = Mapping[str, tuple[tuple[date | None, date | None], ...]]


def codes_in(one: List, dates: Iterable[date]) -> Iterator[tuple[str, str, str]]:
    """Locator, finding and code of each code that no name of the row fits, that nobody has, or that is of nobody alive.

    `dates` are those of the snapshots of the list; of one without any, nobody is told to be dead.
    """
    at = tuple(dates)
    for number, cells in one.rows:
        for column, text in enumerate(cells):
            for code in _codes(text, one.heading(column)):
                place = one.sheet.locator(number, column)
                if code not in _names():
                    yield place, UNKNOWN, code
                elif not _named(code, cells, column):
                    yield place, NOT_NAMED, code
                if at and code in _lives() and not any(_alive(code, day) for day in at):
                    yield place, NOT_ALIVE, code


def names_of(code: str) -> frozenset[str]:
    """Every name that a body ever had, folded and without its kind; empty for a code that nobody has."""
    return _names().get(code, frozenset())


def _codes(text: str, heading: str) -> list[str]:
    if "code" in heading and _BARE.fullmatch(text.strip()):
        return [f"gm{code}" for code in re.findall(r"\d{4}", text)]
    if short := _SHORT.search(text.lower()):
        return [short[1]]
    return _CODE.findall(text.lower()) if any(sign in text.lower() for sign in ("gm", "pv", "ws")) else []


def _named(code: str, cells: tuple[str, ...], but: int) -> bool:
    names = _names()[code]
    return any(any(name in fold(cell) for name in names) for place, cell in enumerate(cells) if place != but and cell)


def _alive(code: str, day: date) -> bool:
    return any((not begin or begin <= day) and (not end or day < end) for begin, end in _lives()[code])


@cache
def _names() -> dict[str, frozenset[str]]:
    """Every name that a body ever had, by its code."""
    names: dict[str, set[str]] = {}
    for row in (*seed_rows("organisation"), *seed_rows("organisation_name")):
        names.setdefault(row["organisation_id"], set()).add(spell(row["name"]).key)
    return {code: frozenset(found) for code, found in names.items()}


@cache
def _lives() -> Lives:
    lives: dict[str, list] = {}
    for row in seed_rows("organisation"):
        lives.setdefault(row["organisation_id"], []).append((_day(row["valid_from"]), _day(row["valid_to"])))
    return {code: tuple(found) for code, found in lives.items()}


def _day(value) -> date | None:
    return value if isinstance(value, date) or value is None else date.fromisoformat(str(value)) if value else None
