"""What belongs to a name, and what is no name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.budgets.labels import field_of
from dagster_project.budgets.legal_forms import group_of
from dagster_project.budgets.names import clean_name, is_party
from dagster_project.budgets.sections import is_category, is_none

PARTIES = [
    "Coöperatie Zonnekracht", "Publiek Belang Elektriciteitsproductie", "Bestuur Regio Utrecht (BRU)",
    "Veiligheidsregio",
    "Programma Toekomst Ommelanden", "Participatiemaatschappij Oost Nederland N.V.", "NV Juva",
    "GGD en VT Haaglanden",
    'Stichting Verzamelgebouw "De Chocoladefabriek"', "Plassenschap Loosdrecht e.o.", "Recreatieschap Spaarnwoude i.l.",
    "Schadevergoedingsschap HSL-Zuid, A16 en A4", "Gemeenschappelijke regeling Meerstad",
    "Vereniging van Groninger Gemeenten",
]  # fmt: skip


@pytest.mark.parametrize("name", PARTIES)
def test_parties(name):
    assert is_party(name)
    assert clean_name(name).text == name


@given(
    st.sampled_from(PARTIES),
    st.sampled_from(["", "1. ", "1.1 ", "12) ", "a. ", "• "]),
    st.sampled_from(["", "*", " 1)", " **", "²", "*)", " 2)"]),
)
@settings(max_examples=80, deadline=None)
def test_numbers_and_marks_leave_the_name(name, before, after):
    assert clean_name(before + name + after.replace("*)", "*")).text == name


@pytest.mark.parametrize(
    "text",
    [
        "Gemeenschappelijke regelingen", "A. Gemeenschappelijke regelingen (publiekrechtelijke organen)",
        "Totaal", "Saldo",
        "3.3.2 Vennootschappen en coöperaties", "PUBLIEKRECHTELIJKE SAMENWERKING",
        "Overige verbonden partijen", "Geen",
        "Paragraaf 7 Grondbeleid", "Toelichting per partij", "n.v.t.",
        "Er zijn geen overige verbonden partijen.", "Rechtsvorm",
        "* Cijfers van de halfjaarrekening; opgave 1 juli.", "1) Het bestuur heeft besloten tot opheffing",
        "12.345",
        "Welke verbonden partijen dragen bij?", "Overzicht verbonden partijen", "Totaal geraamde bijdragen",
        "=1+1", "Deelnemers",
        "Deze partij voert de taken uit die de gemeente haar opdraagt.",
    ],
)  # fmt: skip
def test_no_parties(text):
    assert not is_party(text)


def test_status_and_remarks():
    assert clean_name("Regio Een – in liquidatie").text == "Regio Een"
    assert clean_name("Regio Een – in liquidatie").status == "in liquidatie"
    assert clean_name("Regio Een (in liquidatie)").text == "Regio Een (in liquidatie)"
    assert clean_name("Schap Twee i.l.").status == "i.l."
    assert clean_name("N.V. Bank\nNederlandse Gemeenten").text == "N.V. Bank Nederlandse Gemeenten"


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Vestigings-\nplaats", "seat"), ("Statutaire zetel", "seat"), ("Gevestigd te", "seat"),
        ("Rechtsvorm (bestuurder GS)", "legal_form"),
        ("Openbaar of gemeentelijk belang", "purpose"), ("Doelstelling en openbaar belang", "purpose"),
        ("Deelnemende partijen", "participants"),
        ("Eigen vermogen per 31-12-2024 (x € 1.000)", "equity"), ("Verwacht resultaat 2024", "result"),
        ("Resul-\ntaat", "result"),
        ("Eigen en vreemd vermogen verbonden partij", "capital"), ("Bestuurlijk belang", "other"),
        ("Vertegenwoordiging", "other"),
        ("Regio Assen", None), ("De gemeenten Assen en Emmen", None), ("Rechtsvorm GR", None),
    ],
)  # fmt: skip
def test_labels(label, field):
    assert field_of(label) == field


@pytest.mark.parametrize(
    ("form", "name", "section", "group"),
    [
        ("GR", "X", None, "wgr"), ("Zware GR", "X", None, "wgr"),
        ("Gemeenschappelijk orgaan", "X", None, "wgr"), ("B.V./C.V.", "X", None, "private"),
        ("Fonds op grond van de Wet milieubeheer", "X", "Publiekrechtelijk", "other"),
        ("Coöperatieve vereniging", "X", None, "private"),
        (None, "Stichting X", None, "private"),
        (None, "X", "A. Gemeenschappelijke regelingen (organen)", "wgr"), (None, "X", None, None),
        ("Overlegorgaan", "X", "Overige verbonden partijen", "other"), ("Convenant", "Regio X", None, "other"),
    ],
)  # fmt: skip
def test_groups(form, name, section, group):
    assert group_of(form, name, section) == group


def test_categories_and_none():
    assert is_category("C. Coöperatieve vereniging")
    assert not is_category("Coöperatie Zonnekracht")
    assert is_none("Dordrecht kent geen overige verbonden partijen.")
    assert not is_none("Geensdorp Holding B.V.") or is_party("Geensdorp Holding B.V.")
