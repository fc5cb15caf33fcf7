"""Parties in running text: which turns of phrase are fields, and which text is none of a party."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.budgets.prose import prose_fields
from dagster_project.budgets.sentences import sentences


def fields(text: str) -> dict[str, str]:
    return {one.field: one.value for one in prose_fields(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deze partij is een stichting, gevestigd te Assen. Het beheren van musea. Deelnemers zijn Assen en Emmen.",
            {"legal_form": "stichting", "seat": "Assen", "purpose": "Het beheren van musea.",
             "participants": "Assen en Emmen"},
        ),
        (
            "De GGD Veenland is een gemeenschappelijke regeling (openbaar lichaam), statutair gevestigd te Kaag en "
            "Braassem. De gemeenten Assen en Emmen nemen hieraan deel.",
            {"name": "GGD Veenland", "legal_form": "gemeenschappelijke regeling (openbaar lichaam)",
             "seat": "Kaag en Braassem", "participants": "De gemeenten Assen en Emmen"},
        ),
        (
            "Rechtsvorm: N.V. Vestigingsplaats: Nuenen, Gerwen en Nederwetten. Het eigen vermogen bedraagt € 2 mln en "
            "het vreemd vermogen € 3 mln.",
            {"legal_form": "N.V.", "seat": "Nuenen, Gerwen en Nederwetten",
             "equity": "Het eigen vermogen bedraagt € 2 mln en het ", "debt": "vreemd vermogen € 3 mln."},
        ),
        ("Het eigen vermogen bedraagt € 1.000 per 1 januari 2024.",
         {"equity": "Het eigen vermogen bedraagt € 1.000 per 1 januari 2024."}),
    ],
)  # fmt: skip
def test_a_paragraph_of_a_party(text, expected):
    assert fields(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente is een betrouwbare partner en werkt veel samen.",
        "Een verbonden partij is een organisatie waarin de gemeente een belang heeft.",
        "Het kader is de nota verbonden partijen, die in 2019 is vastgesteld.",
        "",
    ],
)
def test_policy_is_none(text):
    assert prose_fields(text) == ()


def test_a_person_is_gone_before_the_text_is_cut():
    told = prose_fields(
        "Deze partij is een stichting, gevestigd te Assen. Bestuurder is de heer J. Voorbeeldnaam. Zij doet goed werk."
    )
    assert told
    assert "Voorbeeldnaam" not in str(told)


def test_an_abbreviation_ends_no_sentence():
    assert sentences("Zij is een N.V. Het doel is goed. Dat weet J. Jansen ook.") == [
        "Zij is een N.V. Het doel is goed.", "Dat weet J. Jansen ook.",
    ]  # fmt: skip


@given(st.text(alphabet="Aa e.,:;()€0123N.V gevestigd te is een ", max_size=200))
def test_no_text_breaks_it(text):
    assert all(one.value is not None for one in prose_fields(text))
