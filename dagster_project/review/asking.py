"""One question to a person, and what its answer is worth.

Belongs here: the row of `review_question`, its id, its priority and for whom it is. Does not belong here: what is asked
(`questions`, `identity_questions`, `reading_questions`), what an answer does to the figures (`effects`).

The priority is how much the article's figures move by the answer that moves them most: the sum over the cells, in
thousandths of the largest cell of the figure; halved for all snapshots but the last published one. What moves no figure
comes last, by kind.
"""

from collections.abc import Iterable
from typing import Any

from dagster_project.review.cells import in_dutch, is_of_article
from dagster_project.review.deciding import decisions_for
from dagster_project.review.register import Register
from dagster_project.workspace.hashing import short_id

Row = dict[str, Any]

TOLD = 3
"""Cells that a question names; `review import --what-if` has all."""
AUDIENCE = {
    "delivery": "keeper",
    "reading": "keeper",
    "must_link": "keeper",
    "merger": "policy",
    "split": "policy",
    "survey": "organisation",
    "criterion": "organisation",
    "participant": "organisation",
    "membership": "state",
    "attribute": "policy",
    "theme": "policy",
}
"""Who is most likely to know."""


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
    answers: Iterable[str] | None = None,
    decisions: Iterable[list[Row]] | None = None,
    chance: float = 1.0,
    organisations: Iterable[str] = (),
) -> Row:
    """A row of `review_question`.

    `answers` are the ones that are tried on the figures, all candidates where not given, or `decisions` what they
    decide; `chance` is how likely it is that the answer changes anything, and `organisations` who can tell.
    """
    row = {
        "question_id": question_id(kind, snapshot, target, attribute, expect),
        "kind": kind,
        "snapshot": snapshot,
        "target": target,
        "attribute": attribute,
        "question": text,
        "expect": expect,
        "candidates": candidates,
        "audience": AUDIENCE[kind],
        "organisations": sorted(set(organisations)),
    }
    if decisions is None:
        decisions = [decisions_for(row, answer) for answer in (candidates if answers is None else answers)]
    tried = [register.effects.of(decided) for decided in decisions]
    cells, basis = max(tried, key=lambda found: register.effects.size(found[0]), default=([], "exact"))
    told = sorted(cells, key=lambda c: (not is_of_article(c.figure), -c.share))[:TOLD]
    return {
        **row,
        "priority": round(register.effects.size(cells) * chance, 3),
        "basis": basis,
        "moves": [in_dutch(cell) for cell in told],
    }
