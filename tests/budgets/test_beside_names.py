"""Seats beside names, columns at other heights, text as typed, and documents of something else."""

import pytest

from dagster_project.budgets import read_budget
from dagster_project.budgets.choice.parts import parts_of
from dagster_project.budgets.choice.units import units_of
from dagster_project.budgets.finding import speaks_of_parties
from dagster_project.budgets.prose import prose_fields
from dagster_project.budgets.vocabulary import PARTICIPANTS, PURPOSE
from dagster_project.documents import Heading, Paragraph, Table, read_document
from dagster_project.persons import names_a_person
from dagster_project.workspace.seeds import government_names, place_names
from tests.budgets.odd import page, read, told
from tests.documents import making


def test_towns_that_are_no_municipality_are_seats():
    assert {"Winschoten", "Zaandam", "Den Haag"} <= place_names()
    assert government_names() < place_names()


@pytest.mark.parametrize(
    ("text", "name", "seat"),
    [
        ("Afvaldienst Esland te Winschoten (risicoklasse hoog)\nInzamelen", "Afvaldienst Esland", "Winschoten"),
        ("Afvaldienst Esland te Zaandam: lid van het bestuur", "Afvaldienst Esland", "Zaandam"),
        ("Afvaldienst Esland (Schipluiden)", "Afvaldienst Esland", "Schipluiden"),
        ("M50\nDen Haag", "M50", "Den Haag"),
    ],
)
def test_a_town_beside_a_name_is_its_seat(text, name, seat):
    assert (name, seat) in {(part.name, part.seat) for part in parts_of(text)}


def test_a_head_says_that_a_seat_stands_below_the_name(tmp_path):
    text = "Naam en vestigingsplaats;Openbaar belang;EV 1-1;EV 31-12\n"
    text += '"Esbedrijf\nWinschoten";Beschut werk;10;12\n"Regio\nEsland\nAssen";Overleg;20;22\n'
    text += '"Euregio Esland\nEsburg (D)";Overleg;30;33\n'
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "seat_written") == [
        ("Esbedrijf", "Winschoten"),
        ("Regio Esland", "Assen"),
        ("Euregio Esland", "Esburg"),
    ]


def test_lines_of_a_name_without_such_a_head_stay_one(tmp_path):
    text = 'Partij;Openbaar belang;EV 1-1;EV 31-12\n"Omgevingsdienst\nEsland";Toezicht;10;12\n'
    text += '"Gezondheidsdienst\nEsland";Zorg;20;22\n'
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows) == [("Omgevingsdienst Esland",), ("Gezondheidsdienst Esland",)]


def test_text_as_typed_on_a_page_is_a_table(tmp_path):
    lines = [
        f"{'Partij':<30}{'Plaats':<14}{'EV begin':>10}{'EV eind':>10}",
        f"{'Afvaldienst Esland':<30}{'Assen':<14}{'5.568':>10}{'6.105':>10}",
        f"{'Regio Esland':<30}{'Emmen':<14}{'768':>10}{'583':>10}",
    ]
    body = "<p>(x 1.000 euro; jaarrekening 2023)</p><pre>\n" + "\n".join(lines) + "\n</pre>"
    rows = page(tmp_path, body)
    assert told(rows, "seat_written", "equity_begin") == [
        ("Afvaldienst Esland", "Assen", 5568000.0),
        ("Regio Esland", "Emmen", 768000.0),
    ]
    blocks = read_document(tmp_path / "a.html").blocks
    assert [block.locator for block in blocks if isinstance(block, Table)] == ["element=/html/body/pre"]


def test_labels_left_of_values_at_one_place_of_plain_text(tmp_path):
    text = "OMU\n~~~\nPlaats          Utrecht\nBelang          Terreinen opknappen.\nDeelnemers      Assen, Emmen\n"
    text += "Nieuws          De loketfunctie keerde terug naar het\n                gemeentehuis.\n"
    document = read_document(making.write(tmp_path / "a.txt", text))
    assert document.blocks == [
        Heading("OMU", 2, "line=1"),
        Paragraph(
            "Plaats: Utrecht\nBelang: Terreinen opknappen.\nDeelnemers: Assen, Emmen\n"
            "Nieuws: De loketfunctie keerde terug naar het gemeentehuis.",
            "line=3",
        ),
    ]


def test_white_space_within_text_makes_no_labels(tmp_path):
    text = "Dit is een tekst   met wit\nen nog een regel die   ook wit heeft\nen een derde   regel\n"
    (one,) = read_document(making.write(tmp_path / "a.txt", text)).blocks
    assert ":" not in one.text


def test_columns_whose_lines_stand_at_other_heights_are_read_one_after_the_other(tmp_path):
    words = []
    for number in range(12):
        words.append((60, 80 + 13 * number, 10, False, f"links staat regel {number} van de eerste kolom"))
        words.append((320, 76 + 12.2 * number, 10, False, f"rechts staat regel {number} van de tweede"))
    document = read_document(making.pdf(tmp_path / "a.pdf", [words]))
    text = " ".join(block.text for block in document.blocks)
    assert text.index("links staat regel 11") < text.index("rechts staat regel 0")


def test_a_document_without_a_word_of_parties_has_none(tmp_path):
    body = "Organisatie;Plaats;Bedrag\nVitens N.V.;Zwolle;12.000\nStichting Welzijn Esland;Assen;4.000\n"
    rows, refusals = read_budget(making.write(tmp_path / "a.csv", body), snapshot=2024, organisation_id="gm0001")
    assert rows == []
    assert any("Vitens N.V." in refusal["detail"] for refusal in refusals)
    about = body.replace("Organisatie", "Verbonden partij")
    rows, _ = read_budget(making.write(tmp_path / "b.csv", about), snapshot=2024, organisation_id="gm0001")
    assert [row["name_written"] for row in rows] == ["Vitens N.V.", "Stichting Welzijn Esland"]
    assert not speaks_of_parties(["Openstaande posten", "Crediteur"])


def test_we_who_take_part_are_no_participant():
    told = {one.field: one.value for one in prose_fields(
        "Zetel: Assen. Wij nemen deel ten behoeve van innen van belastingen. Deelnemende gemeenten: Assen, Emmen."
    )}  # fmt: skip
    assert told[PURPOSE] == "innen van belastingen"
    assert told[PARTICIPANTS] == "Assen, Emmen"


def test_a_region_behind_a_hyphen_is_no_surname():
    assert not names_a_person("Inburgering Groot-Rijnmond")
    assert names_a_person("Jantine Groot-Rijnmond")


def test_a_list_of_participants_in_running_text_names_no_party(tmp_path):
    text = (
        "VERBONDEN PARTIJEN\n\nEnergieloket Esland\n\n"
        "Deze partij is een stichting, gevestigd te Borne. De gemeenten Heerenveen, Schiermonnikoog,\n"
        "Assen, Coevorden, Almelo, Borne, Dalfsen, Deventer, Enschede, provincie Drenthe, waterschap\n"
        "Drents Overijsselse Delta, Stichting Welzijnswerk Esland, Scholengroep Esstreek en\n"
        "MKB-vereniging Esland nemen deel. Het opwekken van duurzame energie.\n"
    )
    assert told(read(making.write(tmp_path / "a.txt", text))) == [("Energieloket Esland",)]


def test_the_rest_of_a_broken_surname_is_no_text_of_its_own(tmp_path):
    body = "<p>Zetel: Assen<br>Portefeuillehouder: R.C. Verzinsel-<br>Oosterwechel<br>Resultaat: 10.000</p>"
    document = read_document(making.write(tmp_path / "a.html", f"<html><body>{body}</body></html>"))
    texts = [unit.text for unit in units_of(document)]
    assert "Zetel: Assen" in texts
    assert "Oosterwechel" not in texts


def test_a_sentence_of_running_text_says_the_unit_of_the_tables_below(tmp_path):
    head = "<p>Assen maakt deel uit van samenwerkingen. De stand is ontleend aan de jaarrekening van elk van hen. Een"
    head += " partij leverde haar stukken na de deadline aan; die regels blijven leeg en worden later gevuld. {}</p>"
    table = "<h3>A Gemeenschappelijke regelingen</h3><table><tr><th>Partij</th><th>Eigen vermogen 1-1-2021</th></tr>"
    table += "<tr><td>Regio Esland</td><td>3.343</td></tr><tr><td>GGD Esland</td><td>1.326</td></tr></table>"
    told_in = [page(tmp_path, head.format(said) + table)[0]["equity_begin"] for said in ("Bedragen x € 1.000.", "")]
    assert told_in == [3343000.0, 3343.0]
