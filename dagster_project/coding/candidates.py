"""The choice among candidates that disagree.

Belongs here: the order of sources and the marks of what was chosen. Does not belong here: where candidates come from.
Nothing is thrown away: the losers stay in the table, so that an auditor sees what was not taken.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dagster_project.workspace.seeds import codes

ORDER = ("decision", "decision_on_all", "register", "edition", "survey", "budget", "programme", "rule")
"""Whom to believe first. A decision on a snapshot goes before one on all of them; a register holds the deed; an
edition was checked by people; a survey is an answer to the question; budgets copy from each other; rules only guess
from words."""

HALF = 0.5
"""Of several values by rule one counts where at least half of the texts that tell anything tell it."""


@dataclass(frozen=True)
class Candidate:
    """A value that something proposes. `hint`: told by a heading only, so the name beats it; `share`: see HALF."""

    attribute: str
    value: str
    source_id: str
    coder: str
    confidence: float
    source: str = "rule"
    share: float = 1.0
    hint: bool = False

    @property
    def rank(self) -> int:
        """Place in ORDER; what a source only hints at stands after what a name says."""
        return len(ORDER) if self.hint else ORDER.index(self.source)


def choose(candidates: list[Candidate], refines: dict[str, set[str]] | None = None) -> list[dict[str, Any]]:
    """Rows of table coding for an attribute with one value; one row is chosen.

    The best source wins, then the value with most candidates, the most certain, the first code. With `refines`, a
    more precise form takes the place of an open one that it is compatible with, unless a person decided.
    """
    rows = _unique(candidates)
    if not rows:
        return []
    best = _best(rows)
    while refines and best.coder != "person":
        finer = [c for c in rows if c.value in refines.get(best.value, ())]
        if not finer:
            break
        best = _best(finer)
    return [_coding_row(c, c is best) for c in rows]


def choose_several(candidates: list[Candidate], *, at_least_one: bool = False) -> list[dict[str, Any]]:
    """Rows of table coding for an attribute of which several values may hold; one row per chosen value is chosen.

    A person's decision is the whole set; else the best source that states values in this codebook; else the rules. Of
    these the values with at least half a share are chosen, which may be none; with `at_least_one` the best is, then.
    """
    rows = _unique(candidates)
    first = min((c.rank for c in rows), default=0)
    tellers = [c for c in rows if c.rank == first]
    held = [c for c in tellers if c.share >= HALF]
    if at_least_one and not held:
        held = [_best(tellers)]
    taken = {value: _best([c for c in held if c.value == value]) for value in {c.value for c in held}}
    return [_coding_row(c, c is taken.get(c.value)) for c in rows]


def _best(candidates: list[Candidate]) -> Candidate:
    votes = Counter((c.rank, c.value) for c in candidates)
    order = {code: place for seed in ("legal_form", "theme_code") for place, code in enumerate(codes(seed))}
    return min(
        candidates,
        key=lambda c: (c.rank, -votes[c.rank, c.value], -c.confidence, order.get(c.value, -1), c.value, c.source_id),
    )


def _unique(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate per value and source, the most certain, in a total order."""
    kept: dict[tuple[str, str], Candidate] = {}
    for c in candidates:
        key = (c.value, c.source_id)
        if key not in kept or (c.rank, -c.confidence) < (kept[key].rank, -kept[key].confidence):
            kept[key] = c
    return [kept[key] for key in sorted(kept)]


def _coding_row(candidate: Candidate, chosen: bool) -> dict[str, Any]:
    return {
        "attribute": candidate.attribute,
        "value": candidate.value,
        "source_id": candidate.source_id,
        "coder": candidate.coder,
        "confidence": candidate.confidence,
        "chosen": chosen,
    }
