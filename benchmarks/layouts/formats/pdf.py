"""PDFs out of blocks, with the page on which each party stands."""

from collections.abc import Mapping, Sequence
from html import escape

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer

from benchmarks.layouts.blocks import (
    Block,
    Definitions,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Menu,
    Sheet,
    Space,
    Text,
    laid,
    line,
    text_of,
)
from dagster_project.simulation.writers.pdf import WholeRows, flowing, framed

MARGIN, FONT, PADDING = 45, "Helvetica", 2
FOOT = 120
"""Points at the foot of a page in which something begins that goes on on the next."""
SIZES = (8, 7, 6, 5, 4)
"""Sizes of the letters of a table, the largest first that no word is too wide for."""


def write(blocks: Sequence[Block], layout: Mapping[str, str], running: str) -> tuple[bytes, dict[str, int]]:
    """A PDF and the first page of each mark."""
    size = landscape(A4) if layout["paper"] == "landscape" else A4
    story = [flowable for block in blocks for flowable in _flowables(block, size[0] - 2 * MARGIN - 12)]
    pages: dict[str, int] = {}

    class Marking(Canvas):
        """Notes where the marks of parties are drawn; they leave nothing in the file."""

        def bookmarkHorizontal(self, key, *_, **__) -> None:
            pages.setdefault(key, self.getPageNumber())

    def furniture(canvas: Canvas, template) -> None:
        if layout["running"] == "none":
            return
        canvas.setFont(FONT, 8)
        canvas.drawString(MARGIN, size[1] - 30, running)
        canvas.drawRightString(size[0] - MARGIN, 25, str(canvas.getPageNumber()))

    frame = framed(size, MARGIN, MARGIN)
    return flowing(story, size, [frame], furniture, title=running, author="", canvas=Marking), pages


class _Down(Flowable):
    """Takes the room of a page but for its foot."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """All that is left above the foot."""
        return width, max(0.0, height - FOOT)

    def draw(self) -> None:
        """Nothing."""


def _style(size: float, bold: bool = False, indent: float = 0, before: float = 2) -> ParagraphStyle:
    font = FONT + ("-Bold" if bold else "")
    return ParagraphStyle(
        "p", fontName=font, fontSize=size, leading=size * 1.2, leftIndent=indent, spaceBefore=before, spaceAfter=2
    )


def _flowables(block: Block, room: float) -> list[Flowable]:
    match block:
        case Heading(text, level):
            return [Paragraph(_inline(text), _style(18 - 2 * level, True, before=8))]
        case Text(text):
            return [Paragraph(_inline(text), _style(9))]
        case Items(items, numbered):
            return _items(items, numbered, 12)
        case Definitions(pairs):
            styles = (_style(9, True), _style(9, indent=14))
            return [Paragraph(_inline(told), styles[n]) for pair in pairs for n, told in enumerate(pair)]
        case Grid():
            caption = [Paragraph(_inline(line(block.caption)), _style(8, True))] if block.caption else []
            return [*caption, _table(block, room), Spacer(1, 8)]
        case Menu(links):
            return [Paragraph(escape(link), _style(8)) for link in links]
        case Sheet(title):
            return [Paragraph(escape(title), _style(14, True))]
        case Space(page):
            return [PageBreak() if page else _Down()]
    raise TypeError(block)


def _inline(text: Line) -> str:
    told = []
    for run in text:
        mark = f'<a name="{escape(run.mark)}"/>' if run.mark else ""
        told.append(mark + (f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text)))
    return "".join(told)


def _items(items: Sequence[Item], numbered: bool, indent: float) -> list[Flowable]:
    told = []
    for number, item in enumerate(items, start=1):
        mark = f"{number}." if numbered else "•"
        style = _style(9, indent=indent)
        style.bulletIndent = indent - 12
        told.append(Paragraph(_inline(item.line), style, bulletText=mark))
        told += _items(item.below, False, indent + 14)
    return told


def _table(grid: Grid, room: float) -> Flowable:
    placed, width = laid(grid.rows)
    size, widths = _widths(placed, width, room)
    filled = [[""] * width for _ in grid.rows]
    rules = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
    ]
    for row, column, one in placed:
        filled[row][column] = [Paragraph(_inline(text), _style(size, before=0)) for text in one.lines]
        if one.across > 1 or one.down > 1:
            rules.append(("SPAN", (column, row), (column + one.across - 1, row + one.down - 1)))
    if grid.ruled:
        rules.append(("GRID", (0, 0), (-1, -1), 0.5, "black"))
    return WholeRows(filled, colWidths=widths, repeatRows=grid.head, style=rules)


def _widths(placed: list, width: int, room: float) -> tuple[float, list[float]]:
    """The size of letters at which no word is cut, and the widths of columns: at least the longest word, more where
    there is more text."""
    for size in SIZES:
        least, wanted = [12.0] * width, [12.0] * width
        for _, column, one in placed:
            if one.across == 1:
                words = [word for text in one.lines for word in text_of(text).split()]
                longest = max((stringWidth(word, FONT + "-Bold", size) for word in words), default=0)
                least[column] = max(least[column], longest + 2 * PADDING + 3)
                wanted[column] = max(wanted[column], stringWidth(one.text, FONT, size) ** 0.7)
        if sum(least) <= room:
            break
    spare = max(0.0, room - sum(least))
    return size, [low + spare * want / sum(wanted) for low, want in zip(least, wanted, strict=True)]
