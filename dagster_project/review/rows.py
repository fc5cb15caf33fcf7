"""The rows of the workbook: a question as the cells that people see, and whether somebody changed a protected one.

Belongs here: question to cells, and the hash of what was sent. Does not belong here: how a sheet looks (`sheet`).
"""

from collections.abc import Mapping
from typing import Any

from dagster_project.dictionary import dutch
from dagster_project.review import columns as c
from dagster_project.review.choices import label
from dagster_project.review.earlier import shown
from dagster_project.review.quoting import words
from dagster_project.review.register import Register
from dagster_project.workspace.hashing import short_id

_BOUND = "ten hoogste: "


def cells_of(question: Mapping[str, Any], register: Register) -> dict[str, Any]:
    """What each column of the row of a question holds; those that people fill in are empty."""
    kind, snapshot, target = question["kind"], question["snapshot"], question["target"]
    cells = {
        c.ID: question["question_id"],
        c.PRIORITY: question["priority"],
        c.FOR: for_whom(question, register),
        c.SNAPSHOT: snapshot,
        c.KIND: dutch(kind, "question_kind"),
        c.BODY: "" if "|" in target or target in register.files else register.name(snapshot, target),
        c.QUESTION: question["question"],
        c.WORDS: words(register, snapshot, target),
        c.NOW: held_now(question),
        c.MOVES: (_BOUND if question["moves"] and question["basis"] == "bound" else "") + "\n".join(question["moves"]),
        c.REPLACES: "; ".join(question.get("decisions", ())),
        c.TARGET: target,
        c.ATTRIBUTE: question["attribute"],
        c.EXPECT: question["expect"],
        c.CANDIDATES: "; ".join(question["candidates"]),
    }
    return {heading: cells.get(heading) for heading in c.COLUMNS} | {c.CHECK: mark_of(cells)}


def mark_of(cells: Mapping[str, Any]) -> str:
    """The hash of the protected cells, which tells a row that was changed from one that is as it was sent."""
    return short_id("c", *(plain(cells.get(heading)) for heading in c.PROTECTED))


def plain(value: Any) -> str:
    """A cell as text that does not hang on how a spreadsheet keeps numbers and line ends, nor on their decimal sign."""
    text = "" if value is None else str(value)
    try:
        return f"{float(text.replace(',', '.')):g}"
    except ValueError:
        return " ".join(text.split())


def held_now(question: Mapping[str, Any]) -> str:
    """What the register holds, or what was answered before and by whom."""
    if "answer" in question:
        said = "; ".join(label(question["kind"], question["attribute"], code) for code in question["answer"])
        return f"{said}\n({question['said_by']}, {question['said_on']:%d-%m-%Y})"
    return shown(question["kind"], question["attribute"], question["expect"])


def for_whom(question: Mapping[str, Any], register: Register) -> str:
    """Who is likely to know, by name where it is an organisation."""
    who = dutch(question["audience"], "audience")
    named = [register.organisation(o) for o in question["organisations"]]
    if question["audience"] not in ("organisation", "state") or not named:
        return who
    more = f" en nog {len(named) - 2}" if len(named) > 2 else ""
    return f"{who}: {', '.join(named[:2])}{more}"
