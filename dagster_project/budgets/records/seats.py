"""The seat of a party where no label says it: the place in a sentence about where it is.

Belongs here: one question about running text. Does not belong here: seats behind names (`choice.parts`).
"""

import re
from collections.abc import Iterable

from dagster_project.budgets.sentences import sentences
from dagster_project.documents.text import one_line
from dagster_project.workspace.seeds import place_names

_WHERE = re.compile(
    r"gevestigd|vestigingsplaats|plaats van vestiging|\bzetel\b|\bkantoor|gehuisvest|standplaats", re.IGNORECASE
)
_PLACE = re.compile(
    r"(?<![\w-])(?<!gemeente )(?<!gemeenten )(?:'[st]-? ?)?[A-ZÀ-Þ][\w’'-]+"
    r"(?: (?:aan|op|bij|en|de|den|in) (?:den |de |het )?[A-ZÀ-Þ][\w’'-]+| [A-ZÀ-Þ][\w’'-]+){0,2}"
)
_LONGEST = 1500
"""Characters of a text that is looked at."""


def seat_in(texts: Iterable[str]) -> str | None:
    """The one municipality that a sentence about where a party is names; None where there is none, or several."""
    found = []
    for text in texts:
        if len(text) > _LONGEST or not _WHERE.search(text):
            continue
        for sentence in sentences(one_line(text)):
            if _WHERE.search(sentence):
                found += [place for match in _PLACE.finditer(sentence) if (place := _known(match.group()))]
    return found[0] if len(set(found)) == 1 else None


def without_seats(text: str) -> str:
    """A text without the sentences about where a party is."""
    if not _WHERE.search(text):
        return text
    return " ".join(sentence for sentence in sentences(one_line(text)) if not _WHERE.search(sentence))


def _known(text: str) -> str | None:
    """The longest beginning or end of a text that is a municipality."""
    words = text.split()
    for length in range(len(words), 0, -1):
        for part in (" ".join(words[:length]), " ".join(words[-length:])):
            if part in place_names():
                return part
    return None
