"""The draft of one reviewer: what was answered and not yet imported, on disk after every step.

Belongs here: the file, its steps and their undoing. Does not belong here: whether an answer will do (`desk`).

The file is `drafts/<reviewer's code>.json` of the workspace, written whole or not at all; whoever is stopped in the
middle goes on where the last step ended.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dagster_project.decisions import REVIEWER
from dagster_project.workspace import UnreadableInput, Workspace
from dagster_project.workspace.atomic import write_text

MOST_UNDONE = 200
"""Steps that can be undone; more than a day's answers."""


@dataclass
class Given:
    """An answer as it was given: the codes that were picked, and what was typed."""

    codes: list[str] = field(default_factory=list)
    other: str = ""
    reason: str = ""
    second: str = ""
    replaces: str = ""
    asked: str = ""
    """The question, to be told where it is no longer asked."""

    @property
    def is_empty(self) -> bool:
        return not (self.codes or self.other)


@dataclass
class Draft:
    """Answers by the ids of their questions. `unfinished` is what was typed and not yet saved as an answer."""

    path: Path
    reviewer: str
    role: str = ""
    day: str = ""
    second: str = ""
    audience: str = ""
    kind: str = ""
    answers: dict[str, Given] = field(default_factory=dict)
    unfinished: dict[str, Given] = field(default_factory=dict)
    steps: list[tuple[str, Given | None]] = field(default_factory=list)

    def answer(self, question_id: str, given: Given) -> None:
        """Keep an answer, or that there is none; the step can be undone."""
        before = self.answers.get(question_id)
        self.unfinished.pop(question_id, None)
        if (before or Given()) == given or (before is None and given.is_empty):
            self.save()
            return
        self.steps = [*self.steps, (question_id, before)][-MOST_UNDONE:]
        self._put(question_id, None if given.is_empty else given)
        self.save()

    def undo(self) -> str | None:
        """Take the last step back; gives the question that it was about, None where there is nothing to undo."""
        if not self.steps:
            return None
        question_id, before = self.steps.pop()
        self.unfinished.pop(question_id, None)
        self._put(question_id, before)
        self.save()
        return question_id

    def note(self, question_id: str, given: Given) -> None:
        """Keep what is being typed."""
        self.unfinished[question_id] = given
        self.save()

    def drop(self, question_ids: set[str]) -> None:
        """Forget answers that became decisions, and the steps to them."""
        for kept in (self.answers, self.unfinished):
            for question_id in question_ids & kept.keys():
                del kept[question_id]
        self.steps = [step for step in self.steps if step[0] not in question_ids]
        self.save()

    def save(self) -> None:
        said = {k: v for k, v in asdict(self).items() if k != "path"}
        write_text(self.path, json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n")

    def _put(self, question_id: str, given: Given | None) -> None:
        if given is None:
            self.answers.pop(question_id, None)
        else:
            self.answers[question_id] = given

    @property
    def last_reason(self) -> str:
        """The reason of the answer that was given last."""
        given = (self.answers.get(question_id) for question_id, _ in reversed(self.steps))
        return next((g.reason for g in given if g and g.reason), "")


def draft_of(workspace: Workspace, reviewer: str) -> Draft:
    """The draft of a reviewer, as it was left or empty. Raises UnreadableInput for a file that is damaged."""
    path = workspace.drafts / f"{reviewer}.json"
    if not path.exists():
        return Draft(path, reviewer)
    try:
        return _read(path, reviewer)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise UnreadableInput(
            "the draft is damaged", path, "move it away; its answers have to be given again"
        ) from None


def drafts(workspace: Workspace) -> list[str]:
    """The codes of the reviewers who have a draft."""
    return sorted(p.stem for p in workspace.drafts.glob("*.json") if REVIEWER.fullmatch(p.stem))


def _read(path: Path, reviewer: str) -> Draft:
    said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    plain = {name: str(said[name]) for name in ("role", "day", "second", "audience", "kind")}
    return Draft(
        path,
        reviewer,
        **plain,
        answers={id_: Given(**given) for id_, given in said["answers"].items()},
        unfinished={id_: Given(**given) for id_, given in said["unfinished"].items()},
        steps=[(id_, Given(**before) if before else None) for id_, before in said["steps"]],
    )
