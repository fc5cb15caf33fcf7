"""The answers of a blind sample: from a coder's workbook to an immutable file, and the table `audit_answer`.

Belongs here: `audits/NNNN-ATTRIBUTE/CODER.csv`. Does not belong here: decisions; an answer here changes no register.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dagster_project.decisions import REVIEWER
from dagster_project.persons import holds
from dagster_project.review import blind
from dagster_project.review.choices import codes_of
from dagster_project.review.importing import WorkbookRefused
from dagster_project.review.register import Register
from dagster_project.review.returned import Remark, Returned, day_of, read_rows, read_workbook
from dagster_project.review.sampling import asked, draw, keep, sample
from dagster_project.workspace import Workspace, WrongUse
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.csv_text import csv_text

Row = dict[str, Any]
_COLUMNS = ("item", "value", "remark", "answered_on")


def write_sample(
    workspace: Workspace, attribute: str, n: int, seed: int, folder: Path, snapshot: int | None = None
) -> tuple[Path, Path]:
    """Draw a sample, keep it, and write the workbooks of two coders to a folder.

    Raises WrongUse for an attribute that people do not code, or where there is nothing to draw.
    """
    register = Register(workspace)
    rows = draw(register, attribute, n, seed, snapshot)
    sample_id = keep(workspace, rows)
    folder.mkdir(parents=True, exist_ok=True)
    one, other = (folder / f"steekproef-{sample_id}-codeur-{number}.xlsx" for number in (1, 2))
    blind.write_blind(register, sample_id, rows, one, 1)
    blind.write_blind(register, sample_id, rows, other, 2)
    return one, other


def import_sample(workspace: Workspace, path: Path) -> Path:
    """Keep the answers of one coder; gives the file.

    Raises WorkbookRefused with all that is wrong, UnreadableInput for what is no such workbook, WrongUse where this
    coder's answers are there already or none is filled in.
    """
    sheets = read_workbook(path, (blind.GUIDE, blind.SHEET), "give a workbook that 'lappendeken review sample' wrote")
    guide = {cells[0]: cells[1].strip() for _, cells in sheets[blind.GUIDE].rows if len(cells) > 1 and cells[1]}
    rows = {row["item"]: row for row in sample(workspace, guide.get(blind.SAMPLE, ""))}
    remarks: list[Remark] = []
    coder, day = guide.get(blind.CODER, ""), day_of(guide.get(blind.DAY))
    if not REVIEWER.fullmatch(coder):
        remarks.append(Remark(blind.GUIDE, 3, blind.CODER, "schrijf uw code, zoals BZK-07, nooit een naam"))
    if day is None:
        remarks.append(Remark(blind.GUIDE, 4, blind.DAY, "schrijf de datum als 31-01-2025"))
    answers = [
        _answer(row, rows, remarks)
        for row in read_rows(sheets[blind.SHEET], path, blind.COLUMNS, blind.FILLED_IN)
        if row.answered
    ]
    items = [answer["item"] for answer in answers]
    for item in sorted({i for i in items if items.count(i) > 1}):
        remarks.append(Remark(blind.SHEET, 1, blind.ITEM, f"nummer {item} staat er meer dan eens"))
    if remarks:
        raise WorkbookRefused(path, remarks, None)
    file = workspace.audits / guide[blind.SAMPLE] / f"{coder}.csv"
    if file.exists() or not answers:
        what = f"the answers of {coder} are there already" if answers else "no answer is filled in"
        raise WrongUse(what, path, "give the workbook of another coder, or a new sample")
    kept = (
        (answer["item"], answer["value"], answer["remark"], day.isoformat())
        for answer in sorted(answers, key=lambda a: a["item"])
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    write_text(file, csv_text(_COLUMNS, kept))
    return file


def _answer(row: Returned, rows: dict[int, Row], remarks: list[Remark]) -> Row:
    """What a row says; what is wrong with it is added to `remarks`."""
    cells = row.cells
    item = int(cells[blind.ITEM]) if (cells[blind.ITEM] or "").isdecimal() else 0
    said = {"item": item, "value": "", "remark": cells[blind.REMARK] or ""}
    remarks += row.unread
    if item not in rows:
        remarks.append(row.remark(blind.ITEM, "dit nummer hoort niet bij de steekproef"))
    elif blind.ANSWER not in row.unreadable:
        try:
            codes = codes_of(asked(rows[item]["attribute"], rows[item]["snapshot"]), cells[blind.ANSWER])
            said["value"] = ";".join(sorted(codes))
        except ValueError as error:
            remarks.append(row.remark(blind.ANSWER, str(error)))
        if holds(said["remark"]):
            remarks.append(row.remark(blind.REMARK, "noem geen personen, adressen of telefoonnummers"))
    return said


def audit_answers(workspace: Workspace) -> Iterator[Row]:
    """Rows of `audit_answer`: every answer with the probability with which its collaboration was drawn."""
    for path in sorted(workspace.audits.glob("*/*.csv")):
        sample_id = path.parent.name
        drawn = {row["item"]: row for row in sample(workspace, sample_id)}
        with path.open(encoding="utf-8", newline="") as lines:
            for answer in csv.DictReader(lines):
                row = drawn[int(answer["item"])]
                yield {
                    "sample_id": sample_id,
                    "coder": path.stem,
                    **{k: row[k] for k in ("item", "attribute", "snapshot", "target", "stratum", "probability")},
                    "value": answer["value"],
                    "remark": answer["remark"] or None,
                    "answered_on": day_of(answer["answered_on"]),
                }
