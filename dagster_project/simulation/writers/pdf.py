"""PDFs of paragraphs and tables that flow over pages.

`invariant` takes the clock out of a file; without compression the machine's zlib stays out of it.
"""

import io
from collections.abc import Callable, Sequence
from html import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, LongTable, PageTemplate, Paragraph

Furniture = Callable[[Canvas, BaseDocTemplate], None]


def flowing(
    story: list[Flowable],
    size: tuple[float, float],
    frames: Sequence[Frame],
    furniture: Furniture = lambda canvas, template: None,
    *,
    title: str,
    author: str,
    canvas: Callable[..., Canvas] = Canvas,
) -> bytes:
    """A PDF of flowables that fill the frames of one page after another.

    Args:
        story: flowables; being laid out changes them, so that they serve once.
        size: width and height of every page, in points.
        frames: where text may stand on a page, in points from its lower left corner.
        furniture: draws on each page what is no part of the text: header, footer.
        title, author: of the file.
        canvas: what draws.
    """
    out = io.BytesIO()
    template = BaseDocTemplate(
        out, pagesize=size, invariant=1, pageCompression=0, title=title, author=author,
        pageTemplates=[PageTemplate("page", list(frames), onPage=furniture)],
    )  # fmt: skip
    template.build(story, canvasmaker=canvas)
    return out.getvalue()


def framed(size: tuple[float, float], side: float, top_and_bottom: float) -> Frame:
    """One frame inside margins, in points, with the padding that frames have by themselves."""
    return Frame(side, top_and_bottom, size[0] - 2 * side, size[1] - 2 * top_and_bottom)


def paragraph(content: str, style: ParagraphStyle) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(escape(content, quote=False), style)


class WholeRows(LongTable):
    """A table whose rows stay whole, but for a row that is taller than a page: that one breaks over pages."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """The part that fits and the rest; nothing where the next page has more room."""
        found = super().split(width, height)
        if found or not self._frame._atTop:
            return found
        return self._splitRows(height, doInRowSplit=True)
