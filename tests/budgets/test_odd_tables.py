"""Tables in which a party does not take one row below one head, and tables of something else."""

import pytest

from dagster_project.budgets import read_budget
from tests.budgets.odd import amounts, read, told
from tests.documents import making


def test_a_row_per_field(tmp_path):
    text = "verbonden_partij,kenmerk,waarde\n"
    for name, seat in (("Senzer", "Helmond"), ("Bizob", "Oirschot")):
        text += f"{name},categorie,Stichtingen\n{name},rechtsvorm,Stichting\n{name},vestigingsplaats,{seat}\n"
        text += f"{name},deelnemers,Asten; Deurne\n{name},eigen vermogen 1-1-2024,1200\n{name},resultaat 2024,-35\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "seat_written", "section_written") == [
        ("Senzer", "Helmond", "Stichtingen"), ("Bizob", "Oirschot", "Stichtingen"),
    ]  # fmt: skip
    assert rows[1]["participants_written"] == ["Asten", "Deurne"]
    assert amounts(rows[1]) == [1200, None, None, None, -35]


def test_a_row_per_field_with_the_name_once_and_the_year_beside(tmp_path):
    text = "Partij;Onderwerp;Jaar;Waarde\nSenzer;Zetel;;Helmond\n;Rechtsvorm;;GR\n;Eigen vermogen;1-1-2024;5\n"
    text += ";Eigen vermogen;31-12-2024;7\nBlink;Zetel;;Asten\n;Rechtsvorm;;BV\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "seat_written", "legal_form_written") == [("Senzer", "Helmond", "GR"), ("Blink", "Asten", "BV")]
    assert amounts(rows[0])[:2] == [5, 7]


@pytest.mark.parametrize("moments", [("1-1-2024", "31-12-2024"), ("2023", "2024"), ("begin", "eind")])
def test_a_row_per_moment(tmp_path, moments):
    head = ["Verbonden partij", "Zetel", "Jaar", "Eigen vermogen", "Vreemd vermogen", "Resultaat"]
    sheet = [head, ["Gemeenschappelijke regelingen", *[None] * 5]]
    for name, seat in (("Laborijn", "Doetinchem"), ("1Stroom", "Duiven")):
        sheet += [[name, seat, moments[0], 10, 20, None], [None, None, moments[1], 12, 22, 2]]
    merged = ["A2:F2", "A3:A4", "B3:B4", "A5:A6", "B5:B6"]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"VP": sheet}, {"VP": merged}))
    assert told(rows, "seat_written") == [("Laborijn", "Doetinchem"), ("1Stroom", "Duiven")]
    assert {row["section_written"] for row in rows} == {"Gemeenschappelijke regelingen"}
    assert [amounts(row) for row in rows] == [[10, 12, 20, 22, 2]] * 2


def test_parties_as_columns_below_their_categories(tmp_path):
    text = "Categorie;Vennootschappen;Vennootschappen;Stichtingen\nVerbonden partij;HVC N.V.;Alliander N.V.;Bizob\n"
    text += "Rechtsvorm;NV;NV;Stichting\nZetel;Alkmaar;Arnhem;Oirschot\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "section_written") == [
        ("HVC N.V.", "Vennootschappen"), ("Alliander N.V.", "Vennootschappen"), ("Bizob", "Stichtingen"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "cell", ["Blink¹, Den Haag", "Blink*\nDen Haag", "Blink (Den Haag)", "Blink te Den Haag", "Blink 1) - Den Haag"]
)
@pytest.mark.parametrize("head", ["Naam en vestigingsplaats", "Naam / zetel", "Verbonden partij (plaats)"])
def test_name_and_seat_in_one_cell(tmp_path, head, cell):
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"VP": [[head, "Rechtsvorm", "Doel"], [cell, "GR", "Afval"]]}))
    assert told(rows, "seat_written") == [("Blink", "Den Haag")]


def test_seats_behind_most_names_of_a_table(tmp_path):
    text = "Naam;Rechtsvorm;Doel\nSenzer (SZ), Helmond;GR;Werk\nBlink, Asten;GR;Afval\nBizob;Stichting;Inkoop\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "seat_written") == [("Senzer (SZ)", "Helmond"), ("Blink", "Asten"), ("Bizob", None)]


def test_cards_side_by_side_below_a_title_and_names_over_the_card(tmp_path):
    sheet, merged = [["Kaarten per partij (x € 1.000)"]], ["A1:G1"]
    for name in ("Senzer", "Blink", "Bizob"):
        merged.append(f"A{len(sheet) + 1}:D{len(sheet) + 1}")
        sheet += [[name], ["Rechtsvorm", "GR", "Zetel", "Helmond"], ["EV 1-1", 10, "EV 31-12", 12], ["Resultaat", 2]]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"Kaarten": sheet}, {"Kaarten": merged}))
    assert told(rows, "seat_written") == [(n, "Helmond") for n in ("Senzer", "Blink", "Bizob")]
    assert amounts(rows[2]) == [10_000, 12_000, None, None, 2_000]


def test_the_unit_in_the_caption_of_a_table(tmp_path):
    page = (
        "<html><body><h2>Kengetallen</h2><table><caption>Kerncijfers (x € 1 mln.)</caption><tr><th>Partij</th>"
        "<th>EV begin</th><th>EV eind</th></tr><tr><td>Senzer</td><td>1,2</td><td>–0,3</td></tr></table></body></html>"
    )
    [row] = read(making.write(tmp_path / "a.html", page))
    assert amounts(row)[:2] == [1_200_000, -300_000]
    assert row["section_written"] is None


def test_a_row_per_participant(tmp_path):
    text = "Verbonden partij;Rechtsvorm;Deelnemer\nSenzer;GR;Helmond\n;;Asten\nSenzer;GR;Deurne\nBlink;BV;Helmond\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "participants_written") == [("Senzer", ["Helmond", "Asten", "Deurne"]), ("Blink", ["Helmond"])]


def test_labels_and_values_within_a_cell(tmp_path):
    cell = "Rechtsvorm: {}\nZetel: {}\nDoel: Samen\nwerken\nEigen vermogen: 10 (1-1-2024); 12 (31-12-2024)"
    sheet = [["Verbonden partij", "Gegevens"], ["Senzer", cell.format("GR", "Helmond")]]
    sheet += [["Bizob", cell.format("Stichting", "Oirschot")]]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"VP": sheet}))
    assert told(rows, "legal_form_written", "seat_written", "purpose_written") == [
        ("Senzer", "GR", "Helmond", "Samen werken"), ("Bizob", "Stichting", "Oirschot", "Samen werken"),
    ]  # fmt: skip
    assert amounts(rows[1])[:2] == [10, 12]


def test_a_sheet_per_party_with_empty_columns(tmp_path):
    sheets = {
        name: [[name], [], [None, "Rechtsvorm", None, form], [None, "Zetel", None, seat], [None, "Deelnemers"]]
        for name, form, seat in (("Stichting Inkoop", "Stichting", "Oirschot"), ("Senzer", "GR", "Helmond"))
    }
    rows = read(making.xlsx(tmp_path / "a.xlsx", sheets, {name: ["A1:E1"] for name in sheets}))
    assert told(rows, "legal_form_written", "seat_written") == [
        ("Stichting Inkoop", "Stichting", "Oirschot"), ("Senzer", "GR", "Helmond"),
    ]  # fmt: skip


def test_a_table_of_divs_that_says_its_roles(tmp_path):
    lines = (("Naam", "Rechtsvorm", "Zetel"), ("Senzer", "GR", "Helmond"), ("Bizob", "Stichting", "Oirschot"))
    cells = ["".join(f'<div role="cell"><p>{c}</p></div>' for c in line) for line in lines]
    table = '<div role="table">' + "".join(f'<div role="row">{c}</div>' for c in cells) + "</div>"
    rows = read(making.write(tmp_path / "a.html", f"<html><body>{table}</body></html>"))
    assert told(rows, "seat_written") == [("Senzer", "Helmond"), ("Bizob", "Oirschot")]
    assert rows[1]["locator"].endswith("div/div[3]")


def test_tables_of_pairs_within_a_table_with_a_head(tmp_path):
    page = "<html><body><table><tr><th>Naam</th><th>Gegevens</th><th>Deelnemers</th></tr>"
    for name in ("Senzer", "Blink"):
        page += (
            f"<tr><td>{name}</td><td><table><tr><td>Rechtsvorm</td><td>GR</td></tr><tr><td>Zetel:</td><td>Asten</td>"
        )
        page += (
            "</tr><tr><td>Eigen vermogen 31-12</td><td>€ 5</td></tr></table></td><td><ul><li>Asten</li></ul></td></tr>"
        )
    rows = read(making.write(tmp_path / "a.html", page + "</table></body></html>"))
    assert told(rows, "seat_written", "participants_written", "equity_end") == [
        ("Senzer", "Asten", ["Asten"], 5), ("Blink", "Asten", ["Asten"], 5),
    ]  # fmt: skip


def test_numbers_of_an_export_in_english(tmp_path):
    text = (
        "naam,vestigingsplaats/zetel,deelnemers,eigen_vermogen_begin,eigen_vermogen_eind,resultaat\n"
        '"Senzer","Helmond","Asten|Deurne","1,380,000.00","-410,000.00","1919"\n'
    )
    [row] = read(making.write(tmp_path / "a.csv", text))
    assert (row["seat_written"], row["participants_written"]) == ("Helmond", ["Asten", "Deurne"])
    assert amounts(row) == [1_380_000, -410_000, None, None, 1919]


def test_heads_of_two_words_for_the_same(tmp_path):
    text = "Vennootschap / coöperatie;Vestigingsgemeente;Mede-eigenaren en deelnemers e.a.;Saldo van baten en lasten\n"
    text += "HVC N.V.;Alkmaar;Asten;5\nDimpact;Enschede;Borne;-6\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "seat_written", "participants_written", "result") == [
        ("HVC N.V.", "Alkmaar", ["Asten"], 5), ("Dimpact", "Enschede", ["Borne"], -6),
    ]  # fmt: skip


def test_other_tables_below_the_parties_of_one_sheet(tmp_path):
    text = (
        "Bijlage A Verbonden partijen;;;\nNaam;Zetel;Eigen vermogen 1-1;Eigen vermogen 31-12\nSenzer;Helmond;10;12\n"
        "Blink;Asten;onbekend;nog niet bekend\nBijlage B Reserves;;;\nReserve;Soort;Stand begin;Toevoeging\n"
        "Algemene reserve;algemeen;10;1\nBijlage C Subsidies;;;\nNaam instelling;Plaats;Subsidie;Jaar\n"
        "Stichting Dorpshuis;Asten;5;2024\nNaam;Zetel;Eigen vermogen 1-1;Eigen vermogen 31-12\nBizob;Oirschot;1;2\n"
    )
    assert told(read(making.write(tmp_path / "a.csv", text))) == [("Senzer",), ("Blink",), ("Bizob",)]


def test_sheets_of_other_things(tmp_path):
    sheets = {
        "Reserves": [["Omschrijving", "Saldo 1-1", "Saldo 31-12"], ["Algemene reserve", 1, 2]],
        "Risico's": [["Risico", "Omschrijving", "Kans"], ["Senzer", "Tekort op de uitvoering", "5%"]],
        "VP": [["Verbonden partij", "Zetel", "Resultaat"], ["Senzer", "Helmond", 5]],
        "Subsidies": [["Organisatie", "Vestigingsplaats", "Doel"], ["Stichting Dorpshuis", "Asten", "Ontmoeting"]],
    }
    assert told(read(making.xlsx(tmp_path / "a.xlsx", sheets))) == [("Senzer",)]


@pytest.mark.parametrize(
    ("heading", "names"), [("Gesubsidieerde instellingen", []), ("Subsidies en verbonden partijen", [("Senzer",)])]
)
def test_a_heading_says_what_a_table_is_of(tmp_path, heading, names):
    table = (
        "<table><tr><th>Naam</th><th>Plaats</th><th>Doel</th></tr><tr><td>Senzer</td><td>Asten</td><td>Werk</td></tr>"
    )
    page = f"<html><body><p>Geen verbonden partij</p><h3>{heading}</h3>{table}</table></body></html>"
    rows, _ = read_budget(making.write(tmp_path / "a.html", page), snapshot=2024, organisation_id="gm0001")
    assert told(rows) == names


def test_a_letter_before_a_section_and_words_broken_in_heads(tmp_path):
    text = (
        'Nr.;"Verbonden\npartij";"Vestigings-\nplaats";"Rechts-\nvorm"\nA;Stichtingen;;\n1;Bizob;Oirschot;Stichting\n'
    )
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "section_written") == [("Bizob", "Stichtingen")]


@pytest.mark.parametrize(
    ("years", "wanted"), [(("2022", "2023", "2024"), 3), (("2024", "2025", "2026"), 1), (("", "", ""), 3)]
)
def test_three_years_of_each_amount(tmp_path, years, wanted):
    page = "<html><body><table><tr><th rowspan=2>Naam</th><th rowspan=2>Zetel</th><th colspan=3>Eigen vermogen</th>"
    page += "<th colspan=3>Resultaat</th></tr><tr><th>rekening 2022</th><th>begin 2024</th><th>eind 2024</th>"
    page += "".join(f"<th>{year}</th>" for year in years) + "</tr><tr><td>Senzer</td><td>Helmond</td>"
    page += "".join(f"<td>{n}</td>" for n in (7, 8, 9, 1, 2, 3)) + "</tr></table></body></html>"
    [row] = read(making.write(tmp_path / "a.html", page))
    assert amounts(row) == [8, 9, None, None, wanted]


def test_both_moments_in_one_cell(tmp_path):
    sheet = [["Naam", "Zetel", "EV 1-1 en 31-12", "Resultaat"], ["Senzer", "Helmond", "€ -410\n€ 1.250", "€ 5"]]
    [row] = read(making.xlsx(tmp_path / "a.xlsx", {"VP": sheet}))
    assert amounts(row)[:2] == [-410, 1250]


def test_kind_beside_form_in_a_block_and_categories_between_cards(tmp_path):
    sheet = [["STICHTINGEN EN VERENIGINGEN"], ["Bizob"], ["Rechtsvorm", "Stichting"], ["Zetel", "Oirschot"]]
    sheet += [["Senzer"], ["Soort", "Gemeenschappelijke regelingen"], ["Rechtsvorm", "GR"], ["Zetel", "Helmond"]]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"Fiches": sheet}, {"Fiches": ["A1:B1", "A2:B2", "A5:B5"]}))
    assert told(rows, "legal_form_written", "section_written") == [
        ("Bizob", "Stichting", "STICHTINGEN EN VERENIGINGEN"), ("Senzer", "GR", "Gemeenschappelijke regelingen"),
    ]  # fmt: skip


def test_the_name_of_the_only_sheet_is_no_section(tmp_path):
    sheet = [["Naam", "Zetel", "Rechtsvorm"], ["Senzer", "Helmond", "GR"]]
    assert read(making.xlsx(tmp_path / "a.xlsx", {"Deelname": sheet}))[0]["section_written"] is None
    assert read(making.xlsx(tmp_path / "b.xlsx", {"Stichtingen": sheet}))[0]["section_written"] == "Stichtingen"


def test_roman_numbers_are_no_part_of_a_name(tmp_path):
    text = "Naam;Zetel;Rechtsvorm\nII. Stichtingen;;\nI. Bizob;Oirschot;Stichting\nIII. Senzer;Helmond;GR\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "section_written") == [("Bizob", "II. Stichtingen"), ("Senzer", "II. Stichtingen")]


@pytest.mark.parametrize("short", ["Omgevingsdienst Flevoland", "OFGV"])
def test_a_name_and_its_abbreviation_in_another_table_are_one(tmp_path, short):
    long = "Omgevingsdienst Flevoland (OFGV)"
    sheets = {
        "Gegevens": [["Naam", "Zetel", "Doel"], [long, "Lelystad", "Milieu"], ["Huis (Gouda)", "Gouda", "Wonen"]],
        "Cijfers": [["Naam", "EV 1-1", "EV 31-12"], [short, 1, 2], ["Huis", 3, 4]],
    }
    rows = read(making.xlsx(tmp_path / "a.xlsx", sheets))
    assert told(rows, "equity_end") == [(long, 2), ("Huis (Gouda)", None), ("Huis", 4)]


def test_parties_as_columns_below_other_parties_as_columns(tmp_path):
    sheet = [["Naam", "Senzer", "Blink"], ["Zetel", "Helmond", "Asten"], ["Rechtsvorm", "GR", "BV"]]
    sheet += [["Naam", "Bizob", "HVC N.V."], ["Rechtsvorm", "Stichting", "NV"], ["Zetel", "Oirschot", "Alkmaar"]]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"VP": sheet}))
    assert told(rows, "seat_written", "legal_form_written") == [
        ("Senzer", "Helmond", "GR"), ("Blink", "Asten", "BV"), ("Bizob", "Oirschot", "Stichting"),
        ("HVC N.V.", "Alkmaar", "NV"),
    ]  # fmt: skip


def test_labelled_amounts_in_a_cell_have_the_unit_of_their_column(tmp_path):
    cell = "Eigen vermogen 1-1: 10\nEigen vermogen 31-12: 12\nVreemd vermogen 31-12: 30"
    sheet = [["Partij", "Rechtspersoon", "Vermogen (x € 1.000)"], ["Stichtingen"], ["Bizob", "Stichting", cell]]
    [row] = read(making.xlsx(tmp_path / "a.xlsx", {"VP": sheet}))
    assert amounts(row) == [10_000, 12_000, None, 30_000, None]
    assert (row["legal_form_written"], row["section_written"]) == ("Stichting", "Stichtingen")


def test_cards_over_four_columns_in_one_table(tmp_path):
    sheet, merged = [["Stichtingen"]], ["A1:D1"]
    for name in ("Bizob", "Museum Klok & Peel"):
        at = len(sheet) + 1
        merged += [f"A{at}:D{at}", f"B{at + 2}:D{at + 2}"]
        sheet += [[name], ["Rechtsvorm", "Stichting", "Vestigingsplaats", "Asten"], ["Doel", "Inkoop"]]
        sheet += [
            [None, "1-1-2024", "31-12-2024", "Resultaat"],
            ["Eigen vermogen", 1, 2, -3],
            ["Vreemd vermogen", 4, 5],
        ]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"Kaarten": sheet}, {"Kaarten": merged}))
    assert told(rows, "legal_form_written", "seat_written", "purpose_written") == [
        ("Bizob", "Stichting", "Asten", "Inkoop"), ("Museum Klok & Peel", "Stichting", "Asten", "Inkoop"),
    ]  # fmt: skip
    assert [amounts(row) for row in rows] == [[1, 2, 4, 5, -3]] * 2


def test_a_name_beside_all_its_labels(tmp_path):
    page = (
        "<html><body><h3>Stichtingen</h3><table><tr><th rowspan=3>Bizob</th><td>Rechtsvorm</td><td>Stichting</td></tr>"
    )
    page += "<tr><td>Zetel</td><td>Oirschot</td></tr><tr><td>Resultaat</td><td>€ 5</td></tr></table></body></html>"
    rows = read(making.write(tmp_path / "a.html", page))
    assert told(rows, "seat_written", "section_written", "result") == [("Bizob", "Oirschot", "Stichtingen", 5)]


@pytest.mark.parametrize("cell", ["GR\nHelmond", "GR, Helmond", "GR te Helmond", "GR (Helmond)"])
def test_form_and_seat_in_one_column(tmp_path, cell):
    sheet = [
        ["Naam", "Rechtsvorm / vestigingsplaats", "Doel"],
        ["Gemeenschappelijke regelingen"],
        ["Senzer", cell, "x"],
    ]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"VP": sheet}))
    assert told(rows, "legal_form_written", "seat_written", "section_written") == [
        ("Senzer", "GR", "Helmond", "Gemeenschappelijke regelingen"),
    ]  # fmt: skip


def test_a_description_of_parties_is_a_name(tmp_path):
    text = "Nr;Omschrijving verbonden partij;Resultaat\n1;Senzer;5\n"
    assert told(read(making.write(tmp_path / "a.csv", text)), "result") == [("Senzer", 5)]


def test_numbers_before_the_names_of_cards(tmp_path):
    sheet, merged = [["Fiches"]], []
    for number, name in enumerate(("Senzer", "Muziekschool Zeeland"), start=1):
        merged.append(f"B{len(sheet) + 1}:C{len(sheet) + 1}")
        sheet += [[f"{number}.", name], [None, "Rechtsvorm", "Gemeenschappelijke regeling"], [None, "Zetel", "Goes"]]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"Fiches": sheet}, {"Fiches": merged}))
    assert told(rows, "seat_written") == [("Senzer", "Goes"), ("Muziekschool Zeeland", "Goes")]


def test_the_unit_of_a_second_table_in_a_sheet(tmp_path):
    text = "Naam;Zetel;Doel\nSenzer;Helmond;Werk\nTabel 2 (x € 1.000);;\nNaam;EV begin;EV eind\nSenzer;1;2\n"
    [row] = read(making.write(tmp_path / "a.csv", text))
    assert amounts(row)[:2] == [1000, 2000]


def test_a_category_right_above_a_table_and_amounts_in_euros(tmp_path):
    def table(name, zetel):
        head = "<tr><th>Naam</th><th>Zetel</th><th>Resultaat in duizenden euro's</th></tr>"
        return f"<td><table>{head}<tr><td>{name}</td><td>{zetel}</td><td>5</td></tr></table></td>"

    page = f"<table><tr><td><b>Stichtingen</b></td>{table('Bizob', 'Oirschot')}</tr>"
    page += f"<tr><td><b>Overige verbonden partijen</b></td>{table('Zwolle Regio', 'Zwolle')}</tr></table>"
    rows = read(making.write(tmp_path / "a.html", f"<html><body>{page}</body></html>"))
    assert told(rows, "section_written", "result") == [
        ("Bizob", "Stichtingen", 5000), ("Zwolle Regio", "Overige verbonden partijen", 5000),
    ]  # fmt: skip
