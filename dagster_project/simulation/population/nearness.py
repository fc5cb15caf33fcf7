"""Who lies how far from a collaboration: by regions and provinces, and by lot among those that lie equally far.

Belongs here: the order in which bodies are asked to take part. Does not belong here: how many are (`members`).
"""

import math
from functools import lru_cache

from dagster_project.simulation.population.draft import MUNICIPALITY, Books, Draft
from dagster_project.simulation.population.settings import setting
from dagster_project.simulation.randomness import generator, uniform
from dagster_project.simulation.world.inhabitants import thousands_of_inhabitants
from dagster_project.workspace.seeds import read_seed

TYPICAL = 27
"""Thousands of inhabitants of the municipality in the middle. A square root is rounded alike on every machine."""
TOGETHER = 6
"""Municipalities of the list among which eagerness is dealt out."""


def from_near_to_far(books: Books, draft: Draft, kind: str) -> tuple[str, ...]:
    """The bodies of a kind in the order in which they come in: near ones first, among equally near ones by a lot of
    this collaboration in which a large or eager municipality weighs more. The same at every call of a snapshot."""
    key = (draft.number, draft.anchor, kind, books.snapshot)
    if key not in books.orders:
        chance = generator("order", books.seed, draft.number, kind)
        there = sorted(books.country.of(kind, books.snapshot))
        lots = {one: chance.random() / _weight(books, one, kind) for one in there}
        bands = books.country.bands(draft.anchor, kind, books.snapshot)
        books.orders[key] = tuple(one for band in bands for one in sorted(band, key=lambda one: (lots[one], one)))
    return books.orders[key]


def _weight(books: Books, body: str, kind: str) -> float:
    """One for a municipality of typical size and eagerness, more for a larger or more eager one."""
    if kind != MUNICIPALITY:
        return 1.0
    size = math.sqrt(thousands_of_inhabitants(books.snapshot)[body] / TYPICAL)
    return (1 + setting("pull_of_size") * (size - 1)) * (
        1 + setting("eagerness") * (_eagerness(books.seed)[body] - 0.5)
    )


@lru_cache(maxsize=4)
def _eagerness(seed: int) -> dict[str, float]:
    """Every municipality of any time to a number in [0, 1): by lot, but of each few that follow on each other in the
    list one is among the least eager and one among the most, so that no part of the country is eager by mere chance."""
    organisations = read_seed("organisation")
    listed = sorted(organisations.filter(organisations["kind"] == "municipality")["organisation_id"])
    found = {}
    for start in range(0, len(listed), TOGETHER):
        few = sorted(listed[start : start + TOGETHER], key=lambda body: uniform("eager", seed, body))
        found |= {body: (place + uniform("eagerness", seed, body)) / len(few) for place, body in enumerate(few)}
    return found
