"""Assets of linkage: which mentions are one collaboration, under which id."""

import dagster as dg

from dagster_project.workspace import read_table, write_table
from dagster_project.workspace.refusals import located
from dagster_project.workspace.resource import WorkspaceResource


@dg.multi_asset(
    group_name="linkage",
    specs=[
        dg.AssetSpec("link", deps=["mention", "resolved_participant"], kinds={"splink", "duckdb"}),
        dg.AssetSpec("collaboration_identity", deps=["mention", "resolved_participant"], kinds={"python"}),
        dg.AssetSpec("doubtful_pair", deps=["mention", "resolved_participant"], kinds={"python"}),
    ],
)
def identified_collaborations(workspace: WorkspaceResource):
    """Mentions to collaborations, clusters to ids of the ledger or those a release would mint, and what is doubtful."""
    from dagster_project.decisions import located_decisions
    from dagster_project.linkage import identities, link_decisions, link_mentions
    from dagster_project.linkage.review.clerical_review import doubtful_pairs

    where = workspace.workspace
    mentions = read_table(where, "mention")
    participants, decisions = read_table(where, "resolved_participant"), link_decisions(where, mentions)
    linked = link_mentions(mentions, participants, decisions, where.work / "linkage")
    links, identity = identities(where, linked.links, mentions)
    quarantine = located_decisions(where, located(linked.quarantine, mentions, read_table(where, "delivery")))
    write_table(where, "quarantine", quarantine, part="linkage")
    links, identity = write_table(where, "link", links), write_table(where, "collaboration_identity", identity)
    doubtful = write_table(where, "doubtful_pair", doubtful_pairs(linked, mentions))
    counted = {"units": linked.scored.units, "units_compared_anew": linked.scored.fresh}
    yield dg.MaterializeResult("link", metadata={"dagster/row_count": links.height, **counted})
    yield dg.MaterializeResult("collaboration_identity", metadata={"dagster/row_count": identity.height})
    yield dg.MaterializeResult("doubtful_pair", metadata={"dagster/row_count": doubtful.height})


@dg.asset(group_name="linkage", deps=["mention", "link", "resolved_participant"], kinds={"python"})
def proposed_succession(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """Mergers and splits that the sources show, with their evidence."""
    from dagster_project.linkage.succession.proposals import successions

    where = workspace.workspace
    found = successions(*(read_table(where, name) for name in ("mention", "link", "resolved_participant")))
    rows = write_table(where, "proposed_succession", found)
    return dg.MaterializeResult(metadata={"dagster/row_count": rows.height})
