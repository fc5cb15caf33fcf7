"""Answers kept as files in `raw/.second_reader/`, named after the question: they are versioned with the raw data, and
a run repeats without the model.

Does not belong here: what an answer says (`accepting`).
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from dagster_project.budgets.second.asking import Failed, checked
from dagster_project.workspace.atomic import write_text

FOLDER = ".second_reader"
"""Hidden, so that intake does not take an answer for a delivery."""


class Kept:
    """The answers of a workspace. One that was changed by hand into something else is no answer."""

    def __init__(self, raw: Path):
        self.folder = raw / FOLDER

    def get(self, question: dict[str, Any]) -> dict[str, Any] | None:
        """The answer to a question that was asked before."""
        path = self._path(question)
        try:
            return checked(json.dumps(json.loads(path.read_text(encoding="utf-8"))["answer"]))
        except (OSError, ValueError, LookupError, TypeError, Failed):
            return None

    def put(self, question: dict[str, Any], answer: dict[str, Any]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        said = {"model": question["model"], "answer": answer}
        write_text(self._path(question), json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n")

    def _path(self, question: dict[str, Any]) -> Path:
        text = json.dumps(question, ensure_ascii=False, sort_keys=True)
        return self.folder / f"{hashlib.sha256(text.encode()).hexdigest()}.json"
