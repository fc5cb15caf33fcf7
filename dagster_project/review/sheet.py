"""The workbook: a reading guide, a sheet of open questions, one of earlier answers, and a list of choices per answer.

Belongs here: how it looks, and its copy with remarks. Does not belong here: what stands in a row (`rows`).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.review import columns as c
from dagster_project.review.choices import OPEN_TO_ALL, SEVERAL, offered
from dagster_project.review.earlier import answered_questions
from dagster_project.review.questions import asked_of
from dagster_project.review.register import Register
from dagster_project.review.rows import cells_of
from dagster_project.workspace import Workspace
from dagster_project.workspace import form_style as style
from dagster_project.workspace.marking import marker
from dagster_project.workspace.workbook import append_row, save_workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Row = dict[str, Any]

RED = "F8CBAD"
_GUIDE = (
    ("Waarvoor", "Elke rij op het blad 'Vragen' is een vraag die de bronnen openlaten. Uw antwoord wordt een besluit."),
    ("Volgorde", "Bovenaan staat wat de cijfers het meest verschuift; de kolom daarnaast zegt welke cijfers dat zijn."),
    ("Voor wie", "Wie het waarschijnlijk weet. Zet een filter op deze kolom om alleen uw eigen vragen te zien."),
    ("Invullen", "Vul alleen de gele kolommen in. Wat u niet weet, laat u leeg; de vraag blijft dan staan."),
    (
        "Antwoord",
        "Kies uit de lijst, of typ het. Bij beleidsterreinen, criteria en deelnemers mogen het er meer zijn, "
        f"gescheiden door een puntkomma. Staat het er niet bij: kies '{c.ELSE}' en schrijf het in de kolom ernaast.",
    ),
    (
        "Deelnemer",
        "Is een naam geen overheid, kies dan 'niet-overheidspartij'. Een overheid die niet in de lijst staat: schrijf "
        "haar naam of code, zoals Assen of gm0106.",
    ),
    (
        "Lezing",
        "Is een waarde anders dan gelezen en anders dan de andere lezing, schrijf dan de juiste, zoals: "
        "Resultaat = -1.234. Meer dan één: gescheiden door een rechte streep (|). Bedragen in euro's. Wat u niet "
        "noemt, is dan juist gelezen.",
    ),
    (
        "Toelichting",
        "Schrijf waarop uw antwoord rust, zoals een document met datum. Noem geen personen, adressen, telefoonnummers "
        "of e-mailadressen: zo'n rij wordt geweigerd.",
    ),
    ("Beoordelaarscode", "Uw code, zoals BZK-07; alleen het ministerie weet wie dat is. Vul nooit een naam in."),
    (
        "Tweede beoordelaar",
        "De code van wie het met u nakeek; nodig waar de antwoorden samen een gepubliceerd cijfer meer dan een "
        "honderdste verschuiven. Het inlezen zegt bij welke rijen.",
    ),
    (
        "Verbeteren",
        f"Op het blad '{c.ANSWERED}' staat wat al beantwoord is. Een nieuw antwoord daar vervangt het oude; met "
        "'trek dit antwoord in' geldt het niet meer. Een vraag komt alleen terug als de bronnen iets anders zijn gaan "
        "zeggen; bij de vraag staat dan wat.",
    ),
    (
        "Niet wijzigen",
        "De andere cellen zijn beveiligd. Wat daarin toch is gewijzigd, wordt gemeld, niet overgenomen.",
    ),
    ("Terugsturen", "De beheerder leest de werkmap in met: lappendeken review import BESTAND.xlsx"),
    (
        "Fouten",
        "Is er iets mis, dan wordt niets opgeslagen en krijgt u een kopie terug waarin het bij elke cel staat.",
    ),
)
_OWN_SAID = "Vul dit één keer in; het geldt voor elke rij waarin de kolom leeg is."


def export_workbook(workspace: Workspace, path: Path) -> int:
    """Write the open questions, and the answers that can be corrected, to a workbook that repeats to the byte.

    Gives the number of open questions. Raises WrongUse where no run has written the tables yet.
    """
    register = Register(workspace)
    asked, answered = asked_of(register), answered_questions(register)
    sheets = {c.SHEET: asked, c.ANSWERED: answered}
    filled = {name: [(q, cells_of(q, register), {}) for q in questions] for name, questions in sheets.items()}
    write_workbook(path, marker(workspace.kind), len(asked), filled, {})
    return len(asked)


def write_workbook(
    path: Path,
    mark: str,
    number: int,
    sheets: Mapping[str, list[tuple[Row | None, Mapping[str, Any], Mapping[str, str]]]],
    own: Mapping[str, Any],
) -> None:
    """Write rows by sheet: the question (None where it is not known), its cells, and remarks by heading.

    `own` is what the reviewer wrote once for all rows, by column.
    """
    from openpyxl import Workbook

    book = Workbook()
    _guide(book.active, mark, number, own)
    lists = style.Lists(c.LISTS, f"Kies uit de lijst, of kies '{c.ELSE}'.")
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        append_row(sheet, c.COLUMNS)
        for _, cells, remarks in rows:
            told = "\n".join(remarks.values())
            append_row(sheet, [(told or None) if h == c.REMARK else cells.get(h) for h in c.COLUMNS])
        _lay_out(sheet)
        _offer(lists, sheet, [question for question, _, _ in rows])
        _mark(sheet, [remarks for _, _, remarks in rows])
    lists.write(book)
    save_workbook(book, path)


def _guide(sheet: "Worksheet", mark: str, number: int, own: Mapping[str, Any]) -> None:
    sheet.title = c.GUIDE
    append_row(sheet, [f"Open vragen van het register van regionale samenwerkingsverbanden ({number})"])
    append_row(sheet, [mark])
    append_row(sheet, ["Uw gegevens", _OWN_SAID])
    for label, column in c.OWN.items():
        append_row(sheet, [label, own.get(column)])
        cell = sheet.cell(sheet.max_row, 2)
        style.open_up(cell, style.YELLOW)
        if column == c.DAY:
            cell.number_format = "dd-mm-yyyy"
    for line in _GUIDE:
        append_row(sheet, line)
    style.lay_out_guide(sheet, first=3, width=24)
    sheet["A2"].font = style.bold(color=style.WARNING)
    style.lock(sheet)


def _lay_out(sheet: "Worksheet") -> None:
    from openpyxl.utils import get_column_letter

    for number, (heading, width) in enumerate(c.COLUMNS.items(), start=1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width, column.hidden = width, heading in c.TECHNICAL
        style.head(sheet.cell(1, number), style.YELLOW if heading in c.FILLED_IN else style.BLUE)
        for row in range(2, sheet.max_row + 1):
            body = sheet.cell(row, number)
            body.alignment = style.wrapped()
            if heading in c.FILLED_IN:
                style.open_up(body)
            if heading == c.DAY:
                body.number_format = "dd-mm-yyyy"
    sheet.row_dimensions[1].height = 2 * style.LINE
    widths = [None if heading in c.TECHNICAL else width for heading, width in c.COLUMNS.items()]
    style.fit_heights(sheet, 2, sheet.max_row, widths)
    sheet.freeze_panes = sheet.cell(2, list(c.COLUMNS).index(c.QUESTION) + 1)
    sheet.auto_filter.ref = sheet.dimensions
    style.lock(sheet, "formatCells", "autoFilter", "sort")
    style.one_page_wide(sheet, headings=1)


def _mark(sheet: "Worksheet", remarks: Iterable[Mapping[str, str]]) -> None:
    """A note and a red fill on each cell about which there is a remark."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    place = {heading: number for number, heading in enumerate(c.COLUMNS, start=1)}
    for row, told in enumerate(remarks, start=2):
        for heading, text in told.items():
            cell = sheet.cell(row, place.get(heading, 1))
            cell.fill = PatternFill("solid", fgColor=RED)
            cell.comment = Comment(text, "lappendeken", height=120, width=320)


def _offer(lists: style.Lists, sheet: "Worksheet", questions: list[Row | None]) -> None:
    """A drop-down per question; rows with equal choices share one."""
    from openpyxl.utils import get_column_letter

    answer = get_column_letter(list(c.COLUMNS).index(c.ANSWER) + 1)
    cells: dict[tuple[tuple[str, ...], bool], list[str]] = {}
    for row, question in enumerate(questions, start=2):
        if question is not None:
            # Several do not fit one choice, nor does what stands on no list: other text is checked on the way in.
            strict = question["kind"] not in (*SEVERAL, *OPEN_TO_ALL)
            cells.setdefault((offered(question), strict), []).append(f"{answer}{row}")
    for (choices, strict), places in cells.items():
        lists.offer(sheet, places, choices, strict)
