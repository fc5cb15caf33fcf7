"""The statements of one publication by what they are about, and what a rule says of some of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dagster_project.uncertainty.claims.model import Claim, Interval

_ROOM_LEFT = 0.25
"""Of the room that a bound leaves: with less than a quarter left, it is told that the statements only just fit."""


@dataclass(frozen=True)
class Check:
    """What one rule says."""

    rule: str
    check_id: str
    claims: tuple[Claim, ...]
    stated: str
    follows: str
    outcome: str


@dataclass
class Book:
    """The claims of a publication; levels of the whole by measure, category and snapshot."""

    publication: str
    claims: list[Claim]
    _levels: dict[tuple, Claim] = field(default_factory=dict)

    def __post_init__(self):
        for claim in self.claims:
            if claim.relation == "is" and claim.interval and not claim.whole:
                # What is printed as a cell of a figure goes before what a text says of it.
                known = self._levels.get((claim.measure, claim.category, claim.snapshot))
                if known is None or "|" in claim.claim_id:
                    self._levels[claim.measure, claim.category, claim.snapshot] = claim

    def level(self, measure: str, category: str, snapshot: int) -> Claim | None:
        return self._levels.get((measure, category, snapshot))

    def levels(self, measure: str) -> list[Claim]:
        return [c for (m, _, _), c in sorted(self._levels.items()) if m == measure]

    def check(
        self, rule: str, claims: Iterable[Claim], stated: Interval, follows: Interval, what: str | None = None
    ) -> Check:
        """Holds, holds with rounding, or cannot be: the first of the claims gives the check its name."""
        claims = tuple(claims)
        if not stated.meets(follows):
            outcome = "contradicts"
        elif None in (stated.printed, follows.printed) or abs(stated.printed - follows.printed) < 1e-9:
            outcome = "holds"
        else:
            # A product or ratio has decimals that nobody prints: it holds where it is printed as the number stated.
            printed_so = stated.least - 1e-9 <= follows.printed <= stated.most + 1e-9
            outcome = "holds" if rule in ("product", "ratio") and printed_so else "rounding"
        return self.told(rule, claims, str(stated), str(follows), outcome, what)

    def at_most(self, rule: str, claims: Iterable[Claim], value: Interval, bound: Interval, what: str) -> Check:
        """Whether a value can lie below a bound, and with how much room."""
        outcome = "contradicts" if value.least > bound.most + 1e-9 else "holds"
        if outcome == "holds" and None not in (value.printed, bound.printed):
            if value.printed > bound.printed + 1e-9:
                outcome = "rounding"
            elif rule == "overlap" and value.printed > (1 - _ROOM_LEFT) * bound.printed:
                outcome = "narrow"
        return self.told(rule, claims, str(value), f"at most {bound}", outcome, what)

    def told(
        self, rule: str, claims: Iterable[Claim], stated: str, follows: str, outcome: str, what: str | None = None
    ) -> Check:
        claims = tuple(claims)
        first = claims[0]
        parts = [self.publication, first.measure, first.category, str(first.snapshot), what]
        return Check(rule, "|".join(p for p in parts if p), claims, stated, follows, outcome)
