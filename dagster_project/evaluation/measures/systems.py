"""The regions of statutory systems, counted against the truth, per system and snapshot."""

from collections import Counter, defaultdict

from dagster_project.evaluation.measures.groups import COLUMNS, group_row
from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.run import Row, Run

OTHER = "no_region"
"""In the table of errors: in truth it is the region of no system."""


def score_systems(run: Run) -> Section:
    """Recall and precision of regions per system, the counts beside the true ones per snapshot, the collaborations
    whose systems are all right.

    Compared are the collaborations that count in truth. A row of ours that stands for no such collaboration, or a
    second time for one, and that is called a region all the same, is a region too many.
    """
    section = Section("systems")
    ours = _ours(run)
    wanted = {true: _true(run, true) for true in run.country.counted}
    right = sum(ours.get(row, frozenset()) == wanted[true] for true, row in run.compared)
    there, found, hit = Counter(), Counter(), Counter()
    for (snapshot, _), systems in wanted.items():
        there.update((system, snapshot) for system in systems)
    for row, systems in ours.items():
        found.update((system, row[0]) for system in systems)
    for true, row in run.compared:
        hit.update((system, true[0]) for system in wanted[true] & ours.get(row, frozenset()))
    cells = sorted(there | found)
    equal = sum(there[cell] == found[cell] for cell in cells)
    section.add(
        Measure.share("systems.recall", hit.total(), there.total()),
        Measure.share("systems.precision", hit.total(), found.total()),
        Measure.share("systems.counts_equal", equal, len(cells)),
        Measure.share("systems.exact", right, len(run.compared)),
    )
    by_system = defaultdict(lambda: [0, 0, 0])
    for cell in cells:
        for place, counts in enumerate((there, found, hit)):
            by_system[cell[0]][place] += counts[cell]
    rows = [(system, *group_row(section, system, *counts)) for system, counts in sorted(by_system.items())]
    section.table("by_system", ("system", *COLUMNS), rows)
    counted = [(*cell, there[cell], found[cell], hit[cell]) for cell in cells]
    section.table("system_counts", ("system", "snapshot", "true", "found", "right"), counted)
    section.table("wrong_systems", ("snapshot", "truth", "name", "true", "found"), _wrong(run, wanted, ours))
    return section


def _wrong(run: Run, wanted: dict[Row, frozenset[str]], ours: dict[Row, frozenset[str]]) -> list[tuple]:
    wrong, seen = [], set()
    for true, systems in sorted(wanted.items()):
        row = run.row_of_truth.get(true)
        seen.add(row)
        got = ours.get(row, frozenset()) if row else frozenset()
        if got != systems:
            name = run.country.collaborations[true]["name"]
            wrong.append((*true, name, "; ".join(sorted(systems)) or OTHER, "; ".join(sorted(got)) or OTHER))
    for row, systems in sorted(ours.items()):
        if systems and row not in seen:
            true = run.truth_of_row.get(row)
            wrong.append((row[0], true[1] if true else "", run.name_of_row[row], OTHER, "; ".join(sorted(systems))))
    return wrong


def _true(run: Run, true: Row) -> frozenset[str]:
    system = run.country.collaborations[true]["statutory_system"]
    return frozenset(system.split("; ")) if system else frozenset()


def _ours(run: Run) -> dict[Row, frozenset[str]]:
    """Of what the pipeline counts."""
    columns = run.table("collaboration").select("snapshot", "collaboration_id", "statutory_systems").iter_rows()
    return {(s, one): frozenset(systems or ()) for s, one, systems in columns if (s, one) in run.counted}
