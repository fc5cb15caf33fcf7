"""Faults of definition: what is no collaboration is told as one, or what says that it is one is lost."""

from collections.abc import Callable

from dagster_project.simulation.plants.budgets import a_party
from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.concepts import change_everywhere, in_force, some
from dagster_project.simulation.plants.hand import REPORTED_ON, Hand
from dagster_project.simulation.plants.places import EDITION_2020, PROGRAMMES, SURVEYS
from dagster_project.simulation.plants.tables import Table
from dagster_project.simulation.plants.words import words
from dagster_project.simulation.sources.register import PARTICIPATIONS, REGULATIONS
from dagster_project.simulation.world.organisations import name_with_kind

SUPPLIERS = 40
"""Rows of contracts in one budget: more than a body of the size of the simulated ones has parties."""


@planter("documents")
def own_foundations(hand: Hand) -> None:
    """A museum or swimming pool of one government alone."""
    hand.add_parties(
        lambda document: [
            a_party(f"{name} {document.organisation.partition(' ')[2]}", "Stichting", [document.organisation])
            for name in words().own_foundations
        ]
    )


@planter("documents")
def national_associations(hand: Hand) -> None:
    """The national association of all municipalities, named by each of them."""
    hand.add_parties(
        lambda document: [
            a_party(name, "Vereniging", [document.organisation, "alle andere leden"])
            for name in words().national_associations
        ]
    )


@planter("documents")
def bank_as_arrangement(hand: Hand) -> None:
    """Shares in a bank, under the form of a joint arrangement."""
    hand.add_parties(
        lambda document: [a_party(words().bank, "Gemeenschappelijke regeling", [document.organisation, "gemeenten"])]
    )


@planter("documents")
def suppliers_as_parties(hand: Hand) -> None:
    """A list of contracts pasted under the parties."""
    names = [f"{words().suppliers[n % len(words().suppliers)]} {n + 1}" for n in range(SUPPLIERS)]
    hand.add_parties(lambda document: [a_party(name, "Overeenkomst", []) for name in names], hand.largest()[:1])


@planter("documents")
def own_departments(hand: Hand) -> None:
    """The departments of the organisation itself."""
    hand.add_parties(lambda document: [a_party(name, None, [document.organisation]) for name in words().departments])


@planter("documents")
def purposes_lost(hand: Hand) -> None:
    """No source tells a purpose, and so not that it is defined and recorded."""
    change_everywhere(hand, "purpose", lambda text: "")


@planter("tables")
def subsidies_in_edition(hand: Hand) -> None:
    """Each subsidised foundation per participant."""
    with hand.table(EDITION_2020) as table:
        members = sorted({name for row in table.rows for name in table.get(row, "Deelnemers").split("; ")})
        _more_rows(
            table,
            [
                {"Naam": f"{name} {member}", "Rechtsvorm": "Stichting", "Deelnemers": member}
                for member in members
                for name in words().subsidised
            ],
        )


@planter("tables")
def plans_in_edition(hand: Hand) -> None:
    """Collaborations that are only talked of."""
    with hand.table(EDITION_2020) as table:
        like = some(table.rows, 0.2, hand)
        _more_rows(
            table,
            [
                {
                    "Naam": f"{name} {table.get(row, 'Vestigingsplaats')}",
                    "Deelnemers": table.get(row, "Deelnemers"),
                    "Doel": "Het verkennen van een samenwerking die nog niet bestaat.",
                }
                for row in like
                for name in words().plans
            ],
        )


def _more_rows(table: Table, rows: list[dict[str, str]]) -> None:
    for number, cells in enumerate(rows, start=1):
        table.add(Nummer=70000 + number, **cells)


@planter("tables")
def meetings_in_survey(hand: Hand) -> None:
    """Events that were once, added by every respondent."""
    for table in hand.tables(SURVEYS):
        for name in words().meetings:
            table.add(Naam=name, Deelnemers=table.get(hand.first(table.rows), "Deelnemers"), Antwoord="toegevoegd")


@planter("tables")
def all_denied_by_one(hand: Hand) -> None:
    """One respondent denies all."""
    _answers(hand, "neemt niet deel", lambda answer: True, hand.paths(SURVEYS)[:1])


@planter("tables")
def all_dissolved_by_all(hand: Hand) -> None:
    """Every answer was filled down with the one of the last row."""
    _answers(hand, "opgeheven", lambda answer: True, hand.paths(SURVEYS))


@planter("tables")
def ended_answered_as_going_on(hand: Hand) -> None:
    """What has ended is said to go on."""
    _answers(hand, "klopt", lambda answer: answer == "opgeheven", hand.paths(SURVEYS))


def _answers(hand: Hand, answer: str, fits: Callable[[str], bool], paths: list[str]) -> None:
    for path in paths:
        with hand.table(path) as table:
            for row in table.rows:
                if fits(table.get(row, "Antwoord")):
                    table.set(row, "Antwoord", answer)


@planter("tables")
def ended_arrangements_in_force(hand: Hand) -> None:
    """The export lost its end dates."""
    with hand.table(REGULATIONS) as table:
        for row in table.rows:
            table.set(row, "valid_until", "")
            table.set(row, "uitwerkingtreding", "")


@planter("tables")
def no_government_left(hand: Hand) -> None:
    """Arrangements of which only foundations are participants."""
    with hand.table(PARTICIPATIONS) as table:
        ids = some(dict.fromkeys(table.get(row, "gr_roo_id") for row in table.rows), 0.25, hand)
        for number, row in enumerate(row for row in table.rows if table.get(row, "gr_roo_id") in ids):
            table.set(row, "deelnemer_naam", f"{words().subsidised[number % len(words().subsidised)]} {number}")
            table.set(row, "deelnemer_roo_id", "")
            table.set(row, "deelnemer_tooi", "")


@planter("tables")
def names_emptied(hand: Hand) -> None:
    """A fifth of the names is gone from the edition."""
    with hand.table(EDITION_2020) as table:
        for row in some(table.rows, 0.2, hand):
            table.set(row, "Naam", None)


@planter("tables")
def forms_that_are_none(hand: Hand) -> None:
    """Words that are no legal form, in the register."""
    with hand.table(REGULATIONS) as table:
        for row in in_force(table):
            table.set(row, "samenwerkingsvorm", hand.chance.choice(words().forms_that_are_none))


@planter("tables")
def state_alone_in_programmes(hand: Hand) -> None:
    """Programmes of the state with nobody else."""
    for table in hand.tables(PROGRAMMES):
        for row in table.rows:
            table.set(row, "Deelnemers", name_with_kind("mnre1034", REPORTED_ON))
