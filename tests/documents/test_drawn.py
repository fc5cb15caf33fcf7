"""A place is drawn where it stands on its page, however that is turned; what cannot be drawn is quoted or told."""

import io

import pypdfium2 as pdfium
import pytest
from PIL import Image

from dagster_project.documents import Paragraph, Refused, Viewer, draw_place, read_document
from tests.documents import making

INK = (0xD5, 0x5E, 0x00)
LINES = [(50, 50 + 40 * n, 10, False, f"Regel {n} van de bladzijde") for n in range(12)]


def turned(path, degrees):
    pdf = pdfium.PdfDocument(path)
    pdf[0].set_rotation(degrees)
    pdf.save(path.with_name("turned.pdf"))
    return path.with_name("turned.pdf")


def inked(content):
    """The picture, and the box of what is drawn in the colour of the mark."""
    image = Image.open(io.BytesIO(content)).convert("RGB")
    mask = Image.new("L", image.size)
    mask.putdata([255 if dot == INK else 0 for dot in image.get_flattened_data()])
    return image, mask.getbbox()


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_box_holds_the_words_and_their_neighbours_are_around_it(tmp_path, degrees):
    path = turned(making.pdf(tmp_path / "a.pdf", [LINES]), degrees)
    block = next(b for b in read_document(path).blocks if isinstance(b, Paragraph) and "Regel 6" in b.text)
    image, (left, top, right, bottom) = inked(draw_place(path, block.locator))
    within = image.crop((left + 4, top + 4, right - 4, bottom - 4)).convert("L")
    letters = within.point(lambda dot: 255 if dot < 100 else 0).getbbox()
    # Letters stand inside the mark and leave it free on all sides: they are neither cut nor beside it.
    assert letters
    assert letters[0] > 0
    assert letters[2] < within.width
    above = image.crop((0, 0, image.width, top)).convert("L")
    assert above.getextrema()[0] < 100


def test_a_page_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused, match="geen bladzijde 7"):
        draw_place(making.pdf(tmp_path / "a.pdf", [LINES]), "page=7;box=1,1,2,2")


def test_the_viewer_draws_quotes_and_tells(tmp_path):
    pdf = making.pdf(tmp_path / "a.pdf", [LINES])
    text = making.write(tmp_path / "a.csv", "Naam;Zetel\nRegio;Assen\nAndere;Emmen\n")
    broken = making.write(tmp_path / "b.pdf", "%PDF-1.4 niets")
    with Viewer() as viewer:
        drawn = viewer.show(pdf, read_document(pdf).blocks[0].locator)
        assert drawn.picture.startswith(b"\x89PNG")
        assert [line.cells for line in drawn.place.lines if line.marked]
        quoted = viewer.show(text, "line=3")
        assert quoted.picture is None
        assert [line.cells for line in quoted.place.lines if line.marked] == [("Andere", "Emmen")]
        assert viewer.show(text, "line=9").place is None
        lost = viewer.show(broken, "page=1;box=1,1,2,2")
        assert lost.refused
        assert lost.picture is None
