"""Assets of surveys: what organisations answered."""

import dagster as dg

from dagster_project.workspace.partitions import ONE_RUN, SNAPSHOTS, write_parts
from dagster_project.workspace.resource import WorkspaceResource


@dg.asset(group_name="reading", deps=["delivery"], partitions_def=SNAPSHOTS, backfill_policy=ONE_RUN, kinds={"python"})
def survey_mention(context: dg.AssetExecutionContext, workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Mentions and answers read from survey responses, and who was asked, one part per snapshot."""
    from dagster_project.surveys import read_answers

    counts = {}
    for snapshot in context.partition_keys:
        tables = vars(read_answers(workspace.workspace, int(snapshot)))
        counts[snapshot] = write_parts(workspace.workspace, f"survey-{snapshot}", tables)
    return dg.MaterializeResult(metadata={"rows": counts})
