"""More turns of layout that public pages and files have: each a small document, and what is to be read of it."""

import pytest

from dagster_project.budgets import read_budget
from dagster_project.budgets.choice.parts import parts_of
from dagster_project.budgets.legal_forms import group_over
from dagster_project.budgets.lines import take_apart
from dagster_project.documents import read_document
from tests.budgets.odd import page, read, told
from tests.documents import making


def test_a_paragraph_per_party_that_begins_with_its_name_and_seat(tmp_path):
    tail = (
        "deelnemers: Assen, Emmen en Meppel; eigen vermogen 70,8 → 86,4; vreemd vermogen 227,1 → 229,9; resultaat 15,6."
    )
    rows = page(
        tmp_path,
        "<p>Bedragen in miljoenen euro's.</p><h2>Gemeenschappelijke regelingen</h2>"
        f"<p>Regio Esland (te Assen): overleg van gemeenten; {tail}</p>"
        f"<p>GGD Esland (te Emmen): gezondheid van inwoners; {tail}</p>"
        f"<p>Omgevingsdienst Esland (te Meppel): toezicht op bedrijven; {tail}</p>",
    )
    who = ["Assen", "Emmen", "Meppel"]
    assert told(rows, "seat_written", "purpose_written", "participants_written") == [
        ("Regio Esland", "Assen", "overleg van gemeenten", who),
        ("GGD Esland", "Emmen", "gezondheid van inwoners", who),
        ("Omgevingsdienst Esland", "Meppel", "toezicht op bedrijven", who),
    ]
    assert [(row["equity_begin"], row["debt_end"], row["result"]) for row in rows] == [(70.8e6, 229.9e6, 15.6e6)] * 3


@pytest.mark.parametrize(
    ("text", "name", "seat"),
    [
        ("Regio Esland / Assen", "Regio Esland", "Assen"),
        ("Energie Esland N.V., gevestigd te Emmen.", "Energie Esland N.V.", "Emmen"),
        ("Energie Esland N.V., Emmen - 44,7%", "Energie Esland N.V.", "Emmen"),
    ],
)
def test_a_seat_behind_a_name_is_not_of_it(text, name, seat):
    found = {part.name: part for part in parts_of(text)}
    assert found[name].seat == seat
    assert all(part.cost > found[name].cost for other, part in found.items() if other.endswith(f"te {seat}"))


def test_lines_of_governments_are_no_name():
    assert parts_of("Waterschap Rivierenland\nWaterschap Vechtstromen\nWaterschap Limburg") == ()
    assert parts_of("Waterschap Rivierenland\nen partners") != ()


def test_names_on_lines_of_a_cell_are_several(tmp_path):
    rows = page(
        tmp_path,
        "<table><tr><th>Collegelid</th><th>Vertegenwoordigt ons in</th></tr>"
        "<tr><td>wethouder 1</td><td>Regio Esland<br>Vliegveld Esland N.V.<br>GGD Zuidrand</td></tr>"
        "<tr><td>wethouder 2</td><td>Omgevingsdienst Esland<br>Stichting Musea Esland<br>Veiligheidsregio Zandrug"
        "</td></tr></table>",
    )
    assert [row["name_written"] for row in rows] == [
        "Regio Esland", "Vliegveld Esland N.V.", "GGD Zuidrand", "Omgevingsdienst Esland", "Stichting Musea Esland",
        "Veiligheidsregio Zandrug",
    ]  # fmt: skip


def test_dots_lead_from_a_label_to_its_value(tmp_path):
    card = "{0}. {1}\n   zetel ................. {2}\n   rechtsvorm ............ Gemeenschappelijke regeling\n"
    card += "   eigen vermogen per 1 januari 2014 .... 78.982\n   eigen vermogen per 31 december 2014 .. 59.419\n\n"
    text = "Verbonden partijen\n\nBedragen in duizenden euro's.\n\n"
    text += card.format(1, "Regio Esland", "Assen") + card.format(2, "GGD Esland", "Emmen")
    rows = read(making.write(tmp_path / "a.txt", text))
    assert told(rows, "seat_written", "equity_begin", "equity_end") == [
        ("Regio Esland", "Assen", 78_982_000, 59_419_000), ("GGD Esland", "Emmen", 78_982_000, 59_419_000),
    ]  # fmt: skip
    assert take_apart("Regio Esland ........ 12") == []


def test_a_table_that_holds_a_whole_page_is_walked(tmp_path):
    party = "<b>{}</b><br>Zetel: {}<br>Doel: overleg<br>Eigen vermogen: 10.000<br>Resultaat: 200<br><br>"
    names = (
        "Regio Esland",
        "GGD Zuidrand",
        "Veiligheidsregio Zandrug",
        "Omgevingsdienst Zuidrand",
        "Musea Esland N.V.",
    )
    seats = ("Assen", "Emmen", "Meppel", "Assen", "Emmen")
    body = "".join(party.format(*one) for one in zip(names, seats, strict=True))
    rows = page(tmp_path, f"<table><tr><td>Menu<br>Loket</td><td>{body}</td></tr></table>")
    assert told(rows, "seat_written") == list(zip(names, seats, strict=True))


def test_heads_of_years_are_over_all_cards_of_a_table(tmp_path):
    card = "<tr><td colspan=3>{}</td></tr><tr><td>Eigen vermogen ultimo</td><td>{}</td><td>{}</td></tr>"
    card += "<tr><td>Resultaat</td><td>1.000</td><td>{}</td></tr>"
    rows = page(
        tmp_path,
        "<p>Bedragen in hele euro's.</p><table><tr><td>Gegeven</td><td>2021</td><td>2022</td></tr>"
        + card.format("1. Regio Esland (Assen)", "10.000", "11.000", "2.000")
        + card.format("2. GGD Esland (Emmen)", "20.000", "21.000", "3.000")
        + card.format("3. Veiligheidsregio Esland (Meppel)", "30.000", "31.000", "4.000")
        + "</table>",
    )
    assert [(row["equity_end"], row["result"]) for row in rows] == [(11_000, 2_000), (21_000, 3_000), (31_000, 4_000)]


@pytest.mark.parametrize(
    ("titles", "group"),
    [
        (["Wie doet mee", "Begrotingen van de gemeenschappelijke regelingen"], "wgr"),
        (["Naamloze vennootschappen"], "private"),
        (["Gemeenschappelijke regelingen en andere verbonden partijen", "Stichtingen"], None),
        (["Regelingen en stichtingen", "Openbare lichamen"], "private"),
        ([], None),
    ],
)
def test_the_nearest_title_that_tells_a_form_tells_the_group(titles, group):
    assert group_over(titles) == group


def test_the_initial_of_a_person_is_no_number(tmp_path):
    rows = "<tr><td>Assen</td><td>Stichting</td><td>C. Reuvelaar</td></tr>"
    rows += "<tr><td>Emmen</td><td>Stichting</td><td>F. Osnabrand</td></tr>"
    path = making.write(tmp_path / "a.html", f"<h1>Verbonden partijen</h1><table>{rows}</table>")
    parties, refusals = read_budget(path, snapshot=2024, organisation_id="gm0001")
    assert parties == []
    assert [one["reason"] for one in refusals] == ["no_known_layout"]


def test_an_amount_ends_where_prose_begins(tmp_path):
    text = "Zetel: Assen\nEigen vermogen: 63.773 (begin), 66.135\n(eind)\nResultaat: 2.362\nDe accountant heeft een\n"
    text += "goedkeurende verklaring gegeven."
    rows = page(tmp_path, f"<h2>Regio Esland</h2><p>{text.replace(chr(10), '<br>')}</p>")
    assert [(row["equity_end"], row["result"]) for row in rows] == [(66_135, 2_362)]


def test_a_small_table_is_no_page(tmp_path):
    path = making.write(
        tmp_path / "a.html", "<table><tr><td>Naam</td><td><ul><li>a</li><li>b</li></ul></td></tr></table>"
    )
    assert [type(block).__name__ for block in read_document(path).blocks] == ["Table"]
