"""Who can know of what: what any source may see of a snapshot, and which participant leaves out what.

Belongs here: whether a source captures a collaboration or a member. Does not belong here: how it words what it captures
(`budgets`, `survey`, `register`, `editions`, `programmes`), and errors in it (`faults`).

The inventory stays whole by construction: of each collaboration one participant, its keeper, neither forgets it nor
leaves out a member, so that all sources together hold every member of everything that is inventoried.
"""

from functools import lru_cache

from dagster_project.simulation.model import Population, TrueCollaboration
from dagster_project.simulation.randomness import uniform
from dagster_project.simulation.sources.faults import strikes

BUDGET_SNAPSHOTS = (2017, 2024)
"""The snapshots for which budgets were read; in 2020 they were not."""
INTERIM, INTERIM_OF = 2023, 2024
"""The interim snapshot and the one that it feeds: an edition and the register tell of it."""


def observable(population: Population, snapshot: int) -> list[TrueCollaboration]:
    """What any source may know of a snapshot, in the order of the truth."""
    return [one for one in population.collaborations if one.snapshot == snapshot and one.inventoried]


def complete_reporter(one: TrueCollaboration, seed: int) -> str | None:
    """The participant whose list is whole; None where no municipality, province or water board takes part."""
    if not one.participants:
        return None
    return one.participants[int(_kept_by(seed, one.snapshot, one.truth_id) * len(one.participants))]


@lru_cache(maxsize=10_000)
def _kept_by(seed: int, snapshot: int, truth_id: str) -> float:
    return uniform("keeper", seed, snapshot, truth_id)


def omits(one: TrueCollaboration, reporter: str, seed: int) -> bool:
    """Whether the budget of a participant leaves the party out."""
    return reporter != complete_reporter(one, seed) and strikes(
        "forgotten_party", seed, one.snapshot, reporter, one.truth_id
    )


def acknowledged_members(one: TrueCollaboration) -> tuple[str, ...]:
    """The governments that the region names: participants and the ministries that it acknowledges."""
    return one.participants + one.ministries + one.ministries_region_only
