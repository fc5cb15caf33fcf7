"""The same country many times over, for tests at ten and a hundred times its size.

A copy has bodies of its own (`copies`), and invented places in its names for the real ones. Ministries are not
repeated, for there is one state; register versions are dropped, for copies have no documents.
"""

import re
from dataclasses import replace
from functools import cache

from dagster_project.simulation.model import Population, TrueCollaboration, TrueEvent
from dagster_project.simulation.population.places import known_places
from dagster_project.simulation.world.copies import MOST, copied_body, invented_place

ORIGINAL = 6
"""Digits of a truth id; in front of them a copy has its number."""


def multiplied(population: Population, copies: int) -> Population:
    """The population and its copies, number 2 up to and including `copies`; the first is the original."""
    if copies == 1:
        return population
    if copies > MOST:
        raise ValueError(f"at most {MOST} copies of a country can be told apart, not {copies}")
    collaborations, events = list(population.collaborations), list(population.events)
    for copy in range(2, copies + 1):
        collaborations += [_collaboration(one, copy) for one in population.collaborations]
        events += [_event(event, copy) for event in population.events]
    collaborations.sort(key=lambda one: (one.snapshot, one.truth_id))
    return Population(tuple(collaborations), tuple(events))


def copies_of(population: Population) -> list[Population]:
    """The collaborations of each copy by itself, in the order of their numbers; without events."""
    found: dict[str, list[TrueCollaboration]] = {}
    for one in population.collaborations:
        found.setdefault(one.truth_id[1:-ORIGINAL], []).append(one)
    return [Population(tuple(found[copy]), ()) for copy in sorted(found)]


def copied_name(name: str, copy: int) -> str:
    """A name with an invented place for every real one, or with one behind it where it holds none."""
    pieces = _pieces(name)
    return _copied_text(name, copy) if len(pieces) > 1 else f"{name} {invented_place(name, copy)}"


def _copied_text(text: str, copy: int) -> str:
    # Every other piece is a place.
    return "".join(invented_place(piece, copy) if n % 2 else piece for n, piece in enumerate(_pieces(text)))


def _collaboration(one: TrueCollaboration, copy: int) -> TrueCollaboration:
    return replace(
        one,
        truth_id=_truth_id(one.truth_id, copy),
        name=copied_name(one.name, copy),
        former_names=tuple(copied_name(name, copy) for name in one.former_names),
        seat=invented_place(one.seat, copy),
        purpose=_copied_text(one.purpose, copy),
        participants=tuple(copied_body(member, copy) for member in one.participants),
        non_government=tuple(copied_name(name, copy) for name in one.non_government),
        register_versions=(),
    )


def _event(event: TrueEvent, copy: int) -> TrueEvent:
    successors = tuple(_truth_id(one, copy) for one in event.successors)
    return replace(event, truth_id=_truth_id(event.truth_id, copy), successors=successors)


def _truth_id(truth_id: str, copy: int) -> str:
    """`t000001` becomes `t002000001` in the second copy."""
    return f"t{copy:03d}{truth_id[1:]}"


@cache
def _pieces(text: str) -> tuple[str, ...]:
    """A text cut at its places: text, place, text, place, and so on."""
    return tuple(_places().split(text))


@cache
def _places() -> re.Pattern:
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, known_places()))})(?!\w)")
