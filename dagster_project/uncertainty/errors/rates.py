"""How often the register errs: the rows of `error_rate` and `confusion`.

Belongs here: what an error is, over and undercount apart, by stratum and over all. Does not belong here: what errors do
to a share (`correction`).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from dagster_project.uncertainty.errors.audit import Audit, Unit
from dagster_project.uncertainty.errors.intervals import Bounds, errors_in, summed

ALL, NONE = "all", "none"
DIRECTIONS: dict[str, Callable[[Unit], bool]] = {
    "any": lambda unit: unit.published != unit.true,
    "overcounted": lambda unit: bool(unit.published - unit.true),
    "undercounted": lambda unit: bool(unit.true - unit.published),
}


def error_rates(audits: Sequence[Audit]) -> Iterator[dict[str, Any]]:
    """Per sample, stratum and direction, and over all strata.

    An item that nobody answered, or on which coders differ and nobody settled it, may be right or wrong: it is in no
    estimate, and is right in the lower bound and wrong in the upper one.
    """
    for audit in audits:
        for direction, wrong in DIRECTIONS.items():
            parts = {stratum: _stratum(audit, stratum, wrong) for stratum in sorted(audit.sizes)}
            for stratum, (bounds, sampled, errors) in parts.items():
                yield _row(audit, stratum, direction, bounds, audit.sizes[stratum], sampled, errors)
            whole = summed((bounds, 1) for bounds, _, _ in parts.values())
            sampled, errors = (sum(part[i] for part in parts.values()) for i in (1, 2))
            yield _row(audit, ALL, direction, whole, sum(audit.sizes.values()), sampled, errors)


def error_bounds(audit: Audit, mid_p: bool = False) -> Bounds:
    """How many collaborations have another value than the true one, over all strata."""
    return summed((_stratum(audit, stratum, DIRECTIONS["any"], mid_p)[0], 1) for stratum in sorted(audit.sizes))


def _stratum(audit: Audit, stratum: str, wrong: Callable[[Unit], bool], mid_p: bool = False) -> tuple[Bounds, int, int]:
    units = [u for u in audit.units if u.stratum == stratum]
    known = [u for u in units if u.true is not None]
    errors, size = sum(map(wrong, known)), audit.sizes[stratum]
    found = errors_in(size, len(known), errors, mid_p)
    if len(known) < len(units):
        lowest = errors_in(size, len(units), errors, mid_p).lower
        highest = errors_in(size, len(units), errors + len(units) - len(known), mid_p).upper
        found = Bounds(found.estimate, min(found.estimate, lowest), max(found.estimate, highest))
    return found, len(known), errors


def _row(audit: Audit, stratum: str, direction: str, bounds: Bounds, size: int, sampled: int, errors: int) -> dict:
    percent = bounds.scaled(100 / size)
    return {
        "sample_id": audit.sample_id,
        "attribute": audit.attribute,
        "snapshot": audit.snapshot,
        "stratum": stratum,
        "direction": direction,
        "population": size,
        "sampled": sampled,
        "errors": errors,
        "rate": percent.estimate if sampled else None,
        "lower": max(0.0, percent.lower),
        "upper": min(100.0, percent.upper),
        "method": "hypergeometric" if stratum != ALL or len(audit.sizes) == 1 else "mover_hypergeometric",
    }


def confusions(audits: Sequence[Audit]) -> Iterator[dict[str, Any]]:
    """Rows true by the adjudicated answer, columns as published."""
    for audit in audits:
        known = [u for u in audit.units if u.true is not None]
        answered = Counter(u.stratum for u in known)
        items: Counter[tuple[str, str]] = Counter()
        weights: dict[tuple[str, str], float] = defaultdict(float)
        for unit in known:
            for cell in _cells(audit.attribute, unit):
                items[cell] += 1
                weights[cell] += audit.sizes[unit.stratum] / answered[unit.stratum]
        for (true, published), number in sorted(items.items()):
            yield {
                "sample_id": audit.sample_id,
                "attribute": audit.attribute,
                "snapshot": audit.snapshot,
                "true_value": true,
                "published_value": published,
                "items": number,
                "weight": round(weights[true, published], 9),
            }


def _cells(attribute: str, unit: Unit) -> list[tuple[str, str]]:
    """Of one value the true beside the published one; of themes each with itself, or with none on the other side."""
    if attribute != "theme":
        return [(true, published) for true in sorted(unit.true) for published in sorted(unit.published)]
    same = [(theme, theme) for theme in sorted(unit.true & unit.published)]
    missed = [(theme, NONE) for theme in sorted(unit.true - unit.published)]
    return same + missed + [(NONE, theme) for theme in sorted(unit.published - unit.true)]
