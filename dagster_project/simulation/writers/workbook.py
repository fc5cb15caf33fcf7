"""Workbooks of plain rows, and the saving of any workbook so that its bytes repeat."""

import io
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from dagster_project.simulation.writers.archive import repeatable

if TYPE_CHECKING:
    from openpyxl import Workbook


def workbook(
    sheets: Mapping[str, Sequence[Sequence]],
    *,
    bold: Collection[int] = (),
    widths: Sequence[int] = (),
    merged: Mapping[str, Sequence[str]] | None = None,
    number_format: str | None = None,
    theme: str | None = None,
) -> bytes:
    """A workbook with rows per sheet.

    Args:
        sheets: rows by the title of their sheet, in the order of both.
        bold: numbers of rows, from 1, in bold.
        widths: of the first columns, in characters.
        merged: ranges such as `A1:C1` by sheet.
        number_format: of every cell that holds a whole number.
        theme: the theme as XML; that of the library where not given.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.active)
    book.loaded_theme = theme or book.loaded_theme
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            page.append(row)
            for cell in page[number] if number in bold or number_format else ():
                if number in bold:
                    cell.font = Font(bold=True)
                if number_format and isinstance(cell.value, int):
                    cell.number_format = number_format
        for number, width in enumerate(widths, start=1):
            page.column_dimensions[get_column_letter(number)].width = width
        for area in (merged or {}).get(title, ()):
            page.merge_cells(area)
    return saved(book)


def saved(book: "Workbook") -> bytes:
    """The bytes of an openpyxl workbook, the same on any day."""
    out = io.BytesIO()
    book.save(out)
    return repeatable(out.getvalue())


def smallest_theme() -> str:
    """The smallest theme that the format allows, as XML: the usual one is larger than most small workbooks."""
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
