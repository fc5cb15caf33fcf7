"""Which values of an answer are accepted: those that stand in the text that was sent, and name no person.

Does not belong here: how what is accepted differs from the first reader (`comparing`).
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from dagster_project.budgets.amounts import parse_cell, unit_of
from dagster_project.budgets.names import clean_name, is_party, key_of
from dagster_project.budgets.party import AMOUNT_FIELDS
from dagster_project.budgets.second.asking import TEXTS
from dagster_project.budgets.second.source import Line
from dagster_project.persons import names_a_person, without_persons


@dataclass
class Claim:
    """A party as the model tells it: its name, where that stands, and what was accepted of its other values."""

    name: str
    locator: str
    texts: dict[str, str] = field(default_factory=dict)
    participants: list[str] = field(default_factory=list)
    amounts: dict[str, tuple[float, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Invented:
    """A value that does not stand in the text."""

    name: str
    field: str | None
    value: str


def accepted(answer: dict[str, Any], lines: list[Line]) -> tuple[list[Claim], list[Invented]]:
    """The parties of an answer of which at least the name stands in the text, each once, and all that does not."""
    text = Text(lines)
    claims: dict[str, Claim] = {}
    invented: list[Invented] = []
    for said in answer["parties"]:
        written = said["name_written"]
        name = clean_name(written).text
        where = text.place_of(name)
        if where is None or not key_of(name):
            invented.append(Invented(_public(written), None, _public(written)))
            continue
        if not is_party(name) or names_a_person(written):
            continue  # a heading, a total or a person: the text has it, and it is no party
        claim = claims.setdefault(key_of(name), Claim(name, where))
        invented += _fill(claim, said, text)
    return list(claims.values()), invented


def _fill(claim: Claim, said: dict[str, Any], text: "Text") -> list[Invented]:
    invented = []
    for column in TEXTS:
        value = without_persons(said[column])
        if value and text.holds(value):
            claim.texts.setdefault(column, value)
        elif value:
            invented.append(Invented(claim.name, column, value))
    for value in filter(None, map(without_persons, said["participants_written"])):
        if not text.holds(value):
            invented.append(Invented(claim.name, "participants_written", value))
        elif value not in claim.participants:
            claim.participants.append(value)
    unit = said["unit_written"]
    factor = (unit_of(unit) if unit and text.holds(unit) else None) or text.unit
    for column in AMOUNT_FIELDS:
        value = said[column]
        euros = parse_cell(value, factor) if value and text.holds(value) else None
        if euros is not None:
            claim.amounts.setdefault(column, (euros, value))
        elif value and not text.holds(value):
            invented.append(Invented(claim.name, column, _public(value)))
    return invented


def _public(value: str) -> str:
    return without_persons(value) or "-"


class Text:
    """Lines to look values up in, whatever the white space, the case and the hyphens at ends of lines."""

    def __init__(self, lines: list[Line]):
        self.lines = [(where, plain(text)) for where, text in lines]
        self.whole = " ".join(text for _, text in self.lines)
        self.unit = next((unit for _, text in lines if (unit := unit_of(text))), 1.0)

    def holds(self, value: str) -> bool:
        """Whether a value stands in the text, from word to word."""
        return _find(plain(value), self.whole) >= 0

    def place_of(self, value: str) -> str | None:
        """The locator of the first line that holds a value, or in which it begins; None where the text has it not."""
        wanted = plain(value)
        for where, text in self.lines:
            if _find(wanted, text) >= 0:
                return where
        at = _find(wanted, self.whole)
        if at < 0:
            return None
        for where, text in self.lines:
            at -= len(text) + 1
            if at < 0:
                return where
        return None


def plain(value: str) -> str:
    """Letters, digits and signs of a value in lower case, white space as single spaces."""
    text = unicodedata.normalize("NFKC", value).lower().replace("’", "'")
    return " ".join(re.sub(r"\s*\|\s*", " ", text).split())


def _find(wanted: str, text: str) -> int:
    """Where a value stands as whole words; -1 where it does not, and for an empty one."""
    if not wanted:
        return -1
    found = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)
    return found.start() if found else -1
