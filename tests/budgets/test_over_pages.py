"""Parties that go on over the pages of a PDF: each is read once and whole."""

from dagster_project.budgets.finding import pages_of_parties
from dagster_project.budgets.reader import parties_of
from dagster_project.documents.model import Document, Row, Table

HEAD = ("Naam", "Zetel", "Deelnemers")


def table(page, *rows):
    return Table(tuple(Row(row, f"page={page};box=1,{n},9,{n + 1}") for n, row in enumerate(rows)), f"page={page}")


def read(*tables):
    return [(p.name, p.texts, p.locator.split(";")[0]) for p in parties_of(Document("application/pdf", list(tables)))]


def test_a_row_over_four_pages_is_one_party_with_all_its_participants():
    parts = [table(n, HEAD, ("", "", f"Deel{word}")) for n, word in ((2, "oord"), (3, "wold"))]
    last = table(4, HEAD, ("", "", "Deelstad"), ("Regio Zuid", "Kade", "Bedorp"))
    found = read(table(1, HEAD, ("Regio West", "Stad", "Aldorp")), *parts, last)
    assert [(name, page) for name, _, page in found] == [("Regio West", "page=1"), ("Regio Zuid", "page=4")]
    assert found[0][1]["participants"].split("\n") == ["Aldorp", "Deeloord", "Deelwold", "Deelstad"]


CARD = (("Regio West", "Regio West"), ("Rechtsvorm", "Stichting"), ("Zetel", "Stad"))


def test_a_card_goes_on_with_the_rest_of_a_value():
    parts = [
        table(2, ("Deelnemers", "Aldorp;")),
        table(3, ("", "Bedorp;")),
        table(4, ("", "Cedorp"), ("Doel", "Samen.")),
    ]
    ((name, texts, page),) = read(table(1, *CARD), *parts)
    assert (name, page) == ("Regio West", "page=1")
    assert texts["participants"].split("\n") == ["Aldorp;", "Bedorp;", "Cedorp"]
    assert texts["purpose"] == "Samen."


def test_a_name_beside_no_label_begins_a_card_on_the_next_page():
    found = read(table(1, *CARD), table(2, ("", "Regio Zuid"), ("Rechtsvorm", "Vereniging"), ("Zetel", "Kade")))
    assert [name for name, _, _ in found] == ["Regio West", "Regio Zuid"]


def test_two_cells_go_on_without_a_head_though_the_page_has_no_text_in_other_columns():
    head = ("Naam", "Zetel", "Doel", "Deelnemers")
    parts = [table(n, ("", "", f"Deel {n}.", f"Dorp{word}")) for n, word in ((2, "oord"), (3, "wold"))]
    found = read(table(1, head, ("Regio West", "Stad", "Samen.", "Aldorp")), *parts)
    assert [name for name, _, _ in found] == ["Regio West"]
    assert found[0][1]["participants"].split("\n") == ["Aldorp", "Dorpoord", "Dorpwold"]
    assert found[0][1]["purpose"].split("\n") == ["Samen.", "Deel 2.", "Deel 3."]


def test_pages_of_names_alone_are_read_after_those_of_a_party():
    prose = "Dit hoofdstuk gaat over het groen in de wijken. Er komen bomen bij."
    party = "Rechtsvorm: stichting. Zetel: gevestigd te Aldorp. Deelnemers: Aldorp; Bedorp; Eigen vermogen: 12"
    names = "; ".join(f"Dorp{n}" for n in range(60))
    assert pages_of_parties([prose, party, *[names] * 6, *[prose] * 6]) == set(range(2, 9))


def test_the_rest_of_a_row_whose_beginning_was_not_read_is_told():
    document = Document(
        "application/pdf", [table(1, HEAD, ("Regio West", "Stad", "Aldorp")), table(4, HEAD, ("", "", "Bedorp"))]
    )
    assert [p.texts["participants"] for p in parties_of(document)] == ["Aldorp"]
    assert [(r.locator.split(";")[0], r.reason) for r in document.refusals] == [("page=4", "row_unreadable")]
    assert "bladzijde 4 begint met het vervolg" in document.refusals[0].detail
