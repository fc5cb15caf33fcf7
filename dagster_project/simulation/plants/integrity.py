"""Faults of integrity: keys, codes, dates and chains that cannot be."""

from datetime import date, timedelta

from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.concepts import add_participant, in_force, some
from dagster_project.simulation.plants.hand import Hand
from dagster_project.simulation.plants.places import EDITION_2017, EDITION_2020, SURVEYS
from dagster_project.simulation.plants.tables import Row, Table
from dagster_project.simulation.sources.register import PARTICIPATIONS, REGULATIONS, identifiers
from dagster_project.simulation.world.organisations import official_name, reference_date
from dagster_project.workspace.seeds import read_seed

NOWHERE = "gm9999"


@planter("tables")
def register_ids_twice(hand: Hand) -> None:
    """Two arrangements under one number."""
    with hand.table(REGULATIONS) as table:
        for row, above in zip(table.rows[1::2], table.rows[::2], strict=False):
            table.set(row, "roo_id", table.get(above, "roo_id"))


@planter("tables")
def edition_numbers_twice(hand: Hand) -> None:
    """One number for two collaborations."""
    with hand.table(EDITION_2020) as table:
        for row, above in zip(table.rows[1::2], table.rows[::2], strict=False):
            table.set(row, "Nummer", above[table.column("Nummer")])


@planter("tables")
def survey_rows_twice(hand: Hand) -> None:
    """The rows of a response pasted twice."""
    with hand.table(hand.first(hand.paths(SURVEYS))) as table:
        for row in list(table.rows):
            table.add(like=row)


@planter("tables")
def register_twice(hand: Hand) -> None:
    """The export appended to itself."""
    for path in (REGULATIONS, PARTICIPATIONS):
        with hand.table(path) as table:
            for row in list(table.rows):
                table.add(like=row)


def _dissolved(before: int) -> str:
    """A municipality that was gone at the reference date of a snapshot: the last that went before it."""
    changes = read_seed("municipality_change").sort("effective_on", "old_id")
    return changes.filter(changes["effective_on"] < reference_date(before))["old_id"].to_list()[-1]


def _firsts(table: Table) -> list[Row]:
    """The first participant of each arrangement."""
    return list({table.get(row, "gr_roo_id"): row for row in reversed(table.rows)}.values())


@planter("tables")
def dissolved_municipality_in_register(hand: Hand) -> None:
    """A municipality that merged years ago takes part in every arrangement."""
    gone = _dissolved(2020)
    with hand.table(PARTICIPATIONS) as table:
        for row in _firsts(table):
            add_participant(table, row, gone)


@planter("tables")
def dissolved_municipality_in_edition(hand: Hand) -> None:
    """Its code among those of 2020."""
    gone = _dissolved(2020)
    with hand.table(EDITION_2020) as table:
        for row in table.rows:
            table.set(row, "Gemeentecodes", _joined(table.get(row, "Gemeentecodes"), gone[2:]))


@planter("tables")
def municipality_before_its_founding(hand: Hand) -> None:
    """A municipality of 2023 in the edition of 2017."""
    changes = read_seed("municipality_change").filter(read_seed("municipality_change")["kind"] == "merged")
    late = changes.filter(changes["effective_on"] > reference_date(2020)).sort("effective_on", "new_id")
    known = read_seed("organisation").filter(read_seed("organisation")["valid_from"] > reference_date(2020))
    new = next(one for one in late["new_id"] if one in set(known["organisation_id"]))
    with hand.table(EDITION_2017) as table:
        for row in table.rows:
            table.set(row, "Gemeentecodes", _joined(table.get(row, "Gemeentecodes"), new[2:]))
            table.set(row, "Deelnemers", f"{table.get(row, 'Deelnemers')}; {official_name(new, 2024)}")


def _joined(codes: str, one: str) -> str:
    return f"{codes}, {one}" if codes else one


@planter("tables")
def unknown_municipality(hand: Hand) -> None:
    """A code that no municipality ever had."""
    with hand.table(PARTICIPATIONS) as table:
        for row in some(table.rows, 0.1, hand):
            table.set(row, "deelnemer_tooi", identifiers(NOWHERE)[1])


@planter("tables")
def name_and_code_disagree(hand: Hand) -> None:
    """The codes of the participants moved one row up."""
    with hand.table(PARTICIPATIONS) as table:
        table.move(table.rows, 1, "deelnemer_tooi", "deelnemer_roo_id")


@planter("tables")
def ends_before_it_begins(hand: Hand) -> None:
    """Begin and end exchanged."""
    with hand.table(REGULATIONS) as table:
        for row in in_force(table):
            begins = date.fromisoformat(table.get(row, "valid_from"))
            ends = (begins - timedelta(days=365)).isoformat()
            table.set(row, "valid_until", ends)
            table.set(row, "uitwerkingtreding", ends)


def _all_begin(hand: Hand, day: str) -> None:
    with hand.table(REGULATIONS) as table:
        for row in in_force(table):
            table.set(row, "valid_from", day)
            table.set(row, "inwerkingtreding", day)


@planter("tables")
def begins_in_the_future(hand: Hand) -> None:
    """A year of 2094 for 1994."""
    _all_begin(hand, "2094-01-01")


@planter("tables")
def impossible_dates(hand: Hand) -> None:
    """Days that no month has."""
    _all_begin(hand, "2019-02-31")


@planter("tables")
def zero_dates(hand: Hand) -> None:
    """What a spreadsheet makes of an empty date."""
    _all_begin(hand, "1899-12-30")


@planter("tables")
def participants_of_nothing(hand: Hand) -> None:
    """Participants whose arrangement is not in the export."""
    with hand.table(REGULATIONS) as table:
        table.drop(some(table.rows, 0.3, hand))


@planter("tables")
def arrangements_of_nobody(hand: Hand) -> None:
    """Arrangements without a participant."""
    with hand.table(PARTICIPATIONS) as table:
        ids = some(dict.fromkeys(table.get(row, "gr_roo_id") for row in table.rows), 0.3, hand)
        table.drop([row for row in table.rows if table.get(row, "gr_roo_id") in ids])


@planter("tables")
def count_is_not_the_list(hand: Hand) -> None:
    """The number of participants is not that of the list."""
    with hand.table(REGULATIONS) as table:
        for row in table.rows:
            table.set(row, "n_deelnemers", str(int(table.get(row, "n_deelnemers")) + 5))


@planter("tables")
def version_follows_itself(hand: Hand) -> None:
    """A chain of versions that ends where it begins."""
    with hand.table(REGULATIONS) as table:
        for row in table.rows:
            table.set(row, "next_roo", table.get(row, "roo_id"))


@planter("tables")
def two_versions_in_force(hand: Hand) -> None:
    """A second version of each arrangement beside the first."""
    with hand.table(REGULATIONS) as table:
        for row in in_force(table):
            number = f"8{table.get(row, 'roo_id')}"
            table.add(after=row, like=row, roo_id=number, file=f"{number}.yaml")


@planter("tables")
def one_identifier_for_all(hand: Hand) -> None:
    """Every body has the number of the first."""
    with hand.table(REGULATIONS) as table:
        first = hand.first(table.get(row, "so_tooi") for row in table.rows if table.get(row, "so_tooi"))
        for row in table.rows:
            table.set(row, "so_tooi", first)


@planter("tables")
def joined_after_the_end(hand: Hand) -> None:
    """Members who joined a version years after it began: its list was edited afterwards."""
    with hand.table(PARTICIPATIONS) as table:
        for row in some(table.rows, 0.2, hand):
            table.set(row, "toetredings_datum", "2031-01-01")


@planter("tables")
def left_before_joining(hand: Hand) -> None:
    """Members who left before they joined."""
    with hand.table(PARTICIPATIONS) as table:
        for row in some(table.rows, 0.2, hand):
            table.set(row, "uittredings_datum", "1990-01-01")


@planter("tables")
def columns_shifted(hand: Hand) -> None:
    """A cell too many in the middle of the rows."""
    with hand.table(REGULATIONS) as table:
        for row in table.rows[len(table.rows) // 2 :]:
            row[:] = [row[0], "", *row[1:-1]]


@planter("tables")
def headings_exchanged(hand: Hand) -> None:
    """The headings of two columns exchanged, their cells not."""
    with hand.table(EDITION_2020) as table:
        seat, purpose = table.column("Vestigingsplaats"), table.column("Doel")
        table.header[seat], table.header[purpose] = table.header[purpose], table.header[seat]


@planter("tables")
def survey_numbers_shifted(hand: Hand) -> None:
    """The numbers of a response moved by one row, so that each speaks of its neighbour."""
    for table in hand.tables(SURVEYS):
        table.move([row for row in table.rows if table.get(row, "Nummer")], 1, "Nummer")
