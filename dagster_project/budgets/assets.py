"""Assets of budgets: the affiliated parties that budget documents name."""

import dagster as dg

from dagster_project.workspace.partitions import ONE_RUN, SNAPSHOTS, write_parts
from dagster_project.workspace.resource import WorkspaceResource


@dg.asset(group_name="reading", deps=["delivery"], partitions_def=SNAPSHOTS, backfill_policy=ONE_RUN, kinds={"python"})
def budget_mention(context: dg.AssetExecutionContext, workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Mentions read from budgets, one part per snapshot."""
    from dagster_project.budgets import read_budgets

    counts = {}
    for snapshot in context.partition_keys:
        mentions, refusals = read_budgets(workspace.workspace, int(snapshot))
        counts[snapshot] = write_parts(
            workspace.workspace, f"budget-{snapshot}", {"mention": mentions, "refusal": refusals}
        )
    return dg.MaterializeResult(metadata={"rows": counts})
