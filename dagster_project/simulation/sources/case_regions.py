"""The ten regions of the study of 2020 to 2023: an interim edition tells of them, and the survey of 2024 left them out.

Appendix 1 of the article: 232 of the 342 municipalities were asked, those outside the ten. Which regions these were is
not published by code; here they are safety regions by lot, which together hold about as many municipalities.
"""

from functools import lru_cache

from dagster_project.simulation.randomness import generator
from dagster_project.workspace.seeds import read_seed

OF_THE_REGIONS = 10 / 25
"""The part of the safety regions; of a smaller country the same part, rounded."""
OF_THE_MUNICIPALITIES = 110 / 342
DRAWINGS = 300
"""So many sets are drawn, and the one taken whose number of municipalities comes nearest to the published one."""


@lru_cache(maxsize=8)
def case_municipalities(municipalities: tuple[str, ...], seed: int) -> frozenset[str]:
    """The municipalities of the ten regions, of those of a country."""
    of = dict(read_seed("municipality_region").select("organisation_id", "safety_region").iter_rows())
    held: dict[str, list[str]] = {}
    for municipality in municipalities:
        if of.get(municipality):
            held.setdefault(of[municipality], []).append(municipality)
    names, chance = sorted(held), generator("case regions", seed)
    number = int(len(names) * OF_THE_REGIONS + 0.5)
    drawn = [chance.sample(names, number) for _ in range(DRAWINGS)]
    wanted = len(municipalities) * OF_THE_MUNICIPALITIES
    best = min(drawn, key=lambda some: abs(sum(len(held[name]) for name in some) - wanted))
    return frozenset(one for name in best for one in held[name])
