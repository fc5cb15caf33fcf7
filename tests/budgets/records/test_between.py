"""Titles between the rows of a table, cards over tables, and columns that are told by what stands in them."""

import pytest

from dagster_project.budgets.records.between import titles_between
from dagster_project.documents import Row
from tests.budgets.odd import amounts, read, told
from tests.documents import making

HEAD = ["Naam", "Rechtsvorm", "Vestigingsplaats", "Doel"]
NAMES = ("Omgevingsdienst Peel", "Stichting Bizob", "Afvalbedrijf Blink N.V.")
TASK = "Het inzamelen van afval voor de deelnemers"


def _sheet(tmp_path, *rows):
    return read(making.xlsx(tmp_path / "a.xlsx", {"VP": [HEAD, *rows]}))


def _row(name, seat):
    return [name, "Stichting", seat, TASK]


def test_titles_between_rows_are_sections_whatever_their_words(tmp_path):
    titles = ("Bestuur en veiligheid", "Wonen en leefomgeving")
    rows = []
    for title, names in zip(titles, (("Senzer", "Bizob"), ("Blink", "Laborijn")), strict=True):
        rows += [[title, None, None, None], *(_row(name, "Helmond") for name in names)]
    assert told(_sheet(tmp_path, *rows), "section_written") == [
        ("Senzer", titles[0]), ("Bizob", titles[0]), ("Blink", titles[1]), ("Laborijn", titles[1]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Bestuur en veiligheid", "Wonen en leefomgeving"), {0, 2}),
        (("Bestuur en veiligheid", "Bestuur en veiligheid"), set()),  # a label without a value, under each party
        (("Bestuur en veiligheid", "Totaal"), set()),
        (("Bestuur en veiligheid", "Bedragen x € 1.000"), set()),
        (("Bestuur en veiligheid", "in 2024"), set()),
    ],
)
def test_one_title_alone_parts_nothing(texts, found):
    rows = [Row((text, *cells), "") for title in texts for text, *cells in ((title, "", ""), ("Senzer", "GR", "Assen"))]
    assert titles_between(rows, {1, 3}) == found


def _cards(tmp_path, *cards):
    body = "".join(
        "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in card) + "</table>"
        for card in cards
    )
    return read(making.write(tmp_path / "a.html", f"<h1>Verbonden partijen</h1>{body}"))


def test_a_table_without_a_name_goes_on_with_the_card_before_it(tmp_path):
    card = lambda name: [[name], ["Rechtsvorm", "Stichting"], ["Vestigingsplaats", "Helmond"]]  # noqa: E731
    rest = [["Eigen vermogen 1-1-2024", "€ 1.904"], ["Resultaat 2024", "€ 12"], ["Deelnemers", "Asten, Deurne"]]
    rows = _cards(tmp_path, card("Stichting Senzer"), rest, card("Stichting Bizob"))
    assert told(rows, "seat_written") == [("Stichting Senzer", "Helmond"), ("Stichting Bizob", "Helmond")]
    assert (amounts(rows[0])[0], amounts(rows[0])[4], rows[0]["participants_written"]) == (
        1904,
        12,
        ["Asten", "Deurne"],
    )
    assert amounts(rows[1])[0] is None


def test_a_column_called_kind_that_holds_no_forms_beside_one_that_does_is_of_sections(tmp_path):
    kinds = ("Wonen en leefomgeving", "Wonen en leefomgeving", "Sociaal domein")
    text = "Soort;Naam;Juridische vorm;Gevestigd te\n"
    for kind, name, form in zip(kinds, NAMES, ("GR", "Stichting", "N.V."), strict=True):
        text += f"{kind};{name};{form};Helmond\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert told(rows, "section_written", "legal_form_written") == [
        (NAMES[0], kinds[0], "GR"), (NAMES[1], kinds[1], "Stichting"), (NAMES[2], kinds[2], "N.V."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("task", "purpose"),
    [
        ("De regeling voorziet in het inzamelen van afval", True),
        ("Opgericht voor het behandelen van bezwaarschriften", True),
        ("Doel is het verzorgen en oefenen van de brandweerzorg", True),
        ("Activiteiten op het gebied van ICT voor de deelnemers", True),
        ("Uitvoering van de Participatiewet voor de regio", True),
        ("De huisvesting wordt in 2024 opnieuw bezien", False),
        ("Er wordt gewerkt aan een nieuw meerjarenplan", False),
    ],
)
def test_what_a_party_is_for_is_told_by_its_words_where_the_label_does_not(tmp_path, task, purpose):
    text = "Naam;Juridische vorm;Gevestigd te;Toelichting kolom\n"
    for name in NAMES:
        text += f"{name};Stichting;Helmond;{task} {name}\n"
    rows = read(making.write(tmp_path / "a.csv", text))
    assert [bool(row["purpose_written"]) for row in rows] == [purpose] * 3
