"""The cells that moved between two releases, with numerator, denominator and how many members came and went.

Belongs here: figures beside figures. Does not belong here: why they moved (`causes`).
"""

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.release.verify_standalone import csv_text
from dagster_project.workspace.releases import TABLES

if TYPE_CHECKING:
    import polars as pl

CELL = ["figure", "snapshot", "category"]
MEMBER = [*CELL, "part", "row_table", "row_key"]
NUMBERS = ("value", "numerator", "denominator")
Numbers = dict[str, str]
"""Value, numerator, denominator and status of a cell, as they stand in its CSV; empty where it has none."""


@dataclass(frozen=True)
class CellChange:
    """A cell that is otherwise; `before` or `after` is None where it was or is not there.

    `causes` has, where they were computed, per cause what it did to value, numerator and denominator.
    """

    figure: str
    snapshot: int
    category: str
    before: Numbers | None
    after: Numbers | None
    gained: int = 0
    lost: int = 0
    causes: list[tuple[str, Numbers]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The stable address of the cell: figure/snapshot/category."""
        return f"{self.figure}/{self.snapshot}/{self.category}"


def changed_cells(earlier: Path, later: Path) -> list[CellChange]:
    """The cells of which value, numerator, denominator, status or members differ, in the order of their keys."""
    before, after = cells_of(_read(earlier, "figure")), cells_of(_read(later, "figure"))
    gained, lost = _members(_read(earlier, "figure_member"), _read(later, "figure_member"))
    keys = sorted(before.keys() | after.keys() | gained.keys() | lost.keys())
    found = (CellChange(*k, before.get(k), after.get(k), gained.get(k, 0), lost.get(k, 0)) for k in keys)
    return [c for c in found if c.before != c.after or c.gained or c.lost]


def cells_of(figure: "pl.DataFrame") -> dict[tuple[str, int, str], Numbers]:
    """Each cell by figure, snapshot and category."""
    rows = figure.select(*CELL, *NUMBERS, "obs_status").iter_rows(named=True)
    return {tuple(r[c] for c in CELL): {c: csv_text(r[c]) for c in (*NUMBERS, "obs_status")} for r in rows}


def step(before: Numbers | None, after: Numbers | None) -> Numbers:
    """What was added to each number between two states of a cell; a number that one of them lacks counts as nought."""
    sides = [{c: Decimal((side or {}).get(c) or 0) for c in NUMBERS} for side in (before, after)]
    return {c: f"{sides[1][c] - sides[0][c]:f}" for c in NUMBERS}


def _read(folder: Path, name: str) -> "pl.DataFrame":
    import polars as pl

    return pl.read_parquet(folder / TABLES / f"{name}.parquet", hive_partitioning=False, glob=False)


def _members(before: "pl.DataFrame", after: "pl.DataFrame") -> tuple[dict, dict]:
    """By cell how many members came and how many went; one that weighs otherwise came and went."""
    by = [*MEMBER, "weight"]
    sides = (a.join(b, on=by, how="anti").group_by(CELL).len() for a, b in ((after, before), (before, after)))
    return tuple({tuple(row[:3]): row[3] for row in side.iter_rows()} for side in sides)
