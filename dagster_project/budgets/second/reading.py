"""`SecondReader`: documents to what the model says of them, and to rows of `second_reading`.

Belongs here: which questions a document takes, and the order of work. Does not belong here: the protocol (`asking`),
what is believed (`accepting`), what is done with a difference (`settling`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dagster_project.budgets.second.accepting import Claim, Invented, accepted
from dagster_project.budgets.second.asking import CutOff, Failed, ask, question
from dagster_project.budgets.second.comparing import FAILED, NOT_IN_TEXT, Difference, differences, pairs_of
from dagster_project.budgets.second.kept import Kept
from dagster_project.budgets.second.settings import Settings
from dagster_project.budgets.second.source import MOST_PARTS, Line, parts_of
from dagster_project.sandbox import Pool
from dagster_project.workspace import Workspace
from dagster_project.workspace.hashing import short_id

_TARGET = "dagster_project.budgets.second.source:lines_here"

Found = list[tuple[str, Difference]]
"""Differences with their ids."""


@dataclass
class Said:
    """What the model said of one document, as far as it is in its text."""

    claims: list[Claim] = field(default_factory=list)
    invented: list[Invented] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    """Locator of the first line of a part without an answer, and why."""


class SecondReader:
    """Asks the model about documents; answers that are kept are not asked for again.

    `asked` counts the questions that really went to the server.
    """

    def __init__(self, workspace: Workspace, settings: Settings, jobs: int = 1, pause: float = 2.0):
        self.settings, self.kept, self.pause = settings, Kept(workspace.raw), pause
        self.pool = Pool(_TARGET, jobs)
        self.asked = 0

    def __enter__(self) -> "SecondReader":
        return self

    def __exit__(self, *_: object) -> None:
        self.pool.__exit__()

    def read(self, paths: Sequence[Path], tell: Callable[[str], None] = lambda line: None) -> list[Said]:
        """What the model says of each document, in the order of the paths. Nothing is raised for one that fails."""
        texts: dict[int, list[Line]] = {}
        said: dict[int, Said] = {}
        for number, reading in self.pool.read(paths):
            value = reading.value or {"lines": [], "refusal": reading.refusal.detail}
            texts[number] = [(where, text) for where, text in value["lines"]]
        for number in range(len(paths)):
            said[number] = self._read(texts[number])
            tell(f"second reader: {number + 1} of {len(paths)} documents, {self.asked} questions asked")
        return [said[number] for number in range(len(paths))]

    def _read(self, lines: list[Line]) -> Said:
        said = Said()
        parts = parts_of(lines)
        for part in parts[:MOST_PARTS]:
            self._part(part, said)
        if len(parts) > MOST_PARTS:
            detail = (
                f"het document telt {len(parts)} delen, er worden er {MOST_PARTS} voorgelegd; lever het verkort aan"
            )
            said.failed.append((parts[MOST_PARTS][0][0], detail))
        return said

    def _part(self, part: list[Line], said: Said) -> None:
        body = question(self.settings.model, "\n".join(text for _, text in part))
        answer = self.kept.get(body)
        if answer is None:
            try:
                self.asked += 1
                answer = ask(self.settings, body, self.pause)
            except CutOff as cut:
                if len(part) < 2:
                    said.failed.append((part[0][0], str(cut)))
                    return
                for half in (part[: len(part) // 2], part[len(part) // 2 :]):
                    self._part(half, said)
                return
            except Failed as failed:
                said.failed.append((part[0][0], str(failed)))
                return
            self.kept.put(body, answer)
        claims, invented = accepted(answer, part)
        said.invented += invented
        _join(said.claims, claims)


def _join(claims: list[Claim], more: list[Claim]) -> None:
    """Add the claims of a further part; one on a party that is there already fills in what it lacked."""
    pairs = pairs_of([c.name for c in more], [c.name for c in claims])
    for number, claim in enumerate(more):
        if number not in pairs:
            claims.append(claim)
            continue
        there = claims[pairs[number]]
        there.texts = {**claim.texts, **there.texts}
        there.amounts = {**claim.amounts, **there.amounts}
        there.participants = there.participants or claim.participants


def found_in(delivery: Any, snapshot: int, parties: list[dict[str, Any]], said: Said) -> Found:
    """The differences about a delivery, with their ids. An id rests on the content and on what differs, so that the
    decision on it holds as long as both readers say the same."""
    found = []
    for one in differences(parties, said.claims):
        key = short_id("z", delivery.sha256, snapshot, one.outcome, one.name, one.field, one.first, one.second)
        found.append((key, one))
    return found


def rows_of(
    delivery: Any, snapshot: int, said: Said, found: Found, decided: Mapping[str, str], model: str
) -> list[dict[str, Any]]:
    """Rows of the table `second_reading`: differences, what was invented, and parts without an answer."""
    shared = {"delivery_id": delivery.delivery_id, "snapshot": snapshot, "model": model}

    def row(key: str, outcome: str, locator: str, name: str | None, *rest: str | None) -> dict[str, Any]:
        values = dict(zip(("field", "first_value", "second_value", "detail", "decision"), rest, strict=True))
        return {"reading_id": key, **shared, "outcome": outcome, "locator": locator, "name_written": name, **values}

    rows = [
        row(key, d.outcome, d.locator, d.name, d.field, d.first, d.second, None, decided.get(key)) for key, d in found
    ]
    for one in dict.fromkeys(said.invented):
        key = short_id("z", delivery.sha256, snapshot, NOT_IN_TEXT, one.name, one.field, one.value)
        rows.append(row(key, NOT_IN_TEXT, "document", one.name, one.field, None, one.value, None, None))
    for locator, detail in dict.fromkeys(said.failed):
        key = short_id("z", delivery.sha256, snapshot, FAILED, locator, detail)
        rows.append(row(key, FAILED, locator, None, None, None, None, detail, None))
    return rows
