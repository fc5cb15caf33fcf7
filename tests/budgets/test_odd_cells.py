"""Heads and cells of tables that hold more than one field, or say it in an odd way."""

import pytest

from tests.budgets.odd import amounts, read, told
from tests.documents import making


@pytest.mark.parametrize(
    "cell",
    [
        "Blink¹, Den Haag",
        "Blink*\nDen Haag",
        "Blink (Den Haag)",
        "Blink te Den Haag",
        "Blink 1) - Den Haag",
    ],
)
@pytest.mark.parametrize("head", ["Naam en vestigingsplaats", "Naam / zetel", "Verbonden partij (plaats)"])
def test_name_and_seat_in_one_cell(tmp_path, head, cell):
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"VP": [[head, "Rechtsvorm", "Doel"], [cell, "GR", "Afval"]]}))
    assert told(rows, "seat_written") == [("Blink", "Den Haag")]


def test_seats_behind_most_names_of_a_table(tmp_path):
    text = "Naam;Rechtsvorm;Doel\nSenzer (SZ), Helmond;GR;Werk\nBlink, Asten;GR;Afval\nBizob;Stichting;Inkoop\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "seat_written") == [("Senzer (SZ)", "Helmond"), ("Blink", "Asten"), ("Bizob", None)]


def test_the_unit_in_the_caption_of_a_table(tmp_path):
    page = (
        "<html><body><h2>Kengetallen</h2><table><caption>Kerncijfers (x € 1 mln.)</caption><tr><th>Partij</th>"
        "<th>EV begin</th><th>EV eind</th></tr><tr><td>Senzer</td><td>1,2</td><td>–0,3</td></tr></table></body></html>"
    )
    [row] = read(making.write(tmp_path / "a.html", page))
    assert amounts(row)[:2] == [1_200_000, -300_000]
    assert row["section_written"] is None


def test_labels_and_values_within_a_cell(tmp_path):
    cell = "Rechtsvorm: {}\nZetel: {}\nDoel: Samen\nwerken\nEigen vermogen: 10 (1-1-2024); 12 (31-12-2024)"
    sheet = [["Verbonden partij", "Gegevens"], ["Senzer", cell.format("GR", "Helmond")]]
    sheet += [["Bizob", cell.format("Stichting", "Oirschot")]]
    rows = read(making.xlsx(tmp_path / "a.xlsx", {"VP": sheet}))
    assert told(rows, "legal_form_written", "seat_written", "purpose_written") == [
        ("Senzer", "GR", "Helmond", "Samen werken"), ("Bizob", "Stichting", "Oirschot", "Samen werken"),
    ]  # fmt: skip
    assert amounts(rows[1])[:2] == [10, 12]


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


def test_a_letter_before_a_section_and_words_broken_in_heads(tmp_path):
    text = (
        'Nr.;"Verbonden\npartij";"Vestigings-\nplaats";"Rechts-\nvorm"\nA;Stichtingen;;\n1;Bizob;Oirschot;Stichting\n'
    )
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "section_written") == [("Bizob", "Stichtingen")]


@pytest.mark.parametrize(
    ("years", "wanted"),
    [
        (("2022", "2023", "2024"), 3),
        pytest.param(
            ("2024", "2025", "2026"),
            1,
            marks=pytest.mark.xfail(
                strict=True, reason="the last of three years counts, whatever the year of the snapshot"
            ),
        ),
        (("", "", ""), 3),
    ],
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


def test_roman_numbers_are_no_part_of_a_name(tmp_path):
    text = "Naam;Zetel;Rechtsvorm\nII. Stichtingen;;\nI. Bizob;Oirschot;Stichting\nIII. Senzer;Helmond;GR\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "section_written") == [("Bizob", "II. Stichtingen"), ("Senzer", "II. Stichtingen")]


@pytest.mark.parametrize("short", ["Omgevingsdienst Flevoland", "OFGV"])
@pytest.mark.xfail(strict=True, reason="an abbreviation alone is not seen as the party")
def test_a_name_and_its_abbreviation_in_another_table_are_one(tmp_path, short):
    long = "Omgevingsdienst Flevoland (OFGV)"
    sheets = {
        "Gegevens": [["Naam", "Zetel", "Doel"], [long, "Lelystad", "Milieu"], ["Huis (Gouda)", "Gouda", "Wonen"]],
        "Cijfers": [["Naam", "EV 1-1", "EV 31-12"], [short, 1, 2], ["Huis", 3, 4]],
    }
    rows = read(making.xlsx(tmp_path / "a.xlsx", sheets))
    assert told(rows, "equity_end") == [(long, 2), ("Huis (Gouda)", None), ("Huis", 4)]


def test_labelled_amounts_in_a_cell_have_the_unit_of_their_column(tmp_path):
    cell = "Eigen vermogen 1-1: 10\nEigen vermogen 31-12: 12\nVreemd vermogen 31-12: 30"
    sheet = [["Partij", "Rechtspersoon", "Vermogen (x € 1.000)"], ["Stichtingen"], ["Bizob", "Stichting", cell]]
    [row] = read(making.xlsx(tmp_path / "a.xlsx", {"VP": sheet}))
    assert amounts(row) == [10_000, 12_000, None, 30_000, None]
    assert (row["legal_form_written"], row["section_written"]) == ("Stichting", "Stichtingen")


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
