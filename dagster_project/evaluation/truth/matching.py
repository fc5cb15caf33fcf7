"""Which party that was read is which party of the truth, within one document.

Belongs here: the pairing. A pair is made by an equal name, by a name that is nearly equal, or by the same place; a
party is in one pair at most. Does not belong here: what a pair is worth (`extraction`).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dagster_project.evaluation.truth.party import Party
from dagster_project.evaluation.truth.spelling import key

NEAR = 85.0
"""Likeness in percent from which a name counts as the other one misread: a line lost or a mark kept is above it, two
parties of one document are hardly ever."""
SHORTEST = 5
"""Of names this short, near ones are other ones."""

How = Literal["name", "near", "place"]


@dataclass(frozen=True)
class Pair:
    """A party of the truth, what was read for it, and on what ground they are one."""

    true: Party
    read: Party
    how: How


@dataclass(frozen=True)
class Pairing:
    """All pairs of a set of documents, what was missed and what was invented, in the order of the documents."""

    pairs: tuple[Pair, ...]
    missed: tuple[Party, ...]
    invented: tuple[Party, ...]


def pair_up(true: Iterable[Party], read: Iterable[Party]) -> Pairing:
    """Pair the parties of many documents; only parties of the same document and snapshot can be one."""
    ours: dict[tuple, list[Party]] = defaultdict(list)
    theirs: dict[tuple, list[Party]] = defaultdict(list)
    for party in true:
        theirs[_where(party)].append(party)
    for party in read:
        ours[_where(party)].append(party)
    pairs: list[Pair] = []
    missed: list[Party] = []
    invented: list[Party] = []
    for where in sorted(ours.keys() | theirs.keys(), key=str):
        left, right = sorted(theirs[where], key=_turn), sorted(ours[where], key=_turn)
        for step in (_same_names, _near_names, _same_places):
            found = step(left, right)
            pairs += found
            left = _rest(left, (pair.true for pair in found))
            right = _rest(right, (pair.read for pair in found))
        missed += left
        invented += right
    return Pairing(tuple(pairs), tuple(missed), tuple(invented))


def _where(party: Party) -> tuple:
    return party.document, party.snapshot


def _turn(party: Party) -> tuple:
    return party.order, party.name, party.place


def _rest(parties: list[Party], taken: Iterable[Party]) -> list[Party]:
    gone = {id(party) for party in taken}
    return [party for party in parties if id(party) not in gone]


def _same_names(true: list[Party], read: list[Party]) -> list[Pair]:
    """Equal names; among namesakes the one with the same place, else the same seat, else the next in turn."""
    named: dict[str, list[Party]] = defaultdict(list)
    for party in read:
        named[key(party.name)].append(party)
    pairs, left = [], true
    for alike in (_placed_alike, _seated_alike, lambda true, read: True):
        still_left = []
        for party in left:
            namesakes = named[key(party.name)]
            twin = next((other for other in namesakes if alike(party, other)), None)
            if twin is None:
                still_left.append(party)
                continue
            namesakes.remove(twin)
            pairs.append(Pair(party, twin, "name"))
        left = still_left
    return pairs


def _placed_alike(true: Party, read: Party) -> bool:
    return bool(true.place) and true.place == read.place


def _seated_alike(true: Party, read: Party) -> bool:
    return bool(true.fields.get("seat")) and key(true.fields["seat"]) == key(read.fields.get("seat"))


def _near_names(true: list[Party], read: list[Party]) -> list[Pair]:
    """The nearest pair first, until none is near."""
    from rapidfuzz.fuzz import ratio

    near = []
    for i, party in enumerate(true):
        for j, other in enumerate(read):
            mine, its = key(party.name), key(other.name)
            if min(len(mine), len(its)) > SHORTEST and (likeness := ratio(mine, its, score_cutoff=NEAR)):
                near.append((-likeness, i, j))
    return _greedy(sorted(near), true, read, "near")


def _same_places(true: list[Party], read: list[Party]) -> list[Pair]:
    """The same row of a sheet or line of a file. A page holds many, so it tells nothing."""
    placed = [
        (0, i, j)
        for i, party in enumerate(true)
        for j, other in enumerate(read)
        if _placed_alike(party, other) and not party.place.startswith("page=")
    ]
    return _greedy(placed, true, read, "place")


def _greedy(ranked: list[tuple], true: list[Party], read: list[Party], how: How) -> list[Pair]:
    pairs, mine, its = [], set(), set()
    for _, i, j in ranked:
        if i not in mine and j not in its:
            mine.add(i)
            its.add(j)
            pairs.append(Pair(true[i], read[j], how))
    return pairs
