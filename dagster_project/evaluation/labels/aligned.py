"""Which texts of a document are labels, by its truth: what stands beside values of one field is a label of that field.

Belongs here: comparing texts with the truth. A text that stands beside values of several parties of which none is in
the truth is a label of something else, or of a field that the truth only says to be there (a purpose): there the words
of the vocabulary decide. Does not belong here: texts that budgets have beside these (`phrases`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dagster_project.budgets.amounts import find_amounts
from dagster_project.budgets.choice.parts import parts_of
from dagster_project.budgets.choice.units import units_of
from dagster_project.budgets.labelling.features import vocabulary_of
from dagster_project.budgets.labelling.fields import NONE
from dagster_project.budgets.labels import bare
from dagster_project.budgets.names import clean_name, key_of
from dagster_project.budgets.participants import split_participants
from dagster_project.budgets.vocabulary import (
    CAPITAL,
    DEBT,
    EQUITY,
    FORM,
    INTEREST,
    KINDS_OF_YEAR,
    NAME,
    NUMBER,
    OTHER,
    PARTICIPANTS,
    PROGRAMME,
    PURPOSE,
    RESULT,
    RISKS,
    SEAT,
    SECTION,
    STATUS,
    SUB_UNITS,
)
from dagster_project.documents import Document
from dagster_project.evaluation.labels.beside import pairs_of
from dagster_project.evaluation.truth.documents import DocumentTruth
from dagster_project.evaluation.truth.spelling import key, participant_key, plain
from dagster_project.texts import placeholder

UNTOLD = {PURPOSE, STATUS, SUB_UNITS, NUMBER, INTEREST, RISKS, PROGRAMME, SECTION}
"""Fields whose values the truth does not hold, so that their labels are known by their words only."""
_AMOUNTS = {
    "equity_begin": EQUITY, "equity_end": EQUITY, "debt_begin": DEBT, "debt_end": DEBT, "result": RESULT,
}  # fmt: skip
AMOUNTS = {EQUITY, DEBT, RESULT}
_UNITS = (1.0, 1e3, 1e6)
_DIGITS = 3
"""Digits of a number in the text below which it agrees with anything."""
_PURE, _SHARE = 0.7, 0.3
"""How many of the values that agree must be of one field, and of all that a text stands beside."""
_MOST_WORDS = 12
_IN_ROW = ("mark", "left", "line above", "head")
_SENTENCE = re.compile(r"[a-zà-ÿ]{2}[.;!]$")
_LEAST_OF_SENTENCE = 60
_FRAGMENT = re.compile(r"^[a-zà-ÿ]|(?:,|\b(?:en|of|van|de|het|een|in|op|te|met|aan|voor|die|dat|bij|om|door|tot))$")
"""A line that goes on, or that goes on with the one above."""
_LEAST_INSIDE = 6
"""Letters of a value that is looked for within texts."""
_NUMBER = re.compile(r"\d[\d.,]+")
_PART = re.compile(r"[,;:]| en |\b(?:gemeenten?|provincies?|van|de) ")
_LETTERS = 8
"""Letters of a text that is an amount and little else."""


@dataclass(frozen=True)
class Labelled:
    """A text of a document and its field, `NONE` where it is no label. `sure`: the truth says so, and no word list."""

    text: str
    field: str
    sure: bool


def labels_of(document: Document, truth: DocumentTruth) -> list[Labelled]:
    """The labels and the other texts of a document, each text once; what the truth leaves open is left out."""
    values = _Values(truth)
    found: dict[str, Labelled] = {}
    beside: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in pairs_of(document):
        beside[plain(pair.label)].append((pair.value, pair.how))
    for text, told in beside.items():
        if not _may_be_label(text) or values.holds(text) or values.within(text):
            continue
        if one := _by_values(text, told, values):
            found[text] = one
    ways = {how for text in found for _, how in beside[text]}
    several = len(truth.parties) > 1
    for text, told in beside.items():
        if text in found or not _may_be_label(text) or values.holds(text) or values.within(text):
            continue
        if truth.parties and vocabulary_of(text)[0]:
            found[text] = Labelled(text, _by_words(text), False)
            continue
        repeated = len({value for value, how in told if how in _IN_ROW and how in ways})
        if repeated >= (2 if several else 1) and not any(values.agreeing(value) for value, _ in told):
            found[text] = Labelled(text, _by_words(text), False)
    for unit in units_of(document):
        for text in {plain(unit.text), *map(plain, unit.text.split("\n"))}:
            if text and text not in found:
                sentence = len(text) >= _LEAST_OF_SENTENCE and _SENTENCE.search(text) and ":" not in text
                sure = values.holds(text) or bool(sentence)
                if sure or ((text not in beside or _FRAGMENT.search(text)) and vocabulary_of(text) == (None, None)):
                    found[text] = Labelled(text, NONE, sure)
    return list(found.values())


def _may_be_label(text: str) -> bool:
    words = bare(text)
    return (
        any(c.isalpha() for c in words)
        and len(words.split()) <= _MOST_WORDS
        and words not in KINDS_OF_YEAR
        and not _SENTENCE.search(text)
        and not placeholder(text)
    )


def _by_values(text: str, told: Iterable[tuple[str, str]], values: "_Values") -> Labelled | None:
    counts: Counter[str] = Counter()
    alls: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for value, how in dict.fromkeys(told):
        fields = values.agreeing(value)
        alls[how] += 1
        if how in ("title", "block above", "cell above") and fields == {NAME}:
            continue  # what stands above a name is as often the kind of the party
        for field in fields:
            counts[field, how] += 1 / len(fields)
            times[field] += 1
    of_field: Counter[str] = Counter()
    for (field, how), count in counts.items():
        if count >= _SHARE * alls[how]:
            of_field[field] += count
    if not of_field:
        return None
    ((field, count), *_), total = of_field.most_common(), sum(of_field.values())
    if of_field[EQUITY] + of_field[DEBT] >= _PURE * total and min(of_field[EQUITY], of_field[DEBT]) >= 0.3 * total:
        return Labelled(text, CAPITAL, True)
    exact, opening = vocabulary_of(text)
    if count < _PURE * total or (exact and exact not in (field, OTHER, CAPITAL)):
        return None
    if times[field] < values.least and field not in (exact, opening):
        return None  # once may be by chance
    low = text.lower()
    if field in (EQUITY, DEBT) and (exact == CAPITAL or ("eigen" in low and "vreemd" in low)):
        return Labelled(text, CAPITAL, True)
    return Labelled(text, field, True)


def _by_words(text: str) -> str:
    """The field of a label whose values the truth does not hold: as the vocabulary has it."""
    exact, opening = vocabulary_of(text)
    return exact or (opening if opening in UNTOLD else OTHER)


class _Values:
    """The values of a truth, to be found in texts."""

    def __init__(self, truth: DocumentTruth) -> None:
        self.names, self.words = set(), defaultdict(set)
        self.least = 1 if len(truth.parties) == 1 else 2
        self.participants: list[frozenset[str]] = []
        self.amounts: dict[float, set[str]] = defaultdict(set)
        for party in truth.parties:
            self.names.add(key_of(clean_name(party.name).text))
            for column, field in (("legal_form_written", FORM), ("seat", SEAT)):
                if written := party.fields.get(column):
                    self.words[key(written)].add(field)
            if section := party.fields.get("section"):
                self.words[key(section)].add(NONE)
            told = party.fields.get("participants") or ()
            self.participants.append(frozenset(map(participant_key, told)))
            for column, field in _AMOUNTS.items():
                if euros := party.fields.get(column):
                    self.amounts[abs(float(euros))].add(field)
        self.participants = [told for told in set(self.participants) if told]
        for person in truth.persons:
            self.words[key(person)].add(NONE)
        self.inside = {key(party.name) for party in truth.parties} | {*self.words}
        self.inside = {told for told in self.inside if len(told) >= _LEAST_INSIDE}

    def holds(self, text: str) -> bool:
        """Whether a text is itself a value: a name, a seat, a form, a participant, a person."""
        found = self.agreeing(text) - {PARTICIPANTS}
        if key(text) in self.words or (found and (not found & AMOUNTS or sum(map(str.isalpha, text)) <= _LETTERS)):
            return True
        return any(participant_key(text) in told for told in self.participants)

    def within(self, text: str) -> bool:
        """Whether a text has a value in it: a label and its value in one, or a value with something around it."""
        told, parts = key(text), {participant_key(part) for part in _PART.split(text)}
        return (
            any(value in told for value in self.inside)
            or bool(_NUMBER.search(bare(text)))
            or any(parts & true for true in self.participants)
        )

    def agreeing(self, value: str) -> set[str]:
        """The fields that a value is of."""
        line = plain(value)
        if any(key_of(part.name) in self.names for part in parts_of(line)):
            return {NAME}
        if found := self.words.get(key(line.strip(" .;"))):
            return found - {NONE}
        if amounts := self._amounts(line):
            return amounts
        told = frozenset(map(participant_key, split_participants(value)))
        if len(told) > 1 and any(2 * len(told & true) > max(len(told), len(true)) for true in self.participants):
            return {PARTICIPANTS}
        return set()

    def _amounts(self, line: str) -> set[str]:
        found: set[str] = set()
        if sum(map(str.isdigit, line)) < _DIGITS or not self.amounts:
            return found
        for amount in find_amounts(line):
            if amount.euros and sum(map(str.isdigit, amount.text)) >= _DIGITS:
                for unit in _UNITS:
                    found |= self.amounts.get(round(abs(amount.euros) * unit, 2), set())
        return found
