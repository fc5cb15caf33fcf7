"""What kind of collaboration it is, beside the truth: obligation, goal, non-government parties, the state's part.

Belongs here: attributes with one value per collaboration. Does not belong here: forms and themes (`attributes`), the
systems (`systems`), criteria (`criteria`).
"""

from collections import Counter
from collections.abc import Callable

from dagster_project.evaluation.measures.groups import verdict_shares
from dagster_project.evaluation.report.model import Section
from dagster_project.evaluation.run import Row, Run

UNKNOWN = "unknown"
"""Said where nothing speaks: not right, but no error that nobody is told of."""
NO_PARTIES, ONE_PARTY, SEVERAL = "none", "one", "several"
"""The non-government status; the published figure counts `several`."""


def score_kinds(run: Run) -> Section:
    """Of obligation, goal, non-government status and ministry status the shares right, unknown and wrong.

    Compared are collaborations that count in truth and stand for one of ours. A ministry status is only asked of a
    snapshot whose truth has any ministry: without a list of programmes there is nothing to be found.
    """
    section = Section("kinds")
    ours = {(r["snapshot"], r["collaboration_id"]): r for r in run.table("collaboration").iter_rows(named=True)}
    compared = [(true, ours[row]) for true, row in run.compared]
    with_state = {t[0] for t, rows in run.country.participants.items() if any(r["kind"] == "ministry" for r in rows)}
    confused: Counter[tuple] = Counter()
    examples: dict[tuple, str] = {}
    for attribute, (true_of, ours_of) in _attributes(run).items():
        asked = [(t, row) for t, row in compared if attribute != "ministry_status" or t[0] in with_state]
        verdicts: Counter[str] = Counter()
        for true, row in asked:
            wanted, got = true_of(true), ours_of(row)
            verdict = "right" if got == wanted else "unknown" if got == UNKNOWN else "wrong"
            verdicts[verdict] += 1
            if verdict != "right":
                confused[attribute, wanted, got] += 1
                examples.setdefault((attribute, wanted, got), f"{true[0]} {true[1]} {row['name']}")
        section.add(*verdict_shares(f"kinds.{attribute}", verdicts, ("right", "unknown", "wrong")))
    ranked = sorted(confused.items(), key=lambda item: (-item[1], item[0]))
    rows = [(*key, times, examples[key]) for key, times in ranked]
    section.table("confused_kinds", ("attribute", "true", "found", "times", "example"), rows)
    return section


def _attributes(run: Run) -> dict[str, tuple[Callable[[Row], str], Callable[[dict], str]]]:
    """Attribute to what is true of a row of the truth, and what ours says."""
    there = run.country.collaborations
    return {
        "obligation": (lambda true: there[true]["obligation"], lambda row: row["obligation"]),
        "goal": (lambda true: there[true]["goal"], lambda row: row["goal"]),
        "non_government": (
            lambda true: _status(_number(run, true, "non_government")),
            lambda row: _status(row["non_government_count"]),
        ),
        "ministry_status": (lambda true: _ministry(run, true), lambda row: row["ministry_status"]),
    }


def _status(parties: int) -> str:
    return NO_PARTIES if not parties else ONE_PARTY if parties == 1 else SEVERAL


def _number(run: Run, true: Row, kind: str) -> int:
    return sum(row["kind"] == kind for row in run.country.participants.get(true, ()))


def _ministry(run: Run, true: Row) -> str:
    sides = {row["status"] for row in run.country.participants.get(true, ()) if row["kind"] == "ministry"}
    return next((side for side in ("both", "state_only", "region_only") if side in sides), "none")
