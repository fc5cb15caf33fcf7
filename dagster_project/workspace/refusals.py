"""Rows of what was not read (`refusal`) and of what was read and is not trusted (`quarantine`).

Belongs here: their shape and their ids, which come from content alone. Their reasons are those of the dictionary; each
room says why and how to mend it.
"""

from typing import Any

from dagster_project.dictionary import table
from dagster_project.workspace.hashing import short_id


def refusal_row(
    stage: str, file_name: str, locator: str, reason: str, detail: str, delivery_id: str | None = None
) -> dict[str, Any]:
    """A row of the table `refusal`; `stage` is intake or reading.

    Raises ValueError for a reason that the dictionary does not have.
    """
    row = {
        "stage": stage,
        "delivery_id": delivery_id,
        "file_name": file_name,
        "locator": locator,
        "reason": _listed("refusal", reason),
        "detail": detail,
    }
    return {"refusal_id": short_id("rf", *row.values()), **row}


def quarantine_row(
    row_table: str,
    row_key: str,
    reason: str,
    detail: str,
    *,
    snapshot: int | None = None,
    file_name: str | None = None,
    locator: str | None = None,
    expectation_id: str | None = None,
) -> dict[str, Any]:
    """A row of the table `quarantine`; `row_key` joins the parts of a key by a vertical bar.

    Raises ValueError for a reason that the dictionary does not have.
    """
    row = {
        "row_table": row_table,
        "row_key": row_key,
        "snapshot": snapshot,
        "reason": _listed("quarantine", reason),
        "detail": detail,
        "file_name": file_name,
        "locator": locator,
        "expectation_id": expectation_id,
    }
    return {"quarantine_id": short_id("q", *row.values()), **row}


def _listed(name: str, reason: str) -> str:
    if reason not in table(name).column("reason").enum:
        raise ValueError(f"'{reason}' is no reason of the table {name}: add it to dictionary/tables/{name}.yml")
    return reason
