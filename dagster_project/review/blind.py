"""The workbooks of a blind sample: what sources write, a question and a list of answers; nothing of what we hold.

Belongs here: how it looks and how it is read back. Does not belong here: the draw (`sampling`), the answers (`audits`).
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.review.choices import label
from dagster_project.review.register import Register
from dagster_project.review.sampling import asked
from dagster_project.workspace.hashing import short_id
from dagster_project.workspace.marking import marker
from dagster_project.workspace.workbook import append_row, save_workbook

if TYPE_CHECKING:
    from openpyxl import Workbook

Row = dict[str, Any]
SHEET, GUIDE, LISTS = "Steekproef", "Leeswijzer", "Lijsten"
ITEM, WORDS, QUESTION, ANSWER, REMARK = "Nummer", "Bronnen schrijven", "Vraag", "Antwoord", "Toelichting"
COLUMNS = {ITEM: 10, WORDS: 90, QUESTION: 44, ANSWER: 36, REMARK: 40}
SAMPLE, CODER, DAY = "Steekproef", "Uw codeurscode", "Datum"
_ASKED = {
    "theme": "Aan welke beleidsterreinen werkt dit samenwerkingsverband? Meer dan één: scheid ze met een puntkomma.",
    "legal_form": "Welke rechtsvorm heeft dit samenwerkingsverband?",
    "goal": "Waarop is het vooral gericht: uitvoering, afstemming of een gezamenlijke koers?",
    "obligation": "Verplicht de wet tot deze samenwerking, half of geheel, of is zij vrijwillig?",
}
_GUIDE = (
    (
        "Waarvoor",
        "Met uw antwoorden wordt gemeten hoe vaak het register het mis heeft; zij veranderen het niet.",
    ),
    ("Blind", "Antwoord alleen op grond van wat de bronnen schrijven, en overleg niet met de andere codeur."),
    ("Invullen", "Vul uw code en de datum hierboven in, en op het blad 'Steekproef' alleen de gele kolommen."),
    ("Onbekend", "Zeggen de bronnen het niet, kies dan 'onbekend'. Laat een rij alleen leeg als u haar niet bekeek."),
    ("Toelichting", "Noem geen personen, adressen, telefoonnummers of e-mailadressen: zo'n rij wordt geweigerd."),
)


def write_blind(register: Register, sample_id: str, rows: list[Row], path: Path, number: int) -> None:
    """One workbook; `number` tells the coders apart: each has an order of his own."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill, Protection
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    _guide(book, marker(register.workspace.kind), sample_id)
    sheet = book.create_sheet(SHEET)
    append_row(sheet, COLUMNS)
    ordered = sorted(rows, key=lambda row: short_id("", number, sample_id, row["item"]))
    for row in ordered:
        append_row(sheet, [row["item"], register.words(row["snapshot"], row["target"]), _ASKED[row["attribute"]]])
    attribute = rows[0]["attribute"]
    question = asked(attribute, rows[0]["snapshot"])
    offered = [label(question["kind"], attribute, code) for code in question["candidates"]]
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    append_row(lists, offered)
    rule = DataValidation("list", formula1=f"{LISTS}!$A$1:${get_column_letter(len(offered))}$1")
    rule.showErrorMessage = attribute != "theme"
    sheet.add_data_validation(rule)
    for column, (heading, width) in enumerate(COLUMNS.items(), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.cell(1, column).font = Font(bold=True)
        for line in range(2, sheet.max_row + 1):
            cell = sheet.cell(line, column)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if heading in (ANSWER, REMARK):
                cell.fill, cell.protection = PatternFill("solid", fgColor="FFFBEB"), Protection(locked=False)
    rule.add(f"{get_column_letter(list(COLUMNS).index(ANSWER) + 1)}2:{get_column_letter(4)}{sheet.max_row}")
    sheet.freeze_panes = "B2"
    sheet.protection.sheet = True
    save_workbook(book, path)


def _guide(book: "Workbook", mark: str, sample_id: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection

    sheet = book.active
    sheet.title = GUIDE
    for line in (
        ("Blinde steekproef van het register", mark),
        (SAMPLE, sample_id),
        (CODER, None),
        (DAY, None),
        *_GUIDE,
    ):
        append_row(sheet, line)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 100
    for row in sheet.iter_rows():
        row[0].font = Font(bold=True)
        row[1].alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    for cell in (sheet["B3"], sheet["B4"]):
        cell.fill, cell.protection = PatternFill("solid", fgColor="FFF2CC"), Protection(locked=False)
    sheet["B4"].number_format = "dd-mm-yyyy"
    sheet.protection.sheet = True
