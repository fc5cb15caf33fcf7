"""Assets of uncertainty: what is said of the figures beside their values, one table each."""

import dagster as dg

from dagster_project.workspace import write_table
from dagster_project.workspace.resource import WorkspaceResource


def _written(workspace: WorkspaceResource, table: str, rows) -> dg.MaterializeResult:
    frame = write_table(workspace.workspace, table, rows)
    return dg.MaterializeResult(metadata={"dagster/row_count": frame.height})


@dg.asset(group_name="uncertainty", deps=["warehouse_export"], kinds={"python"})
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
    """Every cell that the newest release published, beside the same cell now."""
    from dagster_project.uncertainty import restated_cells

    return _written(workspace, "restated_cell", restated_cells(workspace.workspace))


ASSETS = [figure_saying, claim_check, published_comparison, restated_cell]
