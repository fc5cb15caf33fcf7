"""The name of a government taken apart: what a source puts before and behind it.

Belongs here: text in, text out. Does not belong here: which organisations exist, and one spelling for many (`texts`).
"""

import re
from dataclasses import dataclass
from functools import cache

from dagster_project.organisations.vocabulary import spelling_words
from dagster_project.texts import fold, legible

_PARENTHESES = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True)
class Spelling:
    """A name taken apart: `key` without prefix and markers, `whole` with them, and what they said."""

    key: str
    whole: str
    kind: str | None
    province: str | None
    abroad: bool


def spell(written: str) -> Spelling:
    """Take a name as written apart."""
    words, text = spelling_words(), legible(written)
    kind = province = None
    abroad = False
    for inner in _PARENTHESES.findall(text):
        marker = fold(inner)
        kind = kind or words.suffixes.get(marker)
        province = province or _provinces().get(marker) or _provinces().get(marker.replace(" ", ""))
        abroad = abroad or (marker in words.abroad and marker not in _provinces())
    whole = fold(_PARENTHESES.sub(" ", text)) or fold(text)
    key = whole
    for prefix in words.prefixes:
        shorter = prefix.pattern.sub("", key, count=1)
        if shorter and shorter != key:
            key, kind = shorter, prefix.kind
            break
    start, _, last = key.rpartition(" ")
    if start and last in words.suffixes:
        key, kind = start, kind or words.suffixes[last]
    return Spelling(key, whole, kind, province, abroad)


def without_article(key: str) -> str:
    """The key without a leading de, het or 't."""
    return spelling_words().leading_article.sub("", key)


@cache
def _provinces() -> dict[str, str]:
    """The id of the province by each of its markers."""
    return {marker: province for province, markers in spelling_words().provinces.items() for marker in markers}
