"""Budget paragraphs as Word documents: one wide table, headings with lines or sentences below them, cards."""

from collections.abc import Callable

from dagster_project.simulation.files.sentences import sentences
from dagster_project.simulation.sources.budgets.content import Document, Party
from dagster_project.simulation.writers import docx

FONTS = {"Helvetica": "Arial", "Times-Roman": "Times New Roman", "Vera": "Verdana"}


def table(document: Document) -> tuple[bytes, list[str]]:
    """One wide table; a heading is a row of one merged cell."""
    columns, places = document.columns(), []
    rows = [_row_markup(document.headings(), head=document.style.colour)]
    for heading, parties in document.groups:
        if heading:
            rows.append(_merged(heading, len(columns)))
        if heading and not parties:
            rows.append(_merged("Geen", len(columns)))
        for party in parties:
            rows.append(_row_markup([document.cell(party, column) for column in columns]))
            places.append(f"table=1;row={len(rows)}")
    body = [_paragraph(document.unit_line, italic=True)] if document.unit_line else []
    body += [_table(rows, [9000 // len(columns)] * len(columns))] if document.groups else []
    return _file(document, body, landscape=True), places


def headings(document: Document) -> tuple[bytes, list[str]]:
    """A heading per section and party, and paragraphs `label: value` with the label in bold."""
    return _under_headings(
        document, lambda party: [_labelled(label, value) for _, label, value in document.facts(party)]
    )


def running_text(document: Document) -> tuple[bytes, list[str]]:
    """A heading per section and party, and sentences below them."""
    return _under_headings(document, lambda party: [_paragraph(text) for text in sentences(document, party)])


def _under_headings(document: Document, block: Callable[[Party], list[str]]) -> tuple[bytes, list[str]]:
    body, places, number = _summary(document), [], 0
    for heading, parties in document.groups:
        if heading:
            body.append(_paragraph(heading, "Heading2"))
        if heading and not parties:
            body.append(_paragraph("Geen"))
        for party in parties:
            number += 1
            title = f"{number}. {party.name}" if document.style.numbered else party.name
            body.append(_paragraph(title, "Heading3"))
            places.append(f"heading={number}")
            body += block(party)
    return _file(document, body), places


def cards(document: Document) -> tuple[bytes, list[str]]:
    """A small table per party: its name across, then a row per label."""
    body, places, number = _summary(document), [], 0
    for heading, parties in document.groups:
        if heading:
            body.append(_paragraph(heading, "Heading2"))
        for party in parties:
            number += 1
            places.append(f"table={number};row=1")
            body += [_card(document, party, number), _paragraph("")]
    return _file(document, body), places


def _card(document: Document, party: Party, number: int) -> str:
    title = f"{number}. {party.name}" if document.style.numbered else party.name
    rows = [_merged(title, 2)] if document.style.variant % 2 else [_row_markup([document.label("name"), title])]
    return _table([*rows, *[_row_markup([label, value]) for _, label, value in document.facts(party)]], [2600, 6400])


def _summary(document: Document) -> list[str]:
    if not document.summary:
        return []
    return [_paragraph("Overzicht", "Heading2"), *[_paragraph(f"• {party.name}") for party in document.parties]]


def _paragraph(text: str, style: str = "Normal", **looks) -> str:
    return docx.paragraph(docx.run(text, docx.look(**looks)), style)


def _labelled(label: str, value: str) -> str:
    return docx.paragraph(docx.run(f"{label}: ", docx.look(bold=True)) + docx.run(value, docx.look()))


def _row_markup(cells: list[str], head: str | None = None) -> str:
    written = [_paragraph(cell, bold=bool(head), colour="FFFFFF" if head else None) for cell in cells]
    if not head:
        return docx.row(written)
    shade = f'<w:tcPr><w:shd w:val="clear" w:fill="{head}"/></w:tcPr>'
    return docx.row(written, "<w:trPr><w:tblHeader/></w:trPr>", shade)


def _merged(text: str, width: int) -> str:
    return docx.merged_row(_paragraph(text, bold=True), width)


def _table(rows: list[str], widths: list[int]) -> str:
    return docx.table(rows, widths, colour="999999")


def _file(document: Document, body: list[str], landscape: bool = False) -> bytes:
    opening = [
        _paragraph(document.title, "Heading1"),
        _paragraph(f"{document.organisation} | Begroting {document.year}", italic=True),
        *[_paragraph(text) for text in document.introduction],
    ]
    closing = [_paragraph(text) for text in document.closing]
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    page = f"<w:sectPr><w:pgSz {size}/></w:sectPr>"
    return docx.package([*opening, *body, *closing, page], _styles(document))


def _styles(document: Document) -> list[str]:
    style, sizes = document.style, {"Normal": 0, "Heading1": 12, "Heading2": 6, "Heading3": 3}
    found = []
    for key, larger in sizes.items():
        name = "Normal" if key == "Normal" else f"heading {key[-1]}"
        half_points = int((style.size + larger) * 2)
        look = f'<w:rFonts w:ascii="{FONTS[style.font]}" w:hAnsi="{FONTS[style.font]}"/><w:sz w:val="{half_points}"/>'
        weight = docx.look(bold=True, colour=style.colour) if larger else ""
        found.append(docx.paragraph_style(key, name, weight + look))
    return found
