"""Assets of budgets: the affiliated parties that budget documents name."""

from contextlib import nullcontext

import dagster as dg

from dagster_project.workspace.partitions import ONE_RUN, SNAPSHOTS, write_parts
from dagster_project.workspace.resource import WorkspaceResource


@dg.asset(group_name="reading", deps=["delivery"], partitions_def=SNAPSHOTS, backfill_policy=ONE_RUN, kinds={"python"})
def budget_mention(context: dg.AssetExecutionContext, workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Mentions read from budgets, one part per snapshot."""
    from dagster_project.budgets import Lines, budget_reader, read_budgets
    from dagster_project.budgets.pipeline import read_budgets_twice
    from dagster_project.budgets.second import SecondReader, settings_of

    where = workspace.workspace
    settings = settings_of(where)
    counts = {}
    with (
        budget_reader(where, tell=Lines(context.log.info)) as reader,
        SecondReader(where, settings) if settings else nullcontext() as second,
    ):
        for snapshot in context.partition_keys:
            if second:
                tables = read_budgets_twice(where, int(snapshot), reader, second, context.log.info)
            else:
                mentions, refusals, quarantine = read_budgets(where, int(snapshot), reader)
                tables = {"mention": mentions, "refusal": refusals, "second_reading": [], "quarantine": quarantine}
            counts[snapshot] = write_parts(where, f"budget-{snapshot}", tables)
    asked = {"questions_asked": second.asked} if second else {}
    return dg.MaterializeResult(metadata={"rows": counts, "documents_read": reader.reads, **asked})
