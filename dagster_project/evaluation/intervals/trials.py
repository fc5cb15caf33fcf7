"""Each estimator on one country: whether its interval holds the truth, and how wide it is beside a mid-p one.

Belongs here: the groups of figures, and those whose assumption is broken on purpose. Does not belong here: how many
must hold (`verdict`).

| group | estimate | assumption |
|---|---|---|
| error_rate.* | share of wrong values in an attribute | coders see nothing of the register |
| share.* | share of a class, corrected for errors | the same |
| coverage | collaborations on no list, lists independent | one list says nothing of the other |
| seen.* | the first, where coders were shown what is published and take half of the errors over | broken |
| coverage.dependent | the third, in countries where budgets and survey miss the same | broken |
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dagster_project.evaluation.intervals.countries import SNAPSHOT, Country, Known, Value
from dagster_project.review import allocated
from dagster_project.uncertainty import Audit, Unit, classes, corrected, error_bounds, population

SAMPLED = 60
"""Of a country of some 190: a third, as a release would afford of a small one."""
FIGURES = ("legal_form_group", "theme_share")
TAKEN_OVER = 0.5


@dataclass(frozen=True)
class Trial:
    """One interval: its group and cell, whether it holds the truth, its width and that of the mid-p interval."""

    group: str
    cell: str
    holds: bool
    width: float
    mid_p_width: float


def trials(country: Country, dependent: bool, seed: int) -> Iterator[Trial]:
    """All intervals of a country; of one whose lists depend on each other only that of coverage."""
    group = "coverage.dependent" if dependent else "coverage"
    bounds = [population(country.seen, 1.0, mid_p) for mid_p in (False, True)]
    yield _trial(group, "all", country.there, *bounds)
    if dependent:
        return
    for attribute in ("legal_form", "theme"):
        drawing = random.Random(f"{seed} {country.name} {attribute}")
        sample = drawn(country.known, drawing)
        honest = audited(country.known, attribute, [(one, one.true[attribute]) for one in sample])
        seen = audited(country.known, attribute, [(one, _taken_over(one, attribute, drawing)) for one in sample])
        wrong = sum(one.published[attribute] != one.true[attribute] for one in country.known)
        for name, audit in (("error_rate", honest), ("seen", seen)):
            yield _trial(f"{name}.{attribute}", "all", wrong, *(error_bounds(audit, m) for m in (False, True)))
        for (figure, category), belongs in classes(attribute).items():
            if figure in FIGURES:
                true = sum(belongs(one.true[attribute]) for one in country.known)
                found = [corrected(honest, belongs, mid_p).corrected for mid_p in (False, True)]
                yield _trial(f"share.{figure}", category, true, *found)


def _trial(group: str, cell: str, true: float, exact, mid_p) -> Trial:
    holds = exact.lower - 1e-9 <= true <= exact.upper + 1e-9
    return Trial(group, cell, holds, exact.upper - exact.lower, mid_p.upper - mid_p.lower)


def drawn(known: tuple[Known, ...], drawing: random.Random) -> list[Known]:
    """A stratified sample, as `review sample` draws it."""
    strata: dict[str, list[Known]] = {}
    for one in known:
        strata.setdefault(one.stratum, []).append(one)
    given = allocated({stratum: len(some) for stratum, some in strata.items()}, SAMPLED)
    return [one for stratum, some in sorted(strata.items()) for one in drawing.sample(some, given[stratum])]


def audited(known: tuple[Known, ...], attribute: str, answers: list[tuple[Known, Value]]) -> Audit:
    units = tuple(Unit(one.stratum, one.published[attribute], true) for one, true in answers)
    sizes = Counter(one.stratum for one in known)
    register = tuple((one.stratum, one.published[attribute]) for one in known)
    return Audit("simulated", attribute, SNAPSHOT, units, sizes, register, {})


def _taken_over(one: Known, attribute: str, drawing: random.Random) -> Value:
    return one.published[attribute] if drawing.random() < TAKEN_OVER else one.true[attribute]
