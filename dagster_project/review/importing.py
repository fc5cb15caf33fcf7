"""The answers in: every answered row becomes decisions, all of them or none, with all that is wrong told at once.

Belongs here: what is held against a workbook that came back, and what is written. Does not belong here: reading it
(`returned`), from an answer to a decision (`deciding`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dagster_project.decisions import add_decisions
from dagster_project.review import columns as c
from dagster_project.review.cells import Moved, in_dutch
from dagster_project.review.checking import decided_rows, known_questions, protected
from dagster_project.review.earlier import words_of
from dagster_project.review.register import Register
from dagster_project.review.returned import Remark, Returned, read_returned
from dagster_project.review.sheet import write_workbook
from dagster_project.review.subjects import subjects
from dagster_project.workspace import UnreadableInput, Workspace, WrongUse
from dagster_project.workspace.marking import marker

Row = dict[str, Any]
SLUG = "review"


class WorkbookRefused(UnreadableInput):
    """A workbook with faults: nothing of it was written. `remarks` are all of them, by sheet and row."""

    def __init__(self, path: Path, remarks: list[Remark], copy: Path | None):
        self.remarks = remarks
        faults = sum(r.fault for r in remarks)
        where = f"; zie de opmerkingen in {copy}" if copy else ""
        lines = "\n".join(f"  {remark}" for remark in remarks)
        super().__init__(
            f"de werkmap heeft {faults} fout(en); er is niets opgeslagen\n{lines}\n",
            path,
            f"verbeter ze en lees opnieuw in{where}",
        )


@dataclass(frozen=True)
class Imported:
    """What an import did, or would do: the file that was written, what is told, and the cells that move."""

    decisions: list[Row]
    remarks: list[Remark]
    moved: list[Moved]
    basis: str
    file: Path | None = None

    @property
    def faults(self) -> list[Remark]:
        """The remarks for which nothing is written."""
        return [remark for remark in self.remarks if remark.fault]


@dataclass
class _Answers:
    """Decisions with the rows that they come from, and what is told of them."""

    register: Register
    remarks: list[Remark] = field(default_factory=list)
    found: list[tuple[Returned, list[Row]]] = field(default_factory=list)


def import_workbook(
    workspace: Workspace, path: Path, snapshot: int | None = None, *, what_if: bool = False, copy: Path | None = None
) -> Imported:
    """Write the answers as one new decision file of the round of `snapshot` (None: all).

    A row without an answer stays open; an answer that is a decision already is not written again. With `what_if`
    nothing is written. `copy` is where the workbook goes with its remarks, where there are any.

    Raises WorkbookRefused with all that is wrong, UnreadableInput for what is no such workbook, WrongUse where there is
    nothing new to write.
    """
    register = Register(workspace)
    rows, own = read_returned(path)
    known = known_questions(register)
    weighed = weigh_answers(register, known, rows, own, snapshot, what_if=what_if)
    if weighed.remarks and copy:
        _write_remarks(copy, marker(workspace.kind), rows, known, own, weighed.remarks)
    if weighed.faults:
        raise WorkbookRefused(path, weighed.remarks, copy)
    if what_if:
        return weighed
    if not weighed.decisions:
        answered = any(row.answered for row in rows)
        what = "every answer is a decision already" if answered else f"no cell in the column {c.ANSWER} is filled in"
        raise WrongUse(what, path, "answer at least one question that is open")
    return write_answers(workspace, weighed, snapshot)


def weigh_answers(
    register: Register,
    known: Mapping[str, Row],
    rows: Iterable[Returned],
    own: Mapping[str, str],
    snapshot: int | None = None,
    *,
    what_if: bool = False,
) -> Imported:
    """What answers would decide, with all that is told of them; nothing is written.

    `known` are the questions by their ids, `rows` the answers as cells, wherever they were given, and `own` what the
    reviewer said once for all of them, by column. With `what_if` it is no fault that a
    second reviewer lacks: that is how people learn that they need one.
    """
    answers = _Answers(register)
    for row in rows:
        answers.remarks += protected(row, known.get(row.cells[c.ID] or ""), register)
        if row.answered:
            decided, told = decided_rows(row, own, known, register, snapshot)
            answers.remarks += told
            if decided:
                answers.found.append((row, decided))
    decisions = _settled(answers)
    moved, basis = register.effects.of(decisions)
    answers.remarks += _second_reviewers(answers, register.effects.needs_second(moved), fault=not what_if)
    return Imported(decisions, _in_order(answers.remarks), moved, basis)


def write_answers(workspace: Workspace, weighed: Imported, snapshot: int | None = None) -> Imported:
    """Write what was weighed without a fault as one new decision file of the round of `snapshot` (None: all)."""
    return replace(weighed, file=add_decisions(workspace, snapshot, SLUG, weighed.decisions))


def _write_remarks(
    copy: Path,
    mark: str,
    rows: Iterable[Returned],
    known: Mapping[str, Row],
    own: Mapping[str, str],
    remarks: Iterable[Remark],
) -> None:
    """The workbook as it came back, with its remarks at their cells."""
    told: dict[tuple[str, int], dict[str, str]] = {}
    for remark in remarks:
        seen = told.setdefault((remark.sheet, remark.row), {})
        seen[remark.heading] = "\n".join(filter(None, [seen.get(remark.heading), remark.text]))
    sheets: dict[str, list] = {}
    for row in rows:
        entry = (known.get(row.cells[c.ID] or ""), row.cells, told.get((row.sheet, row.row), {}))
        sheets.setdefault(row.sheet, []).append(entry)
    write_workbook(copy, mark, len(sheets.get(c.SHEET, ())), sheets, own)


def _in_order(remarks: list[Remark]) -> list[Remark]:
    place = {heading: number for number, heading in enumerate(c.COLUMNS)}
    sheets = (c.SHEET, c.ANSWERED)
    return sorted(remarks, key=lambda r: (sheets.index(r.sheet), r.row, place[r.heading], not r.fault, r.text))


def _settled(answers: _Answers) -> list[Row]:
    """The decisions that are new, each with what it replaces; contradictions are told."""
    register, first = answers.register, {}
    decisions: list[Row] = []
    for row, decided in answers.found:
        about = [subject for d in decided for subject in _subjects(d, register)]
        about = [s for s in about if s[0] != "participant"] or about
        clash = next((first[s] for s in about if s in first and _contents(first[s][1]) != _contents(decided)), None)
        if clash:
            answers.remarks.append(row.remark(c.ANSWER, f"spreekt {clash[0].called} tegen; kies één van de twee"))
            continue
        if any(s in first for s in about):
            continue
        first |= dict.fromkeys(about, (row, decided))
        old = {d["decision_id"]: d for s in about for d in register.answered.get(s, ())}
        old_ones = list(old.values())
        lapsed = [d for d in old_ones if d["decision_id"] in register.lapsed]
        if old_ones and not lapsed and _contents(old_ones) == _contents(decided):
            continue
        answers.remarks += _against(row, decided, old_ones, register)
        if old_ones:
            decided[0]["supersedes"] = "; ".join(sorted(old))
        if decided[0]["kind"] == "withdrawal":
            what = "het besluit geldt niet meer; wat dat verschuift, blijkt bij de volgende run"
            answers.remarks.append(row.remark(c.ANSWER, what, False))
        for decision in decided:
            if register.effects.is_said_already(decision) and not old_ones:
                answers.remarks.append(
                    row.remark(
                        c.ANSWER, "dit zegt het register al; het besluit bevestigt het en verandert niets", False
                    )
                )
        decisions += decided
    return decisions


def _subjects(decision: Row, register: Register) -> Iterator[tuple]:
    """What a decision is about; of one that takes others back, what those are about."""
    if decision["kind"] != "withdrawal":
        yield from subjects(decision, register.now)
        return
    taken_back = set(decision["target"].split("|"))
    for old in register.active:
        if old["decision_id"] in taken_back:
            yield from subjects(old, register.now)


def _against(row: Returned, decided: list[Row], old: list[Row], register: Register) -> Iterator[Remark]:
    """What other people decided otherwise: only who says so may replace it, or the reviewer himself."""
    named = {part.strip() for part in (row.cells[c.REPLACES] or "").split(";")}
    for decision in old:
        own = decision["reviewer"] == decided[0]["reviewer"]
        if decision["decision_id"] in named or decision["decision_id"] in register.lapsed or own:
            continue
        yield row.remark(
            c.ANSWER,
            f"{decision['reviewer']} besloot op {decision['decided_on']:%d-%m-%Y} anders: {words_of(decision)} "
            f"(besluit {decision['decision_id']}). Overleg; blijft u erbij, schrijf dan {decision['decision_id']} bij "
            f"'{c.REPLACES}'",
        )


def _contents(decisions: list[Mapping[str, Any]]) -> frozenset[tuple]:
    return frozenset((d["kind"], d["snapshot"], d["attribute"], d["value"]) for d in decisions)


def _second_reviewers(answers: _Answers, far: list[Moved], fault: bool) -> Iterator[Remark]:
    """A remark on each row without a second reviewer that has a part in a cell that moves far."""
    cells = {(m.figure, m.snapshot, m.category): m for m in far}
    if not cells:
        return
    for row, decided in answers.found:
        if decided[0]["second_reviewer"] is None:
            moved, _ = answers.register.effects.of(decided)
            own = [m for m in moved if (m.figure, m.snapshot, m.category) in cells]
            if own:
                furthest = cells[max(((m.figure, m.snapshot, m.category) for m in own), key=lambda k: cells[k].share)]
                yield row.remark(
                    c.SECOND,
                    f"alle antwoorden samen verschuiven een gepubliceerd cijfer ver ({in_dutch(furthest)}): schrijf de "
                    "code van wie het met u nakeek",
                    fault,
                )
