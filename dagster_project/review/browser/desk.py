"""The desk of a reviewer: the queue of now, the draft, and the way from the draft to rows that are weighed and written.

Belongs here: which questions are before the reviewer, in which order, and what becomes of the answers. Does not belong
here: pages (`app`, `view`), and the checks themselves (`review.importing`).
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dagster_project.review import columns as c
from dagster_project.review.browser.draft import Draft, Given, draft_of, drafts
from dagster_project.review.checking import person_faults
from dagster_project.review.earlier import answered_questions
from dagster_project.review.importing import Imported, weigh_answers, write_answers
from dagster_project.review.questions import asked_of
from dagster_project.review.register import Register
from dagster_project.review.returned import Remark, Returned
from dagster_project.review.rows import cells_of
from dagster_project.workspace import Workspace
from dagster_project.workspace.lock import workspace_lock

Row = dict[str, Any]


class Desk:
    """The questions and answers of one workspace. Raises WrongUse where no run has written the tables yet."""

    def __init__(self, workspace: Workspace):
        self._root = workspace
        self._seen: tuple | None = None
        self.draft: Draft | None = None
        self.note = ""
        self.look()
        if len(found := drafts(workspace)) == 1:
            self.draft = draft_of(workspace, found[0])

    def look(self) -> bool:
        """Read the queue anew where a run or an import came in between; says whether it did."""
        now = self._root.now()
        files = sorted(now.decisions.rglob("*.csv"))
        seen = now.state, tuple((str(f), f.stat().st_mtime_ns) for f in files)
        if seen == self._seen:
            return False
        self.workspace, self.register = now, Register(now)
        self.queue = asked_of(self.register)
        self.earlier = answered_questions(self.register)
        self.known = {q["question_id"]: q for q in (*self.queue, *self.earlier)}
        self._seen = seen
        return True

    def sit_down(self, reviewer: str, role: str, day: str, second: str) -> list[Remark]:
        """Open the draft of a reviewer, or make one; gives what is wrong with what was said, and then opens none."""
        own = {c.REVIEWER: reviewer, c.ROLE: role, c.DAY: day, c.SECOND: second}
        faults = person_faults({heading: text or None for heading, text in own.items()})
        if not faults:
            self.draft = draft_of(self.workspace, reviewer)
            self.draft.role, self.draft.day, self.draft.second = role, day, second
            self.draft.save()
        return faults

    @property
    def shown(self) -> list[Row]:
        """The open questions that the reviewer asked to see."""
        draft = self.draft
        wanted = {"audience": draft.audience, "kind": draft.kind} if draft else {}
        return [q for q in self.queue if all(said in ("", q[name]) for name, said in wanted.items())]

    def near(self, question_id: str) -> tuple[int, list[Row]]:
        """The list in which a question stands, and its place there."""
        for rows in (self.shown, self.queue, self.earlier):
            ids = [q["question_id"] for q in rows]
            if question_id in ids:
                return ids.index(question_id), rows
        raise KeyError(question_id)

    def next_open(self, question_id: str) -> str | None:
        """The next of its list without an answer, from the first one on after the last; None where all have one."""
        place, rows = self.near(question_id)
        open_ = [q["question_id"] for q in (*rows[place + 1 :], *rows[:place]) if not self.is_answered(q)]
        return open_[0] if open_ else None

    def is_answered(self, question: Row) -> bool:
        return question["question_id"] in self.draft.answers

    @property
    def lost(self) -> dict[str, Given]:
        """Answers in the draft whose question is no longer asked so."""
        return {id_: given for id_, given in self.draft.answers.items() if id_ not in self.known}

    def remarks(self, question_id: str) -> Imported | None:
        """What an import would say of one answer alone; None where there is none."""
        return self._weighed([question_id]) if question_id in self.answered else None

    @property
    def answered(self) -> list[str]:
        """The ids of the questions that are answered, as they are weighed: a remark on row 1 is about the first."""
        return [id_ for id_ in self.known if id_ in self.draft.answers]

    def weighed(self) -> Imported:
        """What an import of all answers would do."""
        return self._weighed(self.answered)

    def save(self) -> Imported:
        """Write all answers as one file of decisions, and take them out of the draft; nothing where there is a fault.

        What can be no decision stays in the draft, to be passed on. Raises Locked where a run holds the workspace.
        """
        with workspace_lock(self.workspace, "review serve"):
            self.look()
            ids = self.answered
            done = self._weighed(ids)
            if done.faults:
                return done
            if done.decisions:
                done = write_answers(self.workspace, done)
        passed_on = {ids[r.row - 1] for r in done.remarks if r.heading == c.OTHER}
        self.draft.drop(set(ids) - passed_on)
        self.look()
        return done

    def _weighed(self, ids: Iterable[str]) -> Imported:
        draft = self.draft
        rows = [self._row(number, id_) for number, id_ in enumerate(ids, start=1)]
        own = {c.REVIEWER: draft.reviewer, c.ROLE: draft.role, c.DAY: draft.day, c.SECOND: draft.second}
        return weigh_answers(self.register, self.known, rows, {h: text for h, text in own.items() if text})

    def _row(self, number: int, question_id: str) -> Returned:
        """An answer as a row of the workbook that it would have been."""
        question, given = self.known[question_id], self.draft.answers[question_id]
        sent = {h: None if v in (None, "") else str(v) for h, v in cells_of(question, self.register).items()}
        said = {
            c.ANSWER: "; ".join(given.codes), c.OTHER: given.other, c.REASON: given.reason, c.SECOND: given.second,
            c.REPLACES: given.replaces or sent[c.REPLACES],
        }  # fmt: skip
        cells = {**sent, **{heading: text or None for heading, text in said.items()}}
        sheet = c.ANSWERED if "answer" in question else c.SHEET
        return Returned(sheet, number, cells, name=f"het antwoord op '{title_of(question)}'")

    def file_of(self, done: Imported) -> str:
        path: Path = done.file
        return path.relative_to(self.workspace.root).as_posix()


def title_of(question: Row) -> str:
    """The question itself, without what it is told with."""
    first = question["question"].partition("\n")[0]
    asked, mark, _ = first.partition("? ")
    return asked + mark.strip()


def bodies_of(register: Register, question: Row) -> str:
    """The names of what a question is about, where it does not name them itself."""
    parts = [part for part in question["target"].split("|") if part not in register.files]
    names = [register.name(question["snapshot"], part) for part in parts]
    return " en ".join(f"'{name}'" for name in names if name not in question["question"])
