"""The expectations as asset checks: each on the asset that it checks, those that are fatal blocking there.

A table of dbt is on disk for others once `warehouse_export` has written it, so its checks stand on that. Fatal ones are
evaluated as soon as their table is there, and again with all others in `quality_result`, so that a verdict is whole.
Does not belong here: what an expectation says (`expectations/`), and the words of a refusal (`gate`).
"""

from collections.abc import Iterator

import dagster as dg

from dagster_project.dictionary import all_tables
from dagster_project.quality.declaration import Expectation
from dagster_project.workspace import read_table
from dagster_project.workspace.resource import WorkspaceResource

_MADE_BY_DBT = ("seed", "canonical", "comparable", "evidence", "figures")
EXPORT = "warehouse_export"


def expectation_checks(expectations: tuple[Expectation, ...]) -> list[dg.AssetChecksDefinition]:
    """One blocking check per asset with fatal expectations, and one that tells what all others said."""
    fatal = [e for e in expectations if e.severity == "fatal"]
    places = sorted({asset_of(e) for e in fatal})
    blocking = [_stops(place, tuple(e for e in fatal if asset_of(e) == place)) for place in places]
    return [*blocking, _tells(tuple(e for e in expectations if e.severity != "fatal"))]


def asset_of(expectation: Expectation) -> str:
    """The asset that an expectation stands on: what makes its table, as others can read it."""
    return EXPORT if all_tables()[expectation.table].stage in _MADE_BY_DBT else expectation.table


def _spec(expectation: Expectation, blocking: bool) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(
        expectation.id,
        asset=asset_of(expectation),
        description=expectation.why,
        metadata={"suite": expectation.suite},
        additional_deps=[] if blocking else ["quality_result"],
        blocking=blocking,
    )


def _stops(place: str, expectations: tuple[Expectation, ...]) -> dg.AssetChecksDefinition:
    @dg.multi_asset_check(name=f"{place}_may_be_used", specs=[_spec(e, True) for e in expectations])
    def may_be_used(workspace: WorkspaceResource):
        """Evaluates what is fatal on an asset, and stops the run where it fails."""
        from dagster_project.quality import evaluate, stop_if_fatal

        rows = evaluate(workspace.workspace, expectations=expectations)
        yield from map(_result, rows)
        stop_if_fatal(rows)

    return may_be_used


def _tells(expectations: tuple[Expectation, ...]) -> dg.AssetChecksDefinition:
    wanted = {e.id for e in expectations}

    @dg.multi_asset_check(name="expectations_told", specs=[_spec(e, False) for e in expectations])
    def expectations_told(workspace: WorkspaceResource) -> Iterator[dg.AssetCheckResult]:
        """Tells what each expectation said, on the asset that it is of."""
        for row in read_table(workspace.workspace, "quality_result").iter_rows(named=True):
            if row["expectation_id"] in wanted:
                yield _result(row)

    return expectations_told


def _result(row: dict) -> dg.AssetCheckResult:
    place = EXPORT if all_tables()[row["row_table"]].stage in _MADE_BY_DBT else row["row_table"]
    return dg.AssetCheckResult(
        asset_key=place,
        check_name=row["expectation_id"],
        passed=row["outcome"] in ("passed", "waived"),
        severity=dg.AssetCheckSeverity.WARN if row["severity"] == "warning" else dg.AssetCheckSeverity.ERROR,
        metadata={
            "observed": row["observed"],
            "threshold": row["threshold"],
            "failing_rows": row["failing_count"],
            "failing_keys": dg.MetadataValue.json(row["failing_keys"]),
        },
    )
