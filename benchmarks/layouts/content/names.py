"""Invented names: of parties by kind, of regions, brands and persons. Does not belong here: what a document adds."""

import random

from benchmarks.layouts.words import words

ARRANGEMENT, COMPANY, FOUNDATION, OTHER = "arrangement", "company", "foundation", "other"
KINDS = ("arrangements", "foundations", "companies", "brands", "short_forms")
MIX = (5, 2, 3, 2, 2)
_BY_KIND = {"arrangements": ARRANGEMENT, "foundations": FOUNDATION, "companies": COMPANY}
_MARKS = {
    "nv": ("n.v.", "nv"), "bv": ("b.v.", "bv"), "cv": ("c.v.",), "cooperation": ("u.a.",),
}  # fmt: skip


def region(dice: random.Random) -> str:
    """A region that is not there."""
    places = words().places
    return dice.choice(places.region_first) + dice.choice(places.region_last)


def brand(dice: random.Random) -> str:
    """A brand of one word."""
    names = words().names
    return dice.choice(names.brand_first) + dice.choice(names.brand_last)


def letters(dice: random.Random) -> str:
    """A short name of three or four letters."""
    return "".join(dice.choices(words().names.letters, k=dice.choice((3, 3, 4))))


def party_name(dice: random.Random, kind: str) -> str:
    """A name of one of `KINDS`."""
    names = words().names
    good, other = dice.sample(names.goods, 2)
    return dice.choice(names.patterns[kind]).format(
        task=dice.choice(names.tasks), thing=dice.choice(names.things), good=good, good2=other, region=region(dice),
        other=region(dice), brand=brand(dice), letters=letters(dice), members=dice.choice(names.members),
    )  # fmt: skip


def legal_form(dice: random.Random, kind: str, name: str) -> tuple[str, str, str]:
    """A legal form that the name allows: group of parties, form as written, and its group (wgr or private)."""
    key = form_in_name(name) or {"arrangements": ARRANGEMENT, "foundations": FOUNDATION}.get(kind)
    key = key or dice.choice((ARRANGEMENT, "nv", "bv", "foundation") if kind != "companies" else ("nv", "bv"))
    written, group = dice.choice(words().names.forms[key])
    side = key if key in (ARRANGEMENT, FOUNDATION) else FOUNDATION if key == "association" else COMPANY
    return side, written, group


def form_in_name(name: str) -> str | None:
    """The key of the form that a name tells by itself; None where it tells none."""
    folded = name.casefold()
    last, first = folded.split()[-1], folded.split()[0]
    found = next((key for key, marks in _MARKS.items() if last in marks or first in marks), None)
    starts = {"stichting": FOUNDATION, "vereniging": "association", "gemeenschappelijke regeling": ARRANGEMENT}
    starts["gr "] = ARRANGEMENT
    return found or next((key for start, key in starts.items() if folded.startswith(start)), None)


def person(dice: random.Random) -> tuple[str, str]:
    """A person that is not there: the name, and the surname without particle."""
    persons = words().persons
    surname = dice.choice(persons.surname_first) + dice.choice(persons.surname_last)
    first = dice.choice((dice.choice(persons.first), dice.choice(persons.initials)))
    return f"{first} {dice.choice(persons.particles)}{surname}", surname


def titled(dice: random.Random, name: str) -> str:
    """A person's name with function and title, as sentences and lists write it."""
    persons = words().persons
    return f"{dice.choice(persons.functions)} {dice.choice(persons.titles)}{name}"


def abbreviation(name: str) -> str:
    """The first letters of the words of a name that has more than one; else its first three letters."""
    parts = [part for part in name.replace(".", "").split() if part[0].isalpha() and part not in ("NV", "BV", "CV")]
    initials = "".join(part[0] for part in parts).upper()
    return initials if len(initials) > 2 else name[:3].upper()
