"""A party as a truth states it or as a reader read it, and when a field of it is right.

Belongs here: the fields and their comparison. Does not belong here: where parties come from (`budget_truth`,
`country`, `read_parties`) and which party is which (`matching`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from dagster_project.evaluation.truth.spelling import key, participant_key, plain

AMOUNTS = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")
HALF_A_EURO = 0.5
"""Amounts are whole euros or better; what differs by less is the same amount."""


@dataclass(frozen=True)
class Party:
    """`document` is the path as the truth gives it, `place` the locator, `order` its turn in the document, `party_id`
    the truth id or the mention id. A field that is absent from `fields` was not asked; one that is None was asked and
    is not there. `doubts` are fields that the reader doubts, `confidence` is its probability that the party is right,
    `field_confidence` that of each field.
    """

    document: str
    name: str
    place: str = ""
    order: int = 0
    layout: str = ""
    source: str = "budget"
    snapshot: int | None = None
    fields: dict[str, object] = field(default_factory=dict)
    party_id: str = ""
    reporter: str | None = None
    claim: str | None = None
    doubts: frozenset[str] = frozenset()
    confidence: float | None = None
    field_confidence: dict[str, float] = field(default_factory=dict)


def _same_text(true: object, read: object) -> bool:
    return key(true) == key(read)


def _same_list(true: object, read: object) -> bool:
    return sorted(map(participant_key, true)) == sorted(map(participant_key, read or ()))


def _same_amount(true: object, read: object) -> bool:
    return read is not None and abs(float(true) - float(read)) < HALF_A_EURO


def _same_name(true: object, read: object) -> bool:
    return plain(str(true)) == plain(str(read))


SAME: dict[str, Callable[[object, object], bool]] = {
    "name": _same_name,
    "section": _same_text,
    "legal_form_written": _same_text,
    "legal_form_group": _same_text,
    "seat": _same_text,
    "purpose": _same_text,
    "purpose_present": lambda true, read: bool(true) == bool(read),
    "participants": _same_list,
    "participants_in_words": _same_list,
    "page": lambda true, read: str(true) == str(read),
    **dict.fromkeys(AMOUNTS, _same_amount),
}
"""Field to whether a value is right; the order is that of the reports. `participants_in_words` are counts and prose."""


def stated(value: object) -> bool:
    """Whether a field holds anything; nought euros is something, an empty list is not."""
    return value is not None and value != "" and value != () and value != []
