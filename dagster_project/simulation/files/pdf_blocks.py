"""PDFs with a block per party: labelled lines, cards, two columns, running text, a table of names first."""

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, TableStyle

from dagster_project.simulation.files import pdf_page
from dagster_project.simulation.files.pdf_long import build_document
from dagster_project.simulation.files.sentences import sentences
from dagster_project.simulation.sources.budgets.content import Document, Party
from dagster_project.simulation.writers.pdf import WholeRows, paragraph

LINE, SHADE = HexColor("#9A9A9A"), HexColor("#E8EDF3")
LABEL_WIDTH = 45


def labelled(document: Document) -> tuple[bytes, list[str]]:
    """Headings for sections and parties, and a line `label: value` for each fact."""
    return build_document(document, lambda: _summary(document) + _blocks(document, _lines))


def two_columns(document: Document) -> tuple[bytes, list[str]]:
    """The same in two columns side by side."""
    return build_document(document, lambda: _summary(document) + _blocks(document, _lines), columns=2)


def running_text(document: Document) -> tuple[bytes, list[str]]:
    """Headings for sections and parties, and sentences below them."""
    return build_document(document, lambda: _summary(document) + _blocks(document, _sentences))


def cards(document: Document) -> tuple[bytes, list[str]]:
    """A small ruled table per party: its name across, then a row per label."""
    return build_document(document, lambda: _summary(document) + _blocks(document, _card))


def table_first(document: Document) -> tuple[bytes, list[str]]:
    """A ruled table of all names with form and seat, then a block for each party."""
    return build_document(document, lambda: _names(document) + _blocks(document, _lines))


def _names(document: Document) -> list[Flowable]:
    if not document.parties:
        return []
    sheet = pdf_page.styles_of(document)
    fields = ["name", *[field for field in ("form", "seat") if field in document.style.order]]
    rows = [[paragraph(document.label(field), sheet.head) for field in fields]]
    for number, party in enumerate(document.parties):
        rest = [paragraph(document.cell(party, field), sheet.small) for field in fields[1:]]
        rows.append([pdf_page.name_of(party, number, sheet.small, marked=False), *rest])
    rules = [("GRID", (0, 0), (-1, -1), 0.4, LINE), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    if document.style.variant % 2:
        rules.append(("BACKGROUND", (0, 0), (-1, 0), sheet.colour))
    room = 210 - 2 * document.style.margin
    shares = {1: (1,), 2: (0.7, 0.3), 3: (0.5, 0.3, 0.2)}[len(fields)]
    table = WholeRows(rows, colWidths=[room * part * mm for part in shares], repeatRows=1)
    table.setStyle(TableStyle(rules))
    return [paragraph("Overzicht", sheet.section), table, Spacer(1, 8)]


def _summary(document: Document) -> list[Flowable]:
    if not document.summary:
        return []
    sheet = pdf_page.styles_of(document)
    names = [
        pdf_page.name_of(
            party, number, sheet.text, f"{number + 1}. " if document.style.numbered else "• ", marked=False
        )
        for number, party in enumerate(document.parties)
    ]
    return [paragraph("Overzicht van verbonden partijen", sheet.section), *names, Spacer(1, 6)]


def _blocks(document: Document, block) -> list[Flowable]:
    sheet, story, number = pdf_page.styles_of(document), [], 0
    for heading, parties in document.groups:
        if heading:
            story.append(paragraph(heading, sheet.section))
        if heading and not parties:
            story.append(paragraph("Geen.", sheet.text))
        for party in parties:
            story += block(document, party, number, sheet)
            number += 1
    return story


def _lines(document: Document, party: Party, number: int, sheet: pdf_page.Sheet) -> list[Flowable]:
    prefix = f"{number + 1}. " if document.style.numbered else ""
    bold = document.style.variant % 3 != 2
    facts = [pdf_page.labelled(label, value, sheet.text, bold) for _, label, value in document.facts(party)]
    return [pdf_page.name_of(party, number, sheet.party, prefix), *facts]


def _sentences(document: Document, party: Party, number: int, sheet: pdf_page.Sheet) -> list[Flowable]:
    prefix = f"{number + 1}. " if document.style.numbered else ""
    paragraphs = [paragraph(text, sheet.text) for text in sentences(document, party)]
    return [pdf_page.name_of(party, number, sheet.party, prefix), *paragraphs]


def _card(document: Document, party: Party, number: int, sheet: pdf_page.Sheet) -> list[Flowable]:
    prefix = f"{number + 1}. " if document.style.numbered else ""
    rules = [("GRID", (0, 0), (-1, -1), 0.4, LINE), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    if document.style.variant % 2:
        rows = [[pdf_page.name_of(party, number, sheet.party, prefix), ""]]
        rules += [("SPAN", (0, 0), (-1, 0)), ("BACKGROUND", (0, 0), (-1, 0), SHADE)]
    else:
        rows = [[paragraph(document.label("name"), sheet.text), pdf_page.name_of(party, number, sheet.text, prefix)]]
    for _, label, value in document.facts(party):
        rows.append([paragraph(label, sheet.text), paragraph(value, sheet.text)])
    room = 210 - 2 * document.style.margin
    table = WholeRows(rows, colWidths=[LABEL_WIDTH * mm, (room - LABEL_WIDTH) * mm])
    table.setStyle(TableStyle(rules))
    return [table, Spacer(1, 8)]
