"""The criteria of the definitions, answer by answer, as far as the truth of a simulated country can say them.

It knows governments, names, purposes and days of founding, and nobody in it rightly denies what is there. How people
meet (d1 to d3) it does not know; of these only the share that stays open is told.
"""

from collections import Counter
from datetime import date

from dagster_project.evaluation.measures.groups import verdict_shares
from dagster_project.evaluation.measures.members import BOTH_SIDES
from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.run import Row, Run
from dagster_project.workspace.seeds import read_seed

YES, NO, OPEN = "yes", "no", "unknown"
VERDICTS = ("right", "open", "wrong")


def score_criteria(run: Run) -> Section:
    """Per definition and criterion the share of answers that is right, left open and wrong.

    Compared are all collaborations of the truth that stand for one of ours, counted or not: what a criterion keeps out
    is asked as well. A collaboration younger than a year says nothing of the criterion that it lasts one.
    """
    section = Section("criteria")
    dates = dict(read_seed("snapshot").select("snapshot", "reference_date").iter_rows())
    truth_of = {row: true for true, row in run.row_of_truth.items()}
    counts: dict[tuple[int, str], Counter[str]] = {}
    wrong = []
    for row in run.table("criterion").sort("snapshot", "collaboration_id", "definition", "criterion").to_dicts():
        true = truth_of.get((row["snapshot"], row["collaboration_id"]))
        if true is None or true not in run.country.collaborations:
            continue
        key, wanted = (row["definition"], row["criterion"]), _wanted(run, true, row["criterion"], dates[true[0]])
        told = counts.setdefault(key, Counter())
        told["answers"] += 1
        told["left_open"] += row["met"] == OPEN
        if wanted is None:
            continue
        verdict = "right" if row["met"] == wanted else "open" if row["met"] == OPEN else "wrong"
        told[verdict] += 1
        if verdict == "wrong":
            name = run.country.collaborations[true]["name"]
            wrong.append((*true, name, row["definition"], row["criterion"], wanted, row["met"], row["evidence"]))
    _add(section, counts)
    columns = ("snapshot", "truth", "name", "definition", "criterion", "true", "found", "ground")
    section.table("wrong_criteria", columns, wrong)
    return section


def _add(section: Section, counts: dict[tuple[int, str], Counter[str]]) -> None:
    section.add(*verdict_shares("criteria", sum(counts.values(), Counter()), VERDICTS))
    rows = []
    for (definition, criterion), told in sorted(counts.items()):
        name = f"{definition}.{criterion}"
        asked = sum(told[verdict] for verdict in VERDICTS)
        right = Measure.share(f"criteria.right.{name}", told["right"], asked)
        wrong = Measure.share(f"criteria.wrong.{name}", told["wrong"], asked, better="low")
        left_open = Measure.share(f"criteria.open.{name}", told["left_open"], told["answers"], better="low")
        section.add(right, wrong, left_open)
        rows.append((definition, criterion, told["answers"], asked, right.value, wrong.value, left_open.value))
    columns = ("definition", "criterion", "answers", "comparable", "share", "wrong_share", "open_share")
    section.table("by_criterion", columns, rows)


def _wanted(run: Run, true: Row, criterion: str, on: date) -> str | None:
    """The answer by the truth; None where it has none."""
    row = run.country.collaborations[true]
    if criterion in ("a", "government"):
        return YES if _governments(run, true) >= (2 if criterion == "a" else 1) else NO
    if criterion == "d4":
        return YES if _older_than_a_year(row["founded_on"], on) else None
    told = {
        "b": bool(row["name"]),
        "c": bool(row["purpose"]),
        "e": True,
        "reported": True if row["inventoried"] == "yes" else None,
    }.get(criterion)
    return None if told is None else YES if told else NO


def _governments(run: Run, true: Row) -> int:
    rows = run.country.participants.get(true, ())
    return sum(row["kind"] != "non_government" and row["status"] in BOTH_SIDES for row in rows)


def _older_than_a_year(founded: str, on: date) -> bool:
    return bool(founded) and date.fromisoformat(founded) <= on.replace(year=on.year - 1)
