"""What must come out: the published figures of each snapshot as whole numbers, for the country or a part of it.

Belongs here: targets for the whole or a part. Does not belong here: what was published (`world.published_figures`), and
how the targets are met. A figure that is published rounded leaves an interval; the target is a whole number inside it.
"""

import math
from dataclasses import dataclass
from typing import TypeVar

from dagster_project.simulation.randomness import generator
from dagster_project.simulation.world.geography import KIND_NAMES, KINDS, Country, existing_ids
from dagster_project.simulation.world.published_figures import counts_of_share, published

Key = TypeVar("Key")
OFF_THE_MEAN = 0.35
"""How far a mean may lie from the published whole number; at half it would round to another."""


@dataclass(frozen=True)
class Targets:
    """Whole numbers for one snapshot: collaborations, memberships per kind, collaborations with at least one of it."""

    snapshot: int
    total: int
    forms: dict[str, int]
    memberships: dict[str, int]
    with_kind: dict[str, int]
    with_ministry: int | None
    with_several_non_government: int | None


def targets_of(country: Country, snapshot: int, seed: int) -> Targets:
    """The targets of a snapshot; of a part of the country in the proportion of its bodies.

    Means are drawn inside their rounding, for a country in which they are all whole numbers gives itself away.
    The snapshot is one of `world.published_figures.drawable`.
    """
    totals = published("total", snapshot)
    there = {kind: len(country.of(kind, snapshot)) for kind in KINDS}
    part = sum(there.values()) / sum(len(existing_ids(kind, snapshot)) for kind in KINDS)
    total = round(int(totals["all"]) * part)
    means = published("mean_collaborations", snapshot)
    least = published("with_at_least_one", snapshot)
    memberships = {
        kind: round(
            (int(means[name]) + OFF_THE_MEAN * generator("mean", seed, snapshot, kind).uniform(-1, 1)) * there[kind]
        )
        for kind, name in KIND_NAMES.items()
    }
    with_kind = {kind: round(int(least[name]) * part) for kind, name in KIND_NAMES.items()}
    if not country.whole:
        # One province in all that it takes part in leaves no room for two in one: memberships decide.
        with_kind = {
            kind: min(max(with_kind[kind], math.ceil(memberships[kind] / there[kind])), memberships[kind], total)
            for kind in KINDS
        }
    ministries, several = (
        published(figure, snapshot).get("all") for figure in ("with_ministry", "with_several_non_government_share")
    )
    return Targets(
        snapshot,
        total,
        forms=proportional({group: int(v) for group, v in published("legal_form_group", snapshot).items()}, total),
        memberships=memberships,
        with_kind=with_kind,
        with_ministry=round(int(ministries) * part) if ministries else None,
        with_several_non_government=_middle(counts_of_share(several, total)) if several else None,
    )


def proportional(weights: dict[Key, float], total: int) -> dict[Key, int]:
    """Whole numbers that add up to the total in the proportion of the weights, the largest remainders rounded up.

    Published percentages that add to 99 (2017) are stretched to the whole; each still rounds to what is published.
    """
    whole = sum(weights.values())
    exact = {key: weight * total / whole for key, weight in weights.items()}
    counts = {key: int(value) for key, value in exact.items()}
    rest = total - sum(counts.values())
    for key in sorted(exact, key=lambda key: (counts[key] - exact[key], key))[:rest]:
        counts[key] += 1
    return counts


def _middle(numbers: range) -> int:
    return numbers[len(numbers) // 2]
