"""Published shares corrected for the errors that a blind sample measured: the rows of `corrected_share`.

Belongs here: the calibration estimator. For a class it asks the sample two things within each stratum: how many of
those published in the class are not in it, and how many of the others are; what is published, less the one and plus the
other, is the corrected number. What is published of all is known, so only the two counts of errors are estimated, each
with its exact bounds. No row of the register is resampled, for a census is no sample.

Does not belong here: the bounds (`intervals`).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dagster_project.uncertainty.errors.audit import Audit, Unit, Value
from dagster_project.uncertainty.errors.intervals import Bounds, errors_in, summed
from dagster_project.workspace.seeds import read_seed

Belongs = Callable[[Value], bool]


@dataclass(frozen=True)
class Corrected:
    """Numbers of collaborations: as published, as corrected, and what is counted too much and too little."""

    published: int
    corrected: Bounds
    overcounted: float
    undercounted: float


def corrected_shares(audits: Sequence[Audit]) -> Iterator[dict[str, Any]]:
    """A row per cell of a figure on a sampled attribute, of the last sample of an attribute and snapshot."""
    last = {(audit.attribute, audit.snapshot): audit for audit in audits}
    for audit in last.values():
        answered = sum(unit.true is not None for unit in audit.units)
        for (figure, category), belongs in classes(audit.attribute).items() if answered else ():
            found, size = corrected(audit, belongs), len(audit.register)
            percent = found.corrected.scaled(100 / size)
            yield {
                "figure": figure,
                "snapshot": audit.snapshot,
                "category": category,
                "published": 100 * found.published / size,
                "corrected": min(100.0, max(0.0, percent.estimate)),
                "lower": max(0.0, percent.lower),
                "upper": min(100.0, percent.upper),
                "overcounted": 100 * found.overcounted / size,
                "undercounted": 100 * found.undercounted / size,
                "sampled": answered,
                "sample_id": audit.sample_id,
                "method": "calibration",
            }


def corrected(audit: Audit, belongs: Belongs, mid_p: bool = False) -> Corrected:
    """How many collaborations of the register are in a class, by its published values and the errors of the sample.

    An item without an adjudicated answer may be either: it is in no estimate, and counts both ways in the bounds.
    """
    too_many = [_errors(audit, stratum, belongs, True, mid_p) for stratum in sorted(audit.sizes)]
    too_few = [_errors(audit, stratum, belongs, False, mid_p) for stratum in sorted(audit.sizes)]
    published = sum(belongs(value) for _, value in audit.register)
    exact = Bounds(float(published), float(published), float(published))
    total = summed([(exact, 1), *((b, -1) for b in too_many), *((b, 1) for b in too_few)])
    over, under = (sum(b.estimate for b in some) for some in (too_many, too_few))
    return Corrected(published, total, over, under)


def _errors(audit: Audit, stratum: str, belongs: Belongs, inside: bool, mid_p: bool) -> Bounds:
    """Of the collaborations of a stratum that are published in the class (or outside it), how many are wrongly so."""
    size = sum(s == stratum and belongs(value) == inside for s, value in audit.register)
    units = [u for u in audit.units if u.stratum == stratum and belongs(u.published) == inside]
    known: list[Unit] = [u for u in units if u.true is not None]
    wrong = sum(belongs(u.true) != inside for u in known)
    # The register may have lost some since the draw; it cannot have fewer than were looked at.
    size = max(size, len(units))
    found = errors_in(size, len(known), wrong, mid_p)
    if not known:
        # Nothing was looked at here: as published is the best guess, and anything is possible.
        return Bounds(0.0, 0.0, float(size))
    open_ = len(units) - len(known)
    if open_:
        lowest = errors_in(size, len(units), wrong, mid_p).lower
        highest = errors_in(size, len(units), wrong + open_, mid_p).upper
        found = Bounds(found.estimate, min(found.estimate, lowest), max(found.estimate, highest))
    return found


@cache
def classes(attribute: str) -> dict[tuple[str, str], Belongs]:
    """The cells of figures that an attribute decides, each with which values belong to it."""
    if attribute == "legal_form":
        group = dict(read_seed("legal_form").select("legal_form", "figure_group").iter_rows())

        def of(*groups: str) -> Belongs:
            return lambda value: any(group.get(form) in groups for form in value)

        found = {("legal_form_group", g): of(g) for g in ("wgr", "private", "other")}
        return {**found, ("independent_share", "all"): of("wgr", "private")}
    if attribute == "theme":
        themes = read_seed("theme_code").sort("place")["theme"].to_list()
        codes = frozenset(themes)

        def having(*some: str) -> Belongs:
            return lambda value: set(some) <= value

        found = {("theme_share", theme): having(theme) for theme in themes}
        pairs = [(a, b) for i, a in enumerate(themes) for b in themes[i + 1 :]]
        found |= {("theme_pair_share", f"{a}+{b}"): having(a, b) for a, b in pairs}
        found[("theme_count_share", "1")] = lambda value: len(value & codes) == 1
        found[("theme_count_share", "3+")] = lambda value: len(value & codes) >= 3
        return found
    return {}
