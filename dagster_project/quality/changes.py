"""What the expectations say otherwise than in the release before: new ones, those that are gone, and other outcomes.

Belongs here: two lists of outcomes beside each other. Does not belong here: figures that moved (`lineage`).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dagster_project.dictionary import dutch
from dagster_project.workspace import Workspace
from dagster_project.workspace.releases import TABLES, release_key, releases_of

Row = Mapping[str, Any]


def changed_since(rows: Iterable[Row], workspace: Workspace, release_id: str | None = None) -> dict[str, Any] | None:
    """Against the last release before `release_id`, or the newest where none is named; None where there is none."""
    before = _release_before(workspace, release_id)
    if before is None:
        return None
    then, now = _by_id(_outcomes(before)), _by_id(rows)
    return {
        "uitgave": before.name,
        "nieuwe_verwachtingen": sorted(now.keys() - then.keys()),
        "vervallen_verwachtingen": sorted(then.keys() - now.keys()),
        "andere_uitkomst": [
            {"verwachting": id_, "toen": _said(then[id_]), "nu": _said(now[id_])}
            for id_ in sorted(then.keys() & now.keys())
            if _said(then[id_]) != _said(now[id_])
        ],
    }


def _release_before(workspace: Workspace, release_id: str | None) -> Path | None:
    key = release_key(release_id) if release_id else None
    earlier = [folder for folder in releases_of(workspace) if key is None or release_key(folder.name) < key]
    return earlier[-1] if earlier else None


def _outcomes(release: Path) -> list[Row]:
    import polars as pl

    path = release / TABLES / "quality_result.parquet"
    return pl.read_parquet(path, hive_partitioning=False, glob=False).to_dicts() if path.exists() else []


def _by_id(rows: Iterable[Row]) -> dict[str, Row]:
    return {row["expectation_id"]: row for row in rows}


def _said(row: Row) -> dict[str, Any]:
    return {
        "ernst": dutch(row["severity"], "severity"),
        "uitkomst": dutch(row["outcome"], "outcome"),
        "grens": row["threshold"],
        "aantal_rijen": row["failing_count"],
    }
