"""Assets of organisations: who existed at each snapshot, and every name resolved at its date."""

import dagster as dg

from dagster_project.workspace import read_table, write_table
from dagster_project.workspace.refusals import located
from dagster_project.workspace.resource import WorkspaceResource


@dg.asset(group_name="organisations", deps=["delivery"], kinds={"python"})
def organisation_snapshot(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """The organisations at the reference date of each snapshot."""
    from dagster_project.organisations import organisation_snapshots

    where = workspace.workspace
    frame = write_table(where, "organisation_snapshot", organisation_snapshots(where.scope))
    return dg.MaterializeResult(metadata={"dagster/row_count": frame.height})


@dg.asset(group_name="organisations", deps=["mention"], kinds={"python"})
def resolved_participant(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Every participant as written, resolved to an organisation or left open with candidates."""
    from dagster_project.organisations import resolve_participants

    where = workspace.workspace
    mentions = read_table(where, "mention")
    resolved, quarantine = resolve_participants(mentions)
    frame = write_table(where, "resolved_participant", resolved)
    quarantine = located(quarantine, mentions, read_table(where, "delivery"))
    write_table(where, "quarantine", quarantine, part="organisations")
    by_method = dict(frame["method"].value_counts().sort("method").iter_rows())
    return dg.MaterializeResult(metadata={"dagster/row_count": frame.height, **by_method})
