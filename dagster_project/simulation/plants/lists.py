"""Faults of deliveries, of lists and headings: what a file or a column is said to be is not so."""

import io
import re

from openpyxl import load_workbook

from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.hand import REPORTED_ON, Hand
from dagster_project.simulation.plants.places import EDITION_2017, EDITION_2020, SURVEYS
from dagster_project.simulation.sources.register import PARTICIPATIONS, REGULATIONS
from dagster_project.simulation.writers.workbook import saved

LISTS = ("registers/deliveries.csv", "editions/deliveries.csv", "programmes/deliveries.csv")


@planter("tables")
def list_without_sources(hand: Hand) -> None:
    """A list of which a heading was changed."""
    with hand.table("programmes/deliveries.csv") as table:
        table.header[table.column("source")] = "soort"


@planter("tables")
def listed_and_not_there(hand: Hand) -> None:
    """A line for a file that was never sent."""
    with hand.table("editions/deliveries.csv") as table:
        table.add(like=hand.first(table.rows), file="editie-2021.xlsx")


@planter("files")
def there_and_not_listed(hand: Hand) -> None:
    """A file without a line."""
    hand.write("editions/editie-2020-nieuw.xlsx", hand.files[EDITION_2020], f"the bytes of {EDITION_2020}")


def _listed(hand: Hand, listing: str, **cells: str) -> None:
    with hand.table(listing) as table:
        for name, value in cells.items():
            table.set(table.rows[-1], name, value)


@planter("tables")
def another_source_in_list(hand: Hand) -> None:
    """A list of programmes that is called an edition."""
    _listed(hand, "programmes/deliveries.csv", source="edition")


@planter("tables")
def another_snapshot_in_list(hand: Hand) -> None:
    """The interim edition said to be the whole one of the next snapshot."""
    _listed(hand, "editions/deliveries.csv", snapshots=str(REPORTED_ON))


@planter("tables")
def received_in_the_future(hand: Hand) -> None:
    """A day that is yet to come."""
    for listing in LISTS:
        _listed(hand, listing, received_on="2091-01-01")


@planter("tables")
def received_before_the_snapshot(hand: Hand) -> None:
    """A day before what it tells of."""
    for listing in LISTS:
        _listed(hand, listing, received_on="2009-01-01")


@planter("tables")
def day_that_may_be_two(hand: Hand) -> None:
    """April or March."""
    _listed(hand, "editions/deliveries.csv", received_on="3/4/2025")


@planter("tables")
def heading_renamed(hand: Hand) -> None:
    """A column under a word that no reader knows."""
    with hand.table(EDITION_2020) as table:
        table.header[table.column("Deelnemers")] = "Leden volgens opgave"


@planter("tables")
def headings_gone(hand: Hand) -> None:
    """The row of headings was deleted."""
    with hand.table(EDITION_2020) as table:
        table.header[:] = [None] * len(table.header)


@planter("tables")
def wrong_decimal_in_key(hand: Hand) -> None:
    """Numbers of the register that a spreadsheet wrote as powers of ten."""
    with hand.table(REGULATIONS) as table:
        for row in table.rows:
            table.set(row, "roo_id", f"{float(table.get(row, 'roo_id')):.2E}".replace(".", ","))


@planter("tables")
def codes_lose_zeros(hand: Hand) -> None:
    """A spreadsheet took the codes for numbers and saved them without the noughts in front."""
    with hand.table(PARTICIPATIONS) as table:
        for row in table.rows:
            code = table.get(row, "deelnemer_tooi")
            table.set(row, "deelnemer_tooi", re.sub(r"/(gm|ws|pv)0+", r"/\1", code))


@planter("files")
def list_in_windows_letters(hand: Hand) -> None:
    """A spreadsheet saved the list in the letters of an old Windows."""
    text = hand.files[PARTICIPATIONS].decode("utf-8")
    hand.write(PARTICIPATIONS, f"{text.rstrip()}\n".encode("cp1252", "replace"), "in Windows-1252")


@planter("files")
def answers_on_hidden_sheet(hand: Hand) -> None:
    """Somebody put another sheet before the answers and hid these."""
    path = hand.first(hand.paths(SURVEYS))
    book = load_workbook(io.BytesIO(hand.files[path]))
    book.create_sheet("Blad2").append(["zie het andere blad"])
    book.worksheets[0].sheet_state = "hidden"
    book.active = len(book.worksheets) - 1
    hand.write(path, saved(book), "its first sheet hidden")


@planter("files")
def edition_resaved(hand: Hand) -> None:
    """The last edition, saved again: a program writes other bytes of the same cells."""
    book = load_workbook(io.BytesIO(hand.files[EDITION_2017]))
    book.properties.title = "Editie 2020"
    hand.write(EDITION_2020, saved(book), f"the rows of {EDITION_2017}")
