"""Spreadsheets written part by part, for what no library writes."""

import io
import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def xlsx(path: Path, body: str, shared: str = "", styles: str = "", strict: bool = False, sheet: str = "") -> Path:
    """A workbook of one sheet, `Blad`, with this XML within; `sheet` are further attributes of the sheet."""
    main, relations = (STRICT, _STRICT_RELATIONS) if strict else (MAIN, _RELATIONS)
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
        f'<sheet name="Blad" sheetId="1" r:id="rId1" {sheet}/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{body}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
    }
    return zipped(path, parts)


def rows(*lines: str) -> str:
    """Sheet data of rows, each given as the XML of its cells."""
    return "<sheetData>" + "".join(f'<row r="{n}">{line}</row>' for n, line in enumerate(lines, 1)) + "</sheetData>"


def text(place: str, said: str, style: int = 0) -> str:
    """A cell with inline text."""
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t>{said}</t></is></c>'


def ods(path: Path, body: str, styles: str = "") -> Path:
    """A spreadsheet in OpenDocument of one sheet, `Blad`."""
    names = {
        "office": "office", "table": "table", "text": "text", "style": "style", "number": "datastyle",
    }  # fmt: skip
    spaces = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in names.items())
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="Blad">{body}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    return zipped(path, {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def zipped(path: Path, parts: dict[str, str]) -> Path:
    """Write a zip of these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    path.write_bytes(content.getvalue())
    return path
