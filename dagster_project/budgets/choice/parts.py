"""What of a text can be the name of a party: all of it, or what is left without number, label, article, seat or date.

Belongs here: proposing, generously. How much a part looks like a name is `names`.
"""

import re
from dataclasses import dataclass

from dagster_project.budgets.names import MAX_LENGTH, clean_name
from dagster_project.documents.text import one_line
from dagster_project.texts import placeholder
from dagster_project.workspace.seeds import government_names

MOST = 10
_NUMBER = re.compile(r"^\s*\d+(?:\.\d+)*[a-z]?[.)]?\s+")
_SEAT = re.compile(
    r"^(?P<name>.{3,}?)\s*(?:,| te | in | - | – |\()\s*(?:gevestigd )?(?:te |in )?"
    r"(?P<seat>(?:'s-|'t )?[A-ZÀ-Þ][\w’'-]+(?: [A-Za-zÀ-Þ][\w’'-]+){0,2}(?:, [A-ZÀ-Þ]\w+)?)\)?$"
)
_ARTICLE = re.compile(r"^(?:de|het|een)\s+", re.IGNORECASE)
_CALLED = re.compile(r"^verbonden partij(?:en)?\s*:?\s+", re.IGNORECASE)
_DATED = re.compile(r"\s*\([^()]*\d{4}[^()]*\)\s*$")
_DASH = re.compile(r"\s[–-]\s")
_TRIMMED = " ;,:-–|"


@dataclass(frozen=True)
class Part:
    """A part of a text that may be a name, and the seat that the rest of the text gives, if any."""

    name: str
    seat: str | None = None


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a text that may be names, the whole first; at most `MOST`, no name twice."""
    whole = one_line(text)
    bare = _NUMBER.sub("", whole)
    found: dict[str, Part] = {}

    def propose(part: str, seat: str | None = None) -> None:
        name = clean_name(part).text.strip(_TRIMMED)
        if 2 <= len(name) <= MAX_LENGTH and sum(map(str.isalpha, name)) >= 2 and not placeholder(name):
            found.setdefault(name, Part(name, seat))

    propose(whole)
    if ":" in whole:
        before, after = whole.split(":", 1)
        propose(after)
        propose(before)
    propose(bare)
    if seated := _SEAT.match(bare):
        propose(seated["name"], seated["seat"])
    propose(_ARTICLE.sub("", bare))
    propose(_CALLED.sub("", bare))
    propose(_DATED.sub("", bare))
    if _DASH.search(bare):
        pieces = _DASH.split(bare)
        propose(pieces[0])
        propose(pieces[-1])
    lines = [one_line(line) for line in text.split("\n") if line.strip()]
    if len(lines) == 2 and lines[1] in government_names():
        propose(lines[0], lines[1])
    return tuple(found.values())[:MOST]
