"""A place is found again by its locator, in every format."""

from pathlib import Path

import pytest

from dagster_project.documents import Table, read_document, render_place
from tests.documents import making


def files(folder: Path) -> list[Path]:
    body = making.paragraph("Voor") + making.docx_table([["Naam", "Zetel"], ["Regio", "Assen"]])
    return [
        making.write(folder / "a.csv", "Naam;Zetel\nRegio;Assen\nAndere;Emmen\n"),
        making.write(folder / "a.txt", "Eerste alinea.\n\nTweede alinea.\n\nDerde alinea.\n"),
        making.write(folder / "a.html", "<html><body><p>Een</p><ul><li>Regio</li></ul></body></html>"),
        making.write(folder / "a.docx", making.docx(body)),
        making.xlsx(folder / "a.xlsx", {"GR": [["Naam", "Zetel"], ["Regio", "Assen"]]}),
        making.pdf(folder / "a.pdf", [[(50, 50, 10, False, "Een")], [(50, 50, 10, False, "Tweede bladzijde")]]),
    ]


@pytest.mark.parametrize("number", range(6))
def test_each_block_is_found_again(tmp_path, number):
    path = files(tmp_path)[number]
    for block in read_document(path).blocks:
        places = block.rows if isinstance(block, Table) else [block]
        for place in places:
            shown = render_place(path, place.locator, context=1)
            marked = [line for line in shown.split("\n") if line.startswith(">>> ")]
            assert len(marked) == 1, (place, shown)
            text = " | ".join(place.cells) if isinstance(block, Table) else place.text.split("\n")[0]
            assert text in marked[0]


def test_a_cell_is_shown_in_its_row(tmp_path):
    path = making.xlsx(tmp_path / "a.xlsx", {"GR": [["Naam", "Zetel"], ["Regio", "Assen"]]})
    assert ">>> Regio | Assen" in render_place(path, "sheet=GR;cell=B2")


def test_a_place_that_is_gone_is_said(tmp_path):
    path = making.write(tmp_path / "a.csv", "Naam;Zetel\nRegio;Assen\n")
    assert "nothing stands at line=99" in render_place(path, "line=99")
