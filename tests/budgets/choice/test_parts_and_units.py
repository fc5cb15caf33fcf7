"""Every text is a unit at its places, and of a text what may be a name is among its parts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.budgets.choice.labels import is_value
from dagster_project.budgets.choice.parts import MOST, Part, parts_of
from dagster_project.budgets.choice.places import best_parts
from dagster_project.budgets.choice.units import units_of
from dagster_project.documents import Document, Heading, ListItem, Paragraph, Row, Table


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("3.1 Zorgbureau Proefland", "Zorgbureau Proefland"),
        ("Verbonden partij: Zorgbureau Proefland", "Zorgbureau Proefland"),
        ("de Zorgbureau Proefland", "Zorgbureau Proefland"),
        ("De Zorgbureau Proefland", "De Zorgbureau Proefland"),
        ("De Zorgbureau Proefland.", "Zorgbureau Proefland."),
        ("Zorgbureau Proefland (vanaf 1-7-2023)", "Zorgbureau Proefland (vanaf 1-7-2023)"),
        ("Zorgbureau Proefland .......... 12", "Zorgbureau Proefland"),
        ("Zorgbureau Proefland, contact mevrouw A. Testnaam", "Zorgbureau Proefland"),
        ("Zorgbureau Proefland - opgericht in 2019", "Zorgbureau Proefland"),
        ("Zorgbureau Proefland\nAssen", "Zorgbureau Proefland"),
    ],
)
def test_a_name_is_among_the_parts(text, name):
    assert name in {part.name for part in parts_of(text)}


@pytest.mark.parametrize("text", ["Zorgbureau Proefland, Assen", "Zorgbureau Proefland te Assen"])
def test_a_seat_behind_a_name_is_kept(text):
    assert Part("Zorgbureau Proefland", "Assen") in parts_of(text)


@pytest.mark.parametrize("text", ["", " ", "-", "n.v.t.", "12", "1.250"])
def test_what_names_nothing_has_no_parts(text):
    assert parts_of(text) == ()


@settings(deadline=None)
@given(st.text(max_size=500))
def test_any_text_has_few_parts_none_twice(text):
    names = [part.name for part in parts_of(text)]
    assert len(names) <= MOST
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "name", "seat"),
    [
        ("Belastingkantoor Oostland - Hengelo", "Belastingkantoor Oostland", "Hengelo"),
        ("Twentewarmte NV – Hengelo", "Twentewarmte NV", "Hengelo"),
        ("Metropoolregio Rotterdam – Den Haag", "Metropoolregio Rotterdam – Den Haag", None),
    ],
)
def test_a_place_behind_a_dash(text, name, seat):
    assert (name, seat) in {(part.name, part.seat) for part in parts_of(text)}


@pytest.mark.parametrize("text", ["Metropoolregio Rotterdam – Den Haag"])
def test_no_part_of_two_places_has_a_seat(text):
    assert not any(part.seat for part in parts_of(text))


@pytest.mark.parametrize(
    "text", ["Commissaris Agrarische Bank Salland B.V.", "S.C. Proefman-Kijkbeeld", "Overige deelnemingen"]
)
def test_an_office_a_person_and_a_category_are_no_names(text):
    assert parts_of(text) == ()


def test_a_merged_cell_is_one_unit_and_cells_of_a_column_share_a_place():
    rows = (
        Row(("Naam", "Zetel"), "table=1;row=1"),
        Row(("Proefkring", "Assen"), "table=1;row=2"),
        Row(("Proefraad", "Emmen"), "table=1;row=3"),
        Row(("Stichtingen", "Stichtingen"), "table=1;row=4", 2),
    )
    units = units_of(Document("text/html", [Table(rows, "table=1")]))
    assert [u.text for u in units].count("Stichtingen") == 1
    places = {u.text: set(u.places) for u in units}
    assert places["Proefkring"] & places["Proefraad"] > places["Proefkring"] & places["Emmen"]


def test_items_of_a_list_and_headings_of_a_level_share_a_place():
    blocks = [
        Heading("Partijen", 1, "element=/html/h1"),
        ListItem("Proefkring", "element=/html/ul/li[1]"),
        ListItem("Proefraad", "element=/html/ul/li[2]"),
        Paragraph("Los stuk tekst.", "element=/html/p"),
    ]
    units = {u.text: set(u.places) for u in units_of(Document("text/html", blocks))}
    assert units["Proefkring"] & units["Proefraad"]
    assert not units["Proefkring"] & units["Los stuk tekst."]
    assert not units["Proefkring"] & units["Partijen"]


def test_the_body_in_the_title_of_its_document_is_no_part():
    assert [part.name for part in parts_of("Waterschap Merelkust - begroting 2024")] == [
        "Waterschap Merelkust - begroting 2024"
    ]


def _column(*cells):
    rows = tuple(Row((cell, value), f"row={n}") for n, (cell, value) in enumerate(zip(cells, "ABC", strict=True), 1))
    return units_of(Document("application/pdf", [Table(rows, "page=1")]))


def _names(units):
    best = best_parts(units)
    return [one[1].name for unit, one in zip(units, best, strict=True) if unit.column == 0]


def test_a_place_below_one_name_is_the_end_of_the_name():
    units = _column("Stichting Gebiedsmarketing\nDrenthe", "Veerdienst Merelkust", "Omgevingsdienst Vinkenmeer")
    assert _names(units)[0] == "Stichting Gebiedsmarketing Drenthe"


def test_a_place_below_each_name_is_its_seat():
    units = _column("Stichting Gebiedsmarketing\nDrenthe", "Veerdienst Merelkust\nAssen", "Omgevingsdienst Vink\nEmmen")
    assert _names(units) == ["Stichting Gebiedsmarketing", "Veerdienst Merelkust", "Omgevingsdienst Vink"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bedrijvenpark Assen, Emmen en Meppel", False),
        ("Innovatiepact Assen, Emmen en Meppel", False),
        ("Gemeenschappelijke regeling Belastingsamenwerking Assen, De Wolden en Meppel", False),
        ("De deelnemende gemeenten Assen, Emmen en Meppel", True),
        ("Deelnemers Assen, Emmen en Meppel", True),
        ("Colleges van Assen, Emmen en Meppel", True),
        ("Provincie Drenthe, Assen en Emmen", True),
        ("Stichting Merelkust; Assen; Emmen", True),
    ],
)
def test_a_name_that_its_governments_are_part_of_is_no_list_of_them(text, value):
    assert is_value(text) is value


def test_a_cell_is_parted_at_a_slash_only_where_the_document_does_not_say_the_same_behind_others():
    units = _column("Havenschap Merel / Oost Vink", "GGD Merel / Oost Vink", "A-bank / B-bank")
    assert [unit.text for unit in units if unit.piece] == ["A-bank", "B-bank"]


def test_a_cell_is_not_parted_at_the_slash_of_a_region():
    units = _column("Havenschap Midden IJssel / Oost Veluwe", "A-bank / B-bank", "Vinkenbank")
    assert [unit.text for unit in units if unit.piece] == ["A-bank", "B-bank"]
