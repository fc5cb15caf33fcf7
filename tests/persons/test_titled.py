"""Names with a title, initials or an office are taken out, and nothing that only looks like one."""

import pytest

from dagster_project.persons import names_a_person, without_persons


def test_titles_and_initials_tell_a_person():
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
        "De Ronde Venen, Stichtse Vecht", "volgens Gedeputeerde Staten", "de directeur van Proefwerk",
    ],
)  # fmt: skip
def test_what_is_no_person_stays(written):
    assert without_persons(written) == written


def test_a_place_with_an_office_behind_it_is_no_person():
    assert without_persons("Bergen op Zoom (wethouder), De Ronde Venen (burgemeester)") == (
        "Bergen op Zoom, De Ronde Venen"
    )
    assert without_persons("Jan Bergen (wethouder)") is None
