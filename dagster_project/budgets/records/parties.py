"""The parties of a document from its records: each once, however many places tell of it.

Belongs here: which records are of one party, and which place is its own: the first that tells more than its name.
"""

from collections.abc import Sequence

from dagster_project.budgets.choice.confidence import Signs
from dagster_project.budgets.choice.labels import Labels
from dagster_project.budgets.choice.places import Named
from dagster_project.budgets.names import key_of
from dagster_project.budgets.party import Party, fields_read
from dagster_project.budgets.records.absent import note_absent
from dagster_project.budgets.records.certainty import note_sections, unlike_the_others
from dagster_project.budgets.records.fields import parties_of
from dagster_project.budgets.records.model import Record
from dagster_project.budgets.vocabulary import SEAT


def parties_of_records(records: Sequence[Record], labels: Labels) -> list[Party]:
    """The parties in the order of their own places; `labels` are those of their document."""
    groups: dict[str, list[list[tuple[int, Party]]]] = {}
    named = {}
    for number, (record, party) in enumerate(zip(records, parties_of(records), strict=True)):
        name = record.occurrence.named.part.name
        named[name] = record.occurrence.named
        alike = groups.setdefault(name, [])
        same = next((group for group in alike if all(_is_same(other, party) for _, other in group)), None)
        if same is None:
            alike.append([(number, party)])
        else:
            same.append((number, party))
    found = [_own(name, named[name], group) for name, alike in groups.items() for group in alike]
    parties = [party for _, party in sorted(found, key=lambda one: one[0])]
    unlike_the_others(parties)
    note_sections(parties)
    note_absent(parties, labels.fields)
    return parties


def _own(name: str, named: Named, group: list[tuple[int, Party]]) -> tuple[int, Party]:
    """The party of a group of places: the first that tells more than its name, with what the others add."""
    number, own = next(((n, p) for n, p in group if p.kind != "name"), group[0])
    for _, other in group:
        if other is not own:
            _add(own, other)
    own.signs = Signs(named.score, named.beside, fields_read(own), own.kind == "name")
    if key_of(own.name) != key_of(name):
        own.name = name  # what is said in full elsewhere
    return number, own


def _is_same(one: Party, other: Party) -> bool:
    """Whether two places of one name are of one party: two foundations may share a name, and have two seats."""
    seats = {key_of(party.texts[SEAT]) for party in (one, other) if SEAT in party.texts}
    if len(seats) > 1:
        return False
    shared = one.amounts.keys() & other.amounts.keys()
    return one.kind != other.kind or all(one.amounts[c][0] == other.amounts[c][0] for c in shared)


def _add(own: Party, other: Party) -> None:
    """Add what another place of a party says and its own does not, with the doubts that go with it."""
    texts = {name: text for name, text in other.texts.items() if name not in own.texts}
    amounts = {column: amount for column, amount in other.amounts.items() if column not in own.amounts}
    own.texts |= texts
    own.amounts |= amounts
    own.figures |= {column: other.figures[column] for column in amounts}
    own.field_signs |= {name: other.field_signs.get(name, {}) for name in (*texts, *amounts)}
    own.other_reading |= {name: other.other_reading[name] for name in amounts if name in other.other_reading}
    for doubt in other.doubts:
        name, _, reason = doubt.partition(":")
        if name in texts or name in amounts:
            own.doubt(name, reason)
    own.section = own.section or other.section
    own.status = own.status or other.status
    own.inapplicable |= other.inapplicable
    own.left += other.left
    own.left_amounts += other.left_amounts
    own.titled |= other.titled
    if other.locator != own.locator and other.locator not in own.elsewhere:
        own.elsewhere.append(other.locator)
