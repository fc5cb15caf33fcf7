"""The workbooks of a blind sample: what sources write, a question and a list of answers; nothing of what we hold.

Belongs here: how it looks and how it is read back. Does not belong here: the draw (`sampling`), the answers (`audits`).
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.review.choices import label
from dagster_project.review.quoting import words
from dagster_project.review.register import Register
from dagster_project.review.sampling import asked
from dagster_project.workspace import form_style as style
from dagster_project.workspace.hashing import short_id
from dagster_project.workspace.marking import marker
from dagster_project.workspace.workbook import append_row, save_workbook

if TYPE_CHECKING:
    from openpyxl import Workbook

Row = dict[str, Any]
SHEET, GUIDE, LISTS = "Steekproef", "Leeswijzer", "Lijsten"
ITEM, WORDS, QUESTION, ANSWER, REMARK = "Nummer", "Bronnen schrijven", "Vraag", "Antwoord", "Toelichting"
COLUMNS = {ITEM: 10, WORDS: 90, QUESTION: 44, ANSWER: 36, REMARK: 40}
FILLED_IN = (ANSWER, REMARK)
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
    from openpyxl.utils import get_column_letter

    book = Workbook()
    _guide(book, marker(register.workspace.kind), sample_id)
    sheet = book.create_sheet(SHEET)
    append_row(sheet, COLUMNS)
    ordered = sorted(rows, key=lambda row: short_id("", number, sample_id, row["item"]))
    for row in ordered:
        append_row(sheet, [row["item"], words(register, row["snapshot"], row["target"]), _ASKED[row["attribute"]]])
    attribute = rows[0]["attribute"]
    question = asked(attribute, rows[0]["snapshot"])
    offered = [label(question["kind"], attribute, code) for code in question["candidates"]]
    lists, answer = style.Lists(LISTS), get_column_letter(list(COLUMNS).index(ANSWER) + 1)
    # Several themes do not fit one choice.
    lists.offer(sheet, [f"{answer}2:{answer}{sheet.max_row}"], offered, strict=attribute != "theme")
    lists.write(book)
    for column, (heading, width) in enumerate(COLUMNS.items(), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        own = heading in FILLED_IN
        style.head(sheet.cell(1, column), style.YELLOW if own else style.BLUE)
        for line in range(2, sheet.max_row + 1):
            cell = sheet.cell(line, column)
            cell.alignment = style.wrapped()
            if own:
                style.open_up(cell)
    style.fit_heights(sheet, 2, sheet.max_row, [*COLUMNS.values()])
    sheet.freeze_panes = "B2"
    style.lock(sheet)
    style.one_page_wide(sheet, headings=1)
    save_workbook(book, path)


def _guide(book: "Workbook", mark: str, sample_id: str) -> None:
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
    style.lay_out_guide(sheet, first=2, width=34)
    sheet["B1"].font = style.bold(color=style.WARNING)
    for cell in (sheet["B3"], sheet["B4"]):
        style.open_up(cell, style.YELLOW)
    sheet["B4"].number_format = "dd-mm-yyyy"
    style.lock(sheet)
