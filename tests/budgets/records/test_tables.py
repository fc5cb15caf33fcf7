"""Tables of many shapes, of which the names are known: each value ends at its party, with the labels over it."""

import pytest

from dagster_project.budgets.choice.labels import Labels
from dagster_project.budgets.choice.parts import Part
from dagster_project.budgets.choice.places import Named
from dagster_project.budgets.choice.units import Unit
from dagster_project.budgets.records.fields import field
from dagster_project.budgets.records.model import Occurrence
from dagster_project.budgets.records.tables import continued, records_of_table
from dagster_project.documents import Row, Table

NAMES = ("Regio West", "Regio Oost", "Afval Noord B.V.")
WEST, EAST, NORTH = NAMES


def table(*rows, title=None):
    """Rows of texts; a cell `<` is merged with the one left of it."""
    made = []
    for number, cells in enumerate(rows):
        filled: list[str] = []
        for cell in cells:
            filled.append(filled[-1] if cell == "<" else cell)
        made.append(Row(tuple(filled), f"row={number + 1}", 1 + max((cells.count("<"), 0))))
    return Table(tuple(made), "table", title)


def named(one, names=NAMES):
    found = []
    for number, row in enumerate(one.rows):
        for column, text in enumerate(row.cells):
            name = next((n for n in names if n in text), None)
            if name and (column == 0 or row.cells[column - 1] != text):
                unit = Unit(text, (), row.locator, 0, number, column)
                found.append(Occurrence(unit, name, None, Named(unit, Part(name), 2.0, (), 5.0, 3), True))
    return found


def labels_of(*tables):
    return Labels([cell for one in tables for row in one.rows for cell in row.cells])


def read(one, names=NAMES):
    """Per name its pairs as field (or innermost label) -> texts in their order, and the section."""
    records = records_of_table(one, named(one, names), labels_of(one), [], None).records
    found = {}
    for record in records:
        told = found.setdefault(record.occurrence.name, {})
        for pair in record.pairs:
            name, label = field(pair)
            told.setdefault(name or label, []).append(pair.text)
        if record.section:
            told["section"] = record.section
    return found


def chains(one, name):
    records = records_of_table(one, named(one), labels_of(one), [], None).records
    return {pair.labels: pair.text for r in records if r.occurrence.name == name for pair in r.pairs}


def test_heads_of_three_storeys_that_are_not_merged():
    one = table(
        ("", "", "Cijfers", "", "", ""),
        ("Naam", "Zetel", "Eigen vermogen", "", "Vreemd vermogen", ""),
        ("", "", "1-1-2024", "31-12-2024", "1-1-2024", "31-12-2024"),
        (WEST, "Goes", "1", "2", "3", "4"),
        (EAST, "Asten", "5", "6", "7", "8"),
    )
    told = chains(one, EAST)
    assert told["Eigen vermogen", "31-12-2024"] == "6"
    assert told["Vreemd vermogen", "1-1-2024"] == "7"
    assert read(one)[WEST]["seat"] == ["Goes"]


def test_names_that_do_not_stand_first_below_numbers_of_rows():
    one = table(
        ("Nr.", "Zetel", "Partij", "Resultaat"), ("1", "Goes", WEST, "5"), ("2", "Asten", EAST, "6"),
        ("", "", "Totaal", "11"),
    )  # fmt: skip
    assert read(one) == {
        WEST: {"number": ["1"], "seat": ["Goes"], "result": ["5"]},
        EAST: {"number": ["2"], "seat": ["Asten"], "result": ["6"]},
    }


@pytest.mark.parametrize("lead", [("Naam",), ("",)])
def test_parties_side_by_side_over_two_moments_each(lead):
    one = table(
        (*lead, WEST, "<", EAST, "<"),
        ("", "1-1-2024", "31-12-2024", "1-1-2024", "31-12-2024"),
        ("Rechtsvorm", "GR", "<", "Stichting", "<"),
        ("Eigen vermogen", "1", "2", "3", "4"),
    )
    told = chains(one, EAST)
    assert told["1-1-2024", "Eigen vermogen"] == "3"
    assert told["31-12-2024", "Eigen vermogen"] == "4"
    assert set(read(one)[WEST]["legal_form"]) == {"GR"}


def test_cards_beside_each_other_each_with_its_own_labels():
    one = table(
        ("Naam", WEST, "Naam", EAST),
        ("Rechtsvorm", "GR", "Rechtsvorm", "Stichting"),
        ("Zetel", "Goes", "Zetel", "Asten"),
    )
    assert {n: (t["legal_form"], t["seat"]) for n, t in read(one).items()} == {
        WEST: (["GR"], ["Goes"]), EAST: (["Stichting"], ["Asten"]),
    }  # fmt: skip


def test_cards_below_each_other_of_labels_and_values_in_turn_with_an_inner_table():
    rows = []
    for name, seat in ((WEST, "Goes"), (EAST, "Asten")):
        rows += [(name, "<", "<", "<"), ("Rechtsvorm", "GR", "Zetel", seat), ("", "1-1-2024", "31-12-2024", "")]
        rows += [("Eigen vermogen", "1", "2", ""), ("Vreemd vermogen", "3", "4", "")]
    one = table(("Fiches (x € 1.000)", "<", "<", "<"), *rows)
    assert read(one)[EAST]["seat"] == ["Asten"]
    assert chains(one, EAST)["31-12-2024", "Vreemd vermogen"] == "4"


def test_a_name_merged_over_a_row_per_field_whose_labels_no_list_knows():
    rows = [
        (name, label, text)
        for name in (WEST, EAST)
        for label, text in (("Huisadres", "Goes"), ("Kleur", "rood"), ("Eigen vermogen", "12"))
    ]
    told = chains(table(("Partij", "Onderdeel", "Inhoud"), *rows), EAST)
    assert {labels[-1]: text for labels, text in told.items()} == {
        "Huisadres": "Goes", "Kleur": "rood", "Eigen vermogen": "12",
    }  # fmt: skip


def test_crosses_below_governments_are_participants():
    one = table(("Naam", "Goes", "Veere", "Tholen"), (WEST, "x", "", "x"), (EAST, "", "x", ""))
    assert {name: told["participants"] for name, told in read(one).items()} == {WEST: ["Goes\nTholen"], EAST: ["Veere"]}


def test_labels_within_a_cell():
    one = table(("Partij", "Gegevens"), (WEST, "Rechtsvorm: GR\nZetel: Goes"), (EAST, "Rechtsvorm: BV\nZetel: Asten"))
    assert read(one)[EAST] == {"legal_form": ["BV"], "seat": ["Asten"]}


def test_titles_between_rows_are_sections_and_heads_come_again():
    head = ("Partij", "Zetel", "Resultaat")
    one = table(
        ("Stichtingen", "", ""), head, (WEST, "Goes", "1"), ("Bedrijven waarin wij aandelen hebben", "", ""), head,
        (EAST, "Asten", "2"), ("Totaal", "", "3"), (NORTH, "Veere", "4"),
    )  # fmt: skip
    told = read(one)
    assert [told[name]["section"] for name in NAMES] == [
        "Stichtingen", "Bedrijven waarin wij aandelen hebben", "Bedrijven waarin wij aandelen hebben",
    ]  # fmt: skip
    assert told[NORTH]["result"] == ["4"]


def test_a_table_of_something_else_below_parties_tells_nothing():
    one = table(
        ("Partij", "Zetel", "Resultaat"), (WEST, "Goes", "1"), ("Bijlage B Reserves", "", ""),
        ("Reserve", "Soort", "Stand"), ("Reserve " + EAST, "algemeen", "5"),
    )  # fmt: skip
    assert list(read(one)) == [WEST]


def test_the_seat_of_a_party_is_no_party_though_it_is_named_like_one():
    one = table(("Naam", WEST, "Zetel", EAST), ("Rechtsvorm", "GR", "Doel", "Samen werken aan de regio."))
    told = read(one)
    assert list(told) == [WEST]
    assert told[WEST]["seat"] == [EAST]


def test_a_name_that_was_not_found_is_seen_in_a_row_that_tells_as_much():
    one = table(("Naam", "Rechtsvorm", "Zetel"), (WEST, "GR", "Goes"), ("Qwerty", "Stichting", "Asten"))
    assert read(one)["Qwerty"] == {"legal_form": ["Stichting"], "seat": ["Asten"]}


def test_a_table_that_goes_on_without_its_head_is_of_the_last_party():
    first = table(("Naam", "Zetel", "Deelnemers"), (WEST, "Goes", "Veere"))
    second = table(("", "", "Tholen"), ("", "", "Borsele"))
    labels = labels_of(first, second)
    before = records_of_table(first, named(first), labels, [], None)
    assert continued(second, labels, before) is not None
    assert [p.text for p in before.records[0].pairs if "Deelnemers" in p.labels] == ["Veere", "Tholen", "Borsele"]
