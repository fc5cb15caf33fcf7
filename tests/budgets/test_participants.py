"""Participants as items: plurals spread, names with a comma or "en" kept whole, counts kept as phrases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.budgets.participants import split_participants
from dagster_project.budgets.persons import names_a_person, without_persons

CASES = {
    "De gemeenten Assen, Aa en Hunze en Emmen en de provincies Noord-Holland en Drenthe": [
        "Assen", "Aa en Hunze", "Emmen", "provincie Noord-Holland", "provincie Drenthe",
    ],
    "waterschap Amstel, Gooi en Vecht; gemeente Amsterdam": ["waterschap Amstel, Gooi en Vecht", "Amsterdam"],
    "de gemeente Utrecht en het ministerie van Onderwijs, Cultuur en Wetenschap": [
        "Utrecht", "ministerie van Onderwijs, Cultuur en Wetenschap",
    ],
    "De 12 Groninger gemeenten": ["De 12 Groninger gemeenten"],
    "6 provincies en 86 gemeenten zijn aandeelhouder": ["6 provincies", "86 gemeenten"],
    "De (voormalige) gemeenten Haren, Winsum en Bedum": ["Haren", "Winsum", "Bedum"],
    "Binnenmaas (nu Hoeksche Waard), Dordrecht": ["Binnenmaas", "Dordrecht"],
    "• 49 Nederlandse en Duitse gemeenten\n• 3 regionale instanties": [
        "49 Nederlandse en Duitse gemeenten", "3 regionale instanties",
    ],
    "Alphen aan den Rijn,\nKaag en Braassem,\nLeiden": ["Alphen aan den Rijn", "Kaag en Braassem", "Leiden"],
    "De gemeenten in Groningen en Drenthe": ["De gemeenten in Groningen en Drenthe"],
    "Assen\nEmmen": ["Assen", "Emmen"],
    "n.v.t.": [],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_cases(text):
    assert split_participants(text) == CASES[text]


@given(
    st.lists(st.sampled_from(["Assen", "Emmen", "Peel en Maas", "Berg en Dal", "Den Haag"]), min_size=1, unique=True)
)
@settings(max_examples=40, deadline=None)
def test_a_list_comes_back_whole(names):
    written = ", ".join(names[:-1]) + (" en " if len(names) > 1 else "") + names[-1]
    assert split_participants(f"De gemeenten {written}.") == names


def test_persons():
    for text in ("de heer J. Voorbeeld", "mw. A. Testpersoon", "wethouder B. Proefnaam", "J.P. van der Proef"):
        assert names_a_person(text)
    for text in (
        "N.V. Bank Nederlandse Gemeenten",
        "B.V. Evides",
        "Stichting Cultuurhuis",
        "C.V. Wonen",
        "portefeuillehouder",
    ):
        assert not names_a_person(text)
    assert without_persons("GR (gedeputeerde mw. A. Testpersoon)") == "GR"
    assert without_persons("NV (portefeuillehouder bestuur)") == "NV"
    assert without_persons("de heer J. Voorbeeld") is None


@pytest.mark.parametrize(
    "written",
    [
        "wethouder Proefman", "Wethouder Piet Proefman", "wethouders Proefman en De Proefman", "de heer Proefman",
        "Mw Proefman", "mevrouw drs. B. de Vries-Proefman", "J. (Jan) Proefman", "Jan Proefman (wethouder)",
        "J.P. van Proefman (VVD)", "Proefman, J.", "ir. Proefman MSc", "dijkgraaf M. Proefman", "heemraad Proefman",
        "Burgemeester mr. P. Proefman", "plv. lid R. Proefman", "prof. dr. ir. O. Proefman",
    ],
)  # fmt: skip
def test_a_person_never_stays_in_a_text(written):
    for text in (written, f"Zorg voor gezondheid, vertegenwoordigd door {written}.", f"Assen ({written}), Emmen"):
        assert "Proefman" not in (without_persons(text) or "")


@pytest.mark.parametrize(
    "written",
    [
        "Stichting Wethouder Proefman Fonds", "Aa en Hunze, Assen en Midden-Drenthe", "Wonen, N.V. Nutsbedrijf",
        "ING Bank en BNG Bank", "Bergen op Zoom (centrumgemeente)", "Burgemeesters van Assen en Emmen",
        "De Ronde Venen, Stichtse Vecht",
    ],
)  # fmt: skip
def test_what_is_no_person_stays(written):
    assert without_persons(written) == written


def test_a_place_with_an_office_behind_it_is_no_person():
    assert without_persons("Bergen op Zoom (wethouder), De Ronde Venen (burgemeester)") == (
        "Bergen op Zoom, De Ronde Venen"
    )
    assert without_persons("Jan Bergen (wethouder)") is None
