"""Assets of quality: the outcome of every expectation as a table, as asset checks and as a verdict."""

import json

import dagster as dg

from dagster_project.workspace import read_table, write_table
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.resource import WorkspaceResource


def quality_assets() -> list[dg.AssetsDefinition]:
    """The assets of this room; their checks are made by `quality_checks`."""
    return [
        reported_before,
        expected_delivery,
        raw_finding,
        region_at_date,
        share_shift,
        quality_result,
        quality_verdict,
        quarantine,
    ]


def quality_checks() -> list[dg.AssetChecksDefinition]:
    """One asset check per declared expectation, on the asset that it checks."""
    from dagster_project.quality import declared
    from dagster_project.quality.checks import expectation_checks

    return expectation_checks(declared())


@dg.asset(
    group_name="quality",
    deps=[
        "warehouse_export",
        "refusal",
        "reported_before",
        "expected_delivery",
        "raw_finding",
        "region_at_date",
        "share_shift",
        "figure_saying",
        "claim_check",
        "published_comparison",
        "restated_cell",
        "quality_indicator",
        "growth_part",
        "coverage_estimate",
        "corrected_share",
        "confusion",
        "error_rate",
        "audit_agreement",
    ],
    kinds={"greatexpectations"},
)
def quality_result(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Every expectation over the tables of this run."""
    from dagster_project.quality import evaluate

    results = write_table(workspace.workspace, "quality_result", evaluate(workspace.workspace))
    by_outcome = dict(results["outcome"].value_counts().sort("outcome").iter_rows())
    return dg.MaterializeResult(metadata={"dagster/row_count": results.height, **by_outcome})


@dg.asset(group_name="quality", deps=["mention", "delivery"], kinds={"python"})
def reported_before(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Bodies and sources that the newest release or an earlier run had mentions of, and this run has none of."""
    from dagster_project.quality import gone

    where = workspace.workspace
    rows = write_table(where, "reported_before", gone(where, where.now()))
    return dg.MaterializeResult(metadata={"dagster/row_count": rows.height})


@dg.asset(group_name="quality", deps=["mention", "delivery", "refusal", "organisation_snapshot"], kinds={"python"})
def expected_delivery(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """What was expected for each snapshot, and what came."""
    from dagster_project.quality import expected_deliveries

    rows = write_table(workspace.workspace, "expected_delivery", expected_deliveries(workspace.workspace))
    by_status = dict(rows["status"].value_counts().sort("status").iter_rows())
    return dg.MaterializeResult(metadata={"dagster/row_count": rows.height, **by_status})


@dg.asset(group_name="quality", deps=["delivery"], kinds={"python"})
def raw_finding(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """What was found in the cells of delivered lists, also in those that no reader takes."""
    from dagster_project.quality import raw_findings

    rows = write_table(workspace.workspace, "raw_finding", raw_findings(workspace.workspace))
    by_finding = dict(rows["finding"].value_counts().sort("finding").iter_rows())
    return dg.MaterializeResult(metadata={"dagster/row_count": rows.height, **by_finding})


@dg.asset(group_name="quality", deps=["warehouse_export", "mention", "link", "delivery"], kinds={"python"})
def region_at_date(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """In how many regions of a statutory system each municipality was on days between the snapshots."""
    from dagster_project.quality import regions_at_dates

    rows = write_table(workspace.workspace, "region_at_date", regions_at_dates(workspace.workspace))
    return dg.MaterializeResult(metadata={"dagster/row_count": rows.height})


@dg.asset(group_name="quality", deps=["warehouse_export", "mention"], kinds={"python"})
def share_shift(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """How shares of forms, themes, ministries and the like moved between snapshots."""
    from dagster_project.quality import share_shifts

    rows = write_table(workspace.workspace, "share_shift", share_shifts(workspace.workspace))
    return dg.MaterializeResult(metadata={"dagster/row_count": rows.height})


@dg.asset(group_name="quality", deps=["quality_result", "quarantine"], kinds={"json"})
def quality_verdict(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """The verdict in the words of BZK; the last asset of the pipeline."""
    from dagster_project.quality import verdict

    where = workspace.workspace
    told = verdict(read_table(where, "quality_result").to_dicts(), where)
    write_text(where.state / "verdict.json", json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
    return dg.MaterializeResult(metadata={"oordeel": told["oordeel"]})


@dg.asset(group_name="quality", deps=["mention", "resolved_participant", "link", "decision"], kinds={"python"})
def quarantine(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """All rows that are not trusted as they stand, with their reasons."""
    rows = read_table(workspace.workspace, "quarantine")
    by_reason = dict(rows["reason"].value_counts().sort("reason").iter_rows())
    return dg.MaterializeResult(metadata={"dagster/row_count": rows.height, **by_reason})
