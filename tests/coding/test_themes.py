"""Themes of a text: each rule and edge case of the guideline, and no text that breaks it."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.coding.forms import code_form
from dagster_project.coding.systems import claimed_systems
from dagster_project.coding.themes import code_themes
from dagster_project.workspace.seeds import codes

CASES = {
    # one body per theme
    "safety region": ("Veiligheidsregio Oosterland", "brandweerzorg, rampenbestrijding", "veiligheid"),
    "care and safety house": ("Zorg- en Veiligheidshuis Oosterland", "", "veiligheid"),
    "social service": ("ISD Oosterland", "uitvoering van de Participatiewet", "sociaal"),
    "tax office": ("Belastingkantoor Oosterland", "heffing en invordering; bezwaar", "bedrijfsvoering"),
    "school attendance": ("Bureau Leerplicht Oosterland", "", "onderwijs_cultuur"),
    # exclusions
    "adjectives are no theme": ("GR X", "wonen in een veilige, gezonde en duurzame leefomgeving", "ruimte"),
    "environmental enforcement is no safety": ("Omgevingsdienst X", "toezicht op milieuvoorschriften", "ruimte"),
    "waste water is no waste": ("GR X", "beheer van de afvalwaterketen", "ruimte"),
    "protected housing is no housing": ("GR X", "opvang en beschermd wonen", "sociaal"),
    "a business climate is no climate": ("GR X", "versterking van het vestigingsklimaat", "economie"),
    "distance to work is no labour market": ("GR X", "Wsw; afstand tot de arbeidsmarkt verkleinen", "sociaal"),
    "natural persons are no nature": ("GR X", "schuldhulpverlening aan natuurlijke personen", "sociaal"),
    "at least is no minimum income": ("GR X", "ontwikkeling van minimaal 9 ha bedrijventerrein", "ruimte economie"),
    "content over means": ("Bureau X", "inkoop van diensten in het kader van jeugdhulp", "sociaal"),
    "legal form is no theme": (
        "Bedrijfsvoeringsorganisatie X",
        "inzameling van huishoudelijk afval",
        "energie_duurzaamheid",
    ),
    # edges
    "recreation and tourism": ("Recreatieschap X", "openluchtrecreatie en toerisme", "ruimte economie"),
    "recreation and swimming": ("Recreatieschap X", "beheer van het zwembad", "ruimte onderwijs_cultuur"),
    "environment service with climate": (
        "Omgevingsdienst X",
        "vergunningen en klimaatbeleid",
        "ruimte energie_duurzaamheid",
    ),
    "sludge": ("Slibverwerking X", "verwerken van slib", "ruimte energie_duurzaamheid"),
    "cleaning and public space": (
        "Reinigingsdienst X",
        "afval en beheer openbare ruimte",
        "ruimte energie_duurzaamheid",
    ),
    "health service and Veilig Thuis": ("GGD X", "publieke gezondheid en Veilig Thuis", "sociaal veiligheid"),
    "pupil transport": ("Leerlingenvervoer X", "vervoer van leerlingen naar school", "mobiliteit"),
    "archive with supervision": (
        "Streekarchief X",
        "beheer en toezicht op het beheer van archiefbescheiden",
        "bedrijfsvoering onderwijs_cultuur",
    ),
    "all tasks": ("Werkorganisatie X", "uitvoering van de door de gemeenten opgedragen taken", "bedrijfsvoering"),
    "field by field": ("Regio X", "op het gebied van economie, wonen en mobiliteit", "ruimte economie mobiliteit"),
    "proper name": ("BNG Bank N.V.", "", "bedrijfsvoering"),
    "purpose before proper name": ("Delta HVC", "leerplicht", "onderwijs_cultuur"),
}


@pytest.mark.parametrize(("name", "purpose", "expected"), CASES.values(), ids=CASES.keys())
def test_guideline(name, purpose, expected):
    assert set(code_themes(name, purpose).themes) == set(expected.split())


def test_nothing_known_is_low_and_says_so():
    coded = code_themes("Xyzzy", "")
    assert coded.themes == ("bedrijfsvoering",)
    assert not coded.found
    assert coded.confidence < 0.5


def test_a_field_is_surer_than_a_weak_word():
    assert code_themes("X", "leerplicht").confidence > code_themes("X", "zorg").confidence


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.one_of(st.none(), st.text(max_size=400)))
def test_any_text_gets_one_to_eight_codes(name, purpose):
    themes = code_themes(name, purpose).themes
    known = list(codes("theme_code"))
    assert 1 <= len(themes) <= len(known)
    assert list(themes) == sorted(set(themes), key=known.index)


HOSTILE = [
    "a", "aanleg ", "veilige en ", "waarbij ", "draagt bij aan ", "uit oogpunt van ", "1. de ", "advies ", "afval-",
    "tussen de gemeenten a en b ", "opgedragen taken ", "integratie ", ", ", "- ",
]  # fmt: skip


@pytest.mark.parametrize("word", HOSTILE)
def test_no_pattern_backtracks_without_end(word):
    """A pattern with an open gap takes hours on these; bounded ones take moments."""
    text = word * (60_000 // len(word))
    began = process_time()
    code_themes("Museum X", text)
    code_form("Regeling zonder meer", "X", text)
    claimed_systems("Brandweer", text)
    assert process_time() - began < 5
