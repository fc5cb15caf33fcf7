"""The files of a release that hold its tables, their description and their hashes.

Belongs here: CSV and Parquet, `datapackage.json`, `MANIFEST.sha256`, writing to the disk for good. Does not belong
here: the texts and the workbook that people read.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import table
from dagster_project.dictionary.datapackage import LIST_SEPARATOR, PACKAGE_PROFILE, resource
from dagster_project.release.verify_standalone import MANIFEST, csv_texts
from dagster_project.workspace.csv_text import csv_text
from dagster_project.workspace.hashing import sha256_of
from dagster_project.workspace.releases import TABLES
from dagster_project.workspace.tables import write_parquet

if TYPE_CHECKING:
    import polars as pl


def write_tables(folder: Path, frames: "dict[str, pl.DataFrame]") -> None:
    """Every table as `tabellen/<name>.parquet` and `.csv`."""
    (folder / TABLES).mkdir(parents=True, exist_ok=True)
    for name, frame in frames.items():
        write_parquet(frame, folder / TABLES / f"{name}.parquet", table(name).key)
        (folder / TABLES / f"{name}.csv").write_bytes(csv_bytes(frame))


def csv_bytes(frame: "pl.DataFrame") -> bytes:
    """A frame as CSV: UTF-8, comma, one header, line feeds, no formulas; lists joined by `; `, dates ISO."""
    columns = [csv_texts(frame[c].to_list(), LIST_SEPARATOR) for c in frame.columns]
    return csv_text(frame.columns, zip(*columns, strict=True)).encode("utf-8")


def write_json(path: Path, content: Any) -> None:
    """JSON for people and machines: sorted, indented, in UTF-8."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def write_datapackage(folder: Path, names: list[str], head: dict[str, Any]) -> None:
    """`datapackage.json` over the CSVs, each with its size and hash; `head` holds what is said of the whole."""
    resources = []
    for name in names:
        path = f"{TABLES}/{name}.csv"
        content = {"bytes": (folder / path).stat().st_size, "hash": f"sha256:{sha256_of(folder / path)}"}
        resources.append({**resource(table(name), path), **content})
    package = {"$schema": PACKAGE_PROFILE, **head, "resources": resources}
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"  # columns keep the order of the dictionary
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def seal(folder: Path) -> None:
    """Write the manifest: `sha256  path` of every file, in the order of the paths."""
    paths = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.name != MANIFEST)
    lines = [f"{sha256_of(folder / path)}  {path}\n" for path in paths]
    (folder / MANIFEST).write_text("".join(lines), encoding="utf-8")
