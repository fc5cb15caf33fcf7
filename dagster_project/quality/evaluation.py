"""Evaluate the expectations over the tables of a workspace: Great Expectations decides, our SQL lists.

Where one of the two says that there is a fault and the other does not, neither is believed: the outcome is `not_run`,
which is an error. So is an expectation whose table is missing or whose SQL does not run. One that passed on no row at
all is `empty`, an error as well, unless it is declared that there may be none.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from dagster_project.quality.batches import Batches, batches_of
from dagster_project.quality.declaration import SUITES, Expectation, declared
from dagster_project.quality.gx_runner import CouldNotRun, GxRunner
from dagster_project.quality.waivers import apply_waivers
from dagster_project.workspace import Workspace, WrongUse

Row = dict[str, Any]


def evaluate(
    workspace: Workspace,
    suites: Collection[str] | None = None,
    as_of: date | None = None,
    expectations: Iterable[Expectation] | None = None,
) -> list[Row]:
    """Rows of `quality_result`, one per expectation of the suites (all where none is named).

    A waiver holds where its last day is not before `as_of`; without one that is the day of the newest delivery, for
    no clock may reach an output.

    Raises WrongUse for a suite that does not exist.
    """
    if unknown := set(suites or ()) - set(SUITES):
        raise WrongUse(
            f"there is no suite {', '.join(sorted(unknown))}", "expectations/", f"one of {', '.join(SUITES)}"
        )
    wanted = [e for e in (declared() if expectations is None else expectations) if not suites or e.suite in suites]
    runner = GxRunner()
    with batches_of(workspace) as batches:
        rows = [_result_row(e, runner, batches) for e in wanted]
    return apply_waivers(rows, workspace, as_of)


def _result_row(expectation: Expectation, runner: GxRunner, batches: Batches) -> Row:
    outcome, observed, looked_at, keys = _outcome(expectation, runner, batches)
    return {
        "expectation_id": expectation.id,
        "suite": expectation.suite,
        "severity": expectation.severity,
        "outcome": outcome,
        "row_table": expectation.table,
        "observed": observed,
        "threshold": expectation.threshold,
        "looked_at": looked_at,
        "failing_count": len(keys),
        "failing_keys": keys,
        "why": expectation.why,
        "owner": expectation.owner,
        "waiver_id": None,
    }


def _outcome(expectation: Expectation, runner: GxRunner, batches: Batches) -> tuple[str, str, int, list[str]]:
    """Outcome, what was observed, the number of rows that were looked at, and the failing keys."""
    import duckdb

    try:
        frame = batches.frame(expectation)
        outcome = runner.check(expectation, frame)
        keys = batches.failing_keys(expectation)
    except (CouldNotRun, WrongUse, ValueError, KeyError, duckdb.Error) as error:
        return "not_run", f"could not run: {_first_line(error)}", 0, []
    if outcome.passed and keys:
        said = f"Great Expectations passed ({outcome.observed}), the SQL lists {len(keys)} keys"
        return "not_run", said, len(frame), keys
    if not outcome.passed and not keys:
        return "not_run", f"Great Expectations failed ({outcome.observed}), the SQL lists nothing", len(frame), keys
    if outcome.passed and not len(frame) and expectation.may_be_empty is None:
        return "empty", "no row to look at", 0, []
    return "passed" if outcome.passed else "failed", outcome.observed, len(frame), keys


def _first_line(error: Exception) -> str:
    """Without the place of the workspace: paths of a machine reach no output."""
    what = error.what if isinstance(error, WrongUse) else str(error)
    return what.strip().splitlines()[0] if what.strip() else type(error).__name__
