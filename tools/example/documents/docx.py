"""Word documents: one table, or a heading per party with labelled lines."""

from dagster_project.simulation.writers import docx
from tools.example.documents.content import Document, facts, worded

STYLES = {"Normal": "Normal", "Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2"}
SIDES = ("top", "left", "bottom", "right", "insideH")


def table(document: Document) -> bytes:
    """One table; a section heading is a row of one merged cell."""
    width = len(document.headings)
    rows = [_row(document.headings, bold=True)]
    for heading, parties in document.sections:
        rows.append(docx.merged_row(_paragraph(heading, bold=True), width))
        rows += [_row(worded(document.row(party))) for party in parties]
    rows.append(_row(worded(document.total())))
    return _file(document, [docx.table(rows, [1400] * width, SIDES)])


def headings(document: Document) -> bytes:
    """A heading per section and per party, followed by paragraphs `label: value` with the label in bold."""
    body = []
    for heading, parties in document.sections:
        body.append(_paragraph(heading, "Heading1"))
        for party in parties:
            body.append(_paragraph(party.name, "Heading2"))
            body += [_labelled(label, value) for label, value in facts(document, party)]
    return _file(document, body)


def _paragraph(text: str, style: str = "Normal", bold: bool = False) -> str:
    return docx.paragraph(docx.run(text, docx.look(bold=True) if bold else None), style)


def _labelled(label: str, value: str) -> str:
    return docx.paragraph(docx.run(f"{label}: ", docx.look(bold=True)) + docx.run(value))


def _row(cells: list[str], bold: bool = False) -> str:
    return docx.row(_paragraph(cell, bold=bold) for cell in cells)


def _file(document: Document, body: list[str]) -> bytes:
    opening = [
        _paragraph(document.title, "Title"),
        _paragraph(f"{document.organisation}, begroting {document.year}. {document.unit_line}."),
    ]
    closing = [_paragraph(note) for note in document.notes]
    styles = [docx.paragraph_style(key, name) for key, name in STYLES.items()]
    return docx.package([*opening, *body, *closing], styles)
