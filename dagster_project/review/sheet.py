"""The questions out: a workbook with a reading guide, a row per question and a list of choices per answer."""

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import dutch
from dagster_project.review import columns as c
from dagster_project.review.register import Register
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.marking import marker
from dagster_project.workspace.workbook import append_row, save_workbook

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Calibri"  # that of the other cells; a bold cell without a name would be set in another
LINE, MOST_LINES = 15, 27  # a line in points; a row can be no higher than 409
_GUIDE = (
    ("Waarvoor", "Elke rij op het blad 'Vragen' is een vraag die de bronnen openlaten. Uw antwoord wordt een besluit."),
    ("Volgorde", "De vragen met de meeste invloed op de cijfers staan bovenaan (kolom 'Voorrang')."),
    ("Invullen", "Vul alleen de gele kolommen in. Wat u niet weet, laat u leeg; de vraag blijft dan staan."),
    ("Antwoord", "Kies uit de lijst. Bij beleidsterreinen mogen het er meer zijn, gescheiden door een puntkomma."),
    (
        "Lezing",
        "Is een waarde anders dan gelezen en anders dan de andere lezing, schrijf dan de juiste, zoals: "
        "Resultaat = -1.234. Meer dan één: gescheiden door een rechte streep (|). Bedragen in euro's. Wat u niet "
        "noemt, is dan juist gelezen.",
    ),
    ("Toelichting", "Schrijf waarop uw antwoord rust, zoals een document met datum. Noem geen personen."),
    ("Beoordelaarscode", "Uw code, zoals BZK-07; alleen het ministerie weet wie dat is. Vul nooit een naam in."),
    ("Rol", "Uw functie, zoals beleidsmedewerker."),
    ("Datum", "De dag van uw oordeel, als dag-maand-jaar of jjjj-mm-dd."),
    ("Niet wijzigen", "De andere kolommen zeggen waar het antwoord hoort. Een gewijzigde rij wordt geweigerd."),
    ("Terugsturen", "De beheerder leest de werkmap in met: lappendeken review import BESTAND.xlsx"),
)


def export_workbook(workspace: Workspace, path: Path) -> int:
    """Write the table `review_question` to a workbook that repeats to the byte; gives the number of questions.

    Raises WrongUse where no run has asked them yet.
    """
    from openpyxl import Workbook

    questions = read_table(workspace, "review_question").sort(["priority", "question_id"], descending=[True, False])
    register = Register(workspace)
    book = Workbook()
    _guide(book.active, marker(workspace.kind), questions.height)
    sheet = book.create_sheet(c.SHEET)
    append_row(sheet, c.COLUMNS)
    for question in questions.iter_rows(named=True):
        append_row(sheet, _cells(question, register))
    _lay_out(sheet)
    _choices(book, sheet, questions.to_dicts())
    save_workbook(book, path)
    return questions.height


def _cells(question: dict[str, Any], register: Register) -> list[Any]:
    snapshot, target = question["snapshot"], question["target"]
    values = {
        c.ID: question["question_id"],
        c.PRIORITY: question["priority"],
        c.SNAPSHOT: snapshot,
        c.KIND: dutch(question["kind"], "question_kind"),
        c.BODY: "" if "|" in target or question["kind"] == "delivery" else register.name(snapshot, target),
        c.QUESTION: question["question"],
        c.WORDS: register.words(snapshot, target),
        c.EXPECT: question["expect"],
        c.TARGET: target,
        c.ATTRIBUTE: question["attribute"],
        c.CANDIDATES: question["candidates"],
    }
    return [values.get(heading) for heading in c.COLUMNS]


def _guide(sheet: "Worksheet", mark: str, number: int) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = c.GUIDE
    append_row(sheet, [f"Open vragen van het register van regionale samenwerkingsverbanden ({number})"])
    append_row(sheet, [mark])
    for line in _GUIDE:
        append_row(sheet, line)
        sheet.cell(sheet.max_row, 1).font = Font(name=FONT, bold=True)
    sheet["A1"].font = Font(name=FONT, bold=True, size=14)
    sheet["A2"].font = Font(name=FONT, bold=True, color="C00000")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 100
    for row in sheet.iter_rows(min_row=3):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    _one_page_wide(sheet)


def _one_page_wide(sheet: "Worksheet") -> None:
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _lay_out(sheet: "Worksheet") -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, (heading, width) in enumerate(c.COLUMNS.items(), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        fill = "FFF2CC" if heading in c.FILLED_IN else "D9E2F3"
        cell = sheet.cell(1, number)
        cell.font, cell.fill = Font(name=FONT, bold=True), PatternFill("solid", fgColor=fill)
        for row in range(2, sheet.max_row + 1):
            body = sheet.cell(row, number)
            body.alignment = Alignment(wrap_text=True, vertical="top")
            if heading in c.FILLED_IN:
                body.fill = PatternFill("solid", fgColor="FFFBEB")
            if heading == c.DAY:
                body.number_format = "dd-mm-yyyy"
        sheet.column_dimensions[get_column_letter(number)].hidden = heading in c.TECHNICAL
    for row in sheet.iter_rows(min_row=2):
        lines = min(MOST_LINES, max(map(_lines, row, c.COLUMNS.items())))
        sheet.row_dimensions[row[0].row].height = LINE * lines
    sheet.freeze_panes = sheet.cell(2, list(c.COLUMNS).index(c.WORDS))
    sheet.auto_filter.ref = sheet.dimensions
    _one_page_wide(sheet)


def _lines(cell: Any, column: tuple[str, int]) -> int:
    """Lines that the text of a cell takes at the width of its column; readers do not fit wrapped rows by themselves."""
    heading, width = column
    if heading in c.TECHNICAL:
        return 1
    return sum(max(1, math.ceil(len(line) / width)) for line in str(cell.value or "").split("\n"))


def _choices(book: "Workbook", sheet: "Worksheet", questions: list[dict[str, Any]]) -> None:
    """A drop-down per question; equal lists share one row of the hidden sheet of lists."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    lists = book.create_sheet(c.LISTS)
    lists.sheet_state = "hidden"
    answer = get_column_letter(list(c.COLUMNS).index(c.ANSWER) + 1)
    rules: dict[tuple[str, ...], DataValidation] = {}
    for row, question in enumerate(questions, start=2):
        choices = tuple(c.choice(question["kind"], code) for code in question["candidates"])
        if not choices:
            continue
        if choices not in rules:
            append_row(lists, choices)
            where = f"{c.LISTS}!$A${len(rules) + 1}:${get_column_letter(len(choices))}${len(rules) + 1}"
            # Several themes do not fit one choice, nor does a value that was read wrongly: another text is allowed
            # here and checked on the way in.
            strict = question["kind"] not in ("theme", "reading")
            rules[choices] = DataValidation("list", formula1=where, showErrorMessage=strict)
            sheet.add_data_validation(rules[choices])
        rules[choices].add(f"{answer}{row}")
