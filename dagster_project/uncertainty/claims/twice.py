"""The rule that holds across publications: what is stated twice is the same both times."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from dagster_project.uncertainty.claims.book import Check
from dagster_project.uncertainty.claims.model import Claim

_LEVEL = ("is",)
_OPPOSED = (frozenset({"rose", "fell"}), frozenset({"rose", "not_rose"}))


def stated_twice(claims: Iterable[Claim]) -> Iterator[Check]:
    """A check per subject of which two statements tell, in one publication or in two."""
    by_subject = defaultdict(list)
    for claim in claims:
        by_subject[claim.subject].append(claim)
    for subject, told in sorted(by_subject.items()):
        outcomes = [o for one, other in combinations(told, 2) if (o := _outcome(one, other))]
        if outcomes:
            worst = max(outcomes, key=("holds", "rounding", "contradicts").index)
            stated, *others = map(_said, told)
            check_id = "|".join(str(part) for part in subject if part)
            yield Check("stated_twice", check_id, tuple(told), stated, "; ".join(others), worst)


def _outcome(one: Claim, other: Claim) -> str | None:
    """None for two statements of which neither says what the other may not."""
    if one.relation != other.relation:
        return "contradicts" if frozenset({one.relation, other.relation}) in _OPPOSED else None
    if one.relation not in _LEVEL:
        return None
    if one.word is not None or other.word is not None:
        return "holds" if one.word == other.word else "contradicts"
    if not one.interval.meets(other.interval):
        return "contradicts"
    return "holds" if one.interval.printed == other.interval.printed else "rounding"


def _said(claim: Claim) -> str:
    said = claim.word or (str(claim.interval) if claim.interval else claim.relation)
    return f"{claim.publication}: {said}"
