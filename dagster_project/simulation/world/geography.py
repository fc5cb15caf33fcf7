"""The real country: its bodies at each date, what merged into what, and who lies near whom. From the seeds alone.

Belongs here: geography and the choice of a connected part of it. Does not belong here: any collaboration.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from dagster_project.simulation.randomness import generator
from dagster_project.simulation.world.organisations import exists, reference_date
from dagster_project.workspace.errors import WrongUse
from dagster_project.workspace.seeds import read_seed

FEWEST = 5
"""Fewer bodies than this hold no collaboration of several municipalities with a province and a water board."""

KINDS = ("gm", "pv", "ws")
KIND_NAMES = dict(zip(KINDS, ("municipality", "province", "water_board"), strict=True))
DIVISIONS = (
    "corop", "wmo_region", "youth_region", "labour_market_region", "care_safety_house", "health_region",
    "safety_region", "environment_service",
)  # fmt: skip
NEIGHBOURS = {
    "pv20": ("pv22", "pv21"),
    "pv21": ("pv20", "pv22", "pv24", "pv23"),
    "pv22": ("pv20", "pv23", "pv21"),
    "pv23": ("pv22", "pv25", "pv24", "pv21"),
    "pv24": ("pv23", "pv25", "pv27", "pv26", "pv21"),
    "pv25": ("pv26", "pv23", "pv30", "pv24", "pv31", "pv28"),
    "pv26": ("pv25", "pv28", "pv27", "pv24"),
    "pv27": ("pv26", "pv28", "pv24"),
    "pv28": ("pv26", "pv27", "pv30", "pv29", "pv25"),
    "pv29": ("pv28", "pv30"),
    "pv30": ("pv31", "pv25", "pv28", "pv29"),
    "pv31": ("pv30", "pv25"),
}
"""Provinces that border on each other, those with the longest border first; no seed holds borders."""
BOARDS = {
    "pv20": ("ws0646", "ws0647"),
    "pv21": ("ws0653", "ws0202", "ws0647"),
    "pv22": ("ws0664", "ws0646", "ws0647", "ws0663"),
    "pv23": ("ws0664", "ws0663", "ws0152"),
    "pv24": ("ws0650",),
    "pv25": ("ws0621", "ws0152", "ws0662"),
    "pv26": ("ws0636", "ws0662", "ws0155"),
    "pv27": ("ws0651", "ws0155", "ws0616"),
    "pv28": ("ws0616", "ws0372", "ws0656", "ws0655", "ws0621"),
    "pv29": ("ws0661",),
    "pv30": ("ws0654", "ws0539", "ws0652", "ws0621"),
    "pv31": ("ws0665",),
}
"""Water boards in each province, the largest part of it first; no seed holds their areas."""


@dataclass(frozen=True)
class Country:
    """A country or a connected part of it: bodies by snapshot and kind (`gm`, `pv`, `ws`), each in the order of ids."""

    bodies: dict[int, dict[str, tuple[str, ...]]]
    whole: bool
    _near: dict[tuple, tuple[str, ...]] = field(default_factory=dict, compare=False)

    def of(self, kind: str, snapshot: int) -> tuple[str, ...]:
        """Ids of a kind (`gm`, `pv`, `ws`) that are there at a snapshot."""
        return self.bodies[snapshot][kind]

    def near(self, anchor: str, kind: str, snapshot: int) -> tuple[str, ...]:
        """The bodies of a kind from near to far of a municipality; itself first."""
        key = (anchor, kind, snapshot)
        if key not in self._near:
            distance = _DISTANCE[kind]
            self._near[key] = tuple(sorted(self.of(kind, snapshot), key=lambda one: (distance(anchor, one), one)))
        return self._near[key]

    def bands(self, anchor: str, kind: str, snapshot: int) -> tuple[tuple[str, ...], ...]:
        """The bodies of a kind in groups that lie equally far from a municipality, the nearest group first."""
        key = ("bands", anchor, kind, snapshot)
        if key not in self._near:
            found: dict[tuple, list[str]] = defaultdict(list)
            for one in self.near(anchor, kind, snapshot):
                found[_DISTANCE[kind](anchor, one)].append(one)
            self._near[key] = tuple(map(tuple, found.values()))
        return self._near[key]

    def regions(self, anchor: str, snapshot: int) -> list[tuple[str, str, list[str]]]:
        """The regions of the divisions in which a municipality lies: division, name, members in this country."""
        return [
            (division, regions_of(anchor)[division], members)
            for division in DIVISIONS
            if (members := self._members(division, snapshot)[regions_of(anchor)[division]])
        ]

    def _members(self, division: str, snapshot: int) -> dict[str, list[str]]:
        key = (division, snapshot)
        if key not in self._near:
            found: dict[str, list[str]] = defaultdict(list)
            for one in self.of("gm", snapshot):
                found[regions_of(one)[division]].append(one)
            self._near[key] = found
        return self._near[key]


def country_of(bodies: int | None, snapshots: tuple[int, ...], seed: int) -> Country:
    """The whole country, or the part of `bodies` bodies around a municipality that the seed chooses.

    The part grows over the borders of the regions of the last snapshot; it keeps at each earlier snapshot whatever
    went up in it. Raises WrongUse for fewer bodies than FEWEST.
    """
    if bodies is None or bodies >= sum(len(existing_ids(kind, snapshots[-1])) for kind in KINDS):
        return Country({s: {kind: existing_ids(kind, s) for kind in KINDS} for s in snapshots}, True)
    if bodies < FEWEST:
        raise WrongUse(f"{bodies} bodies are too few for a country", "--bodies", f"give at least {FEWEST}")
    last = snapshots[-1]
    start = generator("start", seed).choice(existing_ids("gm", last))
    municipalities, provinces, boards = _part(start, bodies, last)
    found = {}
    for snapshot in snapshots:
        onward = successors_of(snapshot, last)
        kept = [one for one in existing_ids("gm", snapshot) if set(onward.get(one, (one,))) & municipalities]
        there = tuple(one for one in existing_ids("ws", snapshot) if one in boards)
        found[snapshot] = {"gm": tuple(kept), "pv": tuple(sorted(provinces)), "ws": there}
    return Country(found, False)


def _part(start: str, bodies: int, snapshot: int) -> tuple[set[str], set[str], set[str]]:
    """So many bodies around a municipality: municipalities, their provinces, and boards in the national proportion."""
    order = sorted(existing_ids("gm", snapshot), key=lambda one: (municipality_distance(start, one), one))
    per_municipality = len(existing_ids("ws", snapshot)) / len(order)
    part: tuple[set[str], set[str], set[str]] = (set(), set(), set())
    for count in range(1, len(order) + 1):
        municipalities = set(order[:count])
        provinces = sorted({province_of(one) for one in municipalities})
        own = list(dict.fromkeys(board for one in provinces for board in BOARDS[one] if exists(board, snapshot)))
        own.sort(key=lambda board: (board_distance(start, board), board))
        boards = set(own[: max(1, round(count * per_municipality))])
        if len(municipalities) + len(provinces) + len(boards) > bodies:
            break
        part = municipalities, set(provinces), boards
    return part


@cache
def existing_ids(kind: str, snapshot: int) -> tuple[str, ...]:
    """Ids of a kind (`gm`, `pv`, `ws`, `mn`) that exist at the snapshot."""
    known = sorted(one for one in read_seed("organisation")["organisation_id"] if one.startswith(kind))
    return tuple(one for one in known if exists(one, snapshot))


@cache
def successors_of(before: int, after: int) -> dict[str, tuple[str, ...]]:
    """Municipalities that ended between two snapshots, and the one or more in which they went on."""
    return {old: found for old, (found, _) in ended_municipalities(before, after).items()}


@cache
def ended_municipalities(before: int, after: int) -> dict[str, tuple[tuple[str, ...], date]]:
    """As `heirs`, with the day on which the old municipality ended."""
    changes = [
        (old, new, on)
        for old, new, on in read_seed("municipality_change")
        .select("old_id", "new_id", "effective_on")
        .sort("effective_on", "old_id", "new_id")
        .iter_rows()
        if reference_date(before) < on <= reference_date(after)
    ]
    direct: dict[str, list[str]] = defaultdict(list)
    ended: dict[str, date] = {}
    for old, new, on in changes:
        direct[old].append(new)
        ended[old] = on

    def last(one: str) -> list[str]:
        return [end for new in direct[one] for end in (last(new) if new in direct and new != one else [new])]

    return {old: (tuple(dict.fromkeys(last(old))), ended[old]) for old in sorted(direct)}


@cache
def province_of(municipality: str) -> str:
    """The province of a municipality, of any time."""
    return _provinces()[municipality]


@cache
def regions_of(municipality: str) -> dict[str, str]:
    """Division to region."""
    return _regions()[municipality]


@cache
def municipality_distance(one: str, other: str) -> tuple[int, int]:
    """Steps over provinces, then divisions that do not hold both: nought for itself, small for neighbours."""
    if one == other:
        return (-1, 0)
    mine, theirs = regions_of(one), regions_of(other)
    apart = sum(mine[division] != theirs[division] for division in DIVISIONS)
    steps = _steps(province_of(one))[province_of(other)]
    # A region over the border of a province is nearer than the far end of the own province.
    return (max(steps - (apart < len(DIVISIONS)), 0), apart)


def province_distance(one: str, province: str) -> tuple[int, int]:
    """Steps over borders of provinces, then the length of the border: nought for the own province."""
    home = province_of(one)
    order = NEIGHBOURS[home]
    return (_steps(home)[province], order.index(province) if province in order else 0)


def board_distance(one: str, board: str) -> tuple[int, int]:
    """Steps to the nearest province of a water board, then how small a part of it the board holds."""
    home = province_of(one)
    return min((_steps(home)[province], boards.index(board)) for province, boards in BOARDS.items() if board in boards)


_DISTANCE = {"gm": municipality_distance, "pv": province_distance, "ws": board_distance}


@cache
def _steps(home: str) -> dict[str, int]:
    """Borders between a province and each other."""
    steps, reached = {home: 0}, [home]
    for one in reached:
        for new in NEIGHBOURS[one]:
            if new not in steps:
                steps[new] = steps[one] + 1
                reached.append(new)
    return steps


@cache
def _provinces() -> dict[str, str]:
    return dict(read_seed("organisation").select("organisation_id", "province_id").iter_rows())


@cache
def _regions() -> dict[str, dict[str, str]]:
    rows = read_seed("municipality_region").iter_rows(named=True)
    return {row["organisation_id"]: {division: row[division] for division in DIVISIONS} for row in rows}
