"""Assets of budgets: the affiliated parties that budget documents name."""

import dagster as dg

from dagster_project.workspace.partitions import ONE_RUN, SNAPSHOTS, write_parts
from dagster_project.workspace.resource import WorkspaceResource


@dg.asset(group_name="reading", deps=["delivery"], partitions_def=SNAPSHOTS, backfill_policy=ONE_RUN, kinds={"python"})
def budget_mention(context: dg.AssetExecutionContext, workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Mentions read from budgets, one part per snapshot."""
    from dagster_project.budgets import Lines, budget_reader, read_budgets

    counts = {}
    with budget_reader(workspace.workspace, tell=Lines(context.log.info)) as reader:
        for snapshot in context.partition_keys:
            mentions, refusals = read_budgets(workspace.workspace, int(snapshot), reader)
            counts[snapshot] = write_parts(
                workspace.workspace, f"budget-{snapshot}", {"mention": mentions, "refusal": refusals}
            )
    return dg.MaterializeResult(metadata={"rows": counts, "documents_read": reader.reads})
