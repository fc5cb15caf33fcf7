"""Rows added, removed and changed between two releases, per table and attribute: only what really changed.

Belongs here: comparing tables by their keys. Does not belong here: cells of figures (`cells`), words (`page`, `text`).
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import all_tables
from dagster_project.release.changes.same import same_ids
from dagster_project.workspace.releases import TABLES

if TYPE_CHECKING:
    import polars as pl

COUNTED_ONLY = ("figure_member", "closure", "figure")
"""Tables whose rows are told with the cell that they belong to, and here only counted."""


@dataclass(frozen=True)
class ChangedRow:
    """A row by its key as text; `values` are column, earlier and later value of each attribute that changed."""

    key: str
    values: list[tuple[str, Any, Any]]


@dataclass(frozen=True)
class TableChange:
    """What differs in one table. `attributes` counts the changed rows by column."""

    name: str
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    changed: list[ChangedRow] = field(default_factory=list)
    attributes: dict[str, int] = field(default_factory=dict)
    columns_added: list[str] = field(default_factory=list)
    columns_removed: list[str] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.columns_added or self.columns_removed)


def changed_tables(earlier: Path, later: Path) -> list[TableChange]:
    """The tables that differ between two folders of releases, in the order of their names."""
    before, after = _frames(earlier), _frames(later)
    same = same_ids(before, after)
    changes = []
    for name in sorted(before.keys() | after.keys()):
        if name not in all_tables():
            continue  # of a table that the dictionary no longer knows nobody can tell the key
        change = _changed(name, before.get(name), after.get(name), same)
        if change.differs:
            changes.append(change)
    return changes


def _frames(folder: Path) -> "dict[str, pl.DataFrame]":
    import polars as pl

    files = sorted((folder / TABLES).glob("*.parquet"))
    return {p.stem: pl.read_parquet(p, hive_partitioning=False, glob=False) for p in files}


def _changed(name: str, before: "pl.DataFrame | None", after: "pl.DataFrame | None", same: dict) -> TableChange:
    """The change of one table; one that is new or gone has only columns that came or went, and rows likewise."""
    columns = [set(f.columns) if f is not None else set() for f in (before, after)]
    come, went = sorted(columns[1] - columns[0]), sorted(columns[0] - columns[1])
    key = list(all_tables()[name].key)
    empty = (after if before is None else before).clear()
    before, after = (empty if f is None else f for f in (before, after))
    if not set(key) <= set(before.columns) & set(after.columns):
        return TableChange(name, columns_added=come, columns_removed=went)
    after = _translated(after, same)
    added, removed = (_keys(a.join(b, on=key, how="anti", nulls_equal=True), key)
                      for a, b in ((after, before), (before, after)))  # fmt: skip
    rows, attributes = _changed_rows(before, after, key)
    return TableChange(name, added, removed, rows, attributes, come, went)


def _translated(frame: "pl.DataFrame", same: dict[str, str]) -> "pl.DataFrame":
    """Ids of mentions and deliveries written as those of the earlier release, also in keys that are text."""
    import polars as pl

    if not same:
        return frame
    texts = [c for c, t in frame.schema.items() if t == pl.String]
    changes = [pl.col(c).replace(same) for c in texts]
    if "row_key" in frame.columns:
        first = pl.col("row_key").str.split_exact("|", 1)
        head, rest = first.struct.field("field_0"), pl.col("row_key").str.extract(r"^[^|]*(\|.*)$").fill_null("")
        changes = [c for c in changes if c.meta.output_name() != "row_key"]
        changes.append((head.replace(same) + rest).alias("row_key"))
    return frame.with_columns(changes)


def _changed_rows(
    before: "pl.DataFrame", after: "pl.DataFrame", key: list[str]
) -> tuple[list[ChangedRow], dict[str, int]]:
    import polars as pl

    others = [c for c in before.columns if c in after.columns and c not in key]
    if not others:
        return [], {}
    alike = [c for c in others if before.schema[c] == after.schema[c]]
    both = before.select(*key, *others).join(after, on=key, how="inner", nulls_equal=True, suffix=" later")
    differs = {c: pl.col(c).ne_missing(pl.col(f"{c} later")) if c in alike else pl.lit(True) for c in others}
    both = both.with_columns(differs[c].alias(f"{c} differs") for c in others)
    both = both.filter(pl.any_horizontal(pl.col(f"{c} differs") for c in others)).sort(key, nulls_last=False)
    attributes = {c: n for c in others if (n := int(both[f"{c} differs"].sum()))}
    rows = [
        ChangedRow(_key(row, key), [(c, row[c], row[f"{c} later"]) for c in others if row[f"{c} differs"]])
        for row in both.iter_rows(named=True)
    ]
    return rows, attributes


def _keys(frame: "pl.DataFrame", key: list[str]) -> list[str]:
    return [_key(row, key) for row in frame.select(key).sort(key).iter_rows(named=True)]


def _key(row: dict[str, Any], key: list[str]) -> str:
    return "|".join("" if row[c] is None else str(row[c]) for c in key)
