"""How the sheets of the workbook look: headings, widths, filters, print. What stands in them is not known here."""

import math
from collections.abc import Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

from dagster_project.release.texts import Edition
from dagster_project.workspace.workbook import append_row

if TYPE_CHECKING:
    from openpyxl import Workbook

BLUE, RED = "154273", "B3261E"  # the blue of the national house style, a warning
WRAP_FROM = 14  # columns this wide hold words that may need a second line
LINE, MOST_LINES = 15, 12  # height of a line in points; a longer text is read in the cell itself
A4_WIDTH, A3_WIDTH = 200, 290  # characters across a page at the smallest scale that reads well, two thirds
FONT = "Calibri"


def new_workbook(title: str) -> "Workbook":
    """An empty workbook with its title."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    book.properties.title = title
    book.properties.creator = "lappendeken"
    _add_styles(book)
    return book


def add_guide(book: "Workbook", edition: Edition, paragraphs: Sequence[tuple[str, str]]) -> None:
    """The reading guide: the title, the warning where there is one, and a heading beside each paragraph."""
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet = book.create_sheet("Leeswijzer")
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 100
    sheet.append([f"Regionale samenwerkingsverbanden {edition.snapshot}"])
    sheet["A1"].font = Font(name=FONT, size=20, bold=True, color=BLUE)
    sheet.row_dimensions[1].height = 32
    sheet.append([f"Uitgave {edition.release_id}"])
    sheet["A2"].font = Font(name=FONT, size=12, color=BLUE)
    sheet.append([])
    if edition.marker:
        sheet.append([edition.marker, edition.warning])
        for cell in sheet[sheet.max_row]:
            cell.font = Font(name=FONT, size=12, bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", fgColor=RED)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.row_dimensions[sheet.max_row].height = 40
        sheet.append([])
    for head, text in paragraphs:
        append_row(sheet, [head, text])
        row = sheet[sheet.max_row]
        row[0].font = Font(name=FONT, size=11, bold=True, color=BLUE)
        row[1].font = Font(name=FONT, size=11)
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        lines = sum(1 + len(part) // 100 for part in text.splitlines())
        sheet.row_dimensions[sheet.max_row].height = 15 * lines + 6
    _print_setup(sheet, edition)


def add_sheet(
    book: "Workbook",
    title: str,
    headings: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[Any]],
    formats: Sequence[Sequence[str | None]] | None,
    edition: Edition,
    frozen: int = 0,
    about: str = "",
) -> None:
    """A sheet with a heading and the first `frozen` columns kept in sight, and filters.

    `formats` are the number formats of the cells; `about` stands above each printed page.
    """
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    append_row(sheet, headings)
    for row in rows:
        append_row(sheet, row)
    for cell in sheet[1]:
        cell.style = "kop"
    sheet.row_dimensions[1].height = 48
    texts = ["zin" if w >= WRAP_FROM else "tekst" for w in widths]
    dressed: dict[str, Any] = {}
    for i, cells in enumerate(sheet.iter_rows(min_row=2)):
        for j, cell in enumerate(cells):
            _dress(cell, texts[j] if isinstance(cell.value, str) else "getal", dressed)
            if formats and formats[i][j]:
                cell.number_format = formats[i][j]
        sheet.row_dimensions[i + 2].height = LINE * max(map(_lines, rows[i], widths), default=1)
    for position, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{max(2, sheet.max_row)}"
    sheet.print_area = f"A1:{get_column_letter(len(headings))}{sheet.max_row}"
    _print_setup(sheet, edition, about, frozen)


def _dress(cell: Any, style: str, dressed: dict[str, Any]) -> None:
    """Give a cell a named style; after the first one of a sheet by copying, for the book looks for a name in a list."""
    if style in dressed:
        cell._style = copy(dressed[style])
    else:
        cell.style = style
        dressed[style] = copy(cell._style)


def _add_styles(book: "Workbook") -> None:
    """Named styles: readers can change the look of all sheets at once, and a cell gets one a hundred times faster."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    line = Border(bottom=Side(style="hair", color="9DB4CC"))
    kinds = {
        "kop": (Font(name=FONT, bold=True, color="FFFFFF"), Alignment(wrap_text=True, vertical="center")),
        "tekst": (Font(name=FONT), Alignment(vertical="top")),
        "zin": (Font(name=FONT), Alignment(wrap_text=True, vertical="top")),
        "getal": (Font(name=FONT), Alignment(horizontal="center", vertical="top")),
    }
    for name, (font, alignment) in kinds.items():
        style = NamedStyle(name=name, font=font, alignment=alignment, border=line)
        if name == "kop":
            style.fill = PatternFill("solid", fgColor=BLUE)
        book.add_named_style(style)


def _lines(value: Any, width: int) -> int:
    """Lines that a cell takes; not every program finds the height of a row with wrapped text by itself."""
    if not isinstance(value, str) or width < WRAP_FROM:
        return 1
    return min(MOST_LINES, sum(1 + len(part) // width for part in value.splitlines() or [""]))


def _print_setup(sheet: Any, edition: Edition, about: str = "", frozen: int = 0) -> None:
    from openpyxl.utils import get_column_letter

    sheet.page_setup.orientation = "landscape"
    width = sum(sheet.column_dimensions[get_column_letter(c)].width for c in range(1, sheet.max_column + 1))
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4 if width <= A4_WIDTH else sheet.PAPERSIZE_A3
    # What is too wide goes over several pages, each with the columns that stay in view: smaller print is not read.
    across = max(1, math.ceil(width / A3_WIDTH))
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = across, 0
    if across > 1:
        sheet.print_title_cols = f"A:{get_column_letter(max(frozen, 1))}"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if sheet.title != "Leeswijzer":
        sheet.print_title_rows = "1:1"
    sheet.oddFooter.left.text = edition.title
    sheet.oddFooter.right.text = "&P / &N"
    sheet.oddHeader.left.text = f"{sheet.title}: {about}" if about else sheet.title
    if edition.marker:
        sheet.sheet_properties.tabColor = RED
        sheet.oddHeader.center.text = f"&B{edition.marker}"
