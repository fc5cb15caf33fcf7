"""Heads that stand beside the figures of their column are heads of them."""

from dagster_project.documents.formats.pdf_columns import ColumnFinder
from tests.documents.test_pdf_columns import cells, line, page

LEFT = (40, 160, 260, 400)
RIGHT = (40, 160, 330, 470)
"""Figures that are set from the right, behind heads set from the left."""


def _table(heads: tuple[str, ...], *rows: tuple[str, ...]):
    lines = [line(100, *heads, lefts=LEFT)]
    lines += [line(118 + 18 * n, *row, lefts=RIGHT) for n, row in enumerate(rows)]
    (table,), _ = ColumnFinder().tables_of(page(*lines))
    return cells(table)


def test_a_head_from_the_left_is_over_figures_from_the_right():
    rows = [("Havenschap Noord", "Assen", "1,5", "2,5"), ("Waterfabriek", "Emmen", "3,1", "4,1")]
    assert _table(("Naam", "Zetel", "Eigen", "Vreemd"), *rows) == [("Naam", "Zetel", "Eigen", "Vreemd"), *rows]


def test_a_column_that_a_row_fills_beside_the_next_stays_its_own():
    lefts = (40, 200, 320, 360, 440)
    rows = [
        line(100, "Naam", "Zetel", "Nr.", "Eigen", "Vreemd", lefts=lefts),
        line(118, "Havenschap", "Assen", "", "1,5", "2,5", lefts=lefts),
        line(136, "Waterfabriek", "Emmen", "7", "3,1", "4,1", lefts=lefts),
    ]
    (table,), _ = ColumnFinder().tables_of(page(*rows))
    assert [len(row.cells) for row in table.rows] == [5, 5, 5]
