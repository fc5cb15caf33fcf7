"""Waivers: a person's decision to release in spite of one failing expectation, until a day."""

from datetime import date
from typing import Any

from dagster_project.decisions import active_decisions
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.tables import files_of

Row = dict[str, Any]


def apply_waivers(rows: list[Row], workspace: Workspace, as_of: date | None = None) -> list[Row]:
    """The rows, with `waived` and the id of the decision where a waiver covers a failing error.

    A fatal, or an expectation that did not run, cannot be waived. A waiver with `expect` covers only that number of
    failing rows: what fails beyond it was not judged by anybody.
    """
    by_target = {d["target"]: d for d in holding(workspace, as_of)}
    return [_waived(row, by_target.get(row["expectation_id"])) for row in rows]


def holding(workspace: Workspace, as_of: date | None = None) -> list[Row]:
    """The waivers that have not ended at `as_of`, or at the day of the newest delivery."""
    as_of = as_of or newest_delivery(workspace)
    return [d for d in active_decisions(workspace, "waiver") if as_of is None or d["ends_on"] >= as_of]


def newest_delivery(workspace: Workspace) -> date | None:
    """The last day on which something was received: the date of a run that the clock cannot change."""
    return read_table(workspace, "delivery")["received_on"].max() if files_of(workspace, "delivery") else None


def _waived(row: Row, waiver: Row | None) -> Row:
    if waiver is None or row["severity"] != "error" or row["outcome"] != "failed":
        return row
    if waiver["expect"] not in (None, str(row["failing_count"])):
        return row
    return {**row, "outcome": "waived", "waiver_id": waiver["decision_id"]}
