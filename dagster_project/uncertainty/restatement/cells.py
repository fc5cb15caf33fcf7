"""Every cell of the newest release beside the same cell now: the rows of `restated_cell`.

Belongs here: what counts as changed. Does not belong here: what accepts it (`accepting`).
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from dagster_project.decisions import active_decisions
from dagster_project.uncertainty.restatement.accepting import accepting
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.releases import TABLES, newest_release
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]
KEY = ("figure", "snapshot", "category")


def restated_cells(workspace: Workspace) -> Iterator[Row]:
    """A row per cell that the newest release published; none where there is no release yet.

    A cell is changed where its numerator or denominator is another, for these are published with it, or where it is
    missing now and was not, or the other way round. Another status alone restates no number.
    """
    import polars as pl

    folder = newest_release(workspace)
    if folder is None:
        return
    decimals = dict(read_seed("figure_definition").select("figure", "decimals").iter_rows())
    released = pl.read_parquet(folder / TABLES / "figure.parquet", hive_partitioning=False, glob=False)
    now = {tuple(r[k] for k in KEY): r for r in read_table(workspace, "figure").to_dicts()}
    decisions = active_decisions(workspace, "restatement")
    for before in released.sort(KEY).iter_rows(named=True):
        key = tuple(before[k] for k in KEY)
        cell = now.get(key)
        value = _rounded(cell["value"], decimals.get(before["figure"], 0)) if cell else None
        row = {
            **dict(zip(KEY, key, strict=True)),
            "release": folder.name,
            "released": before["value"],
            "value": value,
            "move": None if None in (value, before["value"]) else value - before["value"],
        }
        accepted = accepting(row, decisions)
        if cell is not None and _published(before) == _published(cell):
            outcome, accepted = "same", None
        elif accepted is None:
            outcome = "unaccepted" if cell else "gone"
        else:
            outcome = "restated"
        yield {
            **row,
            "outcome": outcome,
            "decision_id": accepted["decision_id"] if accepted else None,
            "reason": accepted["reason"] if accepted else None,
        }


def _published(cell: Row) -> tuple:
    """What the number is made of, for a double may round either way; nothing where it is missing."""
    return () if cell["value"] is None else (cell["numerator"], cell["denominator"])


def _rounded(value: float | None, decimals: int) -> float | None:
    if value is None:
        return None
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
