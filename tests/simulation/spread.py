"""How memberships are spread over municipalities: counts, and rank correlations. Helpers of tests."""

from collections import Counter
from collections.abc import Sequence
from statistics import correlation

from dagster_project.simulation.model import Population
from dagster_project.simulation.truth.figures import counted
from dagster_project.simulation.world.geography import existing_ids


def memberships(population: Population, snapshot: int) -> dict[str, int]:
    """Each municipality of the snapshot, in the order of the codes, to how often it takes part in what counts."""
    found = Counter(member for one in counted(population)[snapshot] for member in one.participants)
    return {one: found[one] for one in existing_ids("gm", snapshot)}


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """The rank correlation; ties get their middle rank."""
    return correlation(_ranks(one), _ranks(other))


def _ranks(values: Sequence[float]) -> list[float]:
    places: dict[float, list[int]] = {}
    for place, value in enumerate(sorted(values)):
        places.setdefault(value, []).append(place)
    return [sum(places[value]) / len(places[value]) for value in values]
