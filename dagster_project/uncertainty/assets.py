"""Assets of uncertainty: what is said of the figures beside their values, one table each."""

import dagster as dg

from dagster_project.workspace import write_table
from dagster_project.workspace.resource import WorkspaceResource


def _written(workspace: WorkspaceResource, table: str, rows) -> dg.MaterializeResult:
    frame = write_table(workspace.workspace, table, rows)
    return dg.MaterializeResult(metadata={"dagster/row_count": frame.height})


@dg.asset(group_name="uncertainty", deps=["warehouse_export", "corrected_share"], kinds={"python"})
def figure_saying(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Per cell one sentence that it supports and one that it does not."""
    from dagster_project.uncertainty import figure_sayings

    return _written(workspace, "figure_saying", figure_sayings(workspace.workspace))


@dg.asset(group_name="uncertainty", deps=["claim", "published_figure"], kinds={"python"})
def claim_check(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Whether the statements of publications can be true together."""
    from dagster_project.uncertainty import claim_checks

    return _written(workspace, "claim_check", claim_checks())


@dg.asset(group_name="uncertainty", deps=["warehouse_export"], kinds={"python"})
def published_comparison(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Our cells beside what earlier publications printed of the same."""
    from dagster_project.uncertainty import published_comparisons

    return _written(workspace, "published_comparison", published_comparisons(workspace.workspace))


@dg.asset(group_name="uncertainty", deps=["warehouse_export", "decision"], kinds={"python"})
def restated_cell(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Every cell that the newest release published and that is another now."""
    from dagster_project.uncertainty import restated_cells

    return _written(workspace, "restated_cell", restated_cells(workspace.workspace))


@dg.asset(group_name="uncertainty", deps=["audit_answer", "warehouse_export"], kinds={"python"})
def audit_agreement(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """How far two coders of a blind sample agree."""
    from dagster_project.uncertainty import audit_agreements

    return _written(workspace, "audit_agreement", audit_agreements(workspace.workspace))


@dg.asset(group_name="uncertainty", deps=["audit_answer", "warehouse_export"], kinds={"python"})
def error_rate(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """How often the register errs in an attribute, with exact bounds."""
    from dagster_project.uncertainty import measured_error_rates

    return _written(workspace, "error_rate", measured_error_rates(workspace.workspace))


@dg.asset(group_name="uncertainty", deps=["audit_answer", "warehouse_export"], kinds={"python"})
def confusion(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """What was published beside what is true, in blind samples."""
    from dagster_project.uncertainty import measured_confusions

    return _written(workspace, "confusion", measured_confusions(workspace.workspace))


@dg.asset(group_name="uncertainty", deps=["audit_answer", "warehouse_export"], kinds={"python"})
def corrected_share(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Published shares corrected for the errors measured."""
    from dagster_project.uncertainty import measured_corrections

    return _written(workspace, "corrected_share", measured_corrections(workspace.workspace))


@dg.asset(group_name="uncertainty", deps=["warehouse_export", "mention", "survey_answer"], kinds={"python"})
def coverage_estimate(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """How many collaborations no list has, for a range of dependence between lists."""
    from dagster_project.uncertainty import coverage_estimates

    return _written(workspace, "coverage_estimate", coverage_estimates(workspace.workspace))


@dg.asset(group_name="uncertainty", deps=["warehouse_export", "mention", "restated_cell"], kinds={"python"})
def growth_part(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """The change of the total in parts, each as bounds."""
    from dagster_project.uncertainty import growth_parts

    return _written(workspace, "growth_part", growth_parts(workspace.workspace))


@dg.asset(group_name="uncertainty", deps=["warehouse_export", "expected_delivery", "restated_cell"], kinds={"python"})
def quality_indicator(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Indicators of the European Statistical System."""
    from dagster_project.uncertainty import quality_indicators

    return _written(workspace, "quality_indicator", quality_indicators(workspace.workspace))


ASSETS = [
    figure_saying,
    claim_check,
    published_comparison,
    restated_cell,
    audit_agreement,
    error_rate,
    confusion,
    corrected_share,
    coverage_estimate,
    growth_part,
    quality_indicator,
]
