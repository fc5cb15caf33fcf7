"""Refusals `unexplained`: texts of the found pages that look like an organisation or an amount and ended nowhere.

Belongs here: what such a refusal says, how long, and how many of them a document may have. Does not belong here: which
texts are left over (the reading).
"""

from collections.abc import Iterable

from dagster_project.documents.text import one_line
from dagster_project.persons import holds, take_out
from dagster_project.sandbox import Refusal

REASON = "unexplained"
MOST = 50
"""Texts of one document that are told apart: more than these nobody goes through one by one."""
LONGEST = 160
"""Characters of a text that are told: enough to find it at its place."""
_MEND = "ga na of hier een partij of een bedrag staat, en vul dat zelf aan"


def unexplained(left: Iterable[tuple[str, str]]) -> list[Refusal]:
    """The refusals for what is left over, as places with their texts in the order of the document.

    Persons and how to reach them are taken out; of what is nothing else nobody is told. A text that stands in several
    places is told once, at the first. After `MOST` texts one line says how many more there are.
    """
    places: dict[str, list[str]] = {}
    for locator, text in left:
        if said := _public(text):
            places.setdefault(said, []).append(locator)
    told = [Refusal(where[0], REASON, _detail(said, len(where))) for said, where in list(places.items())[:MOST]]
    if (more := len(places) - MOST) > 0:
        first = list(places.values())[MOST][0]
        detail = f"nog {more} {'tekst' if more == 1 else 'teksten'} als deze niet verklaard, vanaf deze plaats; {_MEND}"
        told.append(Refusal(first, REASON, detail))
    return told


def _detail(said: str, places: int) -> str:
    also = "" if places == 1 else f" (ook op {places - 1} andere {'plaats' if places == 2 else 'plaatsen'})"
    return f"niet verklaard: '{said}'{also}; {_MEND}"


def _public(text: str) -> str:
    """The text on one line and short, without persons; empty where nothing else stays that a person may not be in."""
    said = one_line(take_out(text)).strip(" ,;:'")
    said = said if len(said) <= LONGEST else f"{said[:LONGEST].rstrip()}…"
    return "" if holds(said) or not any(map(str.isalnum, said)) else said
