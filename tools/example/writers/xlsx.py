"""Workbooks: budget extracts with numeric cells, and plain tables with title rows above."""

import io

from openpyxl import Workbook
from openpyxl.styles import Font

from tools.example.writers.content import Document
from tools.example.writers.repeatable import repeatable_zip

NUMBER_FORMAT = "#,##0;(#,##0)"


def table(document: Document) -> bytes:
    """One sheet `Verbonden partijen`; amounts are numbers in the unit of the document, `n.v.t.` where there is none."""
    rows = [[document.title], [f"{document.organisation}, begroting {document.year}"], [document.unit_line], []]
    rows.append(document.headings)
    for heading, parties in document.sections:
        rows.append([heading])
        rows += [["n.v.t." if cell is None else cell for cell in document.row(party)] for party in parties]
    rows += [document.total(), [], *[[note] for note in document.notes]]
    return workbook("Verbonden partijen", rows, bold={1, 5})


def workbook(sheet: str, rows: list[list], bold: set[int] = frozenset()) -> bytes:
    """A workbook of one sheet with these rows; `bold` are row numbers from 1."""
    book = Workbook()
    book.loaded_theme = _theme()
    page = book.active
    page.title = sheet
    for number, row in enumerate(rows, start=1):
        page.append(row)
        for cell in page[number]:
            if number in bold:
                cell.font = Font(bold=True)
            if isinstance(cell.value, int):
                cell.number_format = NUMBER_FORMAT
    out = io.BytesIO()
    book.save(out)
    return repeatable_zip(out.getvalue())


def _theme() -> str:
    """The smallest theme that the format allows; the usual one would be a third of the example's size."""
    slots = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{"FFFFFF" if slot[0] == "l" else "000000"}"/></a:{slot}>' for slot in slots
    )
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        '<?xml version="1.0"?><a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="V">'
        f'<a:themeElements><a:clrScheme name="V">{colours}</a:clrScheme>'
        f'<a:fontScheme name="V"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="V"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
