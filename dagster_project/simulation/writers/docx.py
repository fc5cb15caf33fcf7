"""Word documents, written as the few parts of the format that headings, paragraphs and tables need.

Word-processing libraries bring a template of 800 kB, and bytes that follow their version. Every function but `package`
gives WordprocessingML, to be joined and put into a body.
"""

from collections.abc import Iterable, Sequence
from html import escape

from dagster_project.simulation.writers.archive import stored

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def look(bold: bool = False, italic: bool = False, colour: str | None = None) -> str:
    """Properties of a run: weight, slant, and a colour as six hexadecimal digits."""
    return (
        ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "") + (f'<w:color w:val="{colour}"/>' if colour else "")
    )


def run(text: str, properties: str | None = None) -> str:
    """A stretch of text; `properties` as of `look`, None for no element of properties at all."""
    before = "" if properties is None else f"<w:rPr>{properties}</w:rPr>"
    return f'<w:r>{before}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def paragraph(runs: str, style: str | None = None) -> str:
    """A paragraph of runs, in a style by its id."""
    before = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{before}{runs}</w:p>"


def row(cells: Iterable[str], properties: str = "", cell_properties: str = "") -> str:
    """A row of cells, each given as its paragraphs."""
    written = "".join(f"<w:tc>{cell_properties}{cell}</w:tc>" for cell in cells)
    return f"<w:tr>{properties}{written}</w:tr>"


def merged_row(cell: str, width: int) -> str:
    """A row of one cell over so many columns."""
    return row([cell], cell_properties=f'<w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>')


def table(rows: Iterable[str], widths: Sequence[int], sides: Sequence[str] = SIDES, colour: str | None = None) -> str:
    """A table of rows; `widths` in twentieths of a point, `sides` those with a line, in a colour or black."""
    ink = f' w:color="{colour}"' if colour else ""
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"{ink}/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    return f"<w:tbl>{properties}{''.join(rows)}</w:tbl>"


def paragraph_style(key: str, name: str, properties: str | None = None) -> str:
    """A style of paragraphs; that with the id `Normal` is the one of all others."""
    default = ' w:default="1"' if key == "Normal" else ""
    within = "" if properties is None else f"<w:rPr>{properties}</w:rPr>"
    return f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>{within}</w:style>'


def package(body: Iterable[str], styles: Iterable[str]) -> bytes:
    """The file of a body (paragraphs, tables and a section at the end) and its styles."""
    kind = 'ContentType="application/vnd.openxmlformats-package.relationships+xml"'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" {kind}/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relations("styles", "styles.xml"),
        "word/styles.xml": f"<w:styles {W}>{''.join(styles)}</w:styles>",
        "word/document.xml": f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>",
    }
    return stored({name: (HEAD + content).encode() for name, content in parts.items()})


def _relations(kind: str, target: str) -> str:
    relation = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>'
