"""The systems that cover the country: safety regions, health services, environment services and the like.

Belongs here: which bodies each system has at a snapshot, and that every municipality is in exactly one of each. The
regions are those of the seed `municipality_region`; the numbers of bodies those of `statutory_system_count`.
"""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from dagster_project.simulation.population.draft import MUNICIPALITY, PROVINCE, WATER_BOARD, Books, Draft
from dagster_project.simulation.population.kinds import Class
from dagster_project.simulation.population.places import known_places
from dagster_project.simulation.population.theme_targets import Themes
from dagster_project.simulation.world.definitions import least_governments
from dagster_project.simulation.world.geography import KINDS, ended_municipalities, province_of, regions_of
from dagster_project.simulation.world.organisations import place_name, reference_date
from dagster_project.texts import Entry, Vocabulary, read_vocabulary
from dagster_project.workspace.seeds import read_seed

BOARDS_IN_A_REGION = 2
"""Water boards of an energy region: those with the largest part of it; more is rare."""


class System(Entry):
    """What is the same for all bodies of a system: kinds of members, form, theme, goal, founding, name and purpose."""

    kinds: tuple[str, ...]
    legal_form: str
    group: str
    theme: str
    goal: str
    founded_on: date
    prefix: str
    purpose: str


class Union(Entry):
    """Two regions of a division that are one body from a day on (None: at all snapshots)."""

    system: str
    into: str
    gone: str
    on: date | None = None
    name: str | None = None


class _Statutory(Vocabulary):
    systems: dict[str, System]
    unions: tuple[Union, ...]


@cache
def statutory() -> _Statutory:
    """The systems and unions of `statutory.yml`."""
    return read_vocabulary(Path(__file__).with_name("statutory.yml"), _Statutory)


def systems_at(snapshot: int) -> dict[str, int]:
    """The systems that are there at a snapshot, with their number of bodies in the whole country."""
    seed = read_seed("statutory_system_count")
    rows = seed.filter(seed["snapshot"] == snapshot).select("system", "bodies").sort("system").iter_rows()
    return dict(rows)


def update_systems(books: Books) -> None:
    """Found the bodies that are new, merge those that merge, and set all members anew from the regions."""
    day = reference_date(books.snapshot)
    known = {(draft.system, draft.region): draft for draft in books.drafts if draft.system}
    for union in statutory().unions:
        key, gone = (union.system, union.into), (union.system, union.gone)
        if gone in known and union.on and union.on <= day:
            if key not in known:  # a part of the country may hold one of the two alone
                known[key] = known.pop(gone)
                known[key].region = union.into
            else:
                ended = known.pop(gone)
                ended.ended_on = union.on
                books.remove(ended)
                if ended.counted:
                    books.record_event(ended, "merged", union.on, (known[key],))
            _rename(books, known[key], union)
    there = {system: _regions(books, system) for system in systems_at(books.snapshot)}
    for (system, region), draft in known.items():
        if region not in there.get(system, {}):
            _end(books, draft)
    for system, regions in there.items():
        for region, members in regions.items():
            draft = known.get((system, region))
            was_counted, fresh = draft is not None and draft.counted, draft is None
            draft = draft or _found(books, system, region, _centre(region, members, books.snapshot))
            _join(books, draft, members)
            # A part of the country may hold one member only of a body; by some definitions that does not count.
            draft.in_scope = len(draft.governments) >= least_governments(books.snapshot)
            _note(books, draft, was_counted, fresh)


def _end(books: Books, draft: Draft) -> None:
    """In a part of the country a region ends where its last municipality went up in one of another region."""
    draft.ended_on = max(
        on for heirs, on in ended_municipalities(books.before, books.snapshot).values() if draft.anchor in heirs
    )
    books.remove(draft)
    if draft.counted:
        books.record_event(draft, "dissolved", draft.ended_on)


def _note(books: Books, draft: Draft, was_counted: bool, fresh: bool) -> None:
    if books.before is None or was_counted == draft.counted:
        return
    recent = draft.founded_on > reference_date(books.before)
    if draft.counted:
        kind = "founded" if fresh and recent else "first_seen" if fresh else "entered_scope"
        books.record_event(draft, kind, draft.founded_on if kind == "founded" else None)
    else:
        books.record_event(draft, "left_scope")


def statutory_quotas(books: Books) -> tuple[Counter[Class], Counter[str], Counter[Themes]]:
    """What the systems take of the quotas: classes, groups of forms, sets of themes."""
    drafts = [draft for draft in books.counted() if draft.system]
    return (
        Counter((draft.single, draft.pattern) for draft in drafts),
        Counter(draft.group for draft in drafts),
        Counter(draft.themes for draft in drafts),
    )


def _regions(books: Books, system: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for municipality in books.country.of(MUNICIPALITY, books.snapshot):
        region = energy_region(municipality) if system == "res_region" else regions_of(municipality)[system]
        for union in statutory().unions:
            now = union.on is None or union.on <= reference_date(books.snapshot)
            if now and (union.system, union.gone) == (system, region):
                region = union.into
        found.setdefault(region, []).append(municipality)
    return dict(sorted(found.items()))


def _found(books: Books, system: str, region: str, anchor: str) -> Draft:
    kind = statutory().systems[system]
    name = kind.prefix + region
    draft = books.new(
        anchor,
        system=system,
        region=region,
        legal_form=kind.legal_form,
        group=kind.group,
        themes=(kind.theme,),
        goal=kind.goal,
        purpose=kind.purpose,
        name=name,
        place=region,
        founded_on=kind.founded_on,
    )
    for union in statutory().unions:
        if (union.system, union.into) == (system, region) and union.on and union.on <= reference_date(books.snapshot):
            draft.name, draft.former_names = union.name, (name,)
    draft.seat = place_name(anchor, books.snapshot)
    books.names[draft.name.lower()] = draft
    return draft


def _centre(region: str, members: list[str], snapshot: int) -> str:
    """The member that gives the region its name, or else most other regions: the largest town, more often than not."""
    told = [place for place in known_places() if " " in place or "-" in place]

    def fame(municipality: str) -> tuple[bool, int]:
        name = place_name(municipality, snapshot)
        return name in region, sum(name in place for place in told)

    return max(members, key=fame)


def _rename(books: Books, draft: Draft, union: Union) -> None:
    draft.former_names += (draft.name,)
    draft.name = union.name
    books.names[draft.name.lower()] = draft
    if draft.counted:
        books.record_event(draft, "renamed", union.on)


def _join(books: Books, draft: Draft, municipalities: list[str]) -> None:
    kinds = statutory().systems[draft.system].kinds
    draft.members = {MUNICIPALITY: list(municipalities)}
    if PROVINCE in kinds:
        draft.members[PROVINCE] = sorted({province_of(one) for one in municipalities})
    if WATER_BOARD in kinds:
        near = books.country.near(draft.anchor, WATER_BOARD, books.snapshot)
        draft.members[WATER_BOARD] = sorted(near[:BOARDS_IN_A_REGION])
    draft.pattern = tuple(kind for kind in KINDS if draft.members.get(kind))
    draft.single = len(draft.governments) == 1


@cache
def energy_region(municipality: str) -> str:
    """The region of the energy strategy in which a municipality lies."""
    regions = regions_of(municipality) | {"municipality": municipality}
    rest = None
    for rule in _energy_rules():
        for division, values in rule.items():
            if division not in ("region", "province") and regions[division] in values:
                return rule["region"]
        if rule.get("province") == province_of(municipality):
            rest = rest or rule["region"]
    if rest is None:
        raise LookupError(f"no rule of energy_regions.yml holds {municipality}; add one")
    return rest


@cache
def _energy_rules() -> list[dict]:
    return yaml.safe_load((Path(__file__).parent / "energy_regions.yml").read_text(encoding="utf-8"))
