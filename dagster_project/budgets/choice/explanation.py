"""Why a text of a document was or was not taken for the name of a party, for whoever looks into one document.

Belongs here: the comparison of what the choice of names says with what was read. The choice does not decide yet what is
read: where the two differ, one of them is wrong, and the place is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dagster_project.budgets.choice.places import best_parts, chosen_names
from dagster_project.budgets.choice.units import Place, units_of
from dagster_project.budgets.finding import pages_of_parties
from dagster_project.budgets.names import clean_name, key_of
from dagster_project.budgets.reader import parties_of
from dagster_project.documents import read_document
from dagster_project.documents.text import one_line
from dagster_project.persons import without_persons

READ, NOT_READ, READ_ALONE = "read", "not read", "read against the choice"


@dataclass(frozen=True)
class Weighed:
    """A name: what became of it, the log-odds of its text, its place in words and how many stand there."""

    name: str
    outcome: str
    score: float | None
    place: str
    locator: str


def weighed_names(path: Path) -> list[Weighed]:
    """The names that the choice takes and those that were read, in the order of the document.

    `outcome` is `read`, `not read` (only the choice takes it) or `read against the choice`. Names of persons are taken
    out. Raises Refused where the document cannot be opened.
    """
    document = read_document(path, pages_of_parties)
    parties = parties_of(document)
    read = {key_of(clean_name(party.name).text): party for party in parties}
    units = units_of(document)
    best = best_parts(units)
    scores = {key_of(part.name): score for found in best if found for score, part in [found]}
    chosen = chosen_names(units, best)
    taken = {key_of(named.part.name) for named in chosen}
    found = [
        Weighed(
            named.part.name,
            READ if key_of(named.part.name) in read else NOT_READ,
            round(named.score, 2),
            f"{_words(named.place)}, {named.beside} there",
            named.unit.locator,
        )
        for named in chosen
    ]
    found += [
        Weighed(party.name, READ_ALONE, _rounded(scores.get(key)), f"{party.kind} reader", party.locator)
        for key, party in read.items()
        if key not in taken
    ]
    return _without_persons(found)


def _words(place: Place) -> str:
    kind, *where = place
    return " ".join(one_line(str(part)) for part in (kind, *where))


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 2)


def _without_persons(found: Iterable[Weighed]) -> list[Weighed]:
    kept = [(without_persons(one.name), one) for one in found]
    return [Weighed(name, one.outcome, one.score, one.place, one.locator) for name, one in kept if name]
