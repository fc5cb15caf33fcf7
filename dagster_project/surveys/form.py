"""The questionnaire as a workbook: an explanation, a row per collaboration, empty rows to add, and a copy of what was
sent.

Belongs here: what people see, lists, protection, widths. Does not belong here: what is filled in (`holdings`).
"""

import math
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.surveys import layout
from dagster_project.surveys.sent import Sent
from dagster_project.workspace.workbook import append_row, save_workbook

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Calibri"
LINE, MOST_LINES = 15, 27  # a line in points; a row can be no higher than 409
HEADING_ROW = 3
EMPTY_ROWS = 30
"""Rows below the list in which an organisation adds what we do not have; most add a few."""
YELLOW, YELLOW_HEAD, GREY_HEAD, GREY = "FFFBEB", "FFF2CC", "D9D9D9", "F2F2F2"

_FORMATS = {layout.ENDED: "dd-mm-yyyy", layout.PARTICIPANTS: "General", layout.PURPOSE: "General"}
"""All else is text, so that nothing typed becomes a date; long cells are not, for some readers show these as hashes."""
_GUIDE = (
    (
        "Waarvoor",
        "Het ministerie van BZK houdt bij aan welke regionale samenwerkingsverbanden overheden meedoen. Op het blad "
        f"'{layout.SHEET}' staat waar uw organisatie volgens onze gegevens aan meedoet. Wilt u dat nakijken?",
    ),
    (
        "Wat telt",
        "Een regionaal samenwerkingsverband heeft ten minste twee overheden als deelnemer, een naam en een vastgelegd "
        "doel. Een vaste groep mensen komt er met een vaste frequentie bijeen, met een vooraf vastgestelde agenda, "
        "minstens een jaar lang. Een contract, een subsidie of een aandelenbezit alleen is er geen.",
    ),
    ("Klopt het?", f"Kies bij Antwoord '{layout.RIGHT}'."),
    (
        "Klopt iets niet?",
        f"Kies '{layout.CHANGED}' en verbeter de gele cel zelf: schrijf over wat er staat. Deelnemers en "
        "beleidsterreinen scheidt u met een puntkomma; haal weg wie niet meedoet, schrijf erbij wie ontbreekt.",
    ),
    ("Is het opgeheven?", f"Kies '{layout.GONE}' en vul de datum in bij '{layout.ENDED}', als dag-maand-jaar."),
    (
        "Doet u niet mee?",
        f"Kies '{layout.NOT_US}'. Het samenwerkingsverband blijft dan bestaan, zonder uw organisatie.",
    ),
    (
        "Bestaat het niet?",
        f"Kies '{layout.NOT_THERE}' alleen als het voor niemand een samenwerkingsverband is. Is het er wel, maar "
        f"zonder u, kies dan '{layout.NOT_US}'; was het er wel en nu niet meer, kies dan '{layout.GONE}'.",
    ),
    (
        "Ontbreekt er een?",
        f"Vul het in op een lege regel onder de lijst en kies '{layout.ADDED}'. De kolom {layout.NUMBER} "
        "blijft daar leeg.",
    ),
    (
        "Drie vragen",
        f"{', '.join(layout.CRITERIA.values())}: kies ja, nee of 'weet ik niet'. Geen andere bron vertelt ons dit.",
    ),
    (
        "Niet doen",
        "Verwijder geen regels, voeg er geen tussen, voeg geen cellen samen en wijzig de grijze cellen niet; de "
        "bladen zijn daarom beveiligd. Wat u niet weet, laat u staan.",
    ),
    (
        "Namen",
        f"Noem geen personen. De kolom {layout.REMARK} is voor uzelf en uw collega's; wij lezen haar niet.",
    ),
    ("Terugsturen", "Bewaar de werkmap als Excel-werkmap (.xlsx) en laat de bestandsnaam staan."),
)


def write_form(path: Path, sent: Sent, organisation: str, mark: str = "") -> None:
    """Write the workbook of one organisation, to the byte the same each time.

    `organisation` is its name; `mark` says that the data are no real ones, empty where they are.
    """
    from openpyxl import Workbook

    book = Workbook()
    _guide(book.active, sent, organisation, mark)
    sheet = book.create_sheet(layout.SHEET)
    _list(sheet, sent, organisation)
    _choices(book, sheet)
    copy = book.create_sheet(layout.SENT)
    for row in sent.as_rows():
        append_row(copy, row)
    copy.sheet_state = "hidden"
    for each in book.worksheets:
        _protect(each)
    book.active = 0
    save_workbook(book, path)


def _guide(sheet: "Worksheet", sent: Sent, organisation: str, mark: str) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = layout.GUIDE
    append_row(sheet, [f"Regionale samenwerkingsverbanden {sent.snapshot}: {organisation}"])
    append_row(sheet, [mark])
    for line in _GUIDE:
        append_row(sheet, line)
    if sent.reply_by:
        year, month, day = sent.reply_by.split("-")
        append_row(sheet, ("Uiterlijk", f"Graag uw antwoord voor {day}-{month}-{year}."))
    append_row(sheet, ("Organisatiecode", sent.organisation_id))
    append_row(sheet, ("Kenmerk", f"{sent.mark} ({len(sent.rows)} samenwerkingsverbanden)"))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 100
    for row in sheet.iter_rows(min_row=3):
        row[0].font = Font(name=FONT, bold=True)
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row[0].row].height = LINE * max(1, math.ceil(len(str(row[1].value or "")) / 95))
    sheet["A1"].font = Font(name=FONT, bold=True, size=14)
    sheet["A2"].font = Font(name=FONT, bold=True, color="C00000")
    _one_page_wide(sheet)


def _list(sheet: "Worksheet", sent: Sent, organisation: str) -> None:
    from openpyxl.styles import Font

    append_row(sheet, [f"{organisation}: kijk elke regel na en kies een antwoord; geel mag u wijzigen"])
    sheet["A1"].font = Font(name=FONT, bold=True, size=12)
    sheet.append([])  # the headings stand in row 3
    for column, heading in enumerate(layout.COLUMNS, start=1):
        sheet.cell(HEADING_ROW, column, heading)
    for number, cells in enumerate(sent.by_number.values(), start=HEADING_ROW + 1):
        for column, heading in enumerate(layout.COLUMNS, start=1):
            sheet.cell(number, column, cells.get(heading) or None)
    _lay_out(sheet, HEADING_ROW + len(sent.rows))


def _lay_out(sheet: "Worksheet", last: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
    from openpyxl.utils import get_column_letter

    edge = Side(style="thin", color="D9D9D9")
    for column, (heading, width) in enumerate(layout.COLUMNS.items(), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        own = heading == layout.NUMBER
        head = sheet.cell(HEADING_ROW, column)
        head.font = Font(name=FONT, bold=True)
        head.fill = PatternFill("solid", fgColor=GREY_HEAD if own else YELLOW_HEAD)
        head.alignment = Alignment(wrap_text=True, vertical="top")
        for row in range(HEADING_ROW + 1, last + EMPTY_ROWS + 1):
            cell = sheet.cell(row, column)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.fill = PatternFill("solid", fgColor=GREY if own else YELLOW)
            cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
            cell.protection = Protection(locked=own)
            cell.number_format = _FORMATS.get(heading, "@")
    for row in sheet.iter_rows(min_row=HEADING_ROW + 1, max_row=last):
        sheet.row_dimensions[row[0].row].height = LINE * min(MOST_LINES, max(map(_lines, row, layout.COLUMNS.values())))
    sheet.row_dimensions[HEADING_ROW].height = 2 * LINE
    sheet.freeze_panes = sheet.cell(HEADING_ROW + 1, 3)
    _one_page_wide(sheet)
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3  # fourteen columns are too small to read on A4
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"


def _lines(cell, width: int) -> int:
    """Lines that the text of a cell takes at the width of its column; readers do not fit wrapped rows by themselves."""
    return max(1, math.ceil(1.1 * len(str(cell.value or "")) / width))


def _choices(book: "Workbook", sheet: "Worksheet") -> None:
    """The drop-downs, of lists on a hidden sheet: a column per heading."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    lists = book.create_sheet(layout.LISTS)
    lists.sheet_state = "hidden"
    last = sheet.max_row
    for column, heading in enumerate(layout.COLUMNS, start=1):
        said = list(layout.choices(heading))
        said += [layout.ADDED] if heading == layout.ANSWER else []
        if not said:
            continue
        place = lists.max_column + 1 if lists.max_row > 1 else 1
        for row, choice in enumerate([heading, *said], start=1):
            lists.cell(row, place, choice)
        letter = get_column_letter(place)
        # Several themes do not fit one choice: another text is allowed there, and checked on the way in.
        rule = DataValidation(
            "list",
            formula1=f"{layout.LISTS}!${letter}$2:${letter}${len(said) + 1}",
            showErrorMessage=heading != layout.THEMES,
            errorTitle="Kies uit de lijst",
            error="Kies een van de mogelijkheden uit de lijst.",
        )
        sheet.add_data_validation(rule)
        cell = get_column_letter(column)
        rule.add(f"{cell}{HEADING_ROW + 1}:{cell}{last}")


def _protect(sheet: "Worksheet") -> None:
    """Without a password: it keeps slips out, and nobody who means to is kept from anything."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # allowed: widening a column to read it


def _one_page_wide(sheet: "Worksheet") -> None:
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
