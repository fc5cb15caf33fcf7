"""The questionnaire as a workbook: an explanation, a row per collaboration, empty rows to add, and a copy of what was
sent.

Belongs here: what people see, lists, protection, widths. Does not belong here: what is filled in (`holdings`).
"""

from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.surveys import layout
from dagster_project.surveys.sent import Sent
from dagster_project.workspace import form_style as style
from dagster_project.workspace.workbook import append_row, save_workbook

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HEADING_ROW = 3
EMPTY_ROWS = 30
"""Rows below the list in which an organisation adds what we do not have; most add a few."""
GREY_HEAD, GREY = "D9D9D9", "F2F2F2"
MARGIN = 1.1
"""A list of names breaks off long before the end of a line."""

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
        style.lock(each)
    book.active = 0
    save_workbook(book, path)


def _guide(sheet: "Worksheet", sent: Sent, organisation: str, mark: str) -> None:
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
    style.lay_out_guide(sheet, first=3, width=22)
    sheet["A2"].font = style.bold(color=style.WARNING)


def _list(sheet: "Worksheet", sent: Sent, organisation: str) -> None:
    append_row(sheet, [f"{organisation}: kijk elke regel na en kies een antwoord; geel mag u wijzigen"])
    sheet["A1"].font = style.bold(size=12)
    sheet.append([])  # the headings stand in row 3
    for column, heading in enumerate(layout.COLUMNS, start=1):
        sheet.cell(HEADING_ROW, column, heading)
    for number, cells in enumerate(sent.by_number.values(), start=HEADING_ROW + 1):
        for column, heading in enumerate(layout.COLUMNS, start=1):
            sheet.cell(number, column, cells.get(heading) or None)
    _lay_out(sheet, HEADING_ROW + len(sent.rows))


def _lay_out(sheet: "Worksheet", last: int) -> None:
    from openpyxl.styles import Border, PatternFill, Side
    from openpyxl.utils import get_column_letter

    edge = Side(style="thin", color="D9D9D9")
    for column, (heading, width) in enumerate(layout.COLUMNS.items(), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        own = heading == layout.NUMBER
        style.head(sheet.cell(HEADING_ROW, column), GREY_HEAD if own else style.YELLOW)
        for row in range(HEADING_ROW + 1, last + EMPTY_ROWS + 1):
            cell = sheet.cell(row, column)
            cell.alignment = style.wrapped()
            if own:
                cell.fill = PatternFill("solid", fgColor=GREY)
            else:
                style.open_up(cell)
            cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
            cell.number_format = _FORMATS.get(heading, "@")
    style.fit_heights(sheet, HEADING_ROW + 1, last, [width / MARGIN for width in layout.COLUMNS.values()])
    sheet.row_dimensions[HEADING_ROW].height = 2 * style.LINE
    sheet.freeze_panes = sheet.cell(HEADING_ROW + 1, 3)
    style.one_page_wide(sheet, headings=HEADING_ROW)
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3  # fourteen columns are too small to read on A4


def _choices(book: "Workbook", sheet: "Worksheet") -> None:
    """The drop-downs under the headings that have any."""
    from openpyxl.utils import get_column_letter

    lists = style.Lists(layout.LISTS)
    for column, heading in enumerate(layout.COLUMNS, start=1):
        said = [*layout.choices(heading), *([layout.ADDED] if heading == layout.ANSWER else [])]
        if said:
            letter = get_column_letter(column)
            # Several themes do not fit one choice: another text is allowed there, and checked on the way in.
            cells = [f"{letter}{HEADING_ROW + 1}:{letter}{sheet.max_row}"]
            lists.offer(sheet, cells, said, strict=heading != layout.THEMES)
    lists.write(book)
