"""One thing that all sources tell of a collaboration - its name, form, themes - changed in every source of a snapshot.

Belongs here: under which column each source tells it. Does not belong here: what it is changed into.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from dagster_project.simulation.plants.budgets import with_name, with_participants
from dagster_project.simulation.plants.hand import REPORTED_ON, Hand
from dagster_project.simulation.plants.tables import Row, Table
from dagster_project.simulation.sources.budgets.content import Party
from dagster_project.simulation.sources.register import PARTICIPATIONS, REGULATIONS, identifiers
from dagster_project.simulation.world.organisations import name_with_kind

COLUMNS = {
    "surveys": {
        "name": "Naam", "form": "Rechtsvorm", "seat": "Vestigingsplaats", "purpose": "Doel",
        "participants": "Deelnemers", "themes": "Beleidsterreinen",
    },
    "editions": {
        "name": "Naam", "form": "Rechtsvorm", "seat": "Vestigingsplaats", "purpose": "Doel",
        "participants": "Deelnemers", "themes": "Beleidsterreinen",
    },
    "programmes": {"name": "Naam", "purpose": "Doel", "participants": "Deelnemers", "themes": "Beleidsterreinen"},
    "registers": {"name": "naam", "form": "samenwerkingsvorm", "purpose": "doel"},
}  # fmt: skip
Text = Callable[[str], str]
Fits = Callable[[str], bool]


def tables_of(hand: Hand, snapshot: int) -> list[str]:
    """The workbooks and lists that tell of a snapshot: its survey, edition, programmes, and the register of all."""
    patterns = (f"surveys/{snapshot}/*.xlsx", f"editions/*{snapshot}*", f"programmes/*{snapshot}*", REGULATIONS)
    return [path for pattern in patterns for path in hand.paths(pattern)]


def in_force(table: Table) -> list[Row]:
    """The rows of the register that have no end."""
    return [row for row in table.rows if not table.get(row, "valid_until")]


def add_participant(table: Table, after: Row, member: str) -> None:
    """One more participant of the arrangement of a row, behind it in the list of the register."""
    roo, tooi = identifiers(member)
    name = name_with_kind(member, REPORTED_ON)
    table.add(after=after, like=after, deelnemer_naam=name, deelnemer_roo_id=roo, deelnemer_tooi=tooi)


def change_everywhere(
    hand: Hand, concept: str, change: Text, snapshot: int = REPORTED_ON, only: Fits = lambda name: True
) -> None:
    """Change a concept (a key of `COLUMNS`) in the budgets and tables of a snapshot, wherever it is told of a
    collaboration whose name fits."""
    change_in_budgets(hand, concept, change, hand.budgets(snapshot), only)
    change_in_tables(hand, concept, change, tables_of(hand, snapshot), only)


def change_in_tables(
    hand: Hand, concept: str, change: Text, paths: Iterable[str], only: Fits = lambda name: True
) -> None:
    """Change a concept in tables, in each cell that tells it; of the register in the rows that have no end."""
    for path in paths:
        columns = COLUMNS[path.partition("/")[0]]
        if concept not in columns:
            continue
        with hand.table(path) as table:
            for row in in_force(table) if path == REGULATIONS else table.rows:
                text = table.get(row, columns[concept])
                if text and only(table.get(row, columns["name"])):
                    table.set(row, columns[concept], change(text))


def change_in_budgets(
    hand: Hand, concept: str, change: Text, paths: Iterable[str], only: Fits = lambda name: True
) -> None:
    """Change a concept in each party that tells it; themes are in no budget."""
    if concept != "themes":
        hand.parties(lambda party, document: _changed(concept, change, party) if only(party.name) else party, paths)


def _changed(concept: str, change: Text, party: Party) -> Party:
    if concept == "name":
        return with_name(party, change(party.name))
    if concept == "participants":
        text = "; ".join(party.participants)
        return with_participants(party, change(text).split("; ")) if text else party
    text = getattr(party, concept)
    return replace(party, **{concept: change(text) or None}) if text else party


def drop_everywhere(hand: Hand, name_fits: Fits, snapshot: int = REPORTED_ON) -> None:
    """Take collaborations out of the budgets and tables of a snapshot, and out of the register."""
    hand.parties(lambda party, document: None if name_fits(party.name) else party, hand.budgets(snapshot))
    for path in tables_of(hand, snapshot):
        with hand.table(path) as table:
            column = COLUMNS[path.partition("/")[0]]["name"]
            gone = [row for row in table.rows if name_fits(table.get(row, column))]
            table.drop(gone)
            ids = {table.get(row, "roo_id") for row in gone} if path == REGULATIONS else set()
        if ids:
            with hand.table(PARTICIPATIONS) as table:
                table.drop([row for row in table.rows if table.get(row, "gr_roo_id") in ids])


def some(items: Iterable, share: float, hand: Hand) -> list:
    """A part of the items, at least one where there are any, drawn by the hand and in their order."""
    items = list(items)
    number = min(len(items), max(1, round(share * len(items))))
    return [items[place] for place in sorted(hand.chance.sample(range(len(items)), number))]
