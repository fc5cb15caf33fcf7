"""How far two coders agree: the share of equal answers, and Cohen's kappa with its interval by the jackknife."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from dagster_project.uncertainty.errors.audit import Audit, Value

Z = 1.96
"""Of a normal distribution, for 95%."""


def agreements(audits: Sequence[Audit]) -> Iterator[dict[str, Any]]:
    """Rows of `audit_agreement`: of each sample the first two coders by code, over what both answered."""
    for audit in audits:
        coders = sorted(audit.answers)[:2]
        if len(coders) < 2:
            continue
        one, other = (audit.answers[c] for c in coders)
        pairs = [(one[i], other[i]) for i in sorted(one.keys() & other.keys())]
        agreed = sum(a == b for a, b in pairs)
        kappa, lower, upper = kappa_with_bounds(pairs)
        yield {
            "sample_id": audit.sample_id,
            "attribute": audit.attribute,
            "snapshot": audit.snapshot,
            "items": len(pairs),
            "agreed": agreed,
            "agreement": agreed / len(pairs) if pairs else None,
            "kappa": kappa,
            "lower": lower,
            "upper": upper,
        }


def kappa_with_bounds(pairs: Sequence[tuple[Value, Value]]) -> tuple[float | None, float | None, float | None]:
    """Kappa with bounds of 95%; None where one answer is all that either gave, or fewer than three pairs."""
    whole = cohens_kappa(pairs)
    without = [cohens_kappa([*pairs[:i], *pairs[i + 1 :]]) for i in range(len(pairs))]
    if whole is None or len(pairs) < 3 or None in without:
        return whole, None, None
    mean = sum(without) / len(without)
    spread = math.sqrt((len(pairs) - 1) / len(pairs) * sum((k - mean) ** 2 for k in without))
    return whole, max(-1.0, whole - Z * spread), min(1.0, whole + Z * spread)


def cohens_kappa(pairs: Sequence[tuple[Value, Value]]) -> float | None:
    """Agreement beyond what coders with these habits reach by chance; an answer of several themes is one category."""
    if not pairs:
        return None
    first, second = (Counter(side) for side in zip(*pairs, strict=True))
    observed = sum(a == b for a, b in pairs) / len(pairs)
    by_chance = sum(first[v] * second[v] for v in first) / len(pairs) ** 2
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)
