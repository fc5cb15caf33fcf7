"""The parties that the readers of tables, blocks and lists propose, weighed against the names that the choice takes.

Belongs here: what becomes of a proposed party that looks like none, and of a name that no reader read. A document of
which the readers understand the fields of parties is theirs; the choice speaks where they found little, for there they
guess. Does not belong here: how sure a party is (`confidence`).
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dagster_project.budgets.choice.confidence import OTHER_NAME, UNKNOWN, Signs
from dagster_project.budgets.choice.names import name_scores
from dagster_project.budgets.choice.parts import Part, parts_of
from dagster_project.budgets.choice.places import Named, best_parts, chosen_names
from dagster_project.budgets.choice.units import Unit, units_of
from dagster_project.budgets.names import clean_name, key_of
from dagster_project.budgets.party import Party
from dagster_project.budgets.vocabulary import FORM, PARTICIPANTS, PROGRAMME, PURPOSE, SEAT
from dagster_project.documents import Document
from dagster_project.documents.text import one_line

UNDERSTOOD = 2
"""Parties of which at least `FIELDS` were read that make a document one that the readers understand."""
FIELDS = 2
_OWN_FIELDS = (FORM, SEAT, PURPOSE, PARTICIPANTS)
UNLIKE = -2.0
"""Log-odds below which a proposed party with few fields is none."""
_TAIL = re.compile(r"^(?:,| te)? [A-ZÀ-Þ'][a-zà-ÿ’' -]+$")
"""What stands behind a name that is a seat: a place, without figures or brackets."""
CLEARLY = 1.0
"""Log-odds by which a name without its tail must look more like one than with it."""
NAME_COLUMN = "name_written"
ALONE = 1.0
"""Log-odds that a name must have where it is the only one in its place."""


class Chosen(NamedTuple):
    """The parties that hold, and the places and names that the choice takes and no reader has as a party."""

    parties: list[Party]
    left: list[tuple[str, str]]


def fields_read(party: Party) -> int:
    """How many fields and amounts of a party were read."""
    return sum(bool(party.texts.get(name)) for name in _OWN_FIELDS) + len(party.amounts)


def weighed(document: Document, parties: Sequence[Party]) -> Chosen:
    """The parties of a document after the choice: those that hold, and those that only the choice found by name.

    In a document that the readers understand these are none, but they are told as left over.
    """
    units = units_of(document)
    best = best_parts(units)
    scores = best_scores(best)
    chosen = [n for n in chosen_names(units, best) if n.beside > 1 or n.score >= ALONE]
    taken = {key_of(named.part.name): named for named in chosen}
    found = [_without_tail(party, scores) for party in parties]
    understood = sum(fields_read(party) >= FIELDS for party in found) >= UNDERSTOOD
    if not understood:
        kept = [party for party in found if _holds(party, taken, scores)]
        known = {key_of(party.name) for party in kept}
        found = _in_order(kept + [_party(n) for n in chosen if key_of(n.part.name) not in known], units)
    for party in found:
        party.signs = _signs(party, taken, scores, understood)
    return Chosen(found, _left(chosen, found))


def _left(chosen: Sequence[Named], found: Sequence[Party]) -> list[tuple[str, str]]:
    """What was chosen and is neither read as a name nor part of a field that holds names or places. Where the same
    place was read as a longer or shorter name, that is in doubt."""
    read = {key: party for party in found if (key := key_of(clean_name(party.name).text))}
    values = " ".join(key_of(text) for party in found for text in _names_and_places(party))
    left = []
    for named in chosen:
        key = key_of(named.part.name)
        alike = [party for other, party in read.items() if key in other or other in key]
        if not alike and key not in values:
            left.append((named.unit.locator, named.part.name))
        elif key not in read:
            for party in alike:
                if party.locator == named.unit.locator:
                    party.doubts.append(OTHER_NAME)
                    party.other_reading[NAME_COLUMN] = named.part.name
    return left


def _names_and_places(party: Party) -> list[str]:
    return [party.texts.get(name, "") for name in (SEAT, FORM, PARTICIPANTS, PROGRAMME)]


def _signs(party: Party, taken: Mapping[str, Named], scores: Mapping[str, float], understood: bool) -> Signs:
    key = key_of(clean_name(party.name).text)
    named = taken.get(key)
    beside = named.beside if named else 0
    score = scores.get(key, UNKNOWN)
    return Signs(score, named is not None, beside, fields_read(party), party.kind, understood)


def best_scores(best: Sequence[tuple[float, Part] | None]) -> dict[str, float]:
    """The log-odds of each name by its key, the highest of the texts that give it."""
    scores: dict[str, float] = {}
    for found in best:
        if found is not None:
            key = key_of(found[1].name)
            scores[key] = max(found[0], scores.get(key, found[0]))
    return scores


def _without_tail(party: Party, scores: dict[str, float]) -> Party:
    """A party of which a reader took the seat with the name, with its name alone."""
    written = one_line(party.name)
    if key_of(clean_name(written).text) in scores:  # of that text the whole looks most like a name
        return party
    parts = [p for p in parts_of(party.name) if p.seat and _TAIL.search(written[len(p.name) :])]
    names = [written, *(part.name for part in parts)]
    whole, *cut = name_scores(names)
    score, part = max(zip(cut, parts, strict=True), key=lambda x: x[0], default=(whole, None))
    if part is not None and score > max(0.0, whole + CLEARLY):
        party.name = part.name
        if SEAT not in party.texts:
            party.add_text(SEAT, part.seat)
    return party


def _holds(party: Party, taken: Mapping[str, Named], scores: dict[str, float]) -> bool:
    """Whether a proposed party stays: a row under a known head does with one field, others by their name too."""
    if fields_read(party) >= (1 if party.kind == "table" else FIELDS):
        return True
    key = key_of(clean_name(party.name).text)
    return key in taken or scores.get(key, UNLIKE) > UNLIKE


def _party(named: Named) -> Party:
    name = clean_name(named.unit.text if named.part.name in named.unit.text else named.part.name)
    party = Party(named.part.name, named.unit.locator, "name", None, name.status)
    party.add_text(SEAT, named.part.seat or "")
    return party


def _in_order(parties: list[Party], units: Sequence[Unit]) -> list[Party]:
    place: dict[str, int] = {}
    for number, unit in enumerate(units):
        place.setdefault(unit.locator, number)
    return sorted(parties, key=lambda party: place.get(party.locator, len(units)))
