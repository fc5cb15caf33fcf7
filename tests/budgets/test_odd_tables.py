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


def test_cards_side_by_side_below_a_title_and_names_over_the_card(tmp_path):
    sheet, merged = [["Kaarten per partij (x € 1.000)"]], ["A1:G1"]
    for name in ("Senzer", "Blink", "Bizob"):
        merged.append(f"A{len(sheet) + 1}:D{len(sheet) + 1}")
        sheet += [[name], ["Rechtsvorm", "GR", "Zetel", "Helmond"], ["EV 1-1", 10, "EV 31-12", 12], ["Resultaat", 2]]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"Kaarten": sheet}, {"Kaarten": merged}))
    assert told(rows, "seat_written") == [(n, "Helmond") for n in ("Senzer", "Blink", "Bizob")]
    assert amounts(rows[2]) == [10_000, 12_000, None, None, 2_000]


def test_a_row_per_participant(tmp_path):
    text = "Verbonden partij;Rechtsvorm;Deelnemer\nSenzer;GR;Helmond\n;;Asten\nSenzer;GR;Deurne\nBlink;BV;Helmond\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "participants_written") == [("Senzer", ["Helmond", "Asten", "Deurne"]), ("Blink", ["Helmond"])]


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


@pytest.mark.xfail(strict=True, reason="a bare date beside equity within a cell gives no figure")
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


@pytest.mark.xfail(strict=True, reason="brands merged over their card are not seen")
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


def test_parties_as_columns_below_other_parties_as_columns(tmp_path):
    sheet = [["Naam", "Senzer", "Blink"], ["Zetel", "Helmond", "Asten"], ["Rechtsvorm", "GR", "BV"]]
    sheet += [["Naam", "Bizob", "HVC N.V."], ["Rechtsvorm", "Stichting", "NV"], ["Zetel", "Oirschot", "Alkmaar"]]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"VP": sheet}))
    assert told(rows, "seat_written", "legal_form_written") == [
        ("Senzer", "Helmond", "GR"), ("Blink", "Asten", "BV"), ("Bizob", "Oirschot", "Stichting"),
        ("HVC N.V.", "Alkmaar", "NV"),
    ]  # fmt: skip


@pytest.mark.xfail(strict=True, reason="brands merged over their card are not seen")
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


@pytest.mark.xfail(strict=True, reason="brands merged over their card are not seen")
def test_numbers_before_the_names_of_cards(tmp_path):
    sheet, merged = [["Fiches"]], []
    for number, name in enumerate(("Senzer", "Muziekschool Zeeland"), start=1):
        merged.append(f"B{len(sheet) + 1}:C{len(sheet) + 1}")
        sheet += [[f"{number}.", name], [None, "Rechtsvorm", "Gemeenschappelijke regeling"], [None, "Zetel", "Goes"]]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"Fiches": sheet}, {"Fiches": merged}))
    assert told(rows, "seat_written") == [("Senzer", "Goes"), ("Muziekschool Zeeland", "Goes")]
