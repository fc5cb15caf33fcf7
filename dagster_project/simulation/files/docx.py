"""Word documents, written as the few parts of the format that headings, paragraphs and tables need.

Word-processing libraries bring a template of 800 kB, and bytes that follow their version.
"""

from collections.abc import Callable
from html import escape

from dagster_project.simulation.files.sentences import sentences
from dagster_project.simulation.sources.budgets.content import Document, Party
from dagster_project.simulation.writers.archive import stored

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FONTS = {"Helvetica": "Arial", "Times-Roman": "Times New Roman", "Vera": "Verdana"}


def table(document: Document) -> tuple[bytes, list[str]]:
    """One wide table; a heading is a row of one merged cell."""
    columns, places = document.columns(), []
    rows = [_row(document.headings(), head=document.style.colour)]
    for heading, parties in document.groups:
        if heading:
            rows.append(_merged(heading, len(columns)))
        if heading and not parties:
            rows.append(_merged("Geen", len(columns)))
        for party in parties:
            rows.append(_row([document.cell(party, column) for column in columns]))
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
    rows = [_merged(title, 2)] if document.style.variant % 2 else [_row([document.label("name"), title])]
    return _table([*rows, *[_row([label, value]) for _, label, value in document.facts(party)]], [2600, 6400])


def _summary(document: Document) -> list[str]:
    if not document.summary:
        return []
    return [_paragraph("Overzicht", "Heading2"), *[_paragraph(f"• {party.name}") for party in document.parties]]


def _run(text: str, bold: bool = False, italic: bool = False, colour: str | None = None) -> str:
    weight = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    weight += f'<w:color w:val="{colour}"/>' if colour else ""
    return f'<w:r><w:rPr>{weight}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _paragraph(text: str, style: str = "Normal", **run) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(text, **run)}</w:p>'


def _labelled(label: str, value: str) -> str:
    return f"<w:p>{_run(f'{label}: ', bold=True)}{_run(value)}</w:p>"


def _row(cells: list[str], head: str | None = None) -> str:
    shade = f'<w:tcPr><w:shd w:val="clear" w:fill="{head}"/></w:tcPr>' if head else ""
    written = [_paragraph(cell, bold=bool(head), colour="FFFFFF" if head else None) for cell in cells]
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{properties}" + "".join(f"<w:tc>{shade}{cell}</w:tc>" for cell in written) + "</w:tr>"


def _merged(text: str, width: int) -> str:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>{_paragraph(text, bold=True)}</w:tc>'
    return f"<w:tr>{cell}</w:tr>"


def _table(rows: list[str], widths: list[int]) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    return f"<w:tbl>{properties}{''.join(rows)}</w:tbl>"


def _file(document: Document, body: list[str], landscape: bool = False) -> bytes:
    opening = [
        _paragraph(document.title, "Heading1"),
        _paragraph(f"{document.organisation} | Begroting {document.year}", italic=True),
        *[_paragraph(text) for text in document.introduction],
    ]
    closing = [_paragraph(text) for text in document.closing]
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    page = f"<w:sectPr><w:pgSz {size}/></w:sectPr>"
    kind = 'ContentType="application/vnd.openxmlformats-package.relationships+xml"'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" {kind}/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relations("styles", "styles.xml"),
        "word/styles.xml": f"<w:styles {W}>{_styles(document)}</w:styles>",
        "word/document.xml": f"<w:document {W}><w:body>{''.join([*opening, *body, *closing])}{page}</w:body>"
        "</w:document>",
    }
    return stored({name: (HEAD + content).encode() for name, content in parts.items()})


def _styles(document: Document) -> str:
    style, sizes = document.style, {"Normal": 0, "Heading1": 12, "Heading2": 6, "Heading3": 3}
    found = []
    for key, larger in sizes.items():
        name = "Normal" if key == "Normal" else f"heading {key[-1]}"
        half_points = int((style.size + larger) * 2)
        look = f'<w:rFonts w:ascii="{FONTS[style.font]}" w:hAnsi="{FONTS[style.font]}"/><w:sz w:val="{half_points}"/>'
        if larger:
            look = f'<w:b/><w:color w:val="{style.colour}"/>{look}'
        default = ' w:default="1"' if not larger else ""
        found.append(
            f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/><w:rPr>{look}</w:rPr>'
            "</w:style>"
        )
    return "".join(found)


def _relations(kind: str, target: str) -> str:
    relation = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>'
