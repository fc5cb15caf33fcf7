"""Assets of intake: what was taken in, and all that the readers made of it."""

from datetime import date

import dagster as dg

from dagster_project.workspace import read_table
from dagster_project.workspace.resource import WorkspaceResource

READERS = ["budget_mention", "survey_mention", "register_mention", "edition_mention", "programme_mention"]


@dg.asset(group_name="intake", kinds={"python"})
def delivery(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """The deliveries of the workspace; files dropped into `raw/` are taken in where they lie."""
    from dagster_project.intake import scan

    where = workspace.workspace
    scan(where, today=date.today())
    deliveries = read_table(where, "delivery")
    by_status = dict(deliveries["status"].value_counts().sort("status").iter_rows())
    return dg.MaterializeResult(metadata={"dagster/row_count": deliveries.height, **by_status})


@dg.asset(group_name="reading", deps=READERS, kinds={"python"})
def mention(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """All mentions of all readers as one table; that their ids differ is checked here, over the parts."""
    mentions = read_table(workspace.workspace, "mention")
    double = mentions.height - mentions["mention_id"].n_unique()
    if double:
        raise dg.Failure(f"{double} mention ids stand in more than one part of the table 'mention'")
    by_source = dict(mentions["source"].value_counts().sort("source").iter_rows())
    return dg.MaterializeResult(metadata={"dagster/row_count": mentions.height, **by_source})


@dg.asset(group_name="reading", deps=["delivery", *READERS], kinds={"python"})
def refusal(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """All that was not read, with its reasons."""
    refusals = read_table(workspace.workspace, "refusal")
    by_reason = dict(refusals["reason"].value_counts().sort("reason").iter_rows())
    return dg.MaterializeResult(metadata={"dagster/row_count": refusals.height, **by_reason})
