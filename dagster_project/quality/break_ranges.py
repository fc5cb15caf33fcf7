"""The ranges that declared breaks explain (seed `series_break_figure`), proposed anew from what a workspace shows.

Belongs here: the proposal, with a diff of the seed. Does not belong here: what moves further than a range and is an
error (`expectations/comparability.yml`), and changing a range: a person does that, with a reason and its source.

Of the breaks that touch a cell the one that explains most on that side is taken to explain what the others leave. A
break of which nothing says that it moves a cell is proposed no range: that is a judgement and no measurement.
"""

import csv
import difflib
import io
import math
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.seeds import read_seed

NAME = "dbt/seeds/series_break_figure.csv"
Row = dict[str, Any]


@dataclass(frozen=True)
class RangeProposal:
    """One side (`least` or `most`) of one range: as it is, and as the cells would need it (points or a ratio)."""

    break_id: str
    figure: str
    category: str
    side: str
    now: float
    proposed: float
    cells: int

    @property
    def looser(self) -> bool:
        """Whether more would be explained than is now."""
        return self.proposed > self.now if self.side == "most" else self.proposed < self.now


def range_proposals(workspace: Workspace) -> list[RangeProposal]:
    """A proposal per side of each range that cells of this workspace say something of. Nothing is written."""
    formulas = dict(read_seed("figure_definition").select("figure", "formula").iter_rows())
    started: dict[int, set[str]] = defaultdict(set)
    for row in read_seed("series_break").iter_rows(named=True):
        started[row["from_snapshot"]].add(row["break_id"])
    found: dict[tuple[str, str, str, str], RangeProposal] = {}
    for figure, category, snapshot, move in _moves(read_table(workspace, "figure").to_dicts(), formulas):
        share = formulas[figure] == "share"
        touching = [r for r in _rows() if _touches(r, figure, category) and r["break_id"] in started[snapshot]]
        for side, furthest in (("least", min), ("most", max)):
            one = furthest(touching, key=lambda r, side=side: r[side], default=None)
            if one is None or one["source"] == "none":
                continue
            rest = [r[side] for r in touching if r is not one]
            needed = _outward(move - sum(rest) if share else move / math.prod(rest), side)
            needed = furthest(needed, 0.0 if share else 1.0)
            key = (one["break_id"], one["figure"], one["category"], side)
            was = found.get(key, RangeProposal(*key, one[side], needed, 0))
            found[key] = replace(was, proposed=furthest(was.proposed, needed), cells=was.cells + 1)
    return [found[key] for key in sorted(found)]


def ranges_diff(some: list[RangeProposal]) -> str:
    """The proposals that differ from the seed as a unified diff of it."""
    rows = _rows()
    before = _csv(rows)
    for one in some:
        for row in rows:
            if (row["break_id"], row["figure"], row["category"]) == (one.break_id, one.figure, one.category):
                row[one.side] = one.proposed
    return "".join(difflib.unified_diff(before, _csv(rows), NAME, NAME, n=0))


def _rows() -> list[Row]:
    return read_seed("series_break_figure").to_dicts()


def _csv(rows: list[Row]) -> list[str]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([f"{v:g}" if isinstance(v, float) else v for v in row.values()] for row in rows)
    return text.getvalue().splitlines(keepends=True)


def _touches(row: Row, figure: str, category: str) -> bool:
    """Whether the pattern of a row holds a cell; patterns are `%` or one category."""
    return row["figure"] == figure and row["category"] in ("%", category)


def _moves(cells: list[Row], formulas: dict[str, str]):
    """Figure, category, later snapshot and move of each cell that two successive snapshots have."""
    snapshots = sorted({cell["snapshot"] for cell in cells})
    value = {(cell["figure"], cell["category"], cell["snapshot"]): cell["value"] for cell in cells}
    for figure, category in sorted({key[:2] for key in value}):
        for earlier, later in pairwise(snapshots):
            before, now = value.get((figure, category, earlier)), value.get((figure, category, later))
            if before is None or now is None:
                continue
            if formulas[figure] == "share":
                yield figure, category, later, now - before
            elif before > 0 and now > 0:
                yield figure, category, later, now / before


def _outward(value: float, side: str) -> float:
    """Rounded to hundredths, to the side that explains more."""
    return (math.ceil if side == "most" else math.floor)(round(value * 100, 6)) / 100
