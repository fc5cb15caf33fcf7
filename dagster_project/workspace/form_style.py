"""How the sheets look that people fill in and send back: yellow cells that are open in a sheet that is locked, rows as
high as their text, choices to pick from.

Belongs here: the look that such workbooks share. Does not belong here: what stands in them (`surveys`, `review`), how
they get to disk (`workbook`), and the look of what is published (`release`).
"""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dagster_project.workspace.workbook import append_row

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Calibri"  # that of the other cells; a bold cell without a name would be set in another
LINE, MOST_LINES = 15, 27  # a line in points; a row can be no higher than 409
YELLOW, PALE, BLUE, WARNING = "FFF2CC", "FFFBEB", "D9E2F3", "C00000"
_GUIDE_LINE = 95
"""Characters on a line of the second column of a guide."""


def bold(**more: Any) -> "Font":
    """The font of headings and labels; `more` as openpyxl names it."""
    from openpyxl.styles import Font

    return Font(name=FONT, bold=True, **more)


def wrapped(**more: Any) -> "Alignment":
    """Text that goes on below; `more` as openpyxl names it."""
    from openpyxl.styles import Alignment

    return Alignment(wrap_text=True, vertical="top", **more)


def head(cell: "Cell", colour: str) -> None:
    """Make a cell the heading of a column."""
    from openpyxl.styles import PatternFill

    cell.font, cell.fill, cell.alignment = bold(), PatternFill("solid", fgColor=colour), wrapped()


def open_up(cell: "Cell", colour: str = PALE) -> None:
    """Make a cell one that people fill in."""
    from openpyxl.styles import PatternFill, Protection

    cell.fill, cell.protection = PatternFill("solid", fgColor=colour), Protection(locked=False)


def lock(sheet: "Worksheet", *allowed: str) -> None:
    """Lock all that is not opened up; columns and rows may be widened to read them, and so may what `allowed` names.

    Without a password: it keeps slips out, and nobody who means to is kept from anything.
    """
    sheet.protection.sheet = True
    for name in ("formatColumns", "formatRows", *allowed):
        setattr(sheet.protection, name, False)


def fit_heights(sheet: "Worksheet", first: int, last: int, widths: Sequence[float | None]) -> None:
    """Make rows as high as their text at the widths of their columns in characters; a column of None does not count.

    Readers do not fit wrapped rows by themselves.
    """
    for row in sheet.iter_rows(min_row=first, max_row=last) if last >= first else ():
        lines = max(lines_of(cell.value, width) for cell, width in zip(row, widths, strict=False) if width)
        sheet.row_dimensions[row[0].row].height = LINE * min(MOST_LINES, lines)


def lines_of(value: Any, width: float) -> int:
    """Lines that a text takes at a width in characters."""
    text = "" if value is None else str(value)
    return sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n"))


def lay_out_guide(sheet: "Worksheet", first: int, width: int) -> None:
    """A guide: a title in its first cell, and from the row `first` on a label, at a `width`, beside a text."""
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = width, 100
    for row in sheet.iter_rows(min_row=first):
        row[0].font = bold()
        for cell in row:
            cell.alignment = wrapped(horizontal="left")
    fit_heights(sheet, first, sheet.max_row, (None, _GUIDE_LINE))
    sheet["A1"].font = bold(size=14)
    one_page_wide(sheet)


def one_page_wide(sheet: "Worksheet", headings: int | None = None) -> None:
    """Print on pages as wide as the sheet, with the row of `headings` on each."""
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if headings:
        sheet.print_title_rows = f"{headings}:{headings}"


class Lists:
    """Choices to pick from, which stand on a hidden sheet; equal lists share one of its rows."""

    def __init__(self, title: str, mend: str = "Kies een van de mogelijkheden uit de lijst."):
        self._title, self._mend = title, mend
        self._rows: dict[tuple[str, ...], int] = {}

    def offer(self, sheet: "Worksheet", cells: Iterable[str], choices: Iterable[str], strict: bool = True) -> None:
        """Offer choices in cells or ranges of a sheet; where not `strict` any text will do, and is checked later."""
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        listed = tuple(choices)
        row = self._rows.setdefault(listed, len(self._rows) + 1)
        where = f"{self._title}!$A${row}:${get_column_letter(len(listed))}${row}"
        rule = DataValidation("list", formula1=where, showErrorMessage=strict)
        rule.errorTitle, rule.error = "Staat niet in de lijst", self._mend
        for each in cells:
            rule.add(each)
        sheet.add_data_validation(rule)

    def write(self, book: "Workbook") -> None:
        """Add the hidden sheet, once all is offered."""
        sheet = book.create_sheet(self._title)
        sheet.sheet_state = "hidden"
        for choices in self._rows:
            append_row(sheet, choices)
