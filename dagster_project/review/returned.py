"""A workbook that came back: its rows as text, with what the reviewer wrote once for all, read under limits.

Belongs here: what stands in the cells. Does not belong here: what an answer decides (`deciding`), what is wrong with it
(`importing`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from dagster_project.intake import Fault, media_type_of
from dagster_project.review import columns as c
from dagster_project.sandbox import Refused
from dagster_project.spreadsheets import Sheet, read_limited
from dagster_project.workspace import UnreadableInput
from dagster_project.workspace.hashing import sha256_of


@dataclass(frozen=True)
class Remark:
    """What is told about a cell: a fault, for which nothing is written, or a notice."""

    sheet: str
    row: int
    heading: str
    text: str
    fault: bool = True

    def __str__(self) -> str:
        what = "fout" if self.fault else "melding"
        return f"{what}: blad {self.sheet}, rij {self.row}, kolom {self.heading}: {self.text}"


@dataclass(frozen=True)
class Returned:
    """A row that came back: its sheet, its number as a spreadsheet shows it, and its cells by heading.

    `name` is what it is called where it came back without a sheet.
    """

    sheet: str
    row: int
    cells: Mapping[str, str | None]
    unreadable: Mapping[str, str] = field(default_factory=dict)
    name: str | None = None

    @property
    def called(self) -> str:
        return self.name or f"rij {self.row} van blad {self.sheet}"

    @property
    def answered(self) -> bool:
        own = (c.ANSWER, c.OTHER)
        return any(map(self.cells.get, own)) or bool(self.unreadable.keys() & {*own})

    @property
    def unread(self) -> list[Remark]:
        """A fault for each cell in which something stands that cannot be read."""
        mend = "schrijf het antwoord zelf, of maak de cel leeg"
        return [self.remark(heading, f"{detail}; {mend}") for heading, detail in self.unreadable.items()]

    def remark(self, heading: str, text: str, fault: bool = True) -> Remark:
        return Remark(self.sheet, self.row, heading, text, fault)


def read_returned(path: Path) -> tuple[list[Returned], dict[str, str]]:
    """The rows of both sheets, and what was written once for all rows by column.

    Raises UnreadableInput for what is no such workbook.
    """
    sheets = read_workbook(path, (c.SHEET,), "give the workbook that 'lappendeken review export' wrote")
    named = (sheets[name] for name in (c.SHEET, c.ANSWERED) if name in sheets)
    rows = [row for sheet in named for row in read_rows(sheet, path, c.COLUMNS, c.FILLED_IN)]
    return rows, _own(sheets.get(c.GUIDE))


def read_workbook(path: Path, wanted: Collection[str], mend: str) -> dict[str | None, Sheet]:
    """The sheets of a workbook by their names, read under limits; `mend` is what to give instead of another one.

    Raises UnreadableInput for what is no workbook, or one without the `wanted` sheets.
    """
    # A pipe may never end.
    media_type = media_type_of(path) if path.is_file() else Fault("unreadable", "this is no file")
    if isinstance(media_type, Fault):
        raise UnreadableInput(f"no workbook: {media_type.detail}", path, mend)
    try:
        sheets = {s.name: s for s in read_limited(path, sha256_of(path), media_type)}
    except Refused as refused:
        raise UnreadableInput(f"no workbook: {refused.refusal.detail}", path, mend) from None
    if lost := [name for name in wanted if name not in sheets]:
        raise UnreadableInput(f"there is no sheet {', '.join(lost)}", path, mend)
    return sheets


def read_rows(sheet: Sheet, path: Path, columns: Collection[str], filled_in: Collection[str]) -> list[Returned]:
    """The rows below the headings in row 1, which may stand in another order; people fill in those of `filled_in`.

    Raises UnreadableInput where one of the `columns` is not there.
    """
    number, headings = sheet.rows[0] if sheet.rows else (1, ())
    place = {heading: column for column, heading in enumerate(headings)} if number == 1 else {}
    if lost := [heading for heading in columns if heading not in place]:
        what = f"there is no column {', '.join(lost)}"
        raise UnreadableInput(what, f"{path}, sheet {sheet.name}, row 1", "put the headings back as they were exported")
    bad: dict[int, dict[str, str]] = {}
    for fault in sheet.faults:
        heading = c.ANSWER if fault.column is None else next((h for h, col in place.items() if col == fault.column), "")
        if heading in filled_in:
            bad.setdefault(fault.row, {})[heading] = fault.detail
    found = []
    for row, texts in sheet.rows[1:]:
        cells = {h: (texts[place[h]].strip() if place[h] < len(texts) else "") or None for h in columns}
        found.append(Returned(sheet.name, row, cells, bad.get(row, {})))
    return found


def _own(guide: Sheet | None) -> dict[str, str]:
    rows = guide.rows if guide else ()
    said = {cells[0]: cells[1].strip() for _, cells in rows if len(cells) > 1 and cells[0] in c.OWN}
    return {c.OWN[label]: text for label, text in said.items() if text}


def day_of(said: str | None) -> date | None:
    """A day as people or spreadsheets write it; None for what is none."""
    day = (said or "").partition(" ")[0]  # a cell may hold a time too
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(day, form).date()
        except ValueError:
            continue
    return None
