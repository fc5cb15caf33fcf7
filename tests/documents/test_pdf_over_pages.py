"""Rows that are taller than a page: what stands on the next pages is the rest of them and of nothing else."""

import pytest

from dagster_project.documents import Table, read_document
from dagster_project.documents.formats.pdf_open_ends import closed
from dagster_project.documents.formats.pdf_repeated import RepeatedHeads
from dagster_project.documents.formats.pdf_tables import PageTable, tables_of_page
from dagster_project.documents.formats.pdf_words import Word
from dagster_project.documents.model import Row

WORDS = [f"{a}{b}{c}" for a in "bdfgklmn" for b in ("oor", "aal", "ies") for c in ("de", "man", "ster", "wold")]
LONG = ", ".join(WORDS * 3)


def in_pages(path, rows, widths, style):
    """A PDF of one table whose rows break over pages, its first row above each part."""
    from reportlab.lib.pagesizes import A6, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate
    from reportlab.platypus import Table as Flow

    text = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(cell, text) if cell else "" for cell in row] for row in rows]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), *style]
    table = Flow(cells, colWidths=widths, repeatRows=1, splitInRow=1, style=style)
    SimpleDocTemplate(str(path), pagesize=landscape(A6), invariant=1, topMargin=40, bottomMargin=40).build([table])
    return path


def rows_of(path):
    return [row for block in read_document(path).blocks if isinstance(block, Table) for row in block.rows]


GRID = ("GRID", (0, 0), (-1, -1), 0.5, "black")
HEAD = ["Naam", "Zetel", "Deelnemers"]


@pytest.mark.parametrize("style", [[GRID], [GRID, ("BACKGROUND", (0, 0), (-1, 0), "#DDDDDD")]], ids=["bare", "filled"])
def test_a_ruled_row_goes_on_over_pages(tmp_path, style):
    rows = [HEAD, ["Regio Oost", "Dorp", "Aldorp"], ["Regio West", "Stad", LONG], ["Regio Zuid", "Kade", "Bedorp"]]
    read = [
        row for row in rows_of(in_pages(tmp_path / "a.pdf", rows, [90, 70, 120], style)) if row.cells != tuple(HEAD)
    ]
    assert [row.cells[0] for row in read if row.cells[0]] == ["Regio Oost", "Regio West", "Regio Zuid"]
    long = read[1:-1]
    assert len(long) > 2
    assert " ".join(" ".join(row.cells[2] for row in long).split()) == LONG
    assert all(row.cells[:2] == ("", "") for row in long[1:])
    pages = [int(row.locator.split(";")[0].removeprefix("page=")) for row in long]
    assert pages == list(range(pages[0], pages[0] + len(pages)))


def rule(x0, top, x1, bottom):
    orientation = "v" if x0 == x1 else "h"
    return {"orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom}


def test_rules_down_that_end_in_nothing_are_closed_and_others_are_not():
    down = [rule(x, 100, x, 500) for x in (50, 200, 400)]
    added = closed([*down, rule(50, 100, 400, 100)], 3)[4:]
    assert [(e["x0"], e["x1"], e["top"], e["bottom"]) for e in added] == [(50, 400, 500, 500)]
    assert closed([*down, rule(50, 100, 400, 100), rule(49, 502, 401, 502)], 3)[5:] == []
    assert closed(down[:2], 3) == down[:2]


def test_rules_between_columns_of_text_make_no_table_and_those_around_the_rest_of_a_row_do():
    down = [rule(x, 100, x, 500) for x in (40, 220, 400, 560)]
    text = [Word(WORDS[n], x, 120 + 18 * n, x + 50, 130 + 18 * n, 10, False) for x in (50, 230, 410) for n in range(9)]
    assert tables_of_page(1, text, down) == []
    (table,) = tables_of_page(1, [word for word in text if word.x0 > 400], down)
    assert table.rows[0].cells == ("", "", "\n".join(WORDS[:9]))


def test_rows_without_rules_between_them_are_not_one_row():
    rules = [*(rule(x, 100, x, 500) for x in (40, 220, 400)), rule(40, 100, 400, 100), rule(40, 120, 400, 120)]
    head = [Word(text, x, 105, x + 50, 115, 10, False) for x, text in ((50, "Naam"), (230, "Zetel"))]

    def below(step: int, rows: int) -> list[Word]:
        return [Word(WORDS[n], 50, 130 + step * n, 90, 140 + step * n, 10, False) for n in range(rows)]

    beside = [Word(WORDS[n], 230, 130 + 12 * n, 290, 140 + 12 * n, 10, False) for n in range(20)]
    assert tables_of_page(1, [*head, *below(36, 7), *beside], rules) == []
    assert tables_of_page(1, [*head, *below(12, 20), *beside], rules) == []
    (table,) = tables_of_page(1, [*head, *below(12, 2), *beside], rules)
    assert [row.cells[0] for row in table.rows] == ["Naam", "\n".join(WORDS[:2])]


def test_a_head_that_returns_is_parted_from_the_row_that_goes_on_below_it():
    def table(*rows):
        return PageTable(1, (0, 0, 9, 9), tuple(Row(row, "page=1") for row in rows))

    heads = RepeatedHeads()
    first = table(("Naam", "Leden"), ("Regio Oost", "Aldorp,"))
    assert heads.parted(first) == first
    again = heads.parted(table(("Naam", "Leden\nBedorp"), ("Regio Zuid", "Dedorp")))
    assert [row.cells for row in again.rows] == [("Naam", "Leden"), ("", "Bedorp"), ("Regio Zuid", "Dedorp")]
    other = table(("Naam", "Ledental"), ("Regio Oost", "12"))
    assert heads.parted(other) == other
