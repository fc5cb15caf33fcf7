"""Who takes part in each collaboration of a snapshot, beside who really does.

Compared are collaborations that count in truth and stand for one of ours. Governments are told by their id, other
parties by the names that they were written by.
"""

from collections import defaultdict

from dagster_project.evaluation.measures.groups import COLUMNS, group_row
from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.run import Run
from dagster_project.evaluation.truth.spelling import key

BOTH_SIDES = ("participates", "both")
"""Ways of taking part that count: a ministry's only where both sides say so."""
SHOWN = 12


def score_members(run: Run) -> Section:
    """Recall and precision of memberships per kind, and the share of collaborations whose members are all right."""
    section = Section("participants")
    ours, names = _ours(run), _names(run)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    exact = 0
    wrong = []
    for true, row in run.compared:
        theirs = _true_members(run, true)
        mine = {(kind, _known(kind, member, theirs, names)) for kind, member in ours.get(row, ())}
        exact += theirs == mine
        for kind, _ in theirs & mine:
            counts[kind][0] += 1
        for members, column in ((theirs, 1), (mine, 2)):
            for kind, _ in members:
                counts[kind][column] += 1
        if theirs != mine:
            name = run.country.collaborations[true]["name"]
            wrong.append((*true, name, _members_text(theirs - mine), _members_text(mine - theirs)))
    right, there, found = (sum(column) for column in zip(*counts.values(), strict=True)) if counts else (0, 0, 0)
    section.add(
        Measure.share("participants.recall", right, there),
        Measure.share("participants.precision", right, found),
        Measure.share("participants.exact", exact, len(run.compared)),
    )
    rows = [
        (kind, *group_row(section, kind, there, found, right)) for kind, (right, there, found) in sorted(counts.items())
    ]
    section.table("by_kind", ("kind", *COLUMNS), rows)
    section.table("wrong_members", ("snapshot", "truth", "name", "lacking", "surplus"), wrong)
    return section


def _true_members(run: Run, true: tuple[int, str]) -> set[tuple[str, str]]:
    return {
        (row["kind"], key(row["organisation"]) if row["kind"] == "non_government" else row["organisation"])
        for row in run.country.participants.get(true, ())
        if row["status"] in BOTH_SIDES
    }


def _ours(run: Run) -> dict[tuple[int, str], set[tuple[str, str]]]:
    found = defaultdict(set)
    columns = run.table("participant").select("snapshot", "collaboration_id", "kind", "organisation_id", "counted")
    for snapshot, ours, kind, member, counts in columns.iter_rows():
        if counts:
            found[snapshot, ours].add((kind, member))
    return found


def _names(run: Run) -> dict[str, set[str]]:
    """Id of a party that is no government to the keys of its names."""
    found = defaultdict(set)
    for member, name in run.table("resolved_participant").select("organisation_id", "name_written").iter_rows():
        if member and member.startswith("ng"):
            found[member].add(key(name))
    return found


def _known(kind: str, member: str, theirs: set[tuple[str, str]], names: dict[str, set[str]]) -> str:
    """A member as the truth names it, where it does."""
    if kind != "non_government":
        return member
    return next((name for name in sorted(names.get(member, ())) if (kind, name) in theirs), member)


def _members_text(members: set[tuple[str, str]]) -> str:
    listed = sorted(member for _, member in members)
    return "; ".join(listed[:SHOWN]) + (f" and {len(listed) - SHOWN} more" if len(listed) > SHOWN else "")
