"""The legal divisions of the country: which municipalities are a region of which statutory system at a snapshot.

Belongs here: regions and how well a list of members fits them. Does not belong here: what a name says (`systems`), and
who takes part in what (the participants of mentions).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dagster_project.texts import fold
from dagster_project.workspace.seeds import read_seed

if TYPE_CHECKING:
    import polars as pl

COVERED = 0.6
"""So much of a region takes part in a body that is that region: sources forget members, and a division that was drawn
in 2016 is a few municipalities off by now."""
INSIDE = 0.75
"""So much of a body lies in the regions that it covers. Of a group of neighbours over two regions it does not."""


@dataclass(frozen=True)
class Fit:
    """How members lie in a division: the regions that they cover, which part of them lies inside these, and the region
    in which most of them are with the share of it that takes part."""

    covered: tuple[str, ...]
    inside: float
    nearest: str
    share: float

    @property
    def fits(self) -> bool:
        """Whether the members are one or more whole regions, by and large."""
        return bool(self.covered) and self.inside >= INSIDE

    @property
    def regions(self) -> frozenset[str]:
        """The regions that a body with these members would be: those covered, else the nearest."""
        return frozenset(self.covered or (self.nearest,))


class Divisions:
    """The divisions of all systems that the seed `municipality_region` has, at the snapshots.

    `organisations` is the table organisation_snapshot: only municipalities that exist and are in scope count, for of
    others no source was asked.
    """

    def __init__(self, organisations: "pl.DataFrame"):
        self._regions: dict[tuple[str, int], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        seed = read_seed("municipality_region")
        self.systems = [system for system in read_seed("statutory_system")["system"] if system in seed.columns]
        self._names = {system: _names_of_bodies(system, seed[system].drop_nulls()) for system in self.systems}
        there = organisations.filter(organisations["in_scope"]).join(
            seed.select("organisation_id", *self.systems), on="organisation_id"
        )
        for row in there.iter_rows(named=True):
            for system in self.systems:
                if row[system]:
                    self._regions[system, row["snapshot"]][row[system]].add(row["organisation_id"])

    def names(self, system: str, folded_name: str) -> bool:
        """Whether the division calls one of its bodies by this name (folded as a name)."""
        return folded_name in self._names.get(system, ())

    def fit(self, system: str, snapshot: int, members: Iterable[str]) -> Fit | None:
        """How municipalities lie in the division; None where there is no division, or none of them is in it."""
        regions, members = self._regions.get((system, snapshot), {}), set(members)
        shared = {region: len(members & those) for region, those in regions.items() if members & those}
        if not shared:
            return None
        placed = sum(shared.values())
        share = {region: number / len(regions[region]) for region, number in shared.items()}
        covered = tuple(sorted(region for region in shared if share[region] >= COVERED))
        nearest = min(shared, key=lambda region: (-shared[region], -share[region], region))
        inside = sum(shared[region] for region in covered) / placed
        return Fit(covered, round(inside, 6), nearest, round(share[nearest], 6))


def _names_of_bodies(system: str, labels: Iterable[str]) -> frozenset[str]:
    """The labels of a division that names bodies, as most of its labels tell by the word of their kind; empty for one
    that names areas, for by the name of an area many bodies go."""
    names = frozenset(fold(label) for label in labels)
    rows = read_seed("regional_division")
    words = [fold(word) for word in rows.filter(rows["system"] == system)["name_prefix"].drop_nulls()]
    telling = sum(any(word in name for word in words) for name in names)
    return names if 2 * telling > len(names) else frozenset()
