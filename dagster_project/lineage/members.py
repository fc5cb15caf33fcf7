"""The members of a cell, and what stands behind each: collaboration, evidence, mentions, deliveries.

Belongs here: following keys downwards, for all members at once. Everything is given once, under its id, so that a cell
with ten thousand members stays readable for a machine. Does not belong here: words.
"""

from dataclasses import dataclass, field
from typing import Any

from dagster_project.dictionary import table
from dagster_project.lineage.cells import source_rows
from dagster_project.lineage.source import Source, text_of_keys
from dagster_project.workspace.seeds import counts_for

Row = dict[str, Any]


@dataclass
class Ground:
    """What the members rest on, each thing once: rows by their id."""

    collaborations: dict[str, Row] = field(default_factory=dict)
    mentions: dict[str, Row] = field(default_factory=dict)
    deliveries: dict[str, Row] = field(default_factory=dict)
    decisions: dict[str, Row] = field(default_factory=dict)


def members_of(source: Source, cell: Row) -> list[Row]:
    """Every member of the cell: part, table, key, weight, its row, its collaboration and the evidence for the row."""
    where = "where figure = ? and snapshot = ? and category = ? order by part desc, row_table, row_key"
    columns = "part, row_table, row_key, weight"
    place = [cell[k] for k in ("figure", "snapshot", "category")]
    members = source_rows(source, "figure_member", where, place, columns)
    rows: dict[tuple[str, str], Row] = {}
    for name in sorted({m["row_table"] for m in members}):
        keys = sorted({m["row_key"] for m in members if m["row_table"] == name})
        found = source_rows(source, name, f"where list_contains(?, {text_of_keys(name)})", [keys])
        rows |= {(name, key_of(name, r)): r for r in found}
    evidence = evidence_of(source, {(m["row_table"], m["row_key"]) for m in members})
    for member in members:
        place = (member["row_table"], member["row_key"])
        row = rows.get(place)
        member["row"] = row
        member["collaboration_id"] = row.get("collaboration_id") if row else None
        member["evidence"] = evidence.get(place, [])
    return members


def key_of(name: str, row: Row) -> str:
    """The key of a row as text, its parts joined by a vertical bar."""
    return "|".join(str(row[c]) for c in table(name).key)


def evidence_of(source: Source, rows: set[tuple[str, str]]) -> dict[tuple[str, str], list[Row]]:
    """The evidence for rows, by table and key; the values that won come first."""
    by_row: dict[tuple[str, str], list[Row]] = {}
    of_rows = "where row_table = ? and list_contains(?, row_key)"
    order = "order by row_key, attribute, won desc, value, source_id"
    for name in sorted({t for t, _ in rows}):
        keys = sorted(k for t, k in rows if t == name)
        for found in source_rows(source, "evidence", f"{of_rows} {order}", [name, keys]):
            place = (found.pop("row_table"), found.pop("row_key"))
            by_row.setdefault(place, []).append(found)
    return by_row


def ground_of(source: Source, members: list[Row], snapshot: int) -> Ground:
    """The collaborations of the members in that snapshot, with their criteria, evidence, mentions and deliveries."""
    ids = sorted({m["collaboration_id"] for m in members if m["collaboration_id"]})
    ground = Ground(collaborations=collaborations_of(source, ids, snapshot))
    ground.mentions = mentions_of(source, ids, snapshot)
    for mention_id, mention in ground.mentions.items():
        ground.collaborations[mention["collaboration_id"]]["mentions"].append(mention_id)
    deliveries = sorted({m["delivery_id"] for m in ground.mentions.values()})
    found = source_rows(source, "delivery", "where list_contains(?, delivery_id) order by delivery_id", [deliveries])
    ground.deliveries = {r["delivery_id"]: r for r in found}
    evidence = [e for m in members for e in m["evidence"]]
    evidence += [e for c in ground.collaborations.values() for e in c["evidence"]]
    decided = sorted({e["source_id"] for e in evidence if e["source_type"] == "decision"})
    if decided:
        found = source_rows(source, "decision", "where list_contains(?, decision_id) order by decision_id", [decided])
        ground.decisions = {r["decision_id"]: r for r in found}
    return ground


def collaborations_of(source: Source, ids: list[str], snapshot: int) -> dict[str, Row]:
    """Those collaborations in that snapshot by id, each with its criteria, evidence and a list for its mentions."""
    where = "where snapshot = ? and list_contains(?, collaboration_id)"
    found = source_rows(source, "collaboration", f"{where} order by collaboration_id", [snapshot, ids])
    by_id = {r["collaboration_id"]: {**r, "criteria": [], "evidence": [], "mentions": []} for r in found}
    for row in source_rows(source, "criterion", f"{where} order by definition, criterion", [snapshot, ids]):
        if row["collaboration_id"] in by_id:
            by_id[row.pop("collaboration_id")]["criteria"].append(row)
    for (_, key), rows in evidence_of(source, {("collaboration", f"{snapshot}|{i}") for i in by_id}).items():
        by_id[key.partition("|")[2]]["evidence"] = rows
    return by_id


def mentions_of(source: Source, ids: list[str], snapshot: int) -> dict[str, Row]:
    """The mentions of those collaborations that count for that snapshot, by id, with whom they resolve to."""
    query = (
        "select m.*, l.collaboration_id, l.weight as link_weight, l.basis as link_basis "
        f"from {source.sql('mention')} m join {source.sql('link')} l using (mention_id) "
        "where list_contains($1, l.collaboration_id) "
        "order by l.collaboration_id, m.snapshot, m.source, m.delivery_id, m.locator, m.mention_id"
    )
    speaking = (r for r in source.ask(query, [ids]) if counts_for(r["source"], r["snapshot"]) == snapshot)
    mentions = {r["mention_id"]: {**r, "resolved": []} for r in speaking}
    where = "where list_contains(?, mention_id) order by mention_id, position"
    for row in source_rows(source, "resolved_participant", where, [sorted(mentions)]):
        mentions[row.pop("mention_id")]["resolved"].append(row)
    return mentions
