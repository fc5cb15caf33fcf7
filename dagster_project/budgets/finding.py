"""Which pages of a long PDF hold the parties: those with the words of their fields, and what lies between."""

import itertools
import re
from collections.abc import Sequence

ALL_BELOW = 12
"""Documents of fewer pages are an extract and read whole."""

_STRONG = 3
"""Different words of fields that make a page one of parties; a programme chapter that names a party has none."""

_NEXT_TO_STRONG = 2
"""The same for a page next to one that is read: a house with few fields repeats only these."""

_GAP = 3
"""Pages between two strong ones that are read as well: a page of figures has few words."""

_WORDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"rechtsvorm|juridische vorm",
        r"vestigings-?\s*plaats|plaats van vestiging|\bzetel\b|\bgevestigd (?:te|in)\b",
        r"\bdeelnem(?:ers|ende)|\bpartijen\b|\bpartners\b|\bleden\b",
        r"eigen\s+vermogen",
        r"vreemd\s+vermogen",
        r"(?:openbaar|publiek|maatschappelijk|provinciaal|gemeentelijk)\s+belang|doelstelling",
        r"resul-?\s*taat",
        r"bestuurlijk\s+belang",
        r"gemeenschappelijke regelingen",
        r"vennootschappen",
        r"stichtingen en verenigingen",
        r"verbonden partij|deze partij is",
        r"zeggenschap",
    )
)
_TITLE = re.compile(
    r"^\s*(?:(?:paragraaf|hoofdstuk|bijlage)?\s*[\d.]*\s*)?(?:paragraaf )?verbonden partijen\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_CONTENTS = re.compile(r"\.{6,}\s*\d+\s*$", re.MULTILINE)


def pages_of_parties(texts: Sequence[str]) -> set[int]:
    """The numbers of the pages to read, from the plain text of all pages."""
    if len(texts) < ALL_BELOW:
        return set(range(1, len(texts) + 1))
    strong = [n for n, text in enumerate(texts, start=1) if _is_strong(text)]
    chosen = set(strong)
    for one, next_one in itertools.pairwise(strong):
        if next_one - one <= _GAP + 1:
            chosen.update(range(one, next_one))
    words = [_words(text) for text in texts]
    for direction in (1, -1):
        for n in sorted(chosen, reverse=direction < 0):
            following = n + direction
            while 1 <= following <= len(texts) and following not in chosen and words[following - 1] >= _NEXT_TO_STRONG:
                chosen.add(following)
                following += direction
    return chosen | {n + 1 for n in chosen if n < len(texts) and words[n - 1] >= _STRONG}


def _is_strong(text: str) -> bool:
    return _words(text) >= _STRONG or (_words(text) >= 0 and bool(_TITLE.search(text)))


def _words(text: str) -> int:
    """How many different words of fields a page holds; -1 for a table of contents."""
    if len(_CONTENTS.findall(text)) >= 4:
        return -1
    return sum(bool(w.search(text)) for w in _WORDS)
