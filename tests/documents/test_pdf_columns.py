"""Tables without rules on a page: which words stand in which cell, and what is no table."""

import pytest

from dagster_project.documents.formats.pdf_columns import ColumnFinder
from dagster_project.documents.formats.pdf_layout import PageRows
from dagster_project.documents.formats.pdf_words import Word

LEFT = (40, 200, 320, 470)


def line(top: float, *cells: str, lefts: tuple[float, ...] = LEFT) -> list[Word]:
    """A row of words of five points a letter; an empty cell holds none."""
    words = []
    for left, text in zip(lefts, cells, strict=False):
        for part in text.split():
            words.append(Word(part, left, top, left + 5 * len(part), top + 9, 9, False))
            left += 5 * len(part) + 3
    return words


def page(*rows: list[Word], number: int = 1) -> PageRows:
    return PageRows(number, 595, tuple(rows))


HEAD = line(100, "Naam", "Vorm", "Zetel", "Deelnemers")


def cells(table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def test_lines_of_one_row_are_put_together_by_spacing():
    rows = [
        HEAD,
        line(118, "Havenschap Noord", "Openbaar lichaam", "Assen", "Assen, Emmen en"),
        line(128, "en Oost", "", "", "Hoogeveen"),
        line(146, "Afvalbedrijf", "N.V.", "Emmen", "Emmen"),
    ]
    (table,), rest = ColumnFinder().tables_of(page(*rows))
    assert cells(table)[1:] == [
        ("Havenschap Noord\nen Oost", "Openbaar lichaam", "Assen", "Assen, Emmen en\nHoogeveen"),
        ("Afvalbedrijf", "N.V.", "Emmen", "Emmen"),
    ]
    assert rest.rows == ()


def test_a_line_closer_than_usual_goes_on_with_its_row_though_it_fills_most_columns():
    rows = [
        HEAD,
        line(118, "Havenschap", "Openbaar", "Dorpstad", "Assen en"),
        line(128, "", "lichaam", "aan Zee", "Emmen"),
        *(line(146 + 18 * n, f"Regio {n}", "Convenant", "Emmen", "Emmen") for n in range(4)),
    ]
    (table,), _ = ColumnFinder().tables_of(page(*rows))
    assert cells(table)[1] == ("Havenschap", "Openbaar\nlichaam", "Dorpstad\naan Zee", "Assen en\nEmmen")


def test_without_spacing_a_full_line_begins_a_row():
    rows = [
        HEAD,
        line(110, "Havenschap", "Openbaar lichaam", "Assen", "Assen, Emmen en"),
        line(120, "", "", "", "Hoogeveen"),
        line(130, "Afvalbedrijf", "N.V.", "Emmen", "Emmen"),
        line(140, "Regio Oost", "Convenant", "Coevorden", "Coevorden"),
    ]
    (table,), _ = ColumnFinder().tables_of(page(*rows))
    assert [row[0] for row in cells(table)] == ["Naam", "Havenschap", "Afvalbedrijf", "Regio Oost"]
    assert cells(table)[1][3] == "Assen, Emmen en\nHoogeveen"


def test_a_heading_over_the_columns_parts_two_tables():
    rows = [
        HEAD,
        line(118, "Havenschap", "Openbaar lichaam", "Assen", "Assen, Emmen"),
        line(136, "Regio Oost", "Convenant", "Emmen", "Emmen"),
        line(160, "Vennootschappen en cooperaties waarin de gemeente aandelen heeft of lid van is"),
        line(180, "Naam", "Vorm", "Zetel", "Deelnemers"),
        line(198, "Afvalbedrijf", "N.V.", "Emmen", "Emmen"),
        line(216, "Warmtenet", "B.V.", "Assen", "Assen"),
    ]
    tables, rest = ColumnFinder().tables_of(page(*rows))
    assert [len(t.rows) for t in tables] == [3, 3]
    assert rest.texts == ["Vennootschappen en cooperaties waarin de gemeente aandelen heeft of lid van is"]


def test_a_sign_of_money_is_no_column():
    lefts = (40, 200, 320, 330)
    rows = [
        line(100 + 18 * n, name, form, "€", amount, lefts=lefts)
        for n, (name, form, amount) in enumerate(
            [("Een", "N.V.", "100"), ("Twee", "B.V.", "20"), ("Drie", "N.V.", "3")]
        )
    ]
    (table,), _ = ColumnFinder().tables_of(page(*rows))
    assert cells(table)[0] == ("Een", "N.V.", "€ 100")


def test_prose_and_labels_with_values_are_no_tables():
    prose = [line(100 + 11 * n, "De gemeente neemt deel in een aantal regelingen en vennootschappen") for n in range(8)]
    labels = [line(100 + 11 * n, "Vestigingsplaats", "Assen", lefts=(40, 200)) for n in range(8)]
    for rows in (prose, labels):
        tables, rest = ColumnFinder().tables_of(page(*rows))
        assert (tables, len(rest.rows)) == ([], 8)


def long_row(number: int, *, head: bool, first: tuple[str, ...] = ("", "", ""), lines: int = 40) -> PageRows:
    """A page of one row, of which only the last cell goes on to its end."""
    rest = [line(128 + 10 * n, "", "", "", f"Dorp {'abcdefghij'[n % 10]}{number}") for n in range(lines)]
    return page(*([HEAD] if head else []), line(118, *first, "Assen, Emmen"), *rest, number=number)


@pytest.mark.parametrize("head", [True, False], ids=["head returns", "no head"])
def test_a_row_taller_than_a_page_goes_on_over_pages(head):
    finder = ColumnFinder()
    first = page(
        HEAD,
        line(118, "Regio Oost", "Convenant", "Emmen", "Emmen"),
        line(136, "Havenschap", "Openbaar lichaam", "Assen", "Assen,"),
        *(line(146 + 10 * n, "", "", "", "Emmen,") for n in range(40)),
    )
    last = long_row(3, head=head, lines=3)
    last = PageRows(
        3,
        595,
        (*last.rows, line(180, "Warmtenet", "B.V.", "Assen", "Assen"), line(190, "Noord", "in Assen", "", "en Emmen")),
    )
    pages = [first, long_row(2, head=head), last]
    found = [finder.tables_of(p) for p in pages]
    assert [rest.rows for _, rest in found] == [()] * 3
    rows = [[row.cells for row in table.rows if row.cells[0] != "Naam"] for (table,), _ in found]
    assert [[row[0] for row in part] for part in rows] == [["Regio Oost", "Havenschap"], [""], ["", "Warmtenet\nNoord"]]
    assert [len(part[-1][3].split("\n")) for part in rows[:2]] == [41, 41]
    assert all(row.locator.startswith("page=2;") for (table,), _ in found[1:2] for row in table.rows)


def test_a_heading_on_the_next_page_is_no_rest_of_a_row():
    finder = ColumnFinder()
    rows = [line(118 + 18 * n, f"Regio {n}", "Convenant", "Emmen", "Emmen") for n in range(3)]
    finder.tables_of(page(HEAD, *rows))
    heading = line(100, "", "Overig", lefts=(40, 230))
    found, rest = finder.tables_of(page(heading, line(120, "De gemeente doet mee aan deze stichtingen en niet meer")))
    assert found == []
    assert len(rest.rows) == 2
