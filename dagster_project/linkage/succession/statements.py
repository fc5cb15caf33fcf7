"""A source that says in words in which other a collaboration went on.

Belongs here: reading that statement and finding the other by its name. Does not belong here: what participants and
tasks show (`proposals`).
"""

import re
from collections.abc import Iterable

from dagster_project.linkage.names.parse import read_name
from dagster_project.linkage.names.vocabulary import PHRASES

# `in 2016 opgegaan in Werk Noord`, `per 1-1-2019 gefuseerd met Werk Noord`: the name ends with the clause. A name may
# hold the word for a merger itself (`ambtelijke fusie`), so only a verb with its preposition says one.
_PASSED_INTO = "|".join(rf"{verb}\s+(?:{'|'.join(words)})" for verb, words in PHRASES.went_on.items())
_SUCCESSOR = re.compile(
    rf"\b(?:{_PASSED_INTO})\s+(?:(?:{'|'.join(PHRASES.articles)})\s+)?([^().;,\n]{{4,120}})", re.IGNORECASE
)


def successor_written(text: str | None) -> str | None:
    """The name of the other, as written; None where the text says no such thing."""
    found = _SUCCESSOR.search(text or "")
    return found.group(1).strip(" '\"") if found else None


def find_by_name(written: str, names: dict[str, Iterable[tuple[str, ...]]]) -> str | None:
    """The one collaboration of which a name has the very words; None where none has, or more than one.

    `names` gives per collaboration the forms of its names.
    """
    wanted = set(read_name(written).forms)
    found = [id_ for id_, forms in sorted(names.items()) if wanted & set(forms)]
    return found[0] if len(found) == 1 else None
