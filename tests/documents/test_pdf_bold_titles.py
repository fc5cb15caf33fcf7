"""A bold line alone at the left between the rows of a table without rules is a title, and no rest of the row above."""

import pytest

from dagster_project.documents import Table, read_document
from tests.documents import making

XS = (60, 220, 330, 430)


def lines_of(bold: bool):
    """A table of a head and four rows, with a title between the second and the third, all as far from each other."""
    rows = [
        ("Partij", "Plaats", "Begin", "Eind"),
        ("Regio Esland", "Assen", "1.200", "1.300"),
        ("Enkel Holding N.V.", "Emmen", "2.200", "2.300"),
        ("III Stichtingen",),
        ("Stichting Esland", "Meppel", "3.200", "3.300"),
        ("Stichting Zandrug", "Assen", "4.200", "4.300"),
    ]
    return [
        (x, 100 + 18 * number, 10, bold and len(row) == 1, text)
        for number, row in enumerate(rows)
        for x, text in zip(XS, row, strict=False)
    ]


@pytest.mark.parametrize(("bold", "alone"), [(True, True), (False, False)])
def test_a_bold_line_between_rows_is_a_row_of_its_own(tmp_path, bold, alone):
    document = read_document(making.pdf(tmp_path / "a.pdf", [lines_of(bold)]))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert (("III Stichtingen",) in [row.distinct for row in table.rows]) is alone
    assert any("Stichting Zandrug" in row.cells for row in table.rows)
