"""What the newest release published and is another now: the rows of `restated_cell`.

Belongs here: what counts as changed. Does not belong here: what accepts it (`accepting`).
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from dagster_project.decisions import active_decisions
from dagster_project.uncertainty.restatement.accepting import accepting
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.releases import TABLES, newest_release
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]
KEY = ("figure", "snapshot", "category")


def restated_cells(workspace: Workspace) -> list[Row]:
    """A row per cell that the newest release published and that is another now; none where there is no release yet.

    A cell is changed where its numerator or denominator is another, for these are published with it, or where it is
    missing now and was not, or the other way round. Another status alone restates no number. Where nothing changed, the
    rows are those that the newest release has itself: it restated what was before it, and making it again must give it.
    """
    folder = newest_release(workspace)
    if folder is None:
        return []
    return list(_changed(workspace, folder)) or _of_release(folder, "restated_cell")


def _changed(workspace: Workspace, folder: Path) -> Iterator[Row]:
    decimals = dict(read_seed("figure_definition").select("figure", "decimals").iter_rows())
    now = {tuple(r[k] for k in KEY): r for r in read_table(workspace, "figure").to_dicts()}
    decisions = active_decisions(workspace, "restatement")
    for before in _of_release(folder, "figure"):
        key = tuple(before[k] for k in KEY)
        cell = now.get(key)
        if cell is not None and _published(before) == _published(cell):
            continue
        value = _rounded(cell["value"], decimals.get(before["figure"], 0)) if cell else None
        row = {
            **dict(zip(KEY, key, strict=True)),
            "release": folder.name,
            "released": before["value"],
            "value": value,
            "move": None if None in (value, before["value"]) else value - before["value"],
        }
        accepted = accepting(row, decisions)
        refused = "unaccepted" if cell else "gone"
        yield {
            **row,
            "outcome": "restated" if accepted else refused,
            "decision_id": accepted["decision_id"] if accepted else None,
            "reason": accepted["reason"] if accepted else None,
        }


def _of_release(folder: Path, name: str) -> list[Row]:
    """The rows of a table in a release, by its key; none where it had no such table yet."""
    import polars as pl

    path = folder / TABLES / f"{name}.parquet"
    return pl.read_parquet(path, hive_partitioning=False, glob=False).sort(KEY).to_dicts() if path.exists() else []


def _published(cell: Row) -> tuple:
    """What the number is made of, for a double may round either way; nothing where it is missing."""
    return () if cell["value"] is None else (cell["numerator"], cell["denominator"])


def _rounded(value: float | None, decimals: int) -> float | None:
    if value is None:
        return None
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
