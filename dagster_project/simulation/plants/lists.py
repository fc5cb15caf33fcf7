"""Faults of deliveries, of lists and headings: what a file or a column is said to be is not so."""

from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.hand import REPORTED_ON, Hand
from dagster_project.simulation.plants.places import EDITION_2020
from dagster_project.simulation.sources.register import REGULATIONS

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
