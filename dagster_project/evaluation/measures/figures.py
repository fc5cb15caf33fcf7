"""Every figure beside the true one: the difference, and whether it would be published as the same number."""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.run import Run
from dagster_project.workspace.seeds import read_seed

DECIMALS = 6
"""Of the truth on disk; what differs by less does not differ."""
HEADLINES = ("total", "mean_collaborations", "mean_municipalities", "with_ministry")
"""Figures whose difference is a measure of its own, cell by cell."""


def score_figures(run: Run) -> Section:
    """All cells of either side, but those that are nought or absent in both, and figures that the truth does not tell.

    Whether a fixed group meets is in no simulated truth, so that figures on unknown criteria have none.
    """
    section = Section("figures")
    decimals = dict(read_seed("figure_definition").select("figure", "decimals").iter_rows())
    true = {
        (row["figure"], int(row["snapshot"]), row["category"]): float(row["value"])
        for row in run.country.rows("figure.csv")
    }
    columns = run.table("figure").select("figure", "snapshot", "category", "value").iter_rows()
    ours = {(figure, snapshot, category): value for figure, snapshot, category, value in columns}
    snapshots, told = set(run.country.snapshots), {figure for figure, _, _ in true}
    cells = sorted(
        c for c in true.keys() | ours.keys() if c[1] in snapshots and c[0] in told and (true.get(c) or ours.get(c))
    )
    rows, per_figure = [], defaultdict(list)
    for cell in cells:
        wanted, got = true.get(cell), ours.get(cell)
        # A cell without a row is a category without a member.
        difference = round((got or 0.0) - (wanted or 0.0), DECIMALS)
        same = rounded(got or 0.0, decimals[cell[0]]) == rounded(wanted or 0.0, decimals[cell[0]])
        rows.append((*cell, wanted, got, difference, same))
        per_figure[cell[0]].append((wanted or 0.0, difference, same))
    section.add(Measure.share("figures.equal_as_published", sum(row[-1] for row in rows), len(rows)))
    for snapshot in sorted(snapshots):
        equal = [row[-1] for row in rows if row[1] == snapshot]
        section.add(Measure.share(f"figures.equal_as_published.{snapshot}", sum(equal), len(equal)))
    summary = []
    for figure, some in sorted(per_figure.items()):
        error = sum(abs(difference) for _, difference, _ in some) / len(some)
        scale = sum(abs(wanted) for wanted, _, _ in some) / len(some)
        equal = sum(same for _, _, same in some)
        section.add(Measure(f"figures.relative_error.{figure}", error / scale if scale else None, better="low"))
        summary.append((figure, len(some), equal, error, scale, error / scale if scale else None))
    for figure, snapshot, category, wanted, _, difference, _ in rows:
        if figure in HEADLINES and wanted:
            section.add(Measure(f"figures.difference.{figure}.{snapshot}.{category}", difference, better="low"))
    section.table("by_figure", ("figure", "cells", "equal", "mean_error", "mean_value", "relative"), summary)
    section.table("cells", ("figure", "snapshot", "category", "true", "found", "difference", "equal"), rows)
    return section


def rounded(value: float, decimals: int) -> Decimal:
    """As a release rounds it: half away from nought."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
