"""Assets of linkage: which mentions are one collaboration, under which id."""

import dagster as dg

from dagster_project.workspace import read_table, write_table
from dagster_project.workspace.resource import WorkspaceResource


@dg.multi_asset(
    group_name="linkage",
    specs=[
        dg.AssetSpec("link", deps=["mention", "resolved_participant"], kinds={"splink", "duckdb"}),
        dg.AssetSpec("collaboration_identity", deps=["mention", "resolved_participant"], kinds={"python"}),
    ],
)
def identified_collaborations(workspace: WorkspaceResource):
    """Mentions to collaborations, and clusters to the ids of the ledger or to those that a release would mint."""
    from dagster_project.decisions import active_decisions
    from dagster_project.linkage import identities, link_mentions

    where = workspace.workspace
    mentions = read_table(where, "mention")
    decisions = [d for kind in ("must_link", "must_not_link") for d in active_decisions(where, kind)]
    linked = link_mentions(mentions, read_table(where, "resolved_participant"), decisions)
    links, identity = identities(where, linked.links, mentions)
    write_table(where, "quarantine", linked.quarantine, part="linkage")
    links, identity = write_table(where, "link", links), write_table(where, "collaboration_identity", identity)
    yield dg.MaterializeResult("link", metadata={"dagster/row_count": links.height})
    yield dg.MaterializeResult("collaboration_identity", metadata={"dagster/row_count": identity.height})


@dg.asset(group_name="linkage", deps=["mention", "link", "resolved_participant"], kinds={"python"})
def proposed_succession(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Mergers and splits that the sources show, with their evidence."""
    from dagster_project.linkage.succession import successions

    where = workspace.workspace
    found = successions(*(read_table(where, name) for name in ("mention", "link", "resolved_participant")))
    rows = write_table(where, "proposed_succession", found)
    return dg.MaterializeResult(metadata={"dagster/row_count": rows.height})
