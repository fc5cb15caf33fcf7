"""Thresholds proposed anew from what a workspace shows: for people to judge, with a diff of `expectations/`.

Belongs here: the proposal. Does not belong here: which thresholds rest on data and why (`thresholds.yml`), and changing
one: that is a change of `expectations/*.yml` by a person, with a reason.

A bound is proposed at the value that all but one in a hundred rows keep to, and a quarter beyond it, for the next year
is not this one. A proposal on a workspace with faults would learn the faults: give one that people trust.
"""

import difflib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dagster_project.quality.batches import batches_of
from dagster_project.quality.declaration import FOLDER, Expectation, declared
from dagster_project.texts import Vocabulary, read_vocabulary
from dagster_project.workspace import Workspace

LEAST = 20
"""Rows that a proposal needs: of fewer, one in a hundred is none."""


class Refreshable(Vocabulary):
    """Which thresholds rest on data, and how they are proposed."""

    margin: float
    quantile: float
    reasons: dict[str, str]


@dataclass(frozen=True)
class Proposal:
    """One bound of one expectation: as it is, what rows show, and as proposed (None where rows show none)."""

    expectation_id: str
    suite: str
    bound: str
    now: float
    rows: int
    keeps: float | None
    proposed: float | None
    reason: str

    @property
    def looser(self) -> bool:
        """Whether it would let pass what is told now."""
        if self.proposed is None:
            return False
        return self.proposed > self.now if self.bound == "max_value" else self.proposed < self.now


def refreshable() -> Refreshable:
    """The thresholds that rest on data."""
    return read_vocabulary(Path(__file__).with_name("thresholds.yml"), Refreshable)


def proposals(workspace: Workspace) -> list[Proposal]:
    """A proposal per bound, in the order of the expectations. Nothing is written."""
    reasons = refreshable().reasons
    with batches_of(workspace) as batches:
        return [
            proposal
            for expectation in declared()
            if expectation.id in reasons
            for proposal in _of(expectation, batches.frame(expectation)[expectation.kwargs["column"]].dropna().tolist())
        ]


def _of(expectation: Expectation, values: list[float]) -> Iterator[Proposal]:
    settings, ordered = refreshable(), sorted(map(float, values))
    for bound in ("min_value", "max_value"):
        now = expectation.kwargs.get(bound)
        # A bound at nought is what the number means: no share is below it.
        if not now:
            continue
        keeps = None
        if len(ordered) >= LEAST:
            outside = math.floor((1 - settings.quantile) * len(ordered))
            keeps = ordered[-1 - outside] if bound == "max_value" else ordered[outside]
        # What no row shows sets no bound: nought would let nothing pass.
        proposed = None if not keeps else _beyond(keeps, bound, settings.margin)
        reason = settings.reasons[expectation.id]
        yield Proposal(expectation.id, expectation.suite, bound, now, len(ordered), keeps, proposed, reason)


def _beyond(keeps: float, bound: str, margin: float) -> float:
    """A quarter beyond what rows keep to, with two digits, rounded to the side that lets more pass."""
    outward = (keeps >= 0) == (bound == "max_value")
    value = keeps * margin if outward else keeps / margin
    unit = 10.0 ** (math.floor(math.log10(abs(value))) - 1)
    return round((math.ceil if bound == "max_value" else math.floor)(round(value / unit, 9)) * unit, 12)


def thresholds_diff(some: list[Proposal], folder: Path = FOLDER) -> str:
    """The proposals that differ from what is in force as a unified diff of the files of the suites."""
    lines: list[str] = []
    for suite in sorted({p.suite for p in some}):
        before = (folder / f"{suite}.yml").read_text(encoding="utf-8").splitlines(keepends=True)
        after = list(before)
        for one in some:
            if one.suite == suite and one.proposed not in (None, one.now):
                place = _line_of(before, one)
                after[place] = after[place].replace(f"{one.bound}: {one.now}", f"{one.bound}: {one.proposed:g}")
        name = f"expectations/{suite}.yml"
        lines += difflib.unified_diff(before, after, name, name)
    return "".join(lines)


def _line_of(lines: list[str], one: Proposal) -> int:
    start = lines.index(f"  - id: {one.expectation_id}\n")
    return next(i for i in range(start, len(lines)) if f"{one.bound}: {one.now}" in lines[i])
