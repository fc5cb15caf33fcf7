"""Budget paragraphs as workbooks: one sheet, a sheet per heading, and two rows of headings with merged cells."""

from itertools import groupby

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from dagster_project.simulation.sources.budgets.content import AMOUNTS, Document, Party
from dagster_project.simulation.writers.workbook import saved

NUMBER_FORMATS = {"minus": "#,##0", "dashes": "#,##0;-#,##0", "brackets": "#,##0;(#,##0)"}
WIDTHS = {"name": 38, "form": 24, "seat": 18, "purpose": 50, "participants": 50}
SHEETS = ("Verbonden partijen", "Overzicht", "Blad1", "VP")
GROUPS = {"equity": "Eigen vermogen", "debt": "Vreemd vermogen"}


def one_sheet(document: Document) -> tuple[bytes, list[str]]:
    """Title rows, one header, a row per heading, the parties, a total where the house adds up, remarks."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEETS[document.style.variant % len(SHEETS)]
    row = _titles(document, sheet)
    _header(document, sheet, row)
    places = _parties(document, sheet, row + 1, document.groups)
    return saved(book), places


def sheet_per_section(document: Document) -> tuple[bytes, list[str]]:
    """A sheet with the introduction, then one per heading."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Toelichting"
    _titles(document, sheet)
    places = []
    for number, (heading, parties) in enumerate(document.groups, start=1):
        sheet = book.create_sheet(f"{number}. {(heading or 'Verbonden partijen')[:25]}")
        sheet.append([heading or "Verbonden partijen"])
        sheet["A1"].font = Font(bold=True, size=13)
        sheet.append([document.unit_line])
        _header(document, sheet, 4)
        places += _parties(document, sheet, 5, ((None, parties),), notes=False)
        if not parties:
            sheet.append(["Geen"])
    return saved(book), places


def two_header_rows(document: Document) -> tuple[bytes, list[str]]:
    """The amounts under a merged heading, their moments in the row below it; the other headings span both rows."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEETS[document.style.variant % len(SHEETS)]
    row = _titles(document, sheet)
    columns = document.columns()
    at = 1
    for group, members in groupby(columns, key=lambda column: column.partition("_")[0]):
        members = list(members)
        if group in GROUPS and len(members) > 1:
            _head(document, sheet, row, at, GROUPS[group])
            for offset, column in enumerate(members):
                _head(document, sheet, row + 1, at + offset, _moment(column, document.year))
            sheet.merge_cells(start_row=row, end_row=row, start_column=at, end_column=at + len(members) - 1)
        else:
            for offset, column in enumerate(members):
                _head(document, sheet, row, at + offset, document.label(column))
                sheet.merge_cells(start_row=row, end_row=row + 1, start_column=at + offset, end_column=at + offset)
        at += len(members)
    places = _parties(document, sheet, row + 2, document.groups)
    return saved(book), places


def _moment(column: str, year: int) -> str:
    return f"1-1-{year}" if column.endswith("begin") else f"31-12-{year}"


def _titles(document: Document, sheet) -> int:
    """Title, organisation, unit and introduction; gives the row for the header."""
    sheet.append([document.title])
    sheet["A1"].font = Font(bold=True, size=14, color=document.style.colour)
    sheet.append([f"{document.organisation} - begroting {document.year}"])
    if not document.groups or document.style.variant % 3 == 0:
        for text in document.introduction:
            sheet.append([text])
    if document.unit_line:
        sheet.append([document.unit_line])
    return sheet.max_row + 2


LINE_HEIGHT = 15
"""Points of a line in a cell."""


def _header(document: Document, sheet, row: int) -> None:
    for number, heading in enumerate(document.headings(), start=1):
        _head(document, sheet, row, number, heading)


def _head(document: Document, sheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column, text)
    cell.font = Font(bold=True, color="FFFFFF" if document.style.variant % 2 else "000000")
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if document.style.variant % 2:
        cell.fill = PatternFill("solid", fgColor=document.style.colour)


def _parties(document: Document, sheet, row: int, groups, notes: bool = True) -> list[str]:
    """The rows from `row` on; gives the place of each party."""
    places, columns = [], document.columns()
    for heading, parties in groups:
        if heading:
            sheet.cell(row, 1, heading).font = Font(bold=True, italic=document.style.variant % 3 == 0)
            row += 1
        if heading and not parties:
            sheet.cell(row, 1, "Geen")
            row += 1
        for party in parties:
            _write_party(document, sheet, row, party, columns)
            places.append(f"sheet={sheet.title};row={row}")
            row += 1
    if notes and places and document.style.amounts and document.style.variant in (0, 4, 7):
        row = _total(document, sheet, row, columns)
    for text in document.closing if notes else ():
        row += 1
        sheet.cell(row, 1, text)
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(column, 15)
    return places


def _write_party(document: Document, sheet, row: int, party: Party, columns: list[str]) -> None:
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(row, number, document.number(party, column))
        if isinstance(cell.value, str):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        elif document.style.unit != 1_000_000:
            cell.number_format = NUMBER_FORMATS[document.style.negatives]
    # Programs that open the sheet do not all make room for wrapped text by themselves.
    lines = (-(-len(str(document.cell(party, column))) // WIDTHS.get(column, 15)) for column in columns)
    sheet.row_dimensions[row].height = LINE_HEIGHT * max(1, *lines)


def _total(document: Document, sheet, row: int, columns: list[str]) -> int:
    sheet.cell(row, 1, "Totaal").font = Font(bold=True)
    for number, column in enumerate(columns, start=1):
        if column in AMOUNTS:
            values = [document.number(party, column) for party in document.parties]
            total = sum(value for value in values if not isinstance(value, str))
            sheet.cell(row, number, round(total, 1)).font = Font(bold=True)
    return row + 1
