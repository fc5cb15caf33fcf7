"""Which field a label means. The words themselves are in `vocabulary`.

A label is told by its whole text, after years, dates, units and remarks in brackets are taken off; so a sentence that
merely mentions a label is none.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from dagster_project.budgets.frisian import in_dutch
from dagster_project.budgets.vocabulary import (
    BEFORE,
    CAPITAL,
    DEBT,
    DETAILS,
    EQUITY,
    EXACT,
    FORM,
    NAME,
    NAME_COLUMNS,
    NAME_LABELS,
    OPENING,
    OTHER,
    OWNERS,
    PARTICIPANTS,
    PURPOSE,
    RESULT,
    SEAT,
    VAGUE,
)

AMOUNTS = (EQUITY, DEBT, CAPITAL, RESULT)
PARTY_FIELDS = {FORM, SEAT, PURPOSE, PARTICIPANTS, *AMOUNTS}
"""Fields that only a party has: two of them make a block or a table one of parties."""

_LONGEST, _MOST_WORDS = 90, 12
"""Characters and words of the longest label; what is longer is a sentence."""


_SHORTENED, _LEAST = 30, 2
"""Characters of a label with words that a dot cuts short, and of each such word at least."""


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


_BEFORE = rf"(?:(?:{_any(BEFORE)}) )*"
_OF = rf"(?: (?:van )?(?:de |het |een )?(?:{_any(OWNERS)}))?"
_AND = r"(?:,| en| of| &| ?/) ?"
"""Between two words for the same: `zetel/vestigingsplaats`."""

_EXACT = tuple(
    (f, rf"{_BEFORE}(?:{_any(words)})(?:{_AND}{_BEFORE}(?:{_any(words)}))*{_OF}") for f, words in EXACT.items()
)
_OPENING = tuple((f, rf"{_BEFORE}(?:{_any(words)})(?:[ /].{{1,70}})?") for f, words in OPENING.items())
_DETAILS = tuple((f, re.compile(rf"{_BEFORE}(?:{_any(words)})(?:[ /].{{1,70}})?")) for f, words in DETAILS.items())
_BEGINNINGS = {word[:3] for words in (BEFORE, *EXACT.values(), *OPENING.values()) for word in words}
_FIELDS, _FIELD = [f for f, _ in (*_EXACT, *_OPENING)], re.compile("|".join(f"({p})" for _, p in (*_EXACT, *_OPENING)))
"""The fields, and one pattern with a group for each of them, of which the first that fits counts."""
_AND_SEAT = r"(?: en| &|,| ?/) ?(?:de )?(?:vestigings-?plaats|plaats van vestiging|vestiging|zetel|plaats)"
_NAME_COLUMN = re.compile(
    rf"(?:(?:{_any(NAME_COLUMNS)})(?:{_AND}(?:{_any(NAME_COLUMNS)}))*|{_any(EXACT[NAME])}){_OF}(?:{_AND_SEAT})?"
)
_SOMETHING_ELSE = re.compile(
    r"subsidie|gesubsidieerd|leverancier|\breserves?\b|\bvoorziening(?:en)?\b|geldlening|\bleningen\b|\bgaranties?\b"
    r"|borgstelling|gewaarborgde|investering|\bniet verbonden\b|geen verbonden partij",
    re.IGNORECASE,
)
_NO_PARTY = re.compile(r"^(?:\d[\d.]* )?(?:geen|niet) verbonden partij")
_NOT_OF_PARTIES = re.compile(r"subsidie|ontvanger|\binkoop|leverancier|lening aan", re.IGNORECASE)

_YEAR = r"(?:\d{4}|'?\d{2})"
_MONTH = r"(?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|o[kc]t|nov|de[cs])[a-z]{0,7}\.?"
_DAY = rf"\d{{1,2}}[-/. ](?:\d{{1,2}}(?:[-/. ]{_YEAR}|[-/.])?|{_MONTH}(?:[-/. ]?{_YEAR})?)"
_EDGE_OF_YEAR = r"(?:begin|eind(?:e)?|ultimo|primo)(?: (?:van het )?(?:jaar|boekjaar|begrotingsjaar))?(?: \d{4})?"
MOMENT = rf"(?:per |op |ultimo |primo |begin |eind(?:e)? |stand )*(?:{_DAY}|{_EDGE_OF_YEAR})"
"""A moment in a label or before a value, as a pattern."""

_MOMENTS = re.compile(
    # of a text in lower case
    rf"(?<!\w){MOMENT}(?!\w)|\b(?:19|20)\d\d\b|(?<!\w)(?:per|in|over|het jaar|t|t-1|t\+1)(?!\w)(?=\s*$)"
)
_MAY_BE_MOMENT = re.compile(r"\d|begin|eind|ultimo|primo|(?:per|in|over|jaar|t)\s*$")
"""What a text with a moment holds: cheap, and true too often."""
_UNITS = re.compile(
    r"\(?\s*(?:bedragen\s*)?(?:in|x|×)?\s*€?\s*(?:x|×)?\s*€?\s*1\.?000(?:\.000)?\s*\)?"
    r"|\((?:in )?(?:euro|€|mln|miljoen)[^)]*\)|[€%]"
)
_OF_UNITS = frozenset("(€%")
"""A text without these and without a thousand names no unit."""

_IN_EUROS = re.compile(r",? \(?in (?:(?:duizenden|miljoenen|hele) )?euro(?:'?s)?$")
_AND_MORE = re.compile(r"[ ,]+(?:e\.?[ao]|e\.?d|etc|enz)$")
_AND_ALSO = re.compile(r" ?[/&] ?| en |, ")
_BRACKETS = re.compile(r"\([^)]*\)")
_HANGING = re.compile(r"(?<!\w)(?:per|op|in|over|/|en)(?=\s*(?:$|:|/))")
_LABEL_WORDS = r"(?:VP|GS|GR|Belang|Partij|Vermogen|Resultaat|Programma|Doelstelling|Risico)"
_PROPER = re.compile(rf"\S\s+(?!{_LABEL_WORDS}\b)[A-ZÀ-Þ][a-zà-ÿ]*\b")


@dataclass(frozen=True)
class Labelled:
    """A line taken apart: the field, the label as written, and what follows it.

    `weak`: only its first word is one of labels, and no colon ends it, so it may be a value as well.
    """

    field: str
    label: str
    value: str
    weak: bool = False


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """The words of a label alone: lower case, without brackets, years, dates, units and punctuation at its ends."""
    text = text.lower().replace("’", "'").replace("-\n", "").replace("\n", " ").replace("_", " ")
    text = in_dutch(" ".join(text.split()))
    if "(" in text:
        text = _BRACKETS.sub(" ", text)
    if "000" in text or not _OF_UNITS.isdisjoint(text):
        text = _UNITS.sub(" ", text)
    if _MAY_BE_MOMENT.search(text):
        text = _MOMENTS.sub(" ", text)
    text = _HANGING.sub(" ", text)
    if text.endswith(("euro", "euro's", "euros")):
        text = _IN_EUROS.sub("", text)
    return _AND_MORE.sub("", " ".join(text.split()).strip(" :;,.?–-/*|▲▼#"))


@lru_cache(maxsize=20_000)
def field_of(text: str) -> str | None:
    """The field that a text names, if the whole of it is a label of at most a dozen words."""
    words = bare(text)
    if not words or len(words) > _LONGEST or words.count(" ") >= _MOST_WORDS:
        return None
    if "." in text and (shortened := _of_shortened(words)):
        return shortened
    if _BEGINNINGS.isdisjoint((words[:1], words[:2], words[:3])):
        return None
    fits = _FIELD.fullmatch(words)
    found = _FIELDS[fits.lastindex - 1] if fits else None
    # "Bestuur Regio Utrecht" is a party: a word that may open any label opens none where a name follows.
    return None if found in (OTHER, PURPOSE) and _PROPER.search(text) else found


@lru_cache(maxsize=5_000)
def _of_shortened(words: str) -> str | None:
    """The one field of which words of labels begin as the parts of a text between its dots: `eig. verm.`."""
    parts = [part.strip() for part in words.split(".") if part.strip()]
    if len(words) > _SHORTENED or any(len(part) < _LEAST for part in parts) or not re.fullmatch(r"[a-zë. ]+", words):
        return None
    pattern = re.compile(r"[a-zë]*[ -]?".join(map(re.escape, parts)) + r"[a-zë]*")
    fields = {field for field, labels in (*EXACT.items(), *OPENING.items()) for one in labels if pattern.fullmatch(one)}
    return fields.pop() if len(fields) == 1 else None


def detail_of(text: str) -> str | None:
    """Which of the kept details a label means that tells no party: interest, risks or programme."""
    words = bare(text)
    return next((f for f, pattern in _DETAILS if pattern.fullmatch(words)), None)


def field_before_value(label: str) -> str | None:
    """The field of a label that a value follows: there a party, too, is a label, and what follows is its name."""
    return field_of(label) or (NAME if bare(label) in NAME_LABELS else None)


@lru_cache(maxsize=20_000)
def column_of(header: str) -> str | None:
    """The field of a column by its header, where a name may also be told by the kind of party."""
    if _NAME_COLUMN.fullmatch(bare(header)):
        return NAME
    # A narrow column breaks a word without a hyphen.
    return field_of(header) or field_of(header.replace("\n", ""))


@lru_cache(maxsize=20_000)
def form_and_seat(label: str) -> tuple[str, str] | None:
    """The two fields of a label that is of the form and the seat, in its order; None for any other."""
    words = _AND_ALSO.split(bare(label))
    fields = tuple(map(field_of, words)) if len(words) == 2 else ()
    return fields if set(fields) == {FORM, SEAT} else None


def is_vague(header: str) -> bool:
    """Whether a column of names has a header that tables of anything have: `Omschrijving`."""
    return bare(header) in VAGUE


def is_about_something_else(title: str) -> bool:
    """Whether a title says that what stands below it is no affiliated party: subsidies, loans, reserves."""
    said = in_dutch(title.lower())
    return bool(_SOMETHING_ELSE.search(title)) and ("verbonden partij" not in said or bool(_NO_PARTY.search(said)))


def is_no_table_of_parties(headers: list[str]) -> bool:
    """Whether the headers say that the table lists receivers of money and not parties."""
    fields = {column_of(h) for h in headers}
    return any(_NOT_OF_PARTIES.search(h) for h in headers) and not fields & {FORM, PURPOSE, EQUITY, DEBT, CAPITAL}
