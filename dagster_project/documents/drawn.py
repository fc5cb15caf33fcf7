"""A place in a document as people see it: the part of the page around it as a picture, with its box marked.

Belongs here: drawing a page of a PDF, and showing a place out of a child of its own, for the file comes from outside.
Does not belong here: what the place means, and places of files that have no pages as a picture (`place` quotes them).
"""

import base64
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.documents.model import page_of
from dagster_project.documents.place import Line, Place, find_place
from dagster_project.intake import PDF, media_type_of
from dagster_project.sandbox import Pool, Refused
from dagster_project.sandbox.limits import MAX_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image

_TARGET = "dagster_project.documents.drawn:shown"
_SCALE = 1.6
"""Dots per point: a page of A4 is about 950 dots wide, as wide as a column of text in a browser."""
_AROUND = 120
"""Points above and below the box: some eight lines, so that the heading of a table is mostly seen."""
_INK, _GROUND = (0xD5, 0x5E, 0x00), (0xFF, 0xF2, 0xCC)
"""Vermilion, which those who do not see red and green apart tell from black too, on the yellow of a marker."""


@dataclass(frozen=True)
class Shown:
    """A place as lines of text, and as a picture (PNG) where it is on a page; `refused` says why there is neither."""

    place: Place | None = None
    picture: bytes | None = None
    refused: str | None = None


class Viewer:
    """Shows places of files, each in a child. One thread may use it; it ends with the context."""

    def __init__(self) -> None:
        self._pool = Pool(_TARGET)

    def __enter__(self) -> "Viewer":
        return self

    def __exit__(self, *ended: object) -> None:
        self._pool.__exit__(*ended)

    def show(self, path: Path, locator: str) -> Shown:
        """The place at `locator`; what can no longer be read or is not found has no lines."""
        _, reading = next(iter(self._pool.read([path], locator=locator)))
        if reading.refusal:
            return Shown(refused=reading.refusal.detail)
        said = reading.value
        place = said["lines"] and Place(said["locator"], tuple(Line(tuple(c), m) for c, m in said["lines"]))
        picture = base64.b64decode(said["picture"]) if said["picture"] else None
        return Shown(place or None, picture, said["refused"])


def shown(path: Path, locator: str) -> dict[str, Any]:
    """What `Viewer.show` shows, as plain values: `locator`, `lines`, `picture` in base64, `refused`."""
    said: dict[str, Any] = {"locator": locator, "lines": [], "picture": None, "refused": None}
    try:
        place = find_place(path, locator)
        if place:
            said |= {"locator": place.locator, "lines": [[list(x.cells), x.marked] for x in place.lines]}
        if page_of(locator) and media_type_of(path) == PDF:
            said["picture"] = base64.b64encode(draw_place(path, locator)).decode("ascii")
    except Refused as refused:
        said["refused"] = refused.refusal.detail
    return said


def draw_place(path: Path, locator: str) -> bytes:
    """A PNG of the page of a PDF around the box of a locator, the box marked; the whole page where it has no box.

    Raises Refused for a page that is not there.
    """
    import pypdfium2 as pdfium

    number = page_of(locator) or 0
    pdf = pdfium.PdfDocument(path)
    try:
        if not 1 <= number <= len(pdf):
            raise Refused("corrupt", locator, f"het bestand heeft geen bladzijde {number}")
        image, scale = _drawn_page(pdf[number - 1])
    finally:
        pdf.close()
    box = _box_of(locator)
    if box:
        image = _marked(image, [scale * edge for edge in box], scale)
    content = io.BytesIO()
    image.save(content, "PNG")
    return content.getvalue()


def _drawn_page(page) -> tuple["Image", float]:
    """The page upright and whole, as its reader takes it, and the dots per point."""
    from dagster_project.documents.formats.pdf_words import turn_of

    turn = turn_of(page, page.get_textpage())
    # What is cut off in print was read all the same, and places are told from the corner of all of it.
    page.set_cropbox(*page.get_mediabox())
    width, height = page.get_size()
    scale = min(_SCALE, (MAX_PIXELS / max(width * height, 1)) ** 0.5)
    extra = (90 * turn.quarters - page.get_rotation()) % 360
    return page.render(scale=scale, rotation=extra).to_pil().convert("RGB"), scale


def _box_of(locator: str) -> list[float] | None:
    for part in locator.split(";"):
        if part.startswith("box="):
            return [float(edge) for edge in part.removeprefix("box=").split(",")]
    return None


def _marked(image: "Image", box: list[float], scale: float) -> "Image":
    from PIL import Image, ImageChops, ImageDraw

    left, top, right, bottom = (round(edge) for edge in box)
    edge = round(3 * scale)
    around = (left - edge, top - edge, right + edge, bottom + edge)
    ground = Image.new("RGB", image.size, (255, 255, 255))
    ImageDraw.Draw(ground).rectangle(around, fill=_GROUND)
    image = ImageChops.multiply(image, ground)  # a marker: the letters stay as they are
    ImageDraw.Draw(image).rectangle(around, outline=_INK, width=max(2, round(1.5 * scale)))
    first = max(0, min(image.height - 1, round(top - _AROUND * scale)))
    return image.crop((0, first, image.width, max(first + 1, min(image.height, round(bottom + _AROUND * scale)))))
