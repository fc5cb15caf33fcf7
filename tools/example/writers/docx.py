"""Word documents, written as the few parts of the format that a text with headings, bullets and a table needs.

Word-processing libraries bring a template of 800 kB; this is what remains of it that anyone reads.
"""

import io
import zipfile
from html import escape

from tools.example.writers.content import Document, facts, worded
from tools.example.writers.repeatable import repeatable_zip

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = {"Normal": "Normal", "Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2"}


def table(document: Document) -> bytes:
    """One table; a section heading is a row of one merged cell."""
    width = len(document.headings)
    rows = [_row(document.headings, bold=True)]
    for heading, parties in document.sections:
        merged = f'<w:tc><w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>{_paragraph(heading, bold=True)}</w:tc>'
        rows.append(f"<w:tr>{merged}</w:tr>")
        rows += [_row(worded(document.row(party))) for party in parties]
    rows.append(_row(worded(document.total())))
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH"))
    grid = '<w:gridCol w:w="1400"/>' * width
    properties = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    return _file(document, [f"<w:tbl>{properties}{''.join(rows)}</w:tbl>"])


def headings(document: Document) -> bytes:
    """A heading per section and per party, followed by paragraphs `label: value` with the label in bold."""
    body = []
    for heading, parties in document.sections:
        body.append(_paragraph(heading, "Heading1"))
        for party in parties:
            body.append(_paragraph(party.name, "Heading2"))
            body += [_labelled(label, value) for label, value in facts(document, party)]
    return _file(document, body)


def _run(text: str, bold: bool = False) -> str:
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{weight}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _paragraph(text: str, style: str = "Normal", bold: bool = False) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(text, bold)}</w:p>'


def _labelled(label: str, value: str) -> str:
    return f"<w:p>{_run(f'{label}: ', bold=True)}{_run(value)}</w:p>"


def _row(cells: list[str], bold: bool = False) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{_paragraph(cell, bold=bold)}</w:tc>" for cell in cells) + "</w:tr>"


def _file(document: Document, body: list[str]) -> bytes:
    opening = [
        _paragraph(document.title, "Title"),
        _paragraph(f"{document.organisation}, begroting {document.year}. {document.unit_line}."),
    ]
    closing = [_paragraph(note) for note in document.notes]
    styles = "".join(_style(key, name) for key, name in STYLES.items())
    kind = 'ContentType="application/vnd.openxmlformats-package.relationships+xml"'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" {kind}/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relations("styles", "styles.xml"),
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/document.xml": f"<w:document {W}><w:body>{''.join(opening + body + closing)}</w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, HEAD + content)
    return repeatable_zip(out.getvalue())


def _style(key: str, name: str) -> str:
    default = ' w:default="1"' if key == "Normal" else ""
    return f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/></w:style>'


def _relations(kind: str, target: str) -> str:
    relation = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
