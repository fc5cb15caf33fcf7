"""Cards of two columns on a page: labels and values, either of which may go on below itself."""

from dagster_project.documents.formats.pdf_cards import cards_of
from dagster_project.documents.formats.pdf_words import Word
from tests.documents.test_pdf_columns import cells, line, page

PLACES = (60, 220)


def bold(row: list[Word]) -> list[Word]:
    return [word._replace(bold=word.x0 < PLACES[1]) for word in row]


def card(top: float, *, plain: bool = False) -> list[list[Word]]:
    rows = [
        line(top, "Zetel", "Assen", lefts=PLACES),
        line(top + 20, "Verwachte omvang eigen", "6.100", lefts=PLACES),
        line(top + 32, "vermogen per 1-1", "", lefts=PLACES),
        line(top + 52, "Deelnemers", "Assen en", lefts=PLACES),
        line(top + 64, "", "Emmen", lefts=PLACES),
        line(top + 84, "Risico", "laag", lefts=PLACES),
    ]
    return rows if plain else [bold(row) for row in rows]


READ = [
    ("Zetel", "Assen"), ("Verwachte omvang eigen\nvermogen per 1-1", "6.100"), ("Deelnemers", "Assen en\nEmmen"),
    ("Risico", "laag"),
]  # fmt: skip


def test_a_label_over_two_lines_keeps_its_value():
    for plain in (False, True):
        [((table,), rest)] = cards_of([page(*card(100, plain=plain))])
        assert cells(table) == READ
        assert rest.rows == ()


def test_a_title_between_two_cards_belongs_to_neither():
    title = bold(line(200, "GGD Esland", lefts=PLACES))
    [(tables, rest)] = cards_of([page(*card(100), title, *card(220))])
    assert [cells(table) for table in tables] == [READ, READ]
    assert rest.texts == ["GGD Esland"]


def test_a_title_right_below_a_card_is_not_the_rest_of_a_short_label():
    title = bold(line(196, "GGD Esland", lefts=PLACES))
    [(tables, rest)] = cards_of([page(*card(100), title, *card(208))])
    assert [cells(table) for table in tables] == [READ, READ]
    assert rest.texts == ["GGD Esland"]


def test_lines_that_none_goes_on_below_are_a_card_where_others_of_the_document_are():
    alone = [line(100 + 20 * n, f"Label {n}", "iets", lefts=PLACES) for n in range(5)]
    [(none, rest)] = cards_of([page(*alone)])
    assert none == []
    assert len(rest.rows) == 5
    (_, _), ((table,), rest) = cards_of([page(*card(100, plain=True)), page(*alone, number=2)])
    assert len(table.rows) == 5
    assert rest.rows == ()


def test_text_side_by_side_is_no_card():
    words = "wij schrijven hier een lange regel", "en ook rechts staat een lange regel"
    rows = [line(100 + 12 * n, *(words if n % 3 else ("", words[1])), lefts=(40, 300)) for n in range(8)]
    [(none, rest)] = cards_of([page(*rows)])
    assert none == []
    assert len(rest.rows) == 8


def test_a_bold_title_beside_the_other_column_is_no_label():
    sides = (60, 320)
    text = ("Doel: het beheren van parken en", "Deelnemers: Assen, Emmen en Meppel")
    rows = [line(100 + 12 * n, *text, lefts=sides) for n in range(6)]
    rows += [
        bold(line(180 + 12 * n, title, text[0], lefts=sides)) for n, title in enumerate(("Regionaal", "Parkschap"))
    ]
    rows += [
        bold(line(204, "Esland", text[0], lefts=sides)),
        *(line(216 + 12 * n, *text, lefts=sides) for n in range(6)),
    ]
    [(tables, rest)] = cards_of([page(*rows)])
    assert tables == []
    assert len(rest.rows) == len(rows)
