"""A name as written to the forms in which it is compared.

Belongs here: taking a name apart into forms, tokens, abbreviations and aliases. Does not belong here: comparing two
names (`model`) and the words themselves (`words.yml`).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dagster_project.linkage.names.vocabulary import (
    ABBREVIATED_LAW,
    ADJECTIVES,
    COMMON_ABBREVIATIONS,
    COMPASS,
    COMPASS_FRISIAN,
    COMPASS_LETTERS,
    LEGAL,
    PHRASES,
    REGIONS,
    STOP_WORDS,
    SYNONYMS,
    SYSTEMS,
    TASKS,
)
from dagster_project.texts import filled, fold, legible

# A longer name is a mistake of the reader; what follows adds nothing to its identity.
MAX_NAME_LENGTH = 400

_PARENTHESES = re.compile(r"\(([^()]*)\)")
_ALSO_NAMED = re.compile(rf"(?:^|\s|,)(?:{'|'.join(PHRASES.also_named)})\s*:?\s+", re.IGNORECASE)
# What has become of a thing is no part of its name.
_STATUS = re.compile(
    rf"^(?:(?:{'|'.join(PHRASES.became)})\s+)?(?:(?:{'|'.join(PHRASES.since)})\s+)?(?:[\d./-]+\s+){{0,2}}"
    rf"(?:(?:{'|'.join(PHRASES.months)})\s+)?(?:\d{{4}}\s+)?(?:{'|'.join((*PHRASES.ended, *PHRASES.went_on))})\b",
    re.IGNORECASE,
)
# Some lists cut names off after so many characters and say so with dots.
_CUT_OFF = re.compile(r"\s*(?:\.\.+|…)\s*$")
CUT = "~"
# Two names beside each other: a dash with space around it, or a slash with space on a side; `Ooster/Wester` is one.
_BESIDE = re.compile(r" - |\s+/\s*|\s*/\s+")
_ABBREVIATED = re.compile(r"[^\W\d_]{3}\.$")
# The year or the number (`2.0`) of a version: the next one is the same thing.
EDITION = re.compile(r"\b(?:(?:19|20)\d\d|\d\.0)\b")
_SYNONYM = re.compile(r"\b(" + "|".join(re.escape(s) for s in sorted(SYNONYMS, key=lambda s: (-len(s), s))) + r")\b")
_ACRONYM = re.compile(r"^[A-Z][A-Za-z&/.\-]{1,11}$")
_COMPASS_JOIN = re.compile(r"\b(noord|zuid)\s(oost|west)\b")
_COMPASS_START = re.compile(
    r"^(noordoost|noordwest|zuidoost|zuidwest|noord|oost|zuid|west|midden)(e|er|elyk)?(?=[a-z]{5,})"
)
# `W-Friesland`; the Frisian words; and a road, `A-7`.
_COMPASS_LETTER = re.compile(r"\b([NOZW])\.?-(?=[A-Z][a-z]{3})")
_FRISIAN = re.compile(
    r"\b(?:noard|sud)(?=(?:east|west|oost)?\b)|(?<=\bnoard)east\b|(?<=\bsud)east\b|(?<=\bnoard )east\b"
)
_ROAD = re.compile(r"\b([an]) (\d{1,3})\b")
_LETTER_DIGIT = re.compile(r"(?<=[a-z]{3})(?=\d)|(?<=\d)(?=[a-z]{3})")


@dataclass(frozen=True, slots=True)
class Name:
    """What one name gives to compare."""

    forms: tuple[tuple[str, ...], ...]
    abbreviations: frozenset[str]
    initials: frozenset[str]


EMPTY = Name((), frozenset(), frozenset())


@lru_cache(maxsize=200_000)
def read_name(written: str) -> Name:
    """Forms (each a sorted tuple of tokens), abbreviations said, and initials that an abbreviation may stand for."""
    text = legible(written[:MAX_NAME_LENGTH])
    if not filled(text):
        return EMPTY
    inside = [i.strip() for i in _PARENTHESES.findall(text) if not _STATUS.match(i.strip())]
    outside = _PARENTHESES.sub(" ", text)
    pieces = [p for t in [outside, *inside] for p in _ALSO_NAMED.split(t) if p.strip()]
    forms, abbreviations, initials = [], set(), set()
    for piece in pieces:
        tokens = tokens_of(piece)
        # `Gezondheidsdienst (GGD) Noord` is no other name than with all of its words.
        adds = not forms or not set(tokens) <= set(forms[0])
        if tokens and adds and (tokens not in forms) and (piece is pieces[0] or not _only_common(tokens)):
            forms.append(tokens)
        initials |= _initials(piece)
        abbreviations |= _abbreviations(piece, alone=piece in inside)
    if len(pieces) == 1 and len(parts := _BESIDE.split(text)) > 1:
        forms += [t for part in parts if (t := tokens_of(part)) and not _only_common(t) and t not in forms]
    return Name(tuple(forms), frozenset(abbreviations), frozenset(i for i in initials if len(i) >= 3))


def outside_brackets(text: str) -> str:
    """The text without what stands in brackets; all of it where nothing else is there."""
    return " ".join(_PARENTHESES.sub(" ", text).split()) or text


def tokens_of(text: str) -> tuple[str, ...]:
    """The telling tokens of a text, sorted; a token that comes twice is kept twice, as `noord` and `noord#2`.

    Where nothing but legal words is there, these are the tokens.
    """
    folded = fold(_COMPASS_LETTER.sub(lambda m: f"{COMPASS_LETTERS[m[1]]} ", EDITION.sub(" ", text)))
    folded = _FRISIAN.sub(lambda m: COMPASS_FRISIAN[m[0]], _ROAD.sub(r"\1\2", folded))
    folded = _LETTER_DIGIT.sub(" ", _COMPASS_JOIN.sub(r"\1\2", folded))
    parted = " ".join(w for raw in folded.split() for w in _split(raw))
    words = _SYNONYM.sub(lambda m: SYNONYMS[m[1]], parted).split()
    if words and _CUT_OFF.search(text):
        # The word on which the cut fell is known by its beginning only; `unify_spelling` finds the whole one.
        words[-1] += CUT
    telling = [_stem(w) for w in words if w not in LEGAL and w not in STOP_WORDS]
    telling = telling or [w for w in words if w not in STOP_WORDS]
    counted: dict[str, int] = {}
    tokens = []
    for word in telling:
        counted[word] = counted.get(word, 0) + 1
        tokens.append(word if counted[word] == 1 else f"{word}#{counted[word]}")
    return tuple(sorted(tokens))


@lru_cache(maxsize=200_000)
def words_in_order(text: str, with_law: bool = False) -> tuple[str, ...]:
    """The words outside brackets as they stand, mostly without those of the law and of grammar; one that ends in a dot,
    and the last of a name that is cut off, with the mark `CUT`; `Gem. Reg.` in full."""
    chunks = outside_brackets(text[:MAX_NAME_LENGTH]).split()
    found: list[str] = []
    for number, chunk in enumerate(chunks):
        words = fold(chunk).replace("sschap", "schap").split()
        last = number == len(chunks) - 1
        if words and (_CUT_OFF.search(chunk) if last else _ABBREVIATED.search(chunk)):
            words[-1] = ABBREVIATED_LAW.get(words[-1], words[-1] + CUT)
        found += [w for w in words if with_law or (w.rstrip(CUT) not in LEGAL and w not in STOP_WORDS)]
    return tuple(found)


def tasks_of(tokens: tuple[str, ...]) -> frozenset[str]:
    """The tasks that the tokens name."""
    return frozenset(task for token in tokens if (task := _task_of(token)))


@lru_cache(maxsize=200_000)
def _task_of(token: str) -> str | None:
    # `Parkstad` is a region and no park.
    if token in REGIONS:
        return None
    return next((TASKS[token[:end]] for end in range(len(token), 0, -1) if token[:end] in TASKS), None)


def systems_of(forms: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The statutory systems that the tokens of the forms name as whole words."""
    tokens = {t.split("#")[0] for form in forms for t in form}
    return frozenset(system for word, system in SYSTEMS.items() if word in tokens)


def compass_of(tokens: tuple[str, ...]) -> str:
    """Points of the compass and numbers in the tokens, as one text; empty where there are none."""
    return " ".join(t for t in tokens if t.split("#")[0] in COMPASS or t[:1].isdigit())


def _split(word: str) -> tuple[str, ...]:
    """`westbrabant` as `west brabant`: sources write regions in one word or in two."""
    found = _COMPASS_START.match(word)
    rest = word[found.end() :] if found else word
    rest = ADJECTIVES.get(rest, rest)
    if found and rest in REGIONS:
        return found.group(1), rest
    if not found and rest != word:
        return (rest,)
    if len(word) > 8 and word.endswith("groep"):
        return word[:-5].rstrip("s") if word.endswith("sgroep") else word[:-5], "groep"
    return (word,)


def _stem(word: str) -> str:
    if word.endswith(CUT):
        return word
    word = word.replace("sch", "s") if word.endswith("sch") or word.endswith("sche") else word
    if len(word) > 7 and word.endswith("en"):
        return word[:-2]
    if len(word) > 6 and word.endswith("s"):
        return word[:-1]
    return word


def _only_common(tokens: tuple[str, ...]) -> bool:
    return all(t in LEGAL or t in STOP_WORDS for t in tokens)


def _initials(piece: str) -> set[str]:
    words = fold(piece).split()
    telling = [w for w in words if w not in STOP_WORDS]
    short = [w for w in telling if w not in LEGAL]
    made = {"".join(w[0] for w in some) for some in (words, telling, short)}
    # `Noord- en Oost-Gelderland` is abbreviated by its parts, `werkvoorzieningschap` often by its halves; only whole
    # words are tried here.
    # An IJ is folded to one letter and abbreviated by its first.
    return {v for m in made for v in (m, m.replace("y", "i")) if 3 <= len(m) <= 9}


def _abbreviations(piece: str, alone: bool) -> set[str]:
    words = piece.split()
    found = set()
    for word in words:
        plain = re.sub(r"[^A-Za-z]", "", word)
        if 3 <= len(plain) <= 9 and plain.isupper():
            found.add(plain.lower().replace("ij", "y"))
    if len(words) == 1 and _ACRONYM.match(piece) and (alone or piece.isupper()):
        plain = re.sub(r"[^A-Za-z]", "", piece)
        if len(plain) >= 3:
            found.add(plain.lower().replace("ij", "y"))
    return found - COMMON_ABBREVIATIONS
