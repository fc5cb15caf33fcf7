"""In how many regions of a system each municipality was on days between the snapshots: rows of `region_at_date`.

Belongs here: the days, the versions of the register in force on them, and which of these are regions. Does not belong
here: how many there must be (`expectations/coverage.yml`), and what coding says of a collaboration at a snapshot, which
is taken over.

A snapshot sees a register on its reference date only. A municipality that fell between two regions for a
year, or was in two while one took over from the other, is seen on the first of January of that year.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from dagster_project.coding import claimed_systems
from dagster_project.registers import versions_over_time
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]


def regions_at_dates(workspace: Workspace) -> list[Row]:
    """A row per day, system and municipality in scope that exists on it, of systems of which the register has a region.

    The days are the first of January of every year from the first reference date to the last.
    """
    reference = dict(read_seed("snapshot").select("snapshot", "reference_date").iter_rows())
    versions = versions_over_time(workspace, reference)
    regions = _regions(workspace, {id_: version for id_, (version, _) in versions.items()})
    days = [date(year, 1, 1) for year in range(min(reference.values()).year, max(reference.values()).year + 1)]
    systems = sorted({system for of in regions.values() for system, _ in of})
    scope = set(read_table(workspace, "organisation_snapshot").filter("in_scope")["organisation_id"])
    return [
        row
        for day in days
        for row in _of_day(
            day,
            {
                id_: (regions[id_], [m.code for m in members if m.takes_part(day)])
                for id_, (version, members) in versions.items()
                if id_ in regions and version.in_force(day)
            },
            systems,
            scope,
        )
    ]


def _of_day(
    day: date, there: Mapping[str, tuple[set[tuple[str, str]], list[str]]], systems: Iterable[str], scope: set[str]
) -> Iterator[Row]:
    """`there`: version in force to the (system, body) that it is, and its participants."""
    bodies: dict[tuple[str, str], set[str]] = defaultdict(set)
    for regions, members in there.values():
        for system, body in regions:
            for member in members:
                bodies[system, member].add(body)
    for organisation in _municipalities(day):
        for system in systems if organisation in scope else ():
            found = sorted(bodies.get((system, organisation), ()))
            yield {
                "day": day,
                "system": system,
                "organisation_id": organisation,
                "bodies": len(found),
                "names": found,
            }


def _municipalities(day: date) -> list[str]:
    """Those that exist on the day, sorted."""
    rows = read_seed("organisation").filter(kind="municipality").iter_rows(named=True)
    return sorted(
        r["organisation_id"]
        for r in rows
        if (r["valid_from"] is None or r["valid_from"] <= day) and (r["valid_to"] is None or day < r["valid_to"])
    )


def _regions(workspace: Workspace, versions: Mapping[str, Any]) -> dict[str, set[tuple[str, str]]]:
    """Version to the systems of which it is a region, each with the body: as coding says of its collaboration at any
    snapshot, or of another version of its body; else as its name says by itself."""
    systems: dict[str, set[str]] = defaultdict(set)
    for id_, some in read_table(workspace, "collaboration").select("collaboration_id", "statutory_systems").iter_rows():
        systems[id_] |= set(some)
    linked = dict(read_table(workspace, "link").select("mention_id", "collaboration_id").iter_rows())
    told: dict[str, str] = {}
    mentions = read_table(workspace, "mention").filter(source="register")
    for mention_id, identifiers in mentions.select("mention_id", "identifiers").iter_rows():
        told |= {i: linked[mention_id] for i in identifiers if mention_id in linked}
    found = {}
    for id_, version in versions.items():
        keys = [f"roo:{id_}", *([f"so:{version.body}"] if version.body else [])]
        body = next((told[key] for key in keys if key in told), None)
        if body is not None:
            of = systems[body]
        else:
            of, body = _by_name([version.name, *version.other_names]), version.body or version.name
        if of:
            found[id_] = {(system, body) for system in of}
    return found


def _by_name(names: Iterable[str]) -> set[str]:
    return {system for name in names for system, named in claimed_systems(name, None).items() if named}
