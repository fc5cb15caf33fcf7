"""Why a text of a document was or was not taken for the name of a party, for whoever looks into one document.

Belongs here: what the choice of names weighed, and what came of it. Does not belong here: choosing (`choice`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dagster_project.budgets.choice.places import LEAST
from dagster_project.budgets.choice.units import Place
from dagster_project.budgets.choice.weighed import weighed
from dagster_project.budgets.finding import pages_of_parties
from dagster_project.budgets.names import key_of
from dagster_project.budgets.records.parties import parties_of_records
from dagster_project.budgets.records.reading import records_of
from dagster_project.documents import read_document
from dagster_project.documents.text import one_line
from dagster_project.persons import without_persons

READ, NOT_READ = "read", "not read"
_SHOWN = 2.0
"""Log-odds below the least of a name, down to which a text is shown too."""


@dataclass(frozen=True)
class Told:
    """A text: what became of it, its log-odds as a name, its place in words and how many names stand there."""

    name: str
    outcome: str
    score: float | None
    place: str
    locator: str


def weighed_names(path: Path) -> list[Told]:
    """The texts of a document that look like names, in its order, with what became of each.

    `outcome` is `read` or `not read`. Names of persons are taken out. Raises Refused where the document cannot be
    opened.
    """
    document = read_document(path, pages_of_parties)
    names = weighed(document)
    parties = {key_of(party.name) for party in parties_of_records(records_of(document, names), names.labels)}
    chosen = {id(named.unit): named for named in names.chosen}
    found = []
    for unit, one in zip(names.units, names.best, strict=True):
        if one is None or one[0] < LEAST - _SHOWN:
            continue
        named = chosen.get(id(unit))
        read = key_of(one[1].name) in parties
        place = (
            f"{_words(named.place)}, {named.beside} there" if named else _words(unit.places[0]) if unit.places else ""
        )
        found.append(Told(one[1].name, READ if read else NOT_READ, round(one[0], 2), place, unit.locator))
    return _without_persons(found)


def _words(place: Place) -> str:
    kind, *where = place
    return " ".join(one_line(str(part)) for part in (kind, *where))


def _without_persons(found: Iterable[Told]) -> list[Told]:
    kept = [(without_persons(one.name), one) for one in found]
    return [Told(name, one.outcome, one.score, one.place, one.locator) for name, one in kept if name]
