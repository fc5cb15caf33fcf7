"""Where the two readers differ about a document: parties of one alone, and values.

Belongs here: which claim is which party, and what counts as a difference. Does not belong here: what becomes of one
(`settling`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dagster_project.budgets.legal_forms import group_of
from dagster_project.budgets.names import key_of
from dagster_project.budgets.party import AMOUNT_FIELDS
from dagster_project.budgets.second.accepting import Claim, plain

ONLY_FIRST, ONLY_SECOND, DIFFERS = "only_first", "only_second", "differs"
NOT_IN_TEXT, FAILED = "not_in_text", "failed"

ALIKE = 90
"""Of 100: from here two names of one document are taken for one, if each is the other's best."""

_FACTS = ("legal_form_written", "seat_written", "status_written")
"""Short facts, of which two readers should say the same. Longer texts are cut in many right ways: they differ only
where the first reader has none."""

_LONG = ("purpose_written", "interest_written", "risks_written", "programme_written")

Party = dict[str, Any]


@dataclass(frozen=True)
class Difference:
    """What one reader says and the other does not; `field` is None where a whole party is meant."""

    outcome: str
    name: str
    locator: str
    field: str | None = None
    first: str | None = None
    second: str | None = None
    claim: Claim | None = None
    party: Party | None = None


def differences(parties: list[Party], claims: list[Claim]) -> Iterator[Difference]:
    """All differences, those of the first reader's parties in their order, then the parties of the second alone."""
    pairs = pairs_of([p["name_written"] for p in parties], [c.name for c in claims])
    for number, party in enumerate(parties):
        if number not in pairs:
            yield Difference(ONLY_FIRST, party["name_written"], party["locator"], party=party)
        else:
            yield from _values(party, claims[pairs[number]])
    for number, claim in enumerate(claims):
        if number not in pairs.values():
            yield Difference(ONLY_SECOND, claim.name, claim.locator, claim=claim)


def pairs_of(first: list[str], second: list[str]) -> dict[int, int]:
    """Which name of the first list is which of the second: equal ones, then those alike that are each other's best."""
    from rapidfuzz import fuzz

    pairs: dict[int, int] = {}
    keys = [key_of(name) for name in second]
    for number, name in enumerate(first):
        same = [i for i, key in enumerate(keys) if key == key_of(name) and i not in pairs.values()]
        if same:
            pairs[number] = same[0]
    left = [i for i in range(len(first)) if i not in pairs]
    right = [i for i in range(len(second)) if i not in pairs.values()]
    alike = {(i, j): _alike(fuzz, first[i], second[j]) for i in left for j in right}
    for (i, j), score in sorted(alike.items(), key=lambda p: (-p[1], p[0])):
        if score >= ALIKE and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _alike(fuzz: Any, one: str, other: str) -> float:
    """How alike; a name that the other holds whole, such as one with its abbreviation behind it, is alike too."""
    one, other = plain(one), plain(other)
    whole = 95.0 if min(len(one), len(other)) > 8 and (one in other or other in one) else 0.0
    return max(whole, fuzz.ratio(one, other))


def _values(party: Party, claim: Claim) -> Iterator[Difference]:
    def differ(field: str, first: str | None, second: str) -> Difference:
        return Difference(DIFFERS, party["name_written"], party["locator"], field, first, second, claim, party)

    for field in (*_FACTS, *_LONG):
        first, second = party[field], claim.texts.get(field)
        if second and (not first or (field in _FACTS and not _same(field, first, second))):
            yield differ(field, first, second)
    if claim.participants:
        first = party["participants_written"]
        if {key_of(p) for p in first} != {key_of(p) for p in claim.participants}:
            yield differ("participants_written", "; ".join(first) or None, "; ".join(claim.participants))
    for field in AMOUNT_FIELDS:
        if field in claim.amounts and party[field] != claim.amounts[field][0]:
            first = None if party[field] is None else f"{party[field]:.0f}"
            yield differ(field, first, f"{claim.amounts[field][0]:.0f}")


def _same(field: str, first: str, second: str) -> bool:
    one, other = key_of(first), key_of(second)
    if one == other or (min(len(one), len(other)) > 3 and (one in other or other in one)):
        return True
    return (
        field == "legal_form_written"
        and (group := group_of(first, "", None)) is not None
        and group == group_of(second, "", None)
    )
