"""The answers in: every answered row of a workbook becomes a decision, with what the reviewer was shown as `expect`."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dagster_project.decisions import COLUMNS, active_decisions, add_decisions, faults
from dagster_project.dictionary import code_lists
from dagster_project.intake import Fault, media_type_of
from dagster_project.review import columns as c
from dagster_project.review.asking import NO, YES, question_id
from dagster_project.review.identity_questions import SUCCESSIONS
from dagster_project.review.reading_answers import decided_by
from dagster_project.sandbox import Refused
from dagster_project.spreadsheets import Sheet, read_limited
from dagster_project.workspace import UnreadableInput, Workspace, WrongUse
from dagster_project.workspace.hashing import sha256_of
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]
SLUG = "review"
_KIND = {said: kind for kind, said in code_lists()["question_kind"].items()}
# The column of the workbook in which a fault of a decision's column is to be mended.
_CELL = {
    "value": c.ANSWER,
    "attribute": c.ANSWER,
    "reason": c.REASON,
    "reviewer": c.REVIEWER,
    "role": c.ROLE,
    "decided_on": c.DAY,
}


def import_workbook(workspace: Workspace, path: Path, snapshot: int | None = None) -> Path:
    """Write the answers as a new decision file of the round of `snapshot` (None: all); gives its path.

    A row without an answer stays open; an answer that stands as a decision already is not written again.

    Raises UnreadableInput naming sheet, cell and mend, WrongUse where there is nothing new to write.
    """
    sheet = _sheet(path)
    known = {_content(d) for d in active_decisions(workspace)}
    decisions, answered = [], 0
    for number, cells in _answered(sheet, path):
        answered += 1
        found = list(_decisions(cells, _Place(path, number)))
        _check(found, snapshot, _Place(path, number))
        decisions += [d for d in found if _content(d) not in known]
    if not decisions:
        what = "every answer is a decision already" if answered else f"no cell in the column {c.ANSWER} is filled in"
        raise WrongUse(what, f"{path}, sheet {c.SHEET}", "answer at least one question that is open")
    return add_decisions(workspace, snapshot, SLUG, decisions)


class _Place:
    """A row of the sheet, to name a cell of it."""

    def __init__(self, path: Path, row: int):
        self._path, self._row = path, row

    def refuse(self, what: str, heading: str, mend: str) -> UnreadableInput:
        from openpyxl.utils import get_column_letter

        letter = get_column_letter(list(c.COLUMNS).index(heading) + 1)
        return UnreadableInput(what, f"{self._path}, sheet {c.SHEET}, cell {letter}{self._row} ({heading})", mend)


def _sheet(path: Path) -> Sheet:
    """The sheet of questions, read under limits, for the workbook comes from outside."""
    mend = "give the workbook that 'lappendeken review export' wrote"
    if not path.is_file():  # a pipe may never end
        raise UnreadableInput("this is no file", path, mend)
    media_type = media_type_of(path)
    if isinstance(media_type, Fault):
        raise UnreadableInput(f"no workbook: {media_type.detail}", path, mend)
    try:
        sheets = read_limited(path, sha256_of(path), media_type)
    except Refused as refused:
        raise UnreadableInput(f"no workbook: {refused.refusal.detail}", path, mend) from None
    sheet = next((s for s in sheets if s.name == c.SHEET), None)
    if sheet is None:
        raise UnreadableInput(f"there is no sheet {c.SHEET}", path, mend)
    number, headings = sheet.rows[0] if sheet.rows else (1, ())
    for column, wanted in enumerate(c.COLUMNS):
        found = headings[column] if number == 1 and column < len(headings) else None
        if found != wanted:
            place = sheet.locator(1, column).rpartition("=")[2]
            what = f"the heading is '{found}', not '{wanted}'"
            raise UnreadableInput(what, f"{path}, sheet {c.SHEET}, cell {place}", mend)
    for fault in sheet.faults:
        heading = c.ANSWER if fault.column is None else dict(enumerate(c.COLUMNS)).get(fault.column)
        if heading in c.FILLED_IN:
            raise _Place(path, fault.row).refuse(fault.detail, heading, "write the answer itself, or empty the cell")
    return sheet


def _answered(sheet: Sheet, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Number and cells of every row with an answer, each the row that was exported."""
    for number, texts in sheet.rows[1:]:
        texts = (*texts, *[""] * (len(c.COLUMNS) - len(texts)))
        cells: dict[str, Any] = {heading: text or None for heading, text in zip(c.COLUMNS, texts, strict=False)}
        if cells[c.ANSWER] is None:
            continue
        if (cells[c.SNAPSHOT] or "").isdecimal():
            cells[c.SNAPSHOT] = int(cells[c.SNAPSHOT])
        asked = question_id(
            _KIND.get(cells[c.KIND]), cells[c.SNAPSHOT], cells[c.TARGET], cells[c.ATTRIBUTE], cells[c.EXPECT]
        )
        if asked != cells[c.ID]:
            mend = "change the yellow columns only; export the workbook again and copy the answer into it"
            raise _Place(path, number).refuse("the row is not the one that was exported", c.ID, mend)
        yield number, cells


def _decisions(cells: dict[str, Any], place: _Place) -> Iterator[Row]:
    """One decision, or for criteria one for each that the answer decides."""
    kind = _KIND[cells[c.KIND]]
    shared = {
        **dict.fromkeys(COLUMNS),
        "decided_on": _day(cells[c.DAY], place),
        "kind": kind,
        "snapshot": cells[c.SNAPSHOT],
        "target": cells[c.TARGET],
        "attribute": cells[c.ATTRIBUTE],
        "expect": cells[c.EXPECT],
    }
    for column, heading in (("reason", c.REASON), ("reviewer", c.REVIEWER), ("role", c.ROLE)):
        if cells[heading] is None:
            raise place.refuse(
                "the cell is empty", heading, "fill it in, or empty the answer to leave the question open"
            )
        shared[column] = str(cells[heading])
    if kind == "reading":
        yield from _readings(cells, shared, place)
        return
    codes = _codes(kind, str(cells[c.ANSWER]), cells[c.CANDIDATES], place)
    if kind == "criterion":
        asked = cells[c.ATTRIBUTE].split(";") if codes == [YES] else [codes[0].removeprefix(f"{NO} ")]
        yield from ({**shared, "attribute": a, "value": "yes" if codes == [YES] else "no"} for a in asked)
    elif kind == "must_link":
        yield {**shared, "kind": "must_link" if codes == [YES] else "must_not_link", "expect": None}
    elif kind in SUCCESSIONS:
        yield {**shared, "kind": kind if codes == [YES] else "no_succession"}
    elif kind == "participant":
        yield {**shared, "attribute": codes[0], "value": "participates"}
    else:
        yield {**shared, "value": ";".join(codes)}


def _readings(cells: dict[str, Any], shared: Row, place: _Place) -> Iterator[Row]:
    columns = (cells[c.ATTRIBUTE] or "").split(";")
    candidates = (cells[c.CANDIDATES] or "").split("; ")
    try:
        decided = list(decided_by(str(cells[c.ANSWER]), candidates, columns, cells[c.EXPECT]))
    except ValueError as error:
        raise place.refuse(f"'{cells[c.ANSWER]}' will not do", c.ANSWER, str(error)) from None
    yield from ({**shared, **row} for row in decided)


def _codes(kind: str, answer: str, candidates: str | None, place: _Place) -> list[str]:
    """The codes of an answer, each one of the candidates; where there were none, an organisation that exists."""
    codes = [c.code_of(part) for part in (answer.split(";") if kind == "theme" else [answer])]
    allowed = candidates.split("; ") if candidates else read_seed("organisation")["organisation_id"].to_list()
    if wrong := [code for code in codes if code not in allowed]:
        mend = f"choose from {', '.join(allowed)}" if candidates else "write an organisation id, such as gm0363"
        raise place.refuse(f"'{', '.join(wrong)}' is no choice", c.ANSWER, mend)
    return codes


def _day(value: Any, place: _Place) -> date:
    day = str(value).partition(" ")[0]  # a cell may hold a time too
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(day, form).date()
        except ValueError:
            continue
    raise place.refuse(f"'{'' if value is None else value}' is no date", c.DAY, "write it as 31-01-2025 or 2025-01-31")


def _check(decisions: list[Row], snapshot: int | None, place: _Place) -> None:
    for row in decisions:
        for column, mend in faults(row):
            raise place.refuse(f"'{row[column]}' will not do", _CELL.get(column, c.ID), mend)
        if snapshot is not None and row["snapshot"] not in (None, snapshot):
            mend = "import without --snapshot, or empty the answer"
            raise place.refuse(f"an answer on {row['snapshot']} in a round of {snapshot}", c.SNAPSHOT, mend)


def _content(decision: Row) -> tuple:
    return tuple(decision[k] for k in ("kind", "snapshot", "target", "attribute", "value"))
