"""Persons, how they are reached, and formulas, in any cell of a list and in what stands beside its cells.

A name of a person is looked for in the columns that no reader takes; elsewhere names of bodies would be mistaken for
persons, so there a title or an office must tell of one. Does not belong here: how a person is found (`persons`).
"""

from collections.abc import Iterator
from functools import lru_cache

from dagster_project.persons import ALL, Kind, find, names_a_person, titles_a_person
from dagster_project.quality.raw.lists import List
from dagster_project.spreadsheets import is_formula
from dagster_project.texts import fold

SIGNED = "signed"
"""A person where a function is asked, or among the properties or in a comment: told, and not published."""
_SIGNED_BY = ("ingevuld door", "naam invuller", "contactpersoon")
_FREE = ("toelichting", "opmerking", "opmerkingen", "contact", "bijzonderheden")
"""Headings, folded, of columns for words of people to people."""
_CITIZENS = ("bsn", "burgerservice", "sofi")
"""What a heading says that numbers of citizens stand under."""

Found = tuple[str, str]
"""Locator and kind of finding."""


def personal_in(one: List) -> Iterator[Found]:
    """What of it stands in a list."""
    # A formula that was saved without its value reads as an empty cell; it stands there all the same.
    for fault in one.sheet.faults:
        if fault.reason == "no_stored_value":
            yield one.sheet.locator(fault.row, fault.column), "formula"
    for number, cells in one.above:
        yield from _signature(one, number, cells)
    for number, cells in one.rows:
        yield from _signature(one, number, cells)
        for column, text in enumerate(cells):
            if text:
                free = bool(one.sheet.hidden) or not one.heading_row or one.heading(column) in _FREE
                if text.isdecimal() and any(sign in one.heading(column) for sign in _CITIZENS):
                    yield one.sheet.locator(number, column), str(Kind.BSN)
                for kind in () if text.isdecimal() else kinds_in(text, free):
                    yield one.sheet.locator(number, column), kind


def beside_in(beside: list[tuple[str, str]]) -> Iterator[Found]:
    """What of it stands in comments and properties, given as place and text."""
    for place, text in beside:
        if names_a_person(text) or _could_be_signed(text):
            yield place, SIGNED


@lru_cache(maxsize=50_000)
def kinds_in(text: str, free: bool) -> tuple[str, ...]:
    """The kinds that a cell holds, in their order: of `persons`, and formula."""
    # Seats and purposes name streets; a single word with digits is a number of something, or the name of a file.
    asked = ALL if free else ALL - {Kind.PERSON, Kind.ADDRESS}
    kinds = {str(span.kind) for span in find(text, asked if " " in text else asked - {Kind.BSN})}
    if not free and titles_a_person(text):
        kinds.add(str(Kind.PERSON))
    if is_formula(text):
        kinds.add("formula")
    return tuple(sorted(kinds))


def _signature(one: List, number: int, cells: tuple[str, ...]) -> Iterator[Found]:
    if len(cells) > 1 and fold(cells[0]) in _SIGNED_BY and _could_be_signed(cells[1]):
        yield one.sheet.locator(number, 1), SIGNED


def _could_be_signed(text: str) -> bool:
    """A field for a function holds one word or a few without capitals; a name has two words with them."""
    words = text.split()
    named = [word for word in words if word[:1].isupper()]
    return len(words) <= 5 and len(named) >= 2 and words[0][:1].isupper()
