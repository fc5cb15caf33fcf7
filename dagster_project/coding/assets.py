"""Assets of coding: what kind of collaboration each is, and what became of people's decisions."""

import dagster as dg

from dagster_project.workspace import read_table, write_table
from dagster_project.workspace.resource import WorkspaceResource

INPUTS = ["mention", "link", "collaboration_identity", "resolved_participant", "organisation_snapshot"]


@dg.multi_asset(
    group_name="coding",
    specs=[dg.AssetSpec("decision", deps=INPUTS), dg.AssetSpec("coding", deps=INPUTS)],
)
def decided_coding(workspace: WorkspaceResource):
    """Code by the sources first, so that a decision can be held against what they say now; then with the decisions."""
    from dagster_project.coding import choose_values, propose_values
    from dagster_project.decisions import active_decisions, current_values, replay
    from dagster_project.linkage import minted_in_links, read_crosswalk, successors

    where = workspace.workspace
    mentions, links = read_table(where, "mention"), read_table(where, "link")
    members, organisations = read_table(where, "resolved_participant"), read_table(where, "organisation_snapshot")
    proposed = propose_values(mentions, links, members, organisations)
    current = current_values(choose_values(proposed, []).to_dicts())
    readings, put_aside = read_table(where, "second_reading"), read_table(where, "quarantine")
    carried = set(put_aside.filter(row_table="decision", reason="carried_decision")["row_key"])
    known = {
        *mentions["mention_id"].to_list(),
        *links["collaboration_id"].to_list(),
        *read_table(where, "delivery")["delivery_id"].to_list(),
        *readings.filter(outcome="only_second")["reading_id"].to_list(),
        *put_aside.filter(reason="no_party")["row_key"].to_list(),
        *(d["target"] for d in active_decisions(where, "reading") if d["decision_id"] in carried),
    }
    overtaken = put_aside.filter(row_table="decision", reason="stale_decision")["row_key"].to_list()
    decisions, quarantine = replay(
        where, known, current, successors(read_crosswalk(where)), minted_in_links(where, mentions), overtaken
    )
    decided = write_table(where, "decision", decisions)
    write_table(where, "quarantine", quarantine, part="decisions")
    active = [d for d in decided.iter_rows(named=True) if d["status"] == "active"]
    coded = write_table(where, "coding", choose_values(proposed, active))
    by_status = dict(decided["status"].value_counts().sort("status").iter_rows())
    yield dg.MaterializeResult("decision", metadata={"dagster/row_count": decided.height, **by_status})
    yield dg.MaterializeResult("coding", metadata={"dagster/row_count": coded.height})
