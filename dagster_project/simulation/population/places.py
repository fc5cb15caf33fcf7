"""Words for where a collaboration lies: regions of divisions, its members, toponyms around it.

Belongs here: places as names hold them. Does not belong here: the rest of a name (`names`).
"""

import random
from functools import cache

from dagster_project.simulation.population.draft import Books, Draft
from dagster_project.simulation.population.vocabulary import words
from dagster_project.simulation.randomness import generator
from dagster_project.simulation.world.geography import regions_of
from dagster_project.simulation.world.organisations import place_name
from dagster_project.workspace.seeds import read_seed

NAMING = ("corop", "wmo_region", "youth_region", "labour_market_region", "safety_region")
"""Divisions whose regions lend their names; those of the others hold the word for the body itself."""
LEAST_FIT = 0.4
"""A region lends its name where it shares at least so much of its municipalities with the members (Jaccard)."""


def places(books: Books, draft: Draft) -> list[str]:
    """Words for the region of a collaboration, the best first: divisions that fit, its members, toponyms around it."""
    municipalities = draft.members.get("gm", [])
    chance = generator("place", books.seed, draft.number)
    if draft.single:
        return [place_name(draft.governments[0], books.snapshot)]
    if not municipalities:
        owners = [place_name(member, books.snapshot) for member in draft.governments]
        return ([_joined(owners[:2])] if owners else []) + _toponyms(draft, chance)
    inside = set(municipalities)
    fits: dict[str, float] = {}
    for division, region, members in books.country.regions(draft.anchor, books.snapshot):
        if division in NAMING:
            common = len(inside & set(members)) / len(inside | set(members))
            fits[_plain(region)] = max(common, fits.get(_plain(region), 0))
    good = sorted((region for region, fit in fits.items() if fit >= LEAST_FIT), key=lambda one: (-fits[one], one))
    members = [place_name(one, books.snapshot) for one in sorted(municipalities)]
    named = [_joined(members)] if len(members) <= 3 else []
    around = _toponyms(draft, chance)
    mixed = named + around[:2] if not good else good[:2] + around[:1] + named
    chance.shuffle(mixed)
    pairs = [_joined(pair) for pair in _pairs(members, chance)]
    directions = [f"{region}-{way}" for region in good[:1] for way in words().directions if " " not in region]
    return list(dict.fromkeys([*mixed, *good, *around, *directions, *pairs]))


def _toponyms(draft: Draft, chance: random.Random) -> list[str]:
    found = list(words().toponyms[regions_of(draft.anchor)["corop"]])
    chance.shuffle(found)
    return found


def _pairs(members: list[str], chance: random.Random) -> list[list[str]]:
    return [sorted(chance.sample(members, min(len(members), 2))) for _ in range(6)]


def _plain(region: str) -> str:
    """The name of a region without the word of its division."""
    for word in words().division_words:
        region = region.removeprefix(word)
    return region.partition(" (")[0]


def _joined(names: list[str]) -> str:
    """Two or three places as one: `Assen-Tynaarlo`, or with `en` where a name has blanks."""
    return "-".join(names) if all(" " not in name for name in names) else enumerated(names)


@cache
def known_places() -> tuple[str, ...]:
    """Every word for a place that a name may hold, the longest first."""
    found = {place for places in words().toponyms.values() for place in places}
    organisations = read_seed("organisation")
    found |= set(organisations.filter(organisations["kind"] != "ministry")["name"])
    for municipality in read_seed("municipality_region")["organisation_id"]:
        found |= {_plain(regions_of(municipality)[division]) for division in NAMING}
    return tuple(sorted(found, key=lambda place: (-len(place), place)))


def enumerated(items: list[str]) -> str:
    """Items in running text: `a, b en c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} en {items[-1]}"
