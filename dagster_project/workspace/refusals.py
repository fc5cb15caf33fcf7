"""Rows of what was not read (`refusal`) and of what was read and is not trusted (`quarantine`).

Belongs here: their shape and their ids, which come from content alone. Their reasons are those of the dictionary; each
room says why and how to mend it.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import table
from dagster_project.workspace.hashing import short_id

if TYPE_CHECKING:
    import polars as pl


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


def located(
    rows: Iterable[dict[str, Any]], mentions: "pl.DataFrame", deliveries: "pl.DataFrame"
) -> list[dict[str, Any]]:
    """Rows of `quarantine`, those about a mention with the file and the place of it where they say none.

    `mentions` and `deliveries` are the tables of these names. A key of a mention, or one that begins with it, tells.
    """
    rows = list(rows)
    wanted = {_mention_of(row) for row in rows if not row["file_name"]}
    names = dict(deliveries.select("delivery_id", "file_name").iter_rows())
    told = mentions.filter(mentions["mention_id"].is_in(sorted(wanted)))
    places = {m: (names.get(d), at) for m, d, at in told.select("mention_id", "delivery_id", "locator").iter_rows()}
    return [_with_place(row, *places.get(_mention_of(row), (None, None))) for row in rows]


def _mention_of(row: dict[str, Any]) -> str:
    return row["row_key"].split("|")[0]


def _with_place(row: dict[str, Any], file_name: str | None, locator: str | None) -> dict[str, Any]:
    if row["file_name"] or not file_name:
        return row
    own = {k: v for k, v in row.items() if k not in ("quarantine_id", "file_name", "locator")}
    return quarantine_row(**own, file_name=file_name, locator=row["locator"] or locator)


def _listed(name: str, reason: str) -> str:
    if reason not in table(name).column("reason").enum:
        raise ValueError(f"'{reason}' is no reason of the table {name}: add it to dictionary/tables/{name}.yml")
    return reason
