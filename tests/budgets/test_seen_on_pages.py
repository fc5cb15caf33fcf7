"""Turns of layout that public pages have: each a small document, and what is to be read of it."""

import pytest

from dagster_project.budgets import read_budget
from dagster_project.budgets.participants import split_participants
from tests.budgets.odd import amounts, page, read, told
from tests.documents import making


def test_a_label_that_comes_again_ends_a_list_of_participants(tmp_path):
    text = "VERBONDEN PARTIJEN\n\n"
    members = ("Assen; Emmen; Aa en Hunze; De Wolden", "Assen, Emmen, Meppel en Borger-Odoorn", "Emmen en Hoogeveen")
    for name, who in zip(("GGD Drentseveld", "Regio Esland", "Omgevingsdienst Zandrug"), members, strict=True):
        text += (
            f"{name}, Assen\n\nRechtsvorm\n\nOpenbaar lichaam\n\nDeelnemers\n\n{who}\n\nOns aandeel in de"
            f" kosten\n\n€ 12.345\n\n"
        )
    rows = read(making.write(tmp_path / "a.txt", text))
    assert told(rows, "participants_written") == [
        ("GGD Drentseveld", ["Assen", "Emmen", "Aa en Hunze", "De Wolden"]),
        ("Regio Esland", ["Assen", "Emmen", "Meppel", "Borger-Odoorn"]),
        ("Omgevingsdienst Zandrug", ["Emmen", "Hoogeveen"]),
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Almelo, Raalte, Almelo", ["Almelo", "Raalte"]),
        ("Alle gemeenten in\nZuid-Holland", ["Alle gemeenten in Zuid-Holland"]),
    ],
)
def test_participants_twice_and_over_lines(text, items):
    assert split_participants(text) == items


def test_a_form_below_a_name_in_its_cell_is_its_form(tmp_path):
    rows = page(
        tmp_path,
        "<table><tr><th>Organisatie</th><th>Zetel</th></tr>"
        "<tr><td><b>Meerinzicht-Noord</b><br>Bedrijfsvoeringsorganisatie</td><td>Ermelo</td></tr>"
        "<tr><td><b>Streekarchief Veluwerand</b><br>Openbaar lichaam</td><td>Elburg</td></tr></table>",
    )
    assert told(rows, "legal_form_written", "seat_written") == [
        ("Meerinzicht-Noord", "Bedrijfsvoeringsorganisatie", "Ermelo"),
        ("Streekarchief Veluwerand", "Openbaar lichaam", "Elburg"),
    ]


def test_several_names_in_one_cell(tmp_path):
    rows = page(
        tmp_path,
        "<table><tr><td>Vorm</td><td>Namen</td></tr><tr><td>Gemeenschappelijke regeling</td><td><ul>"
        "<li>Regio Alkmeer</li>"
        "<li>GGD Noordkop</li><li>Omgevingsdienst Duinrand</li></ul></td></tr><tr><td>Stichting</td><td>"
        "<p>Stichting Cultuurkoepel</p><p>Stichting Strandfeest</p></td></tr></table>",
    )
    assert told(rows, "legal_form_written") == [
        ("Regio Alkmeer", "Gemeenschappelijke regeling"), ("GGD Noordkop", "Gemeenschappelijke regeling"),
        ("Omgevingsdienst Duinrand", "Gemeenschappelijke regeling"), ("Stichting Cultuurkoepel", "Stichting"),
        ("Stichting Strandfeest", "Stichting"),
    ]  # fmt: skip


def test_an_address_and_an_end_behind_a_dash(tmp_path):
    rows = page(
        tmp_path,
        "<h2>Openbaar lichaam</h2><ul><li>Regio Hart van de Waard - Raadhuisplein 2, 3131 AB Vlaardingen</li>"
        "<li>GGD Nieuwe Stroom - Stadserf 1, 3112 DZ Schiedam</li>"
        "<li>Jeugdhulp Waterweg - vervallen per 1 januari 2025</li></ul>",
    )
    assert told(rows, "seat_written") == [
        ("Regio Hart van de Waard", "Vlaardingen"), ("GGD Nieuwe Stroom", "Schiedam"), ("Jeugdhulp Waterweg", None),
    ]  # fmt: skip


def test_letters_before_names_go_where_all_have_them_and_stay_where_one_has(tmp_path):
    card = "<h3>{}</h3><p>Zetel</p><p>Terneuzen</p><p>Doel</p><p>Toezicht op de havens.</p>"
    rows = page(tmp_path, card.format("A1 Havenschap Westersluis") + card.format("A2 Omgevingsdienst Scheldemond"))
    assert told(rows) == [("Havenschap Westersluis",), ("Omgevingsdienst Scheldemond",)]
    rows = page(tmp_path, card.format("G2 Samenwerking Amstelland") + card.format("Regio Meerlanden"))
    assert told(rows) == [("G2 Samenwerking Amstelland",), ("Regio Meerlanden",)]


def test_a_form_above_each_title_is_of_the_title_below(tmp_path):
    card = (
        "<p>{}</p><h2>{}</h2><table><tr><td>Zetel:</td><td>{}</td></tr><tr><td>Publiek doel:</td><td>Zorg"
        "</td></tr></table>"
    )
    parties = [
        ("Gemeenschappelijke regeling", "GGD Amsterveld", "Amstelveen"), ("Vennootschap", "Flora Terreinen"
        " B.V.", "Aalsmeer"),
        ("Stichting", "Stichting Fortmuseum", "Haarlem"),
    ]  # fmt: skip
    rows = page(tmp_path, "".join(card.format(*party) for party in parties))
    assert told(rows, "legal_form_written") == [(name, form) for form, name, _ in parties]


def test_a_minus_and_a_word_behind_a_figure(tmp_path):
    table = (
        "<h3>{}</h3><table><tr><th>in euro's</th><th>2019</th></tr><tr><td>Exploitatiesaldo</td><td>{}</td>"
        "</tr></table>"
    )
    rows = page(tmp_path, table.format("GGD Kempenrand", "450.000 -") + table.format("Regio Peelvenen", "14.700 N"))
    assert [(row["name_written"], row["result"]) for row in rows] == [
        ("GGD Kempenrand", -450_000),
        ("Regio Peelvenen", -14_700),
    ]


def test_a_category_above_the_names_of_its_paragraph_is_their_section(tmp_path):
    text = (
        "Lijst van verbonden partijen\n\nA. Gemeenschappelijke regelingen\n1. Veiligheidsregio Scheldestreek te"
        " Middelburg\n"
        "2. GGD Scheldestreek te Goes\n\nB. Vennootschappen\n3. Zeeuwse Houdstermaatschappij N.V. te Middelburg\n"
    )
    rows = read(making.write(tmp_path / "a.txt", text))
    assert told(rows, "section_written", "seat_written") == [
        ("Veiligheidsregio Scheldestreek", "A. Gemeenschappelijke regelingen", "Middelburg"),
        ("GGD Scheldestreek", "A. Gemeenschappelijke regelingen", "Goes"),
        ("Zeeuwse Houdstermaatschappij N.V.", "B. Vennootschappen", "Middelburg"),
    ]


def test_a_total_is_of_no_party_and_an_empty_category_is_that_above(tmp_path):
    sheet = [
        ["Categorie", "Naam", "Vestigingsplaats", "EV eind", "Resultaat"],
        ["Gemeenschappelijke regelingen", "Omgevingsdienst Polderland", "Lelystad", 2044, 224],
        ["", "Regio Randmeerkust", "Harderwijk", 640, 30], ["Stichtingen", "Stichting Erfgoed Batavia",
         "Lelystad", 238, -2],
        ["Totaal", "", "", 2922, 252],
    ]  # fmt: skip
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"Lijst": sheet}))
    assert told(rows, "section_written", "result") == [
        ("Omgevingsdienst Polderland", "Gemeenschappelijke regelingen", 224),
        ("Regio Randmeerkust", "Gemeenschappelijke regelingen", 30), ("Stichting Erfgoed Batavia", "Stichtingen", -2),
    ]  # fmt: skip


def test_labels_cut_short_by_dots(tmp_path):
    card = (
        "<h3>{}</h3><table><tr><th>Jur. vorm</th><th>Vest.plaats</th><th>Deeln.</th></tr><tr><td>GR</td><td>{}"
        "</td><td>Assen, Emmen"
        "</td></tr><tr><th>Eig. verm. (x 1.000)</th><th>Vr. verm. (x 1.000)</th><th>Res. (x 1.000)</th></tr>"
        "<tr><td>2022: 1 325; 2023: 1 249</td><td>2022: 1 712; 2023: 1 673</td><td>2023: 21</td></tr></table>"
    )
    rows = page(tmp_path, card.format("GGD Drentseveld", "Assen") + card.format("Regio Esland", "Emmen"))
    assert told(rows, "legal_form_written", "seat_written") == [
        ("GGD Drentseveld", "GR", "Assen"),
        ("Regio Esland", "GR", "Emmen"),
    ]
    assert amounts(rows[0]) == [1_325_000, 1_249_000, 1_712_000, 1_673_000, 21_000]


def test_what_is_told_right_behind_a_name_in_a_sentence(tmp_path):
    rows = page(
        tmp_path,
        "<p>Voor het vervoer werkt de provincie samen in het OV-bureau Noordkust (gemeenschappelijke regeling,"
        " zetel Assen).</p>"
        "<p>In de Stichting Waddengebied, statutair gevestigd in Lauwersoog, hebben wij een bestuurszetel.</p>",
    )
    assert {row["name_written"] for row in rows} == {"OV-bureau Noordkust", "Stichting Waddengebied"}


def test_abbreviations_beside_names_and_members_below_a_label_are_no_parties(tmp_path):
    rows = page(
        tmp_path,
        "<table><tr><th>Naam regeling</th><th>Afk.</th><th>Soort</th><th>Zetel</th></tr>"
        "<tr><td>Veiligheidsregio Heuvelrand</td><td>VRHR</td><td>Openbaar lichaam</td><td>Utrecht</td></tr>"
        "<tr><td>Omgevingsdienst Kromme Stroom</td><td>ODKS</td><td>Openbaar lichaam</td><td>Zeist</td></tr></table>"
        "<h3>Bouwregie Polder B.V.</h3><h4>Betrokkenen</h4><p>gemeente Ouder-Amstel<br>Bouwbedrijf De Terp B.V.</p>",
    )
    assert told(rows) == [
        ("Veiligheidsregio Heuvelrand",),
        ("Omgevingsdienst Kromme Stroom",),
        ("Bouwregie Polder B.V.",),
    ]


def test_what_is_said_to_be_no_party(tmp_path):
    table = (
        "<table><tr><th>Organisatie</th><th>{}</th></tr><tr><td>{}</td><td>{}</td></tr><tr><td>{}</td>"
        "<td>{}</td></tr></table>"
    )
    rows = page(
        tmp_path,
        table.format(
            "Rechtsvorm", "Waterhuis Delta", "gemeenschappelijke regeling", "Slibcentrale N.V.", "naamloze vennootschap"
        )
        + "<h2>Geen verbonden partij</h2>"
        + table.format(
            "Waarom niet?", "Platform Biesbos", "Geen financieel belang", "Overleg Water", "Geen rechtspersoon"
        ),
    )
    assert told(rows) == [("Waterhuis Delta",), ("Slibcentrale N.V.",)]


def test_a_table_that_a_page_cut_within_a_card_goes_on_with_its_party(tmp_path):
    card = [["Rechtsvorm", "Zetel"], ["GR", "Assen"], ["Eigen vermogen", "Vreemd vermogen"], ["€ 1.000", "€ 2.000"]]
    html = ""
    for first, second in (("GGD Drentseveld", "Regio Esland"), ("Omgevingsdienst Zandrug", "Recreatieschap Hunzedal")):
        rows = [[first], *card, [second], *card[:3]]
        html += "<table>" + "".join(_row(row) for row in rows) + "</table><table>" + _row(["€ 5.000", "€ 6.000"])
        html += "".join(_row(row) for row in [["Bedrijf Veenrand"], *card]) + "</table>"
    rows, _ = read_budget(
        making.write(tmp_path / "a.html", f"<html><body><h1>Verbonden partijen</h1>{html}</body></html>"),
        snapshot=2024, organisation_id="gm0001",
    )  # fmt: skip
    assert {(r["name_written"], r["equity_end"]) for r in rows} >= {
        ("GGD Drentseveld", 1000),
        ("Bedrijf Veenrand", 1000),
    }
    assert not {5000, 6000} & {r["equity_end"] for r in rows if r["name_written"] == "Bedrijf Veenrand"}


def _row(cells):
    span = ' colspan="2"' if len(cells) == 1 else ""
    return "<tr>" + "".join(f"<td{span}>{cell}</td>" for cell in cells) + "</tr>"


def test_a_page_that_its_platform_put_into_one_form_is_read(tmp_path):
    body = "<table><tr><th>Vennootschap</th><th>Aandelen</th></tr>"
    body += "<tr><td>Dijkenbank Zuid N.V. te Den Haag</td><td>450</td></tr>"
    html = f"<html><body><form action='default.aspx'><h1>Deelnemingen</h1>{body}</table></form></body></html>"
    rows = read(making.write(tmp_path / "a.html", html))
    assert told(rows, "seat_written") == [("Dijkenbank Zuid N.V.", "Den Haag")]
    search = "<form action='/zoek'><p>Zoek een regeling</p><input name='q'></form>"
    assert page(tmp_path, search + body + "</table>")[0]["name_written"] == "Dijkenbank Zuid N.V."


@pytest.mark.parametrize("person", ["R. Proefman-Kijkbeeld", "S.C. Proefman", "W. Proefman"])
def test_a_person_in_a_cell_is_no_party_without_the_initials(tmp_path, person):
    card = "<tr><td colspan='4'>{}</td></tr>"
    card += "<tr><td>Vestigingsplaats</td><td>Goirle</td><td>Vorm</td><td>Openbaar lichaam</td></tr>"
    card += "<tr><td>Resultaat 2019</td><td>572.000</td><td>Bestuurder</td><td>{}</td></tr>"
    names = ("Waterlaboratorium Beekrand", "Omgevingsdienst Kempenstroom", "Regio Hart van de Dommel")
    rows = page(tmp_path, "".join(f"<table>{card.format(name, person)}</table>" for name in names))
    assert told(rows, "seat_written", "result") == [(name, "Goirle", 572_000) for name in names]
