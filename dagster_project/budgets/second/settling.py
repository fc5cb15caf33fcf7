"""The two readers put together: what the second says otherwise stands beside what the first has, in doubt.

A party that the second reader alone found is one once a decision names its difference as `accepted`. Belongs here:
which parties and other readings come of the differences. Does not belong here: what a decision on a mention does
(`decided`).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from dagster_project.budgets.decided import ACCEPTED, SURE
from dagster_project.budgets.party import AMOUNT_FIELDS
from dagster_project.budgets.record import field_of, record
from dagster_project.budgets.second.comparing import DIFFERS, ONLY_FIRST, ONLY_SECOND, Difference
from dagster_project.dictionary import PARTY

READER = "second_reader"
READERS_DIFFER = "readers_differ"

Party = dict[str, Any]


def put_together(
    parties: list[Party], found: Iterable[tuple[str, Difference]], decided: Mapping[str, str]
) -> list[Party]:
    """The parties in their order, with what the second reader says otherwise as their other reading, and behind them
    those of the second reader alone that are accepted. `found` are differences with their ids."""
    together = {id(party): dict(party) for party in parties}
    added = []
    for key, difference in found:
        if difference.outcome == ONLY_SECOND and decided.get(key) == ACCEPTED:
            added.append(_party(difference))
        elif difference.outcome in (DIFFERS, ONLY_FIRST):
            _doubt(together[id(difference.party)], difference)
    return [*together.values(), *added]


def _doubt(party: Party, difference: Difference) -> None:
    doubt = f"{field_of(difference.field) if difference.field else PARTY}:{READERS_DIFFER}"
    party["doubts"] = [*party["doubts"], doubt]
    if difference.field:
        party["other_reading"] = {**party["other_reading"], difference.field: difference.second}


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
            confidence=SURE,
        ),
        "reader": READER,
    }
