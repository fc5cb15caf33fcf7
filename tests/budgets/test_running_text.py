"""Running text, lines and names of public pages with more in them than one thing: what is read of each."""

import pytest

from dagster_project.budgets.choice.labels import is_form
from dagster_project.budgets.choice.parts import parts_of
from dagster_project.budgets.choice.speaking import is_task, speaking
from dagster_project.budgets.figures import units_in
from dagster_project.budgets.figures.numbers import numbers_in
from dagster_project.budgets.legal_forms import group_and_ground
from dagster_project.budgets.lines import run_in, take_apart
from dagster_project.budgets.participants import split_participants
from dagster_project.budgets.sections import is_category, section_text
from dagster_project.budgets.vocabulary import EQUITY, FORM, PURPOSE, SEAT
from tests.budgets.odd import amounts, page, read, told
from tests.documents import making


@pytest.mark.parametrize(
    ("text", "name", "seat"),
    [
        ("0,6% – Slibdienst Esland, Assen. Drogen van slib", "Slibdienst Esland", "Assen"),
        ("Slibverwerker Esland N.V., Emmen. Verwerking van slib", "Slibverwerker Esland N.V.", "Emmen"),
        ("Kabelnet Esland B.V. | BV", "Kabelnet Esland B.V.", None),
        ("A.1 Belastingdienst Esland", "Belastingdienst Esland", None),
    ],
)
def test_a_name_without_its_share_number_form_or_task(text, name, seat):
    best = min(parts_of(text), key=lambda part: part.cost)
    assert (name, seat) in {(part.name, part.seat) for part in parts_of(text) if part.cost == best.cost}


def test_governments_between_slashes_take_part_and_are_no_party():
    assert split_participants("Assen / Emmen / Aa en Hunze") == ["Assen", "Emmen", "Aa en Hunze"]
    assert parts_of("Assen / Aa en Hunze") == ()
    assert parts_of("Havenbedrijf Assen / Emmen") != ()


def test_a_minus_in_words_is_one():
    (number,) = numbers_in("een resultaat van minus € 0,014 miljoen")
    assert (number.value, number.scale) == (-0.014, 1e6)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Assen • Aanleg van glasvezel", {SEAT: "Assen", PURPOSE: "Aanleg van glasvezel"}),
        ("📍 Assen", {SEAT: "Assen"}),
        ("Assen | Stichting", {SEAT: "Assen", FORM: "Stichting"}),
        ("Assen | Warmte Esland", {}),
        ("Assen | 14 leden", {}),
    ],
)
def test_a_text_of_a_place_and_a_task_says_both(text, told):
    assert speaking([text]) == told


@pytest.mark.parametrize("text", ["Taallessen", "Regio Esland", "Drogen van slib in 2024", "Stichting van allen", ""])
def test_what_may_be_a_name_is_no_task(text):
    assert not is_task(text)


def test_labels_that_run_in_within_a_paragraph_are_lines():
    text = (
        "41 Begroting 2016 Naam Regio Esland Rechtsvorm Stichting Vestigingsplaats Assen Openbaar belang Overleg over"
        " wonen. Deelnemende partijen Assen, Emmen Eigen vermogen 1 januari 2014 39.548 Resultaat 2014 -/- 9.155"
    )
    lines = run_in(text).split("\n")
    assert lines[1:4] == ["Naam: Regio Esland", "Rechtsvorm Stichting", "Vestigingsplaats Assen"]
    without_name = text.replace("Naam ", "")
    assert run_in(without_name) == without_name


def test_what_runs_in_is_read_as_a_card(tmp_path):
    card = (
        "<p>{} Begroting 2016 Naam {} Rechtsvorm Gemeenschappelijke regeling Vestigingsplaats Assen Openbaar belang"
        " Overleg over wonen. Deelnemende partijen Assen, Emmen Eigen vermogen 1 januari 2014 39.548 Eigen vermogen 31"
        " december 2014 30.393 Vreemd vermogen 1 januari 2014 61.313 Vreemd vermogen 31 december 2014 67.316 Resultaat"
        " 2014 -/- 9.155 Risico Geen bijzonderheden.</p>"
    )
    rows = page(tmp_path, card.format(41, "Omgevingsdienst Esland") + card.format(42, "Gezondheidsdienst Esland"))
    assert told(rows, "seat_written", "participants_written") == [
        ("Omgevingsdienst Esland", "Assen", ["Assen", "Emmen"]),
        ("Gezondheidsdienst Esland", "Assen", ["Assen", "Emmen"]),
    ]
    assert amounts(rows[0]) == [39548.0, 30393.0, 61313.0, 67316.0, -9155.0]


def test_running_text_in_full_lines_is_read_as_sentences(tmp_path):
    party = (
        "{}\n\n"
        "De organisatie is gevestigd te Assen en heeft als doel: bediening van sluizen en bruggen.\n"
        "Deelnemers zijn Waterschap Brabantse Delta, Waterschap Drents Overijsselse Delta en\n"
        "Waterschap Limburg.\n\n"
    )
    text = "VERBONDEN PARTIJEN\n\n" + party.format("1. Omgevingsdienst Esland") + party.format("2. GGD Esland")
    rows = read(making.write(tmp_path / "a.txt", text))
    who = ["waterschap Brabantse Delta", "waterschap Drents Overijsselse Delta", "waterschap Limburg"]
    assert told(rows, "seat_written", "purpose_written", "participants_written") == [
        (name, "Assen", "bediening van sluizen en bruggen", who) for name in ("Omgevingsdienst Esland", "GGD Esland")
    ]


def test_figures_in_columns_of_plain_text_stay_apart(tmp_path):
    party = (
        "* {}\n  zetel ........... Assen\n  deelnemers ...... Assen, Emmen\n"
        "                      01-01-2016   31-12-2016\n"
        "  eigen vermogen             259          312\n"
        "  vreemd vermogen          1.466            -\n"
        "  resultaat 2016                           53\n\n"
    )
    text = "VERBONDEN PARTIJEN (x 1.000 euro)\n\n" + party.format("Regio Esland") + party.format("GGD Esland")
    rows = read(making.write(tmp_path / "a.txt", text))
    assert told(rows, "participants_written") == [(n, ["Assen", "Emmen"]) for n in ("Regio Esland", "GGD Esland")]
    assert amounts(rows[0]) == [259000.0, 312000.0, 1466000.0, None, 53000.0]


def test_a_bar_parts_a_label_from_its_amounts():
    (one,) = take_apart("eigen vermogen | 259 | 312")
    assert (one.field, one.value) == (EQUITY, "259 | 312")
    assert take_apart("Assen | Emmen | Meppel") == []


def test_a_sentence_behind_a_seat_is_the_purpose(tmp_path):
    rows = page(
        tmp_path,
        "<h4>Groen Esland B.V.</h4><p>Statutair gevestigd in Assen. Detachering en groenwerk.</p>"
        "<h4>Stichting Esland</h4><p>Statutair gevestigd in Emmen. Houden van aandelen.</p>",
    )
    assert told(rows, "seat_written", "purpose_written") == [
        ("Groen Esland B.V.", "Assen", "Detachering en groenwerk."),
        ("Stichting Esland", "Emmen", "Houden van aandelen."),
    ]


def test_who_a_party_is_with_is_told_without_a_label(tmp_path):
    card = "<h3>{}</h3><p>Zetel: Assen</p><p>met {}</p>"
    body = card.format("Omgevingsdienst Esland", "Emmen en Meppel") + card.format("GGD Esland", "4 gemeenten")
    assert told(page(tmp_path, body + "<p>met genoegen</p>"), "participants_written") == [
        ("Omgevingsdienst Esland", ["Emmen", "Meppel"]),
        ("GGD Esland", ["4 gemeenten"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Regelingen", "Kapitaaldeelnemingen", "Mei-inoar: mienskiplike regelingen",
        "Deel 1: verbonden partijen op grond van de Wgr", "3 Overige verbonden partijen (bedragen x € 1.000)",
    ],
)  # fmt: skip
def test_a_category_in_other_words(text):
    assert is_category(text)


def test_the_unit_of_what_is_below_is_no_part_of_a_section():
    assert section_text("2.1 Regelingen (bedragen x € 1.000)") == "Regelingen"
    assert section_text("Regelingen (Wgr)") == "Regelingen (Wgr)"


def test_a_letter_of_a_part_is_no_initial(tmp_path):
    body = "<h2>A. Publieke samenwerking</h2><h3>Omgevingsdienst Esland</h3><p>Zetel: Assen</p>"
    body += "<h2>B. Private samenwerking</h2><h3>Warmte Esland B.V.</h3><p>Zetel: Emmen</p>"
    assert told(page(tmp_path, body), "section_written") == [
        ("Omgevingsdienst Esland", "A. Publieke samenwerking"),
        ("Warmte Esland B.V.", "B. Private samenwerking"),
    ]


def test_frisian_thousands_and_short_forms():
    assert units_in("Tabellen yn tûzen euro.") == (1e3,)
    assert [is_form(text) for text in ("St.", "Ver.", "Verenigde Esland")] == [True, True, False]


@pytest.mark.parametrize(
    ("asked", "group", "ground"),
    [
        (("Stichting", "Regio Esland", "Gemeenschappelijke regelingen", ()), "private", "form"),
        ((None, "Regio Esland", "Gemeenschappelijke regelingen", ()), "wgr", "section"),
        ((None, "Warmte Esland B.V.", None, ()), "private", "name"),
        ((None, "GGD Esland", None, ()), "wgr", "task"),
        ((None, "Esland", None, ("Deelname in vennootschappen",)), "private", "over"),
        ((None, "Esland", None, ()), None, None),
    ],
)
def test_what_told_the_group_of_a_form(asked, group, ground):
    assert group_and_ground(*asked) == (group, ground)


def test_a_group_that_nothing_tells_is_in_doubt(tmp_path):
    (row,) = read(making.write(tmp_path / "a.csv", "Naam;Zetel;Doel\nEsland;Assen;Overleg over wonen\n"))
    assert row["legal_form_group"] is None
    assert row["field_confidence"]["legal_form_group"] < 0.5


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Monumentenwacht Limburg-Noord (MLN)", ()),
        ("Milieudienst Oost (MIO)", ()),
        ("Eigen vermogen (MLN)", (1e6,)),
        ("EIGEN VERMOGEN (MLN)", (1e6,)),
        ("Eigen vermogen (mln)", (1e6,)),
    ],
)
def test_an_abbreviation_of_a_name_is_no_unit(text, units):
    assert units_in(text) == units


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Inkoopbureau Alkmaar / Noord-Kennemerland", ["Inkoopbureau Alkmaar / Noord-Kennemerland"]),
        ("GGD Alkmaar / Veiligheidsregio Esland", ["GGD Alkmaar", "Veiligheidsregio Esland"]),
    ],
)
def test_a_slash_behind_a_town_is_that_of_a_region_but_before_an_organisation(tmp_path, text, parties):
    rows = [["Verbonden partij", "Vestigingsplaats"], ["Stichting Parken Esland", "Emmen"], [text, "Alkmaar"]]
    read_ = read(making.xlsx(tmp_path / "a.xlsx", {"VP": rows}))
    assert [row["name_written"] for row in read_][1:] == parties
