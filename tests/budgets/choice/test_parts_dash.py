"""A place behind a dash is a seat, unless the name goes from one place to another."""

import pytest

from dagster_project.budgets.choice.parts import parts_of


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
