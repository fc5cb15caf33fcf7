"""What people decided about the differences, done to the parties before they become mentions.

A decision of kind `reading` names a difference by its id. `accepted`: the party is one, or the second reader's value is
right; `rejected`: it is none, or that value is wrong. What nobody decided stays as the first reader has it, in doubt.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from dagster_project.budgets.party import AMOUNT_FIELDS
from dagster_project.budgets.record import field_of, record
from dagster_project.budgets.second.comparing import DIFFERS, ONLY_FIRST, ONLY_SECOND, Difference
from dagster_project.dictionary import PARTY

ACCEPTED, REJECTED = "accepted", "rejected"

READER = "second_reader"
READERS_DIFFER = "readers_differ"
CONFIDENCE = 1.0
"""A person looked at it."""

Party = dict[str, Any]


def settled(
    parties: list[Party], found: Iterable[tuple[str, Difference]], decided: Mapping[str, str]
) -> list[tuple[Party, bool]]:
    """The parties as decided, in their order, those of the second reader behind them; False with those that are none
    by decision. `found` are differences with their ids."""
    kept = {id(party): dict(party) for party in parties}
    none: set[int] = set()
    added = []
    for key, difference in found:
        decision = decided.get(key)
        if difference.outcome == ONLY_FIRST and decision == REJECTED:
            none.add(id(difference.party))
        elif difference.outcome == ONLY_SECOND and decision == ACCEPTED:
            added.append(_party(difference))
        elif difference.outcome == DIFFERS and decision == ACCEPTED and id(difference.party) not in none:
            _correct(kept[id(difference.party)], difference)
        elif difference.party is not None and decision is None:
            _doubt(kept[id(difference.party)], difference)
    return [(party, key not in none) for key, party in kept.items()] + [(party, True) for party in added]


def _correct(party: Party, difference: Difference) -> None:
    field, claim = difference.field, difference.claim
    if field in AMOUNT_FIELDS:
        euros, written = claim.amounts[field]
        others = [a for a in party["amounts_written"] if not a.startswith(f"{field}=")]
        party |= {field: euros, "amounts_written": [*others, f"{field}={written}"]}
    elif field == "participants_written":
        party[field] = claim.participants
    else:
        party[field] = claim.texts[field]
    party["not_applicable"] = [c for c in party["not_applicable"] if c != field]
    party["doubts"] = [d for d in party["doubts"] if not d.startswith(f"{field_of(field)}:")]
    party["field_confidence"] = {**party["field_confidence"], field: CONFIDENCE}
    if claim.locator != party["locator"] and claim.locator not in party["other_locators"]:
        party["other_locators"] = [*party["other_locators"], claim.locator]


def _doubt(party: Party, difference: Difference) -> None:
    """Nobody has decided yet which of the two readers is right."""
    doubt = f"{field_of(difference.field) if difference.field else PARTY}:{READERS_DIFFER}"
    party["doubts"] = [*party["doubts"], doubt]


def _party(difference: Difference) -> Party:
    claim = difference.claim
    amounts = {c: claim.amounts[c] for c in AMOUNT_FIELDS if c in claim.amounts}
    return {
        **record(
            name_written=claim.name,
            **claim.texts,
            participants_written=claim.participants,
            **{column: euros for column, (euros, _) in amounts.items()},
            amounts_written=[f"{c}={written}" for c, (_, written) in amounts.items()],
            locator=claim.locator,
            confidence=CONFIDENCE,
        ),
        "reader": READER,
    }
