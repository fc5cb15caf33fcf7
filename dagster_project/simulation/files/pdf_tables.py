"""PDFs with tables: one ruled table, one per heading, and light ones with only lines between rows."""

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer, TableStyle

from dagster_project.simulation.files import pdf_page
from dagster_project.simulation.files.pdf_long import build_document
from dagster_project.simulation.sources.budgets.content import AMOUNTS, Document, Party
from dagster_project.simulation.writers.pdf import WholeRows, paragraph

WIDTHS = {"name": 40, "form": 28, "seat": 21, "purpose": 52, "participants": 56}
AMOUNT_WIDTH = 19
PADDING = 2.5
LONGEST_BARE = 11
GREY, BLACK = HexColor("#B5B5B5"), HexColor("#000000")


def ruled(document: Document) -> tuple[bytes, list[str]]:
    """One ruled table in landscape; the header returns on each page, headings span the table."""
    return build_document(document, lambda: _one_table(document), wide=True)


def _one_table(document: Document) -> list[Flowable]:
    sheet = pdf_page.styles_of(document)
    rows, rules, number = [_header(document, sheet)], [("GRID", (0, 0), (-1, -1), 0.5, BLACK)], 0
    width = len(document.columns())
    for heading, parties in document.groups:
        if heading:
            rules += [("SPAN", (0, len(rows)), (-1, len(rows))), ("BACKGROUND", (0, len(rows)), (-1, len(rows)), GREY)]
            rows.append([paragraph(heading, sheet.small), *[""] * (width - 1)])
        if heading and not parties:
            rules.append(("SPAN", (0, len(rows)), (-1, len(rows))))
            rows.append([paragraph("Geen", sheet.small), *[""] * (width - 1)])
        for party in parties:
            rows.append(_row_boxes(document, party, number, sheet))
            number += 1
    return [_unit(document, sheet), _table(document, rows, rules, sheet)] if document.groups else []


def per_section(document: Document) -> tuple[bytes, list[str]]:
    """A heading and a ruled table for each section."""
    rules = [("GRID", (0, 0), (-1, -1), 0.4, GREY)]
    return build_document(document, lambda: _tables(document, rules), wide=True)


def light(document: Document) -> tuple[bytes, list[str]]:
    """The same without vertical rules, with only a line between rows."""
    rules = [("LINEBELOW", (0, 0), (-1, -1), 0.3, GREY)]
    return build_document(document, lambda: _tables(document, rules), wide=True)


def _tables(document: Document, rules: list[tuple]) -> list[Flowable]:
    sheet = pdf_page.styles_of(document)
    story: list[Flowable] = [_unit(document, sheet)]
    number = 0
    for heading, parties in document.groups:
        if heading:
            story.append(paragraph(heading, sheet.section))
        if not parties:
            story.append(paragraph("Geen.", sheet.text))
            continue
        rows = [_header(document, sheet)]
        for party in parties:
            rows.append(_row_boxes(document, party, number, sheet))
            number += 1
        story += [_table(document, rows, rules, sheet), Spacer(1, 6)]
    return story


def _unit(document: Document, sheet: pdf_page.Sheet) -> Flowable:
    return paragraph(document.unit_line, sheet.small) if document.unit_line else Spacer(1, 2)


def _header(document: Document, sheet: pdf_page.Sheet) -> list:
    return [paragraph(heading, sheet.head) for heading in document.headings()]


def _row_boxes(document: Document, party: Party, number: int, sheet: pdf_page.Sheet) -> list:
    cells = [pdf_page.name_of(party, number, sheet.small)]
    for column in document.columns()[1:]:
        value = document.cell(party, column)
        # A plain text is drawn faster than a paragraph, but does not wrap.
        bare = column in AMOUNTS and len(value) <= LONGEST_BARE
        cells.append(value if bare else paragraph(value, sheet.small))
    return cells


def _widths(document: Document, sheet: pdf_page.Sheet) -> list[float]:
    """Points per column: as wide as wanted, and at least as wide as its longest word, so that no word is cut in two.

    A word as long as half the room is cut, for beside it the other columns would have no room left.
    """
    columns, room = document.columns(), (297 - 2 * document.style.margin) * mm
    least = []
    for column in columns:
        texts = [document.cell(party, column) for party in document.parties]
        words = {word for text in texts for word in text.split()}
        inside = max((stringWidth(word, sheet.small.fontName, sheet.small.fontSize) for word in words), default=0)
        heads = [stringWidth(word, sheet.head.fontName, sheet.head.fontSize) for word in document.label(column).split()]
        least.append(max(min(inside, room / 2), *heads) + 2 * PADDING + 1)
    wanted = [WIDTHS.get(column, AMOUNT_WIDTH) for column in columns]
    spare = room - sum(least)
    if spare <= 0:
        return [width * room / sum(least) for width in least]
    above = [max(0.0, want * room / sum(wanted) - width) for want, width in zip(wanted, least, strict=True)]
    return [width + spare * more / sum(above) for width, more in zip(least, above, strict=True)]


def _table(document: Document, rows: list[list], rules: list[tuple], sheet: pdf_page.Sheet) -> WholeRows:
    columns = document.columns()
    first = next((n for n, column in enumerate(columns) if column in AMOUNTS), None)
    amounts = []
    if first is not None:
        amounts = [("ALIGN", (first, 1), (-1, -1), "RIGHT"), ("FONT", (first, 1), (-1, -1), sheet.small.fontName)]
        amounts.append(("FONTSIZE", (first, 1), (-1, -1), sheet.small.fontSize))
    head = [("BACKGROUND", (0, 0), (-1, 0), sheet.colour)] if document.style.variant % 2 else []
    padding = [("LEFTPADDING", (0, 0), (-1, -1), PADDING), ("RIGHTPADDING", (0, 0), (-1, -1), PADDING)]
    table = WholeRows(rows, colWidths=_widths(document, sheet), repeatRows=1)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *padding, *amounts, *head, *rules]))
    return table
