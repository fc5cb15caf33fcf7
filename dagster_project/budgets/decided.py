"""What people decided about what was read, done to the mentions of a party.

A decision of kind `reading` names a mention. On the mention as a whole it is `accepted` (it is so) or `rejected` (it is
no party); on one column it is the right value. It holds as long as what it was taken on is still read. Belongs here:
what each does, for one reader or two. Does not belong here: asking (`review`), parties that only the second reader
found (`second.settling`).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dagster_project.budgets.names import key_of
from dagster_project.budgets.party import AMOUNT_FIELDS
from dagster_project.budgets.record import as_json, field_of, value_of, value_text
from dagster_project.budgets.same_party import Seen, same_parties
from dagster_project.decisions import precedence
from dagster_project.dictionary import PARTY, doubted_columns

Mention = dict[str, Any]
Decision = Mapping[str, Any]

ACCEPTED, REJECTED = "accepted", "rejected"
SURE = 1.0
"""A person looked at it."""
NAME, OTHER = "name_written", "other_reading"
_DOCUMENT = ("delivery_id", "snapshot")
PLACE = (*_DOCUMENT, "locator")
_NOT_THERE = object()


@dataclass(frozen=True)
class Settled:
    """The mentions of a party as decided, whether it is one, and the decisions that what is read now has overtaken."""

    mentions: list[Mention]
    is_party: bool = True
    overtaken: list[Decision] = field(default_factory=list)


def asked_about(mention: Mention) -> dict[str, str]:
    """What a question about a mention is about: its name, the columns in doubt and those of its other reading, each as
    it was read."""
    columns = dict.fromkeys((NAME, *doubted_columns(mention["doubts"]), *other_reading(mention)))
    return {column: value_text(mention[column]) for column in columns}


def other_reading(mention: Mention) -> dict[str, str]:
    """What the next interpretation would read, by column."""
    return json.loads(mention["other_reading"] or "{}")


def expected(mention: Mention) -> str:
    """What a decision on a mention is taken on, as its `expect`: what was read, what else was shown, and the place, by
    which the decision goes on where another reading calls the party otherwise."""
    place = {column: mention[column] for column in PLACE}
    return as_json({**asked_about(mention), **place, OTHER: other_reading(mention)})


def gone_on(parties: Sequence[Sequence[Mention]], decisions: Iterable[Decision]) -> list[tuple[int, Decision]]:
    """Decisions on mentions of a delivery that its parties no longer have, each with the number of the party that has
    the same name after folding, or else the same place; `target` is the id that this party has."""
    ids = {mention["mention_id"] for mentions in parties for mention in mentions}
    here = {tuple(mentions[0][c] for c in _DOCUMENT) for mentions in parties}
    lost: dict[str, list[Decision]] = {}
    seen: dict[str, Seen] = {}
    for decision in decisions:
        was = _said(decision["expect"])
        if decision["target"] not in ids and tuple(was.get(c) for c in _DOCUMENT) in here:
            lost.setdefault(decision["target"], []).append(decision)
            seen[decision["target"]] = Seen(was.get(NAME, ""), frozenset({was["locator"]}))
    now = [Seen(m[0][NAME], frozenset({m[0]["locator"], *m[0]["other_locators"]})) for m in parties]
    pairs = same_parties(list(seen.values()), now)
    return [
        (number, {**decision, "target": parties[number][0]["mention_id"]})
        for old, target in enumerate(seen)
        if (number := pairs.get(old)) is not None
        for decision in lost[target]
    ]


def settled(mentions: Sequence[Mention], decisions: Iterable[Decision]) -> Settled:
    """The mentions of one party, one per body that the budget serves, after the decisions on any of them."""
    first = mentions[0]
    ids = {mention["mention_id"] for mention in mentions}
    about = [d for d in decisions if d["target"] in ids and d["snapshot"] in (None, first["snapshot"])]
    overtaken = [d for d in about if not _still_read(first, d["expect"])]
    holding = sorted((d for d in about if d not in overtaken), key=precedence)
    if not holding:
        return Settled(list(mentions), overtaken=overtaken)
    whole = next((d for d in reversed(holding) if d["attribute"] is None), None)
    if whole and whole["value"] == REJECTED:
        return Settled(list(mentions), False, overtaken)
    values = asked_about(first) if whole else {}
    values |= {d["attribute"]: d["value"] for d in holding if d["attribute"]}
    return Settled([_corrected(mention, values, whole is not None) for mention in mentions], overtaken=overtaken)


def _still_read(mention: Mention, expect: str | None) -> bool:
    """Whether what a decision was taken on is read now; one without `expect` has no guard."""
    if expect is None:
        return True
    said = {column: text for column, text in _said(expect).items() if column not in (*PLACE, OTHER)}
    return bool(said) and all(_same(column, text, mention.get(column, _NOT_THERE)) for column, text in said.items())


def _said(expect: str | None) -> dict[str, Any]:
    try:
        said = json.loads(expect or "{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) and isinstance(said.get("locator", ""), str) else {}


def _same(column: str, was: str, now: Any) -> bool:
    if now is _NOT_THERE:
        return False
    return key_of(was) == key_of(now) if column == NAME else was == value_text(now)


def _corrected(mention: Mention, values: Mapping[str, str], whole: bool) -> Mention:
    changed = {c: text for c, text in values.items() if value_text(mention[c]) != text}
    kept = [a for a in mention["amounts_written"] if a.partition("=")[0] not in changed]
    sure = {**json.loads(mention["field_confidence"] or "{}"), **{c: SURE for c, text in values.items() if text}}
    other = {c: text for c, text in other_reading(mention).items() if c not in values}
    settled_fields = {PARTY, "name", *map(field_of, values)}
    return {
        **mention,
        **{column: value_of(column, text) for column, text in changed.items()},
        "amounts_written": kept + [f"{c}={changed[c]}" for c in AMOUNT_FIELDS if c in changed],
        "not_applicable": [c for c in mention["not_applicable"] if c not in changed],
        "doubts": [] if whole else [d for d in mention["doubts"] if d.partition(":")[0] not in settled_fields],
        "confidence": SURE,
        "field_confidence": as_json(sure),
        "other_reading": None if whole else as_json(other),
    }
