"""The whole country of one seed, drawn once for all tests that look at it."""

from functools import cache

from dagster_project.simulation.model import Population
from dagster_project.simulation.population.draw import build_population

SNAPSHOTS = (2017, 2020, 2024)
SEED = 20


@cache
def whole() -> Population:
    return build_population(bodies=None, snapshots=SNAPSHOTS, seed=SEED)


@cache
def part(bodies: int = 40, seed: int = 3) -> Population:
    return build_population(bodies=bodies, snapshots=SNAPSHOTS, seed=seed)


def at(population: Population, snapshot: int) -> dict:
    """The collaborations of a snapshot by their id."""
    return {one.truth_id: one for one in population.collaborations if one.snapshot == snapshot}
