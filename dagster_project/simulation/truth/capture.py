"""Which sources tell of which collaboration, counted from what they say.

Belongs here: the table of captures. Does not belong here: why a source knows of something (`sources.capture`), and any
estimate from it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from dagster_project.simulation.model import Observation, Population
from dagster_project.simulation.sources.capture import INTERIM, INTERIM_OF

SOURCES = ("budget", "edition", "programme", "register", "survey")
NOT_TOLD = ("denies_participation", "dissolved")
"""Claims by which a source says that something is not there."""

Capture = tuple[int, str, str, bool, int]
"""Snapshot, truth id, source, told or not, number of mentions."""


def captures(population: Population, observations: Iterable[Observation]) -> Iterator[Capture]:
    """A row per collaboration and source that tells of its snapshot at all, in the order of the truth and of SOURCES.

    The interim edition counts for the snapshot that it feeds. A denial or the news that something ended is no capture;
    what a source tells of a snapshot at which the collaboration is no longer there has no row.
    """
    told: Counter[tuple[int, str, str]] = Counter()
    heard = set()
    for said in observations:
        interim = said.source == "edition" and said.snapshot == INTERIM
        snapshot = INTERIM_OF if interim else said.snapshot
        heard.add((snapshot, said.source))
        if said.truth_id and said.claim not in NOT_TOLD:
            told[snapshot, said.truth_id, said.source] += 1
    for one in population.collaborations:
        for source in SOURCES:
            if (one.snapshot, source) in heard:
                number = told[one.snapshot, one.truth_id, source]
                yield one.snapshot, one.truth_id, source, number > 0, number
