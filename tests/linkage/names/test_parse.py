"""A name taken apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.linkage.names.parse import CUT, read_name, words_in_order


def forms(written: str) -> set[str]:
    return {" ".join(f) for f in read_name(written).forms}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gemeenschappelijke Regeling Omgevingsdienst Brabant Noord", "Omgevingsdienst Brabant-Noord"),
        ("GGD West-Brabant", "Gemeentelijke Gezondheidsdienst WestBrabant"),
        ("RUD Drenthe", "Regionale Uitvoeringsdienst Drenthe 2014"),
        ("Werkvoorzieningschap Kampen en Dronten", "sociale werkvoorziening Kampen Dronten"),
        ("Streekraad Oost-Groningen (in liquidatie)", "Streekraad Oost Groningen"),
        ("Diamant-groep", "Diamantgroep"),
        ("Servicepunt71", "Servicepunt 71"),
        ("Wetterskip FryslÃ¢n", "Wetterskip Fryslân"),
        ("Archeologie Westfriese gemeenten", "Archeologie West-Friesland"),
        ("Vuilbedrijf W-Friesland", "Vuilbedrijf West-Friesland"),
        ("Leer-werkbedrijf Noard East Fryslân", "Werk-leerbedrijf NoardEast Fryslân"),
        ("Súdwest Fryslân", "Zuidwest-Friesland"),
        ("Bedrijvenpark A-7", "Bedrijvenpark A7"),
        ("Samenwerking I&IT Gele Klif", "Samenwerking ICT Gele Klif"),
        ("Drentse Rekenkamer", "Rekenkamer Drenthe"),
        ("Uitvoeringsdienst Kraakland 2.0", "Uitvoeringsdienst Kraakland"),
        ("Gewest Kraakland", "Regio Kraakland"),
        ("Werkbedrijf Kraakland (in 2016 opgegaan in Werk Gele Klif)", "Werkbedrijf Kraakland"),
    ],
)
def test_spellings_of_one_name_meet(one, other):
    assert forms(one) & forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Veiligheidsregio Limburg-Noord", "Veiligheidsregio Limburg-Zuid"),
        ("GGD Groningen", "GGD Drenthe"),
        ("Noord-Holland Noord", "Noord-Holland"),
        ("Kraakland 6.1", "Kraakland 7.2"),
        ("Werkbedrijf Kraakland (in 2016 opgegaan in Werk Gele Klif)", "Werk Gele Klif"),
        ("N-Waterweg-N", "Noord Waterweg Noord"),
    ],
)
def test_other_regions_do_not_meet(one, other):
    assert not forms(one) & forms(other)


def test_a_former_name_is_a_form_of_its_own():
    assert "werksaam fryslan west" not in forms("WerkSaam Westfriesland (voorheen Op/Maat)")
    assert "maat" in forms("WerkSaam Westfriesland (voorheen Op/Maat)")


def test_a_word_in_brackets_that_the_name_has_anyway_is_no_name():
    assert forms("Gemeentelijke Gezondheidsdienst (GGD) Kraakland") == forms("GGD Kraakland")


def test_abbreviations_and_initials():
    name = read_name("Regionale Werkvoorziening Amersfoort (RWA)")
    assert "rwa" in name.abbreviations
    assert "rwa" in name.initials


def test_a_name_cut_off_says_where():
    assert any(
        token.endswith(CUT) for form in read_name("Gemeenschappelijke Regeling De Drechts..").forms for token in form
    )


@pytest.mark.parametrize(
    ("written", "met"),
    [
        ("Sociale Werkvoorziening Kraakland/ Gele Klif", True),
        ("Gele Klif / Sociale Werkvoorziening Kraakland", True),
        ("Sociale Werkvoorziening Kraakland - Gele Klif", True),
        ("Sociale Werkvoorziening Kraakland/Gele Klif", False),  # one name of two places
    ],
)
def test_two_names_beside_each_other_are_each_a_name(written, met):
    assert bool(forms(written) & forms("Gele Klif")) == met


@pytest.mark.parametrize(
    ("written", "words", "all_words"),
    [
        ("Gem. Reg. De Zwarte Be..", ("zwarte", "be~"), ("gemeenschappelyke", "regeling", "de", "zwarte", "be~")),
        ("Werkgel. Noard… (WN)", ("werkgel~", "noard~"), ("werkgel~", "noard~")),
        ("Dienst St. Kraakland.", ("dienst", "sint", "kraakland"), ("dienst", "sint", "kraakland")),
    ],
)
def test_words_in_order_say_which_are_cut(written, words, all_words):
    assert words_in_order(written) == words
    assert words_in_order(written, with_law=True) == all_words


@pytest.mark.parametrize("written", ["", "   ", "()", "...", "x" * 5000, "gemeenschappelijke regeling"])
def test_poor_names_give_something_or_nothing(written):
    assert len(read_name(written).forms) <= 2


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_no_text_crashes_and_tokens_are_sorted(written):
    for form in read_name(written).forms:
        assert form == tuple(sorted(form))
        assert all(form)


@pytest.mark.parametrize("written", ["#N/A", "n.v.t.", "onbekend", " – "])
def test_a_placeholder_gives_nothing_to_compare(written):
    name = read_name(written)
    assert (name.forms, name.abbreviations, name.initials) == ((), frozenset(), frozenset())
