"""Published cells of a run country, faults and all, against the intervals that stand beside them.

Belongs here: which intervals a release has for a cell, and whether the truth lies within. Does not belong here: the
estimators on tables with given links (`trials`).

A country went through everything: its documents were read, its mentions linked, its collaborations coded. A blind
sample is drawn from what came of that and answered by coders who know the truth; of what is no true collaboration they
say that it is in no class. The truth of a cell is what an inventory without error would publish. So an interval is
asked for what it does not measure as well: what no source told, what was linked wrongly, who takes part.

| group | cells | interval |
|---|---|---|
| corrected | shares of forms and themes | `corrected_share` of such a sample |
| criteria | the total | `figure.lower` and `upper`: criteria that nobody answers |
"""

import random
from collections.abc import Iterator
from pathlib import Path

from dagster_project.coding import REVIEW_BELOW
from dagster_project.evaluation.intervals.countries import SNAPSHOT, Known
from dagster_project.evaluation.intervals.trials import audited, drawn
from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.run import Run
from dagster_project.evaluation.truth.country import Country as Truth
from dagster_project.uncertainty import corrected_shares
from dagster_project.workspace import Workspace

Cell = tuple[str, str, str, float, float, float, bool]
"""Group, figure, category, true value, lower and upper bound, and whether it holds, as far as a release rounds."""

_HALF = {"percent": 0.5, "collaborations": 0.0}
"""What rounding leaves open on either side: bounds of shares are published in whole percents."""


def published_cells(folders: list[Path], seed: int) -> Section:
    """The section on run countries. Raises WrongUse where one has no truth or no run."""
    section = Section("published_cells")
    rows, without = [], 0
    for folder in folders:
        run = Run(Workspace.at(folder).now(), Truth.at(folder / "truth"))
        cells, bare = _cells(run, random.Random(f"published {seed} {folder.name}"))
        rows += [(folder.name, *cell) for cell in cells]
        without += bare
    section.add(Measure.share("intervals.published", sum(row[-1] for row in rows), len(rows)))
    for group in sorted({row[1] for row in rows}):
        of_group = [row[-1] for row in rows if row[1] == group]
        section.add(Measure.share(f"intervals.published.{group}", sum(of_group), len(of_group)))
    # A cell without an interval promises nothing, and nobody knows how wrong it is.
    section.add(Measure.share("intervals.published.without", without, without + len(rows), better="low"))
    columns = ("country", "group", "figure", "category", "true", "lower", "upper", "holds")
    section.table("cells_outside", columns, [row for row in rows if not row[-1]])
    return section


def _cells(run: Run, drawing: random.Random) -> tuple[list[Cell], int]:
    """The cells of the last snapshot with an interval, and how many have none."""
    true = {
        (row["figure"], row["category"]): float(row["value"])
        for row in run.country.rows("figure.csv")
        if int(row["snapshot"]) == SNAPSHOT
    }
    published = {
        (row["figure"], row["category"]): row
        for row in run.table("figure").filter(snapshot=SNAPSHOT).iter_rows(named=True)
        if row["value"] is not None
    }
    found = []
    for (figure, category), bounds in _corrected(run, drawing).items():
        # A category that the truth leaves out is nought there; a figure that it leaves out is not told.
        if (figure, category) in published and figure in {known for known, _ in true}:
            value = true.get((figure, category), 0.0)
            found.append(_cell("corrected", figure, category, value, *bounds, _HALF["percent"]))
    for (figure, category), row in sorted(published.items()):
        if row["lower"] is not None and (figure, category) in true:
            bounds = row["lower"], row["upper"]
            found.append(_cell("criteria", figure, category, true[figure, category], *bounds, _HALF["collaborations"]))
    held = {(figure, category) for _, figure, category, *_ in found}
    return found, len([key for key in published if key in true and key not in held])


def _cell(group: str, figure: str, category: str, true: float, lower: float, upper: float, half: float) -> Cell:
    return group, figure, category, true, lower, upper, lower - half <= true <= upper + half


def _corrected(run: Run, drawing: random.Random) -> dict[tuple[str, str], tuple[float, float]]:
    """The intervals of `corrected_share`, in percent, by figure and category."""
    known = tuple(_known(run))
    sample = drawn(known, drawing)
    audits = [audited(known, name, [(one, one.true[name]) for one in sample]) for name in ("legal_form", "theme")]
    return {(r["figure"], r["category"]): (r["lower"], r["upper"]) for r in corrected_shares(audits)}


def _known(run: Run) -> Iterator[Known]:
    """What is counted, as published and as it is; what is no true collaboration is of no class."""
    themes: dict[str, set[str]] = {}
    doubtful = set()
    for row in run.table("theme").filter(snapshot=SNAPSHOT).iter_rows(named=True):
        themes.setdefault(row["collaboration_id"], set()).add(row["theme"])
        if row["confidence"] is not None and row["confidence"] < REVIEW_BELOW:
            doubtful.add(row["collaboration_id"])
    counted = run.table("collaboration").filter(snapshot=SNAPSHOT, meets_definition=True).sort("collaboration_id")
    for id_, form in counted.select("collaboration_id", "legal_form").iter_rows():
        truth_id = run.truth_of_id.get(id_, "")
        there = run.country.collaborations.get((SNAPSHOT, truth_id))
        yield Known(
            "doubtful" if id_ in doubtful else "rule",
            {"legal_form": frozenset([form]), "theme": frozenset(themes.get(id_, ()))},
            {
                "legal_form": frozenset([there["legal_form"]] if there else ()),
                "theme": run.country.themes.get((SNAPSHOT, truth_id), frozenset()) if there else frozenset(),
            },
        )
