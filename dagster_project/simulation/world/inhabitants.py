"""How many people live in a municipality of a snapshot, from `inhabitants.yml` and the mergers of the seeds.

Belongs here: sizes as weights. Does not belong here: what a large municipality does more often (`population.members`).
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

from dagster_project.simulation.world.organisations import reference_date
from dagster_project.texts import Vocabulary, read_vocabulary
from dagster_project.workspace.seeds import read_seed


class _Inhabitants(Vocabulary):
    thousands: dict[int, tuple[str, ...]]


@cache
def thousands_of_inhabitants(snapshot: int) -> dict[str, float]:
    """Municipality to thousands of inhabitants; a merged one has those of all it took in, a divided one gives each
    of its successors an equal part."""
    people: dict[str, float] = {}
    for thousands, municipalities in _listed().items():
        people |= dict.fromkeys(municipalities, float(thousands))
    for gone, successors in _changes(snapshot):
        if gone not in people:
            continue
        moving = people.pop(gone)
        for heir in successors:
            people[heir] = people.get(heir, 0.0) + moving / len(successors)
    return people


def _changes(snapshot: int) -> list[tuple[str, tuple[str, ...]]]:
    """What ended up to the reference date and where it went, the first change first."""
    rows = read_seed("municipality_change").select("effective_on", "old_id", "new_id")
    found: dict[tuple, list[str]] = defaultdict(list)
    for on, old, new in rows.sort("effective_on", "old_id", "new_id").iter_rows():
        if on <= reference_date(snapshot):
            found[on, old].append(new)
    return [(old, tuple(heirs)) for (_, old), heirs in found.items() if heirs != [old]]


@cache
def _listed() -> dict[int, tuple[str, ...]]:
    return read_vocabulary(Path(__file__).with_name("inhabitants.yml"), _Inhabitants).thousands
