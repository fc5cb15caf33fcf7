"""Plain workbooks of one sheet for lists, surveys and editions; budgets have hands of their own."""

import io
from collections.abc import Collection

from dagster_project.simulation.writers.archive import repeatable


def workbook(sheet: str, rows: list[list], bold: Collection[int] = (), widths: Collection[int] = ()) -> bytes:
    """A workbook of one sheet with these rows; `bold` are row numbers from 1, `widths` those of the first columns."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    page = book.active
    page.title = sheet
    for number, row in enumerate(rows, start=1):
        page.append(row)
        if number in bold:
            for cell in page[number]:
                cell.font = Font(bold=True)
    for number, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    return saved(book)


def saved(book) -> bytes:
    """The bytes of an openpyxl workbook, the same on any day."""
    out = io.BytesIO()
    book.save(out)
    return repeatable(out.getvalue())
