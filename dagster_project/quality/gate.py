"""The gate: a run ends where something fatal fails; a release is refused where something that must hold does not, or
was not looked at."""

from collections.abc import Iterable, Mapping
from typing import Any

from dagster_project.workspace import GateRefused

UNSEEN = ("not_run", "empty")
"""Outcomes that block whatever the severity: nobody looked."""
_WAIVER = (
    "a decision with kind=waiver target={expectation_id} expect={failing_count} ends_on=YYYY-MM-DD "
    "role=ROLE reviewer=CODE reason=WHY"
)
"""The columns of a decision that are to be filled in; `expect` keeps it from covering what fails beyond it."""
NAMED = 20
"""Failing keys in the message; the attribute `failing` of the error has all."""


def refuse_if_failing(rows: Iterable[Mapping[str, Any]]) -> None:
    """Let the rows of `quality_result` pass, or raise.

    Raises GateRefused where nothing was checked at all, and else with each expectation that blocks, why it exists and
    its failing keys in the message, and the whole rows in the attribute `failing`.
    """
    rows = list(rows)
    if not rows:
        mend = "bring expectations/ back, then lappendeken run"
        raise GateRefused("nothing was checked: there is no outcome of any expectation", None, mend)
    failing = blocking(rows)
    if not failing:
        return
    refused = GateRefused(
        f"{len(failing)} expectation(s) block the release\n" + "\n".join(map(_failure_text, failing)),
        None,
        "correct the data, record a decision, or waive an error by a decision of kind waiver; then lappendeken run",
    )
    refused.failing = failing
    raise refused


def stop_if_fatal(rows: Iterable[Mapping[str, Any]]) -> None:
    """Let the rows of `quality_result` of fatal expectations pass, or raise GateRefused with each that did not pass."""
    failing = [r for r in rows if r["severity"] == "fatal" and (r["outcome"] == "failed" or r["outcome"] in UNSEEN)]
    if failing:
        what = f"{len(failing)} expectation(s) stop the run; nothing in force was changed\n"
        stopped = GateRefused(
            what + "\n".join(map(_failure_text, failing)),
            None,
            "bring the file that is named anew, or withdraw it by a decision of kind delivery; then lappendeken run",
        )
        stopped.failing = failing
        raise stopped


def blocking(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What stops a release: a failing fatal or error, and whatever was declared and did not run or saw no row."""
    return [r for r in rows if r["outcome"] in UNSEEN or (r["outcome"] == "failed" and r["severity"] != "warning")]


def _failure_text(row: Mapping[str, Any]) -> str:
    keys = row["failing_keys"]
    shown = "\n".join(f"    {key}" for key in keys[:NAMED])
    more = f"\n    and {len(keys) - NAMED} more" if len(keys) > NAMED else ""
    head = f"- {row['expectation_id']} ({row['severity']}, {row['outcome']}): {row['observed']}"
    text = f"{head}\n  why: {row['why']}\n  failing keys in {row['row_table']}: {len(keys)}\n{shown}{more}".rstrip()
    if row["severity"] != "error" or row["outcome"] != "failed":
        return text  # what is fatal, or was not looked at, cannot be waived
    return f"{text}\n  to waive: {_WAIVER.format(**row)}"
