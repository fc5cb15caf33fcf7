"""Text PDFs: a ruled table that runs over pages with its header repeated, or a block of labels per party.

The fonts are the standard ones that no file has to carry.
"""

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, LongTable, Paragraph, Spacer, TableStyle

from dagster_project.simulation.writers.pdf import flowing, framed
from tools.example.documents.content import Document, facts, worded

TEXT_WIDTHS = {"Naam": 36, "Rechtsvorm": 37, "Vestigingsplaats": 22, "Openbaar belang": 42, "Deelnemers": 50}
AMOUNT_WIDTH = 17
STYLES = getSampleStyleSheet()
SMALL = STYLES["BodyText"].clone("small", fontSize=7, leading=8.4, spaceBefore=0)
LINE = STYLES["BodyText"].clone("line", fontSize=9.5, leading=12, spaceBefore=0)


def table(document: Document) -> bytes:
    """One ruled table; the header returns on each page, section headings span the table."""
    rows = [_cells(document.headings)]
    rules = [("GRID", (0, 0), (-1, -1), 0.4, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    for heading, parties in document.sections:
        rules.append(("SPAN", (0, len(rows)), (-1, len(rows))))
        rows.append(_cells([heading, *[""] * (len(document.headings) - 1)]))
        rows += [_cells(document.row(party)) for party in parties]
    rows.append(_cells(document.total()))
    widths = [TEXT_WIDTHS.get(heading, AMOUNT_WIDTH) * mm for heading in document.headings]
    body = LongTable(rows, colWidths=widths, repeatRows=1)
    body.setStyle(TableStyle([*rules, ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 2)]))
    return _file(document, [body], landscape(A4))


def blocks(document: Document) -> bytes:
    """Headings for sections and parties, and a line `label: value` per fact."""
    story = []
    for heading, parties in document.sections:
        story.append(Paragraph(heading, STYLES["Heading2"]))
        for party in parties:
            lines = [Paragraph(f"{label}: {value}", LINE) for label, value in facts(document, party)]
            story.append(KeepTogether([Paragraph(party.name, STYLES["Heading3"]), *lines]))
    return _file(document, story, A4)


def _cells(cells: list) -> list[Paragraph]:
    return [Paragraph(cell, SMALL) for cell in worded(cells)]


def _file(document: Document, story: list, size: tuple[float, float]) -> bytes:
    where = f"{document.organisation}, begroting {document.year}"
    opening = [Paragraph(document.title, STYLES["Heading1"]), Paragraph(f"{where}. {document.unit_line}.", LINE)]
    closing = [Spacer(1, 8), *[Paragraph(note, LINE) for note in document.notes]]

    def footer(canvas, page) -> None:
        canvas.setFont("Helvetica", 7)
        canvas.drawString(12 * mm, 8 * mm, f"Voorbeeld, verzonnen cijfers - pagina {page.page}")

    frame = framed(size, 12 * mm, 14 * mm)
    return flowing([*opening, Spacer(1, 6), *story, *closing], size, [frame], footer, title=where, author="Voorbeeld")
