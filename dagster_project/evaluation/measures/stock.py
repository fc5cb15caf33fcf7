"""Which collaborations of a snapshot are in the register, which lack, stand twice, or are none."""

from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.run import Row, Run


def score_stock(run: Run) -> Section:
    """What counts in truth beside what the pipeline counts, per snapshot."""
    section = Section("collaborations")
    country, rows, lacking, surplus = run.country, [], [], []
    totals = [0] * 5
    for snapshot in country.snapshots:
        true = {row for row in country.counted if row[0] == snapshot}
        ours = {row for row in run.counted if row[0] == snapshot}
        found = {row for row in true if run.row_of_truth.get(row) in ours}
        double = {row for row in ours if (t := run.truth_of_row.get(row)) and run.row_of_truth[t] != row}
        kept = {run.row_of_truth[row] for row in found}
        other = ours - kept - double
        counts = (len(true), len(ours), len(found), len(double), len(other))
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
        rows.append((snapshot, *counts, len(true) - len(found)))
        lacking += [(*row, country.collaborations[row]["name"], _why(run, row)) for row in sorted(true - found)]
        surplus += [_surplus(run, row, "double") for row in sorted(double)]
        surplus += [_surplus(run, row, "does not count") for row in sorted(other)]
    true, ours, found, double, _ = totals
    section.add(
        Measure.share("collaborations.recall", found, true),
        Measure.share("collaborations.precision", found, ours),
        Measure.share("collaborations.double", double, ours, better="low"),
    )
    section.table("by_snapshot", ("snapshot", "true", "ours", "right", "double", "not_counting", "lacking"), rows)
    section.table("lacking", ("snapshot", "truth", "name", "why"), lacking)
    section.table("surplus", ("snapshot", "found", "name", "kind", "truth"), surplus)
    return section


def _why(run: Run, true: Row) -> str:
    row = run.row_of_truth.get(true)
    if row is not None:
        return f"{row[1]} does not meet the definition"
    if read := run.ids_of_truth.get(true):
        return f"its mentions are in {', '.join(sorted(read))}, which is another one"
    mentions = sum((party.snapshot, party.party_id) == true for party in run.country.parties)
    return f"none of its {mentions} mentions was read" if mentions else "no source of the snapshot names it"


def _surplus(run: Run, row: Row, kind: str) -> tuple:
    true = run.truth_of_row.get(row)
    return *row, run.name_of_row[row], kind, true[1] if true else ""
