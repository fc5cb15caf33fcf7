"""The text of a decision file to typed rows, its schema checked. Does not know where files lie."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from dagster_project.decisions.kinds import faults
from dagster_project.dictionary import table
from dagster_project.workspace import UnreadableInput

ALL = "all"
COLUMNS = tuple(c for c in table("decision").column_names if c not in ("decision_id", "status"))


def parse(text: str, path: Path) -> list[dict[str, Any]]:
    """Rows of the table `decision`, all `active`; the folder and the number come from `path`.

    Raises UnreadableInput naming file, row, column and mend.
    """
    folder, number = path.parent.name, path.name[:4]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header, *records = list(reader) or [[]]
    except csv.Error as error:
        raise UnreadableInput(f"no CSV: {error}", f"{path}, line {reader.line_num}", "save it as CSV again") from None
    if sorted(header) != sorted(COLUMNS):
        found = ", ".join(header) or "not there"
        raise UnreadableInput(f"the columns are {found}", f"{path}, row 1", f"write {', '.join(COLUMNS)}")
    rows = []
    for place, cells in enumerate(records, start=2):
        where = f"{path}, row {place}"
        if len(cells) != len(header):
            raise UnreadableInput(f"{len(cells)} cells", where, f"write {len(header)}, as in the header")
        row = _typed(dict(zip(header, cells, strict=True)), where)
        if fault := next(chain(_snapshot_faults(row["snapshot"], folder), faults(row)), None):
            column, mend = fault
            shown = "empty" if row[column] is None else f"'{row[column]}'"
            raise UnreadableInput(f"{column} is {shown}", f"{where}, column {column}", mend)
        rows.append({"decision_id": f"{folder}/{number}-{place:03d}", **row, "status": "active"})
    return rows


def _typed(raw: Mapping[str, str], where: str) -> dict[str, Any]:
    """Text to the types of the dictionary, in its order of columns; empty is None."""
    row = {}
    for name in COLUMNS:
        column, text, cell = table("decision").column(name), raw[name].strip(), f"{where}, column {name}"
        try:
            row[name] = {"date": date.fromisoformat, "integer": int}.get(column.type, str)(text) if text else None
        except ValueError:
            mend = "write YYYY-MM-DD" if column.type == "date" else "write a whole number"
            raise UnreadableInput(f"{name} is '{text}'", cell, mend) from None
        if not text and not column.nullable:
            raise UnreadableInput(f"{name} is empty", cell, f"fill in: {column.description}")
        if text and column.enum and text not in column.enum:
            raise UnreadableInput(f"{name} is '{text}'", cell, f"write one of {', '.join(column.enum)}")
    return row


def _snapshot_faults(snapshot: int | None, folder: str) -> Iterator[tuple[str, str]]:
    from dagster_project.workspace.seeds import snapshots

    if snapshot is not None and snapshot not in snapshots():
        yield "snapshot", f"write one of {', '.join(map(str, snapshots()))}, or nothing for all"
    elif snapshot is not None and folder not in (ALL, str(snapshot)):
        yield "snapshot", f"write {folder} or nothing, or move the row to a file in {snapshot}/"
