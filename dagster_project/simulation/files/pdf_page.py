"""What all PDFs share: fonts, styles, running headers, and the page on which each party comes to stand."""

from dataclasses import dataclass
from functools import cache
from html import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, Paragraph, Spacer

from dagster_project.simulation.sources.budgets.content import Document, Party, broken_name
from dagster_project.simulation.writers.pdf import flowing, paragraph

BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Vera": "VeraBd"}


@dataclass(frozen=True)
class Sheet:
    """The paragraph styles of one house."""

    text: ParagraphStyle
    small: ParagraphStyle
    head: ParagraphStyle
    title: ParagraphStyle
    section: ParagraphStyle
    party: ParagraphStyle
    colour: HexColor


class _Canvas(Canvas):
    """A canvas that notes the page of each marked party; the text calls `party` as it is drawn."""

    pages: dict[int, int]

    def party(self, canvas: Canvas, kind: str, label: str) -> None:
        """Note the page; the signature is that which the library calls a mark with."""
        self.pages.setdefault(int(label), self.getPageNumber())

    def getNamedCB(self, name: str):
        """reportlab from 5 on asks here for the call that it finds in a text; before, it took the attribute."""
        return getattr(self, name, None)


@cache
def _fonts() -> None:
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))


def styles_of(document: Document) -> Sheet:
    """The styles of the house of a document."""
    _fonts()
    style = document.style
    bold, colour = BOLD[style.font], HexColor(f"#{style.colour}")

    def made(name: str, font: str, size: float, before: float = 0, after: float = 0, **more) -> ParagraphStyle:
        return ParagraphStyle(
            name, fontName=font, fontSize=size, leading=size * 1.22, spaceBefore=before, spaceAfter=after, **more
        )

    small = max(6.5, style.size - 2.5)
    return Sheet(
        text=made("text", style.font, style.size, after=4),
        small=made("small", style.font, small),
        head=made("head", bold, small, textColor=HexColor("#FFFFFF") if style.variant % 2 else HexColor("#000000")),
        title=made("title", bold, style.size + 8, after=8, textColor=colour),
        section=made("section", bold, style.size + 3.5, before=10, after=4, textColor=colour, keepWithNext=1),
        party=made("party", bold, style.size + 1, before=8, after=2, keepWithNext=1),
        colour=colour,
    )


def name_of(party: Party, number: int, style: ParagraphStyle, prefix: str = "", marked: bool = True) -> Paragraph:
    """The name of a party, broken where its line breaks; `marked` notes the page on which it is drawn."""
    mark = f'<onDraw name="party" label="{number}"/>' if marked else ""
    name = escape(prefix + broken_name(party, "-\n"), quote=False).replace("-\n", "-<br/>")
    return Paragraph(mark + name, style)


def labelled(label: str, value: str, style: ParagraphStyle, bold: bool) -> Paragraph:
    """`label: value`, the label in bold where the house does so."""
    said = escape(label, quote=False)
    font = BOLD[style.fontName]
    front = f'<font name="{font}">{said}:</font>' if bold else f"{said}:"
    return Paragraph(f"{front} {escape(value, quote=False)}", style)


def opening(document: Document, sheet: Sheet) -> list[Flowable]:
    """Title and introduction."""
    return [paragraph(document.title, sheet.title), *[paragraph(part, sheet.text) for part in document.introduction]]


def closing(document: Document, sheet: Sheet) -> list[Flowable]:
    """Remarks below the parties."""
    return [Spacer(1, 8), *[paragraph(part, sheet.text) for part in document.closing]]


def build_pages(
    document: Document, story: list[Flowable], wide: bool = False, columns: int = 1, first_page: int = 1
) -> tuple[bytes, dict[int, int], int]:
    """The bytes, the page of each marked party by its number, and the number of pages."""
    size = landscape(A4) if wide else A4
    margin, gap = document.style.margin * mm, 8 * mm
    width = (size[0] - 2 * margin - gap * (columns - 1)) / columns
    frames = [
        Frame(margin + at * (width + gap), 17 * mm, width, size[1] - 36 * mm, 0, 0, 0, 0) for at in range(columns)
    ]
    pages: dict[int, int] = {}
    count: list[int] = []

    def canvas(*args, **kwargs) -> _Canvas:
        made = _Canvas(*args, **kwargs)
        made.pages = pages
        return made

    def furniture(page: Canvas, template: BaseDocTemplate) -> None:
        count.append(template.page)
        _furniture(document, page, size, template.page + first_page - 1)

    title = f"{document.title} {document.year}"
    content = flowing(story, size, frames, furniture, title=title, author=document.organisation, canvas=canvas)
    return content, pages, max(count)


def _furniture(document: Document, page: Canvas, size: tuple[float, float], number: int) -> None:
    """Running header and footer; where they stand is a matter of the house."""
    style, margin = document.style, document.style.margin * mm
    page.setFont(style.font, 7.5)
    page.setFillColor(HexColor("#666666"))
    where = f"{document.organisation} | Begroting {document.year}"
    if style.variant % 3 == 0:
        page.drawString(margin, size[1] - 12 * mm, where)
    if style.variant % 3 == 1:
        page.drawRightString(size[0] - margin, size[1] - 12 * mm, where)
    said = (f"{number}", f"Pagina {number}", f"- {number} -", f"{where}  {number}")[style.variant % 4]
    if style.variant % 2:
        page.drawRightString(size[0] - margin, 9 * mm, said)
    else:
        page.drawCentredString(size[0] / 2, 9 * mm, said)
    page.setFillColor(HexColor("#000000"))


def places_of(document: Document, pages: dict[int, int]) -> list[str]:
    """`page=n` for each party, in their order."""
    return [f"page={pages[number]}" for number in range(len(document.parties))]
