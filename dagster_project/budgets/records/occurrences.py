"""Where the chosen names stand: the places of the choice, and every other place that says one of these names again.

A name is also said by what stands before its abbreviation in brackets, and by that abbreviation alone. Does not belong
here: which names are chosen (`choice`).
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dagster_project.budgets.choice.parts import Part
from dagster_project.budgets.choice.places import LEAST, Named
from dagster_project.budgets.choice.units import Unit
from dagster_project.budgets.names import key_of
from dagster_project.budgets.records.model import Occurrence

_ABBREVIATED = re.compile(r"(.{6,}) \(([A-ZÀ-Þ][\w&.-]*[A-Z][\w&.-]*)\)")
"""A name with its abbreviation, which has a second capital, unlike the name of a place."""

_COMPANY = re.compile(r"^[NBC]\.?V\.?\s+|\s+[NBC]\.?V\.?$")
_LEAST_LETTERS = 2
_PARAGRAPHS, _MOST_OF = 3, 0.5
"""Parties with a paragraph of their own, and their part of all, from which on a document tells of each in one."""
_LONG, _KNOWN = 15, 3.0
"""Letters of a name that is long, and the log-odds by which such a name may look less like one where it comes again."""


def occurrences(
    units: Sequence[Unit], best: Sequence[tuple[float, Part] | None], chosen: Sequence[Named]
) -> list[Occurrence]:
    """Every text that names one of the chosen parties, in the order of the document, each place once."""
    chosen = _without_overlaps(chosen)
    known = _known(chosen)
    at = {id(named.unit): named for named in chosen}
    spoken = _spoken_again(units, best, known)
    found: list[Occurrence] = []
    for unit, one in zip(units, best, strict=True):
        if (named := at.get(id(unit))) is not None:
            same = known[key_of(named.part.name)]
            found.append(Occurrence(unit, named.part.name, named.part.seat, same, True))
        elif id(unit) in spoken:
            found.append(Occurrence(unit, one[1].name, one[1].seat, spoken[id(unit)], True))
        elif one is not None and unit.sentence is None and (same := _said_again(*one, known)):
            found.append(Occurrence(unit, one[1].name, one[1].seat, same, False))
    return found


def _spoken_again(
    units: Sequence[Unit], best: Sequence[tuple[float, Part] | None], known: Mapping[str, Named]
) -> dict[int, Named]:
    """By unit the party that a paragraph tells of: it is chosen elsewhere, as in a list, stands in the first sentence,
    and the paragraph names no other. Only where most parties of the document have such a paragraph."""
    by_block: dict[int, list[tuple[Unit, Named]]] = defaultdict(list)
    for unit, one in zip(units, best, strict=True):
        if unit.sentence is not None and one is not None and (same := known.get(key_of(one[1].name))):
            by_block[unit.index].append((unit, same))
    found = {
        id(said[0][0]): said[0][1]
        for said in by_block.values()
        if said[0][0].turn == 0
        and len({id(named) for _, named in said}) == 1
        and said[0][1].unit.index != said[0][0].index
    }
    told = {id(named) for named in found.values()}
    return found if len(told) >= max(_PARAGRAPHS, _MOST_OF * len({id(named) for named in known.values()})) else {}


def _without_overlaps(chosen: Sequence[Named]) -> list[Named]:
    """Of names that overlap in one sentence the parts, where there are two, else what looks most like a name."""
    dropped: set[int] = set()
    for one in chosen:
        within = [
            other
            for other in chosen
            if other is not one and _overlap(other.unit, one.unit) and key_of(other.part.name) in key_of(one.part.name)
        ]
        if len(within) > 1:
            dropped.add(id(one))
        else:
            dropped |= {id(min((one, other), key=lambda named: named.score)) for other in within}
    return [named for named in chosen if id(named) not in dropped]


def _overlap(one: Unit, other: Unit) -> bool:
    """Whether two texts share a part of the document: a sentence, a line of two, or a cell."""
    if one.index != other.index or (one.row, one.column) != (other.row, other.column):
        return False
    if one.sentence is not None or other.sentence is not None:
        return one.sentence == other.sentence
    if one.joined or other.joined:
        return abs((one.line or 0) - (other.line or 0)) <= 1
    return one.piece or other.piece


def _known(chosen: Sequence[Named]) -> dict[str, Named]:
    """By each key that says a party the name that it has in full: the longest of those that share a key."""
    known: dict[str, Named] = {}
    for named in sorted(chosen, key=lambda one: -len(one.part.name)):
        keys = _keys_of(named.part.name)
        same = next((known[key] for key in keys if key in known and _apart(known[key], named)), named)
        for key in keys:
            known.setdefault(key, same)
        known[keys[0]] = same
    return known


def _apart(one: Named, other: Named) -> bool:
    """Whether two names stand in different places: a table or list gives each of its parties one."""
    return one.place != other.place


def _said_again(score: float, part: Part, known: dict[str, Named]) -> Named | None:
    """The chosen name that a text says again; a long one is known by its letters, whatever it looks like there."""
    least = LEAST - _KNOWN if len(key_of(part.name)) >= _LONG else LEAST
    return _same(part.name, known) if score > least else None


def _same(name: str, known: dict[str, Named]) -> Named | None:
    return next((known[key] for key in _keys_of(name) if key in known), None)


@lru_cache(maxsize=20_000)
def _keys_of(name: str) -> tuple[str, ...]:
    """The keys by which a name is known: of the whole, of a name and its abbreviation each alone, and of the name of a
    company without its form."""
    found = _ABBREVIATED.fullmatch(name)
    bare = _COMPANY.sub("", name)
    names = [name, *(found.groups() if found else ()), *([bare] if len(bare) > _LEAST_LETTERS else [])]
    return tuple(dict.fromkeys(map(key_of, names)))
