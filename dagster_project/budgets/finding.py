"""Which pages of a long PDF hold the parties: those with the words of their fields, and what lies between; and whether
a document speaks of parties at all."""

import itertools
import re
from collections.abc import Iterable, Sequence

ALL_BELOW = 12
"""Documents of fewer pages are an extract and read whole."""

_STRONG = 3
"""Different words of fields that make a page one of parties; a programme chapter that names a party has none."""

_NEXT_TO_STRONG = 2
"""The same for a page next to one that is read: a house with few fields repeats only these."""

_GAP = 3
"""Pages between two strong ones that are read as well: a page of figures has few words."""

_WORDS = tuple(
    (parts, re.compile(pattern))
    for parts, pattern in (
        (("rechtsvorm", "juridische vorm"), r"rechtsvorm|juridische vorm"),
        (
            ("vestiging", "zetel", "gevestigd"),
            r"vestigings-?\s*plaats|plaats van vestiging|\bzetel\b|\bgevestigd (?:te|in)\b",
        ),
        (("deelnem", "partijen", "partners", "leden"), r"\bdeelnem(?:ers|ende)|\bpartijen\b|\bpartners\b|\bleden\b"),
        (("eigen",), r"eigen\s+vermogen"),
        (("vreemd",), r"vreemd\s+vermogen"),
        (
            ("belang", "doelstelling"),
            r"(?:openbaar|publiek|maatschappelijk|provinciaal|gemeentelijk)\s+belang|doelstelling",
        ),
        (("resul",), r"resul-?\s*taat"),
        (("bestuurlijk",), r"bestuurlijk\s+belang"),
        (("gemeenschappelijke regelingen",), r"gemeenschappelijke regelingen"),
        (("vennootschappen",), r"vennootschappen"),
        (("stichtingen en verenigingen",), r"stichtingen en verenigingen"),
        (("verbonden partij", "deze partij is"), r"verbonden partij|deze partij is"),
        (("zeggenschap",), r"zeggenschap"),
    )
)
"""Per field its words: a part that each of them holds, which is looked for first and fast, and the pattern."""

_LEAST_PARTS, _PARTS_PER_SENTENCE = 30, 20
"""Separators of names on a page, and to each end of a sentence, that make it a list."""

_SENTENCE_END = re.compile(r"[a-z][.!?](?=\s|$)")

_TITLE = re.compile(
    r"^\s*(?:(?:paragraaf|hoofdstuk|bijlage)?\s*[\d.]*\s*)?(?:paragraaf )?verbonden partijen\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_CONTENTS = re.compile(r"\.{6,}\s*\d+\s*$", re.MULTILINE)


_SUBJECT = re.compile(
    r"partij|deelneming|deelname|deelnemer|participati|regeling|mienskip|samenwerk|aandeelhoud|aandelen|\bwgr\b|vermogen"
    r"|rechtsper|rechtsvorm|vennootschap|partners?\b|\b(?:ev|vv)\b|vertegenwoordig|zetel|vestiging|belang",
    re.IGNORECASE,
)
"""Words of which every document about affiliated parties has one: what it calls them, or what they have."""


def speaks_of_parties(texts: Iterable[str]) -> bool:
    """Whether one of the texts of a document has a word of parties: where none has, organisations in it are creditors,
    addresses or anything else."""
    return any(_SUBJECT.search(text) for text in texts)


def pages_of_parties(texts: Sequence[str]) -> set[int]:
    """The numbers of the pages to read, from the plain text of all pages."""
    if len(texts) < ALL_BELOW:
        return set(range(1, len(texts) + 1))
    lower = [text.lower() for text in texts]
    words = [_words(low) for low in lower]
    strong = [n for n, low in enumerate(lower, start=1) if words[n - 1] >= _STRONG or _is_titled(low, words[n - 1])]
    chosen = set(strong)
    for one, next_one in itertools.pairwise(strong):
        if next_one - one <= _GAP + 1:
            chosen.update(range(one, next_one))
    for direction in (1, -1):
        for n in sorted(chosen, reverse=direction < 0):
            following = n + direction
            while 1 <= following <= len(texts) and following not in chosen and words[following - 1] >= _NEXT_TO_STRONG:
                chosen.add(following)
                following += direction
    for n in sorted(chosen):
        while n < len(texts) and n + 1 not in chosen and _is_list(texts[n]):
            n += 1
            chosen.add(n)
    return chosen | {n + 1 for n in chosen if n < len(texts) and words[n - 1] >= _STRONG}


def _is_list(text: str) -> bool:
    """Whether a page goes on with names: a long row of participants has no words of fields."""
    parts = text.count(";") + text.count(",")
    return parts >= _LEAST_PARTS and parts >= _PARTS_PER_SENTENCE * len(_SENTENCE_END.findall(text))


def _is_titled(low: str, words: int) -> bool:
    return words >= 0 and "verbonden partijen" in low and bool(_TITLE.search(low))


def _words(low: str) -> int:
    """How many different words of fields a page in lower case holds; -1 for a table of contents."""
    if "......" in low and len(_CONTENTS.findall(low)) >= 4:
        return -1
    found = 0
    for parts, word in _WORDS:
        for part in parts:
            if part in low:
                found += word.search(low) is not None
                break
    return found
