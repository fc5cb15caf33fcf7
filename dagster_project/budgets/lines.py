"""A line of text taken apart into label and value, in the ways that budgets write them.

`Zetel: Assen`, `Zetel` with the value on the next line, `Zetel Assen` without a colon, and two of these on one line.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from dagster_project.budgets import labels
from dagster_project.budgets.labels import Labelled, field_before_value, field_of
from dagster_project.budgets.names import name_and_seat
from dagster_project.budgets.sentences import sentences
from dagster_project.budgets.vocabulary import NAME, OTHER
from dagster_project.documents.text import one_line

_BULLET = re.compile(r"^[•·▪◦*–-]\s+")
_UNKNOWN = re.compile(r"^[A-ZÀ-Þ][\w’'/&()., -]{1,50}$")
_MOMENT = re.compile(rf"(?:{labels.MOMENT}|\d{{4}}|bijdrage.*)", re.IGNORECASE)
_OPEN = (
    "Vestigingsplaats", "Statutaire zetel", "Zetel", "Rechtsvorm", "Juridische vorm", "Openbaar belang",
    "Publiek belang", "Maatschappelijk belang", "Doelstelling", "Doel", "Deelnemers", "Deelnemende gemeenten",
    "Deelnemende partijen", "Partijen", "Eigen vermogen", "Vreemd vermogen", "Verwacht resultaat", "Begroot resultaat",
    "Geraamd resultaat", "Resultaat", "Bestuurlijk belang", "Financieel belang", "Bestuurder", "Portefeuillehouder",
    "Wethouder", "Gedeputeerde", "Burgemeester", "Contactpersoon", "Vertegenwoordiger", "Heemraad",
    "Risico’s", "Risico's", "Risico", "Vertegenwoordiging", "Programma", "Website", "Bijdrage",
)  # fmt: skip
"""Labels that are trusted without a colon, as written: with a capital, or prose would be full of them."""

_AMOUNT = re.compile(r"[€\s(+–−-]*(?!(?:19|20)\d\d(?!\d))\d{1,3}(?:\.?\d{3})*(?:,\d+)?(?=[\s;)]|$)")
_QUESTION = re.compile(r"(?:wat|waar|wie|welke?|waarom)\b", re.IGNORECASE)
_ANY_OPEN = "|".join(map(re.escape, sorted(_OPEN, key=len, reverse=True)))
_WITHOUT_COLON = re.compile(rf"({_ANY_OPEN})(?: \([^()]*€[^()]*\))?((?: {labels.MOMENT}(?: /)?| \d{{4}})*) (?=\S)")
_DASHED = re.compile(rf"({_ANY_OPEN}) [–—-] (?=\S)")
"""A dash between white space parts a label from its value; a minus stands close to its amount."""

_SENTENCE = re.compile(
    r"(?:is|zijn|van|voor|die|dat|wordt|worden|werd|heeft|hebben|kan|kunnen|moet|moeten|betalen|nemen|mogen|in de|en|of"
    r"|aan|bij|om te|uit|door|blijft|bedraagt|deelt|delen|dragen|stelt|stellen)\b"
)
_PARTS = re.compile(r";\s+(?=[^:;]{3,40}: )")
"""Between labels with their values on one line: `vorm: stichting; zetel: Assen`."""

_LEADER = re.compile(r"(?<=[\w)]) ?(?:\.{2,}|(?<= )\.) (?=[^\s.])")
"""Dots that lead from a label to its value."""
_PAGE = re.compile(r"\d{1,3}")
"""What stands behind the dots of a table of contents."""
_NEXT = re.compile(r"(?:[.;|•·]|(?<=\s)[–—-])\s+(?=(?P<label>(?:(?<=; )\w|[A-ZÀ-Þ])[^.:;|•?!]{2,45}):\s)")
"""Where a value may end because a label follows: behind a sentence or a sign that parts."""

_AMOUNT_TOLD = re.compile(
    r";\s+(?=(?P<label>(?:eigen|vreemd) vermogen|resultaat) (?:[\d€?(–-]|onbekend|n\.?[bv]))", re.IGNORECASE
)
"""Where a value ends because an amount follows behind its name, with no colon."""

_RUN_IN = re.compile(rf"(?<=\S) (?=(?:Naam|{_ANY_OPEN}) (?!van |voor |in |te |en ))")
_RUN_IN_LABEL = re.compile(rf"(Naam|{_ANY_OPEN}) ")
_RUN_IN_NAME = re.compile(r"^(Naam(?: (?:verbonden )?partij)?):? ")
_RUN_IN_LABELS, _LEAST_RUN_IN = 5, 120
"""Labels without a sign in one text from which on it is made of these, and characters of such a text at least."""

_WIDE, _FULL = 60, 0.6
"""Characters of the longest line of wrapped text at least, and part of it that each line but the last has."""
_ITEM = re.compile(r"\d{1,2}[a-z]?[.)] |[•·▪◦*–-] ")
_SENTENCES = 2
"""Sentences of running text at least."""

_SECOND = re.compile(
    r"(?<=\S) (?=(?:Rechtsvorm|Vestigingsplaats|Zetel|Deelnemers|Openbaar belang|Eigen vermogen|Vreemd vermogen"
    r"|Resultaat)(?::| [A-Z€\d'’-]))"
)


def without_bullet(text: str) -> str:
    """A line without the bullet that it begins with."""
    return _BULLET.sub("", text)


@lru_cache(maxsize=20_000)
def take_apart(line: str) -> list[Labelled]:
    """The labels of a line with their values, in order; empty for a line that begins with none."""
    text = _led(without_bullet(line).strip())
    if _is_known(text.partition(":")[0]) and len(parts := parted(text)) > 1:
        return [one for part in parts for one in take_apart(part)]
    parts = _PARTS.split(text)
    if len(parts) > 1 and all(field_of(part.partition(":")[0]) for part in parts):
        return [one for part in parts for one in take_apart(part)]
    if both := _form_and_seat(text):
        return both
    label, barred, values = text.partition(" | ")
    if barred and (field := field_of(label)) in labels.AMOUNTS:
        return [Labelled(field, label, values)]
    first = _first(text)
    if first is None:
        return []
    if first.field in labels.AMOUNTS or not first.value:
        return [first]
    head, *rest = _SECOND.split(first.value, maxsplit=1)
    if not rest or _first(rest[0]) is None:
        return [first]
    return [Labelled(first.field, first.label, head), *take_apart(rest[0])]


def _led(text: str) -> str:
    """A line with a colon where dots lead to a value; a short number behind a text that is no label is a page."""
    leader = _LEADER.search(text)
    if leader is None:
        return text
    label, value = text[: leader.start()], text[leader.end() :]
    return text if _PAGE.fullmatch(value) and not _is_known(label) else f"{label.strip()}: {value}"


def parted(text: str) -> list[str]:
    """A text parted before each label that a list knows: `Vorm: stichting. Zetel: Assen.`, or `Iets. Zetel: Assen`."""
    if ":" not in text and ";" not in text:
        return [text.strip()]
    found = (*_NEXT.finditer(text), *_AMOUNT_TOLD.finditer(text))
    cuts = sorted({(match.start(), match.end()) for match in found if _is_known(match["label"])})
    starts, stops = [0, *(stop for _, stop in cuts)], [*(start for start, _ in cuts), len(text)]
    parts = (text[start:stop].strip() for start, stop in zip(starts, stops, strict=True))
    return [f"{part[:1].upper()}{part[1:]}" if start else part for start, part in zip(starts, parts, strict=True)]


def run_in(text: str) -> str:
    """A text in which several labels with their values follow each other with no sign between them, as where a page
    was recognised as one line, with each label at the beginning of a line; any other text as it is."""
    if "\n" in text or len(text) < _LEAST_RUN_IN:
        return text
    pieces = [piece.strip() for piece in _RUN_IN.split(text)]
    begun = {match[1] for piece in pieces if (match := _RUN_IN_LABEL.match(piece))}
    if len(begun) < _RUN_IN_LABELS or not any(field_of(label) == NAME for label in begun):
        return text
    return "\n".join(_RUN_IN_NAME.sub(r"\1: ", piece) for piece in pieces)


def _is_known(label: str) -> bool:
    return field_before_value(label) is not None or labels.form_and_seat(label) is not None


def _form_and_seat(text: str) -> list[Labelled]:
    """One label for two fields: `Rechtsvorm en vestigingsplaats: stichting te Assen`."""
    label, colon, value = text.partition(":")
    fields = labels.form_and_seat(label) if colon else None
    if not fields:
        return []
    values = name_and_seat(value.strip())
    return [Labelled(name, label, part) for name, part in zip(fields, values, strict=True) if part]


_BRACKETS = re.compile(r"\([^()]*\)")
_ONE_DATE = re.compile(r"(?:\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ])?(?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(
    r"(?P<label>[A-ZÀ-Þ](?:[^:()\d]|\d(?![.,]\d)|\([^()]*\)){3,80}?(?:\([^()]*\)|[-/ ](?:19|20)\d\d|eind|begin))\s+"
    r"(?P<value>[-–]?\s*(?:€\s*)?[-–]?\s*\d[\d., ]*(?:-|,-+)?|[-–]|nihil|n\.?v\.?t\.?|p\.?m\.?)"
)
"""A label that ends with a moment, or with a unit in brackets, and right behind it the amount: `Eigen vermogen 2024
(x € 1.000) 1.500`."""


def _has_figures(label: str) -> bool:
    """Whether a label has a figure beside what stands in brackets and one date."""
    return any(map(str.isdigit, _ONE_DATE.sub("", _BRACKETS.sub("", label), count=1)))


def _first(text: str) -> Labelled | None:
    label, colon, value = text.partition(":")
    if colon and not value.startswith("//"):
        if field := field_before_value(label) if value.strip() else field_of(label):
            return Labelled(field, label, value.strip())
        if _UNKNOWN.match(label) and len(label.split()) <= 6 and not _MOMENT.fullmatch(label) and label != "NB":
            return Labelled(OTHER, label, value.strip())
        return None
    question, mark, answer = text.partition("?")
    if mark and answer.strip() and _QUESTION.match(question) and (field := field_of(question)):
        return Labelled(field, question, answer.strip())
    if dashed := _DASHED.match(text):
        return Labelled(field_of(dashed.group(1)) or OTHER, dashed.group(1), text[dashed.end() :])
    dated = _DATED.fullmatch(text)
    # Of two moments each has its own amount.
    one = dated and not _YEAR.match(dated["value"]) and not _has_figures(dated["label"])
    if one and (field := field_of(dated["label"])) in labels.AMOUNTS:
        return Labelled(field, dated["label"].strip(), dated["value"])
    bare = _WITHOUT_COLON.match(text)
    if bare and _amount_follows(text[bare.end() :]) and (field := field_of(bare.group(1))) in labels.AMOUNTS:
        return Labelled(field, bare.group(0).strip(), text[bare.end() :])
    if not text.endswith((".", ";")) and (field := field_of(text)):
        weak = field == OTHER and " " in labels.bare(text)
        # The rest of a sentence may begin with a word that opens labels: `toezicht en handhaving op het gebied`.
        return None if weak and text[0].islower() else Labelled(field, text, "", weak)
    if bare:
        value = text[bare.end() :]
        if not _SENTENCE.match(value):
            return Labelled(field_of(bare.group(1)) or OTHER, bare.group(0).strip(), value)
    return None


def _amount_follows(value: str) -> bool:
    """Whether a value begins with an amount, and not with a year or a date."""
    return bool(_AMOUNT.match(value)) and not _MOMENT.match(value)


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines are running text that a page broke, of several sentences: full lines, that end within a sentence,
    some of which begin with a small letter, and none with a label or as an item."""
    widest = max(map(len, lines))
    if len(lines) < 2 or widest < _WIDE or any(len(line) < _FULL * widest for line in lines[:-1]):
        return False
    if all(line.rstrip()[-1:] in ".;:?!" for line in lines[:-1]) or any(line.rstrip().endswith(":") for line in lines):
        return False
    if any(_ITEM.match(line) for line in lines) or not any(line[:1].islower() for line in lines[1:]):
        return False
    begins = any(":" in line and field_before_value(line.partition(":")[0]) for line in lines)
    return not begins and len(sentences(one_line("\n".join(lines)))) >= _SENTENCES
