"""Where two folders of one release differ: by file, table, row and column, down to the first byte.

Belongs here: explaining bytes. Does not belong here: what changed between two releases on purpose (`changes`).
"""

import csv
import itertools
from collections.abc import Iterator
from pathlib import Path

from dagster_project.dictionary import all_tables
from dagster_project.workspace.releases import TABLES

LISTED = 5  # rows told per table


def differences(one: Path, other: Path) -> list[str]:
    """A line per file that is missing or extra, and per row, line or byte in which a file differs."""
    sides = [{p.relative_to(f).as_posix(): p for p in f.rglob("*") if p.is_file()} for f in (one, other)]
    told = []
    for path in sorted(sides[0].keys() | sides[1].keys()):
        first, second = (side.get(path) for side in sides)
        if first is None or second is None:
            told.append(f"{path}: {'was not there before' if first is None else 'was not made again'}")
        elif first.read_bytes() != second.read_bytes():
            told += _explained(path, first, second)
    return told


def _explained(path: str, first: Path, second: Path) -> list[str]:
    name = Path(path).stem
    if path.startswith(f"{TABLES}/") and name in all_tables():
        is_csv = path.endswith(".csv")
        found = list(_rows_differ(path, name, first, second) if is_csv else _cells_differ(path, first, second))
        return found[:LISTED] + ([f"{path}: and {len(found) - LISTED} more rows"] if len(found) > LISTED else [])
    return [f"{path}: {_first_difference(first.read_bytes(), second.read_bytes())}"]


def _rows_differ(path: str, name: str, first: Path, second: Path) -> Iterator[str]:
    key = all_tables()[name].key
    sides = []
    for file in (first, second):
        with file.open(encoding="utf-8", newline="") as opened:
            sides.append({"|".join(row.get(c) or "" for c in key): row for row in csv.DictReader(opened)})
    for row_key in sorted(sides[0].keys() | sides[1].keys()):
        a, b = (side.get(row_key) for side in sides)
        if a is None or b is None:
            yield f"{path}, row {row_key}: {'was not there before' if a is None else 'was not made again'}"
        elif a != b:
            columns = [c for c in a.keys() | b.keys() if a.get(c) != b.get(c)]
            said = "; ".join(f"{c}: {a.get(c)!r} before, {b.get(c)!r} now" for c in sorted(columns, key=str))
            yield f"{path}, row {row_key}: {said}"
    if sides[0] == sides[1]:
        yield f"{path}: the same rows, written otherwise: {_first_difference(first.read_bytes(), second.read_bytes())}"


def _cells_differ(path: str, first: Path, second: Path) -> Iterator[str]:
    """The rows of a Parquet file are those of the CSV beside it; here only whether the bytes or the values differ."""
    import polars as pl

    values = [pl.read_parquet(p, hive_partitioning=False, glob=False) for p in (first, second)]
    same = values[0].equals(values[1]) and values[0].schema == values[1].schema
    yield f"{path}: {'the same values, written otherwise' if same else 'other values; see the CSV beside it'}"


def _first_difference(a: bytes, b: bytes) -> str:
    at = next((i for i, (x, y) in enumerate(itertools.zip_longest(a, b)) if x != y), 0)
    line = a[:at].count(b"\n") + 1
    shown = (side[at : at + 40].decode("utf-8", "replace") for side in (a, b))
    return "byte {}, line {}: {!r} before, {!r} now".format(at, line, *shown)
