"""The linkage after a reviewer answered the first questions of its queue, with the truth as the reviewer.

Belongs here: asking in rounds, as people work through a queue. Does not belong here: which questions there are and in
which order (`linkage`), and the scores (`measures.linkage`).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dagster_project.linkage import LinkResult, Record

ROUND = 10
"""Questions answered before the mentions are linked anew."""


def link_after_answers(records: "list[Record]", truth: dict[str, str], answers: int) -> "LinkResult":
    """The linkage of `records` after `answers` questions; fewer where the queue ends. `truth` is entity by mention id.

    A question about a part of which no mention is in the truth cannot be answered here, and is passed over.
    """
    from dagster_project.linkage import link_records, questions

    decisions: list[dict] = []
    seen: set[tuple[str, str]] = set()
    while True:
        result = link_records(records, decisions)
        part = {mention: unit for unit in result.units for mention in unit}
        before = len(decisions)
        for question in questions(result):
            if len(decisions) >= min(answers, before + ROUND):
                break
            pair = question.left, question.right
            known = [next((truth[m] for m in part[side] if m in truth), None) for side in pair]
            if pair in seen or None in known:
                continue
            seen.add(pair)
            kind = "must_link" if known[0] == known[1] else "must_not_link"
            number = f"{len(decisions) + 1:04d}"
            decisions.append({"kind": kind, "target": "|".join(pair), "decision_id": number, "snapshot": None})
        if len(decisions) == before:
            return result
