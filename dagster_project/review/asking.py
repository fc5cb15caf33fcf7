"""One question to a person, and what its answer is worth.

Belongs here: the row of `review_question`, its id and its priority. Does not belong here: what is asked (`questions`,
`identity_questions`, `reading_questions`).

The priority is what an answer can do to the figures: the number of the article's eleven figures that it can move,
times the binary logarithm of two plus the number of counted governments behind it (a collaboration of forty moves a
mean more than one of two, but not twenty times as much), halved for all snapshots but the last published one.
"""

import math
from typing import Any

from dagster_project.review.register import Register
from dagster_project.workspace.hashing import short_id

Row = dict[str, Any]

YES, NO = "ja", "nee"
FIGURES_MOVED = {
    "delivery": 11,  # everything in it is out until somebody decides
    "criterion": 11,  # a criterion decides whether it is counted at all
    "must_link": 11,  # two or one: the total and all that is divided by it
    "reading": 5,  # a party of one budget more or less: figures 5, 6, 7, 10 and 11
    "participant": 5,  # figures 5, 6, 7, 10 and 11
    "attribute": 3,  # the legal form: figures 2 to 4
    "theme": 3,  # figures 8 to 10
    "merger": 1,  # no figure, but the account of stock and flow
    "split": 1,
}


def question_id(kind: str, snapshot: int | None, target: str, attribute: str | None, expect: str | None) -> str:
    """The id of a question from what it asks, so that a row of a workbook can be told to be what was exported."""
    return short_id("v", kind, snapshot, target, attribute, expect)


def question(
    register: Register,
    kind: str,
    snapshot: int | None,
    target: str,
    text: str,
    candidates: list[str],
    attribute: str | None = None,
    expect: str | None = None,
    governments: int = 0,
    figures: float | None = None,
) -> Row:
    """A row of `review_question`; `figures` is how many figures this very answer can move, where that is known better
    than for its kind."""
    moved = FIGURES_MOVED[kind] if figures is None else figures
    weight = moved * math.log2(2 + governments) * (1 if snapshot in (None, register.latest) else 0.5)
    return {
        "question_id": question_id(kind, snapshot, target, attribute, expect),
        "kind": kind,
        "snapshot": snapshot,
        "target": target,
        "attribute": attribute,
        "question": text,
        "expect": expect,
        "candidates": candidates,
        "priority": round(weight, 3),
    }
