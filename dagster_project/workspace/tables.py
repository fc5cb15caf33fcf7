"""Tables on disk: Parquet that repeats to the byte, checked against the dictionary on the way out.

A table is one file `tables/<name>.parquet` of a state or, where several readers write it, a folder of parts
`tables/<name>/<part>.parquet`; readers see one table either way.
"""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import table
from dagster_project.dictionary.contract import enforce
from dagster_project.dictionary.types import polars_schema
from dagster_project.workspace.errors import UnreadableInput, WrongUse
from dagster_project.workspace.layout import Workspace

if TYPE_CHECKING:
    import polars as pl

_HALF = re.compile("[\ud800-\udfff]")


def frame_of(name: str, rows: Iterable[Mapping[str, Any]]) -> "pl.DataFrame":
    """Rows as a frame with the columns of the dictionary; absent keys are null, absent lists empty.

    Half a character (a lone surrogate), which no file can hold, becomes the sign for one that is not known.
    Raises KeyError for a key that is no column.
    """
    import polars as pl

    spec = table(name)
    rows = list(rows)
    unknown = {k for r in rows for k in r} - set(spec.column_names)
    if unknown:
        raise KeyError(f"table '{name}' has no column {', '.join(sorted(unknown))}")
    empty = {c.name: [] if c.is_list else None for c in spec.columns}
    whole, schema = [{**empty, **r} for r in rows], polars_schema(spec)
    try:
        return pl.DataFrame(whole, schema=schema, orient="row")
    except UnicodeEncodeError:
        return pl.DataFrame([{k: _encodable(v) for k, v in r.items()} for r in whole], schema=schema, orient="row")


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    return [_encodable(v) for v in value] if isinstance(value, list | tuple) else value


def write_parquet(frame: "pl.DataFrame", path: Path, key: Iterable[str]) -> None:
    """Write sorted by the key, with fixed options, through a temporary file."""
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".tmp")
    arrow = frame.sort(list(key), nulls_last=True).to_arrow(compat_level=_oldest())
    pq.write_table(arrow, temporary, compression="zstd", write_statistics=True, row_group_size=100_000)
    os.replace(temporary, path)


def _oldest():
    import polars as pl

    return pl.CompatLevel.oldest()


def write_table(
    workspace: Workspace, name: str, rows: "pl.DataFrame | Iterable[Mapping[str, Any]]", part: str | None = None
) -> "pl.DataFrame":
    """Check rows against the contract, write them and give them back as a frame.

    Raises ContractBroken with the table, the columns and the failing values.
    """
    import polars as pl

    frame = rows if isinstance(rows, pl.DataFrame) else frame_of(name, rows)
    frame = enforce(name, frame)
    base = workspace.tables / name
    write_parquet(frame, base / f"{part}.parquet" if part else base.with_suffix(".parquet"), table(name).key)
    return frame


def files_of(workspace: Workspace, name: str) -> list[Path]:
    """The files of a table, in order."""
    single = (workspace.tables / name).with_suffix(".parquet")
    return [single] if single.exists() else sorted((workspace.tables / name).glob("*.parquet"))


def read_table(workspace: Workspace, name: str) -> "pl.DataFrame":
    """A whole table, sorted by its key.

    Raises WrongUse where no run has written it yet, UnreadableInput where a file of it is damaged.
    """
    import polars as pl

    files = files_of(workspace, name)
    if not files:
        raise WrongUse(f"there is no table '{name}' yet", workspace.root, "lappendeken run")
    frames = [_read_parquet(f) for f in files]
    return pl.concat(frames, how="vertical").sort(list(table(name).key), nulls_last=True)


def _read_parquet(path: Path) -> "pl.DataFrame":
    import polars as pl

    try:
        return pl.read_parquet(path, hive_partitioning=False, glob=False)
    except pl.exceptions.PolarsError as error:
        what = f"a table is damaged: {' '.join(str(error).split())[:200]}"
        raise UnreadableInput(what, path, "lappendeken run makes it anew") from None
