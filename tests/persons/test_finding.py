"""What is found, of which kind, and what is left when it is taken out."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.persons import ALL, Kind, could_be_a_name, find, holds, take_out


def kinds_in(text):
    return {str(s.kind): text[s.start : s.end] for s in find(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bel 06 12345678 na tienen", {"telephone": "06 12345678"}),
        ("bel +31 (0)70-3456789.", {"telephone": "+31 (0)70-3456789"}),
        ("mail naar a.proef@voorbeeld.nl.", {"email": "a.proef@voorbeeld.nl"}),
        ("burgerservicenummer 111222333", {"bsn": "111222333"}),
        ("kantoor aan de Proefstraat 12a", {"address": "Proefstraat 12a"}),
        ("9712 AB Groningen", {"address": "9712 AB"}),
        ("Van Proefmanlaan 3-5", {"address": "Van Proefmanlaan 3-5"}),
    ],
)
def test_a_person_is_reached_by(text, found):
    assert kinds_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "111222334", "het RSIN 111222333", "€ 111222333", "€ 1.234.567.890", "1 234 567 890", "van 2020 tot 2024",
        "artikel 12, lid 3", "de Wet inburgering 2021", "2024 NV Afvalzorg", "Postbus 12", "0,5 miljoen", "sv0000123",
        "begroting 2024-2028", "28478366", "gm0363;gm0384", "12-03-2024",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_left(text):
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Telefonisch gesproken met Noor Proefman-van den Voorbeeld over de zetel",
        "Jan Proefman", "gebeld met Proefman", "Volgens Xanthippe Proefman klopt het", "Piet van der Proefman",
        "mevrouw Noor de Proefman", "Proefman is lid", "contactpersoon: Anouk Proefman (team financiën)",
    ],
)  # fmt: skip
def test_names_without_title(text):
    assert ("Proefman" not in take_out(text)) == (text != "Proefman is lid")


@pytest.mark.parametrize(
    "text",
    [
        "gebeld met Assen", "overleg met Holland Rijnland", "contact met Omgevingsdienst Noord",
        "Stichting Jan Proefman",
        "Jan Proefman Fonds", "gesproken met de gemeente Aa en Hunze", "volgens Gedeputeerde Staten", "Mark en Vecht",
        "Regio Noord-Holland Midden", "telefonisch bevestigd door Peel en Maas", "Noor en Zuid",
        "Gezondheidsalliantie Liemers-Oost", "Waterketen Dalfsen-Staphorst",
        "Gebiedsmarketing Liemers-Oost", "Centrumontwikkeling Groot-Amsterdam", "Innovatiepact Enkhuizen-Medemblik",
        "Bestuursakkoord Leerplicht Westfriese Omringdijk",
    ],
)  # fmt: skip
def test_bodies_stay(text):
    assert take_out(text) == text


def test_only_what_is_asked_for_is_taken_out():
    text = "Jan Proefman, j@proef.nl, 06-12345678"
    assert take_out(text, {Kind.EMAIL}) == "Jan Proefman, , 06-12345678"
    assert take_out(text, {Kind.PERSON, Kind.TELEPHONE}) == ", j@proef.nl, "
    assert not holds("j@proef.nl", {Kind.PERSON})


NAMES = {
    "Xanthippe Proefman": True,
    "Jan van der Berg": True,
    "drs. Jansen": True,
    "Senior adviseur": False,
    "jurist": False,
}


@pytest.mark.parametrize(("text", "name"), NAMES.items())
def test_a_field_for_no_name_at_all_is_strict(text, name):
    assert could_be_a_name(text) == name


@given(st.text())
def test_spans_lie_in_the_text_and_what_is_left_is_of_it(text):
    spans = find(text)
    assert all(0 <= s.start < s.end <= len(text) and s.kind in ALL for s in spans)
    for kind in ALL:
        ends = [s for s in spans if s.kind == kind]
        assert all(a.end <= b.start for a, b in itertools.pairwise(ends))
    assert len(take_out(text)) <= len(text)
