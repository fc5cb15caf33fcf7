"""How much of a table one way of parting it explains: values that fit the field of their label, against labels in the
place of values, fields that come twice, and texts that end nowhere.

Belongs here: the score of records. Does not belong here: which ways there are (`tables`).
"""

import re
from collections.abc import Sequence

from dagster_project.budgets.choice.labels import field_of, is_form, is_time, is_value
from dagster_project.budgets.labels import AMOUNTS, PARTY_FIELDS
from dagster_project.budgets.records.cells import Marks
from dagster_project.budgets.records.fields import field
from dagster_project.budgets.records.model import Pair, Record
from dagster_project.budgets.vocabulary import FORM, NAME, NUMBER, PARTICIPANTS, SEAT
from dagster_project.documents.text import one_line
from dagster_project.texts import placeholder

FITS, FITS_WELL, AT_ODDS = 1.0, 2.0, -1.5
"""A value that may be of its field, one that can hardly be of another, one that can hardly be of it."""
UNKNOWN, UNLABELLED = 0.2, -0.5
"""A value under words that are no known label, and one under nothing."""
MISTAKEN = -2.0
"""A label that was taken for a value."""
TWICE = -1.5
"""A second, other value of a field that a party has once."""
ALIKE = -0.5
"""A second amount under the very same labels: nothing says which is which."""
NOWHERE = -0.3
"""A text that ended under no label."""
BARE = -0.5
"""A party of which nothing is told."""
LOST = -0.4
"""A cell of a table that no record holds."""
_DIGIT = re.compile(r"\d")
_PLACE_WORDS = 5


def score(records: Sequence[Record], marks: Marks, cells: int) -> float:
    """The worth of records read of a table of so many `cells` beside the names; higher is better."""
    held = sum(len(record.pairs) + len(record.loose) for record in records)
    return sum(_of_record(record, marks) for record in records) + LOST * max(0, cells - held)


def _of_record(record: Record, marks: Marks) -> float:
    total = NOWHERE * len(record.loose)
    once: dict[str, str] = {}
    amounts: set[tuple[str, ...]] = set()
    for pair in record.pairs:
        name, _ = field(pair)
        if name in AMOUNTS:
            total += ALIKE if pair.labels in amounts else 0.0
            amounts.add(pair.labels)
        total += fit(pair, name, marks)
        text = one_line(pair.text)
        if name in (FORM, SEAT) and once.setdefault(name, text) != text:
            total += TWICE
    return total if record.pairs else total + BARE


def fit(pair: Pair, name: str | None, marks: Marks) -> float:
    """How well a value fits the field `name` of its labels."""
    text = one_line(pair.text)
    if not pair.labels:
        return UNLABELLED
    if name == NAME:
        return AT_ODDS
    if name == NUMBER:
        return 0.0
    if placeholder(text):
        return FITS / 2
    if len(text) < 60 and marks.known(text) and field_of(text) != NAME:
        return MISTAKEN
    if is_time(text):
        return AT_ODDS  # it says when, and so is over what stands beside it
    if name == FORM:
        return FITS_WELL if is_form(text) else AT_ODDS if _numeric(text) else 0.0
    if name == SEAT:
        return AT_ODDS if _numeric(text) or is_form(text) or len(text.split()) > _PLACE_WORDS else FITS
    if name in AMOUNTS:
        return FITS if _DIGIT.search(text) else AT_ODDS
    if name == PARTICIPANTS:
        return AT_ODDS if _numeric(text) or is_form(text) else FITS_WELL if is_value(text) else FITS
    if name in PARTY_FIELDS:
        return AT_ODDS if _numeric(text) or is_form(text) else FITS
    if name is not None:
        return UNKNOWN if is_form(text) else 2 * UNKNOWN
    return UNKNOWN if any(marks.is_label(label) or is_time(label) for label in pair.labels) else -UNKNOWN


def _numeric(text: str) -> bool:
    return bool(_DIGIT.search(text)) and not re.search(r"[A-Za-z]{4,}", text)
