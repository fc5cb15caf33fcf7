"""What was reported before and is not now: against the newest release on disk and the state before the one being built.

Belongs here: what was there then, and how long it is remembered. Does not belong here: whether it may be gone, which is
an expectation of the suite coverage.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.workspace import Workspace
from dagster_project.workspace.releases import TABLES, newest_release
from dagster_project.workspace.tables import files_of

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]

BODY = ("snapshot", "source", "organisation_id")
KEY = (*BODY, "delivery_id")


def gone(building: Workspace, before: Workspace) -> Iterator[Row]:
    """Rows of `reported_before`: what the newest release or the state `before` had and `building` has not.

    What the state before had noted as gone stays so until a release is made. A delivery that no release rests on, and
    of which the manifest knows nothing any more, was taken back on purpose: its rows are forgotten.
    """
    newest = newest_release(building)
    release = newest.name if newest else None
    released = _counts(_of_release(newest, "mention"), _of_release(newest, "delivery"))
    in_force = _counts(files_of(before, "mention"), files_of(before, "delivery"))
    noted = {row_key(r): r for r in _rows(files_of(before, "reported_before")) if r["release"] == release}
    bodies = {key[:3] for key in _counts(files_of(building, "mention"), [])}
    known = {r["delivery_id"] for r in _rows(files_of(building, "delivery"), ["delivery_id"])}
    for key in sorted(released.keys() | in_force.keys() | noted.keys()):
        if key[:3] in bodies or not (key in released or key[3] in known):
            continue
        counted, file_name = in_force.get(key) or (0, "")
        earlier = noted.get(key, {"mentions_before": 0, "file_name": ""})
        yield {
            **dict(zip(KEY, key, strict=True)),
            "file_name": file_name or released.get(key, (0, ""))[1] or earlier["file_name"],
            "mentions_released": released.get(key, (0, ""))[0],
            "mentions_before": counted or earlier["mentions_before"],
            "release": release,
        }


def row_key(row: Row) -> tuple:
    """The key of a row of `reported_before`."""
    return tuple(row[column] for column in KEY)


def _of_release(folder: Path | None, name: str) -> list[Path]:
    return [folder / TABLES / f"{name}.parquet"] if folder else []


def _counts(mention: Iterable[Path], delivery: Iterable[Path]) -> dict[tuple, tuple[int, str]]:
    """By key how many mentions there are, and the name of the file."""
    import polars as pl

    names = {r["delivery_id"]: r["file_name"] for r in _rows(delivery, ["delivery_id", "file_name"])}
    columns = ["snapshot", "source", "reporting_organisation_id", "delivery_id"]
    found: dict[tuple, tuple[int, str]] = {}
    for path in mention:
        grouped = _read(path, columns).with_columns(pl.col("reporting_organisation_id").fill_null(""))
        for *key, number in grouped.group_by(columns).len().iter_rows():
            counted = found.get(tuple(key), (0, ""))[0]
            found[tuple(key)] = counted + number, names.get(key[-1], "")
    return found


def _rows(files: Iterable[Path], columns: list[str] | None = None) -> list[Row]:
    return [row for path in files for row in _read(path, columns).iter_rows(named=True)]


def _read(path: Path, columns: list[str] | None) -> "pl.DataFrame":
    import polars as pl

    return pl.read_parquet(path, columns=columns, hive_partitioning=False, glob=False)
