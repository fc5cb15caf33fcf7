"""A workspace as a run leaves it, small: the miniature, and a plain Python stand-in for what dbt makes of it.

Belongs here: tables that are true to each other (keys, members, accounts), so that a release of them is sound. Does not
belong here: the rules of the house; every collaboration that is named counts, dbt's own tests tell what should.
"""

import atexit
import shutil
import tempfile
from collections import defaultdict
from functools import cache
from pathlib import Path

from dagster_project.dictionary.datapackage import published_tables
from dagster_project.release import Rooms, make_release
from dagster_project.release.verify_standalone import FLOWS_IN, FLOWS_OUT
from dagster_project.workspace import Workspace, read_table, write_table
from dagster_project.workspace.seeds import read_seed
from tests import miniature

PAIRS = ((2017, 2020), (2020, 2024))
GROUPS = ("all", "wgr", "private", "other", "unknown")


def write_finished(workspace: Workspace, spoil=lambda tables: None) -> Workspace:
    """Write all published tables; `spoil` may first change the rows of the stages before dbt, by table."""
    workspace.create("example")
    before = miniature.tables()
    for organisation in before["organisation_snapshot"]:  # every municipality counts here, so that a mean has a half
        organisation["in_scope"] = organisation["in_scope"] or organisation["kind"] == "municipality"
    spoil(before)
    seeds = {t.name for t in published_tables() if t.stage == "seed"}
    for name in sorted(seeds):
        write_table(workspace, name, read_seed(name))
    later = {t.name: [] for t in published_tables() if t.stage in ("uncertainty", "quality", "release")}
    for name, rows in {**later, **before, **after_dbt(before)}.items():
        write_table(workspace, name, rows)
    for table in published_tables():
        read_table(workspace, table.name)
    return workspace


@cache
def released_workspace() -> tuple[Workspace, Path]:
    """The finished workspace and its one release, made once per process. Not to be changed: copy it."""
    folder = tempfile.mkdtemp(prefix="released-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    workspace = write_finished(Workspace.at(Path(folder)))
    return workspace, make_release(workspace, rooms=rooms())


def after_dbt(before: dict[str, list[dict]]) -> dict[str, list[dict]]:
    """The rows of the canonical, comparable and figure tables, by table."""
    mentions = {m["mention_id"]: m for m in before["mention"] if m["snapshot"] != 2023}
    linked = {x["mention_id"]: x["collaboration_id"] for x in before["link"]}
    of = defaultdict(list)
    for id_, mention in mentions.items():
        of[mention["snapshot"], linked[id_]].append(mention)
    claims = defaultdict(set)
    kinds = {}
    for r in before["resolved_participant"]:
        if r["organisation_id"] and r["mention_id"] in mentions:
            key = (mentions[r["mention_id"]]["snapshot"], linked[r["mention_id"]], r["organisation_id"])
            claims[key].add(r["mention_id"])
            kinds[r["organisation_id"]] = r["kind"]
    coded = defaultdict(list)
    for c in before["coding"]:
        if c["chosen"]:
            coded[c["snapshot"], c["collaboration_id"], c["attribute"]].append(c["value"])
    canonical = _canonical(of, claims, kinds, coded)
    figures = _figures(canonical, before["organisation_snapshot"], kinds)
    return {**canonical, **figures, **_comparable(canonical["collaboration"])}


def _canonical(of, claims, kinds, coded) -> dict[str, list[dict]]:
    groups = dict(read_seed("legal_form").select("legal_form", "figure_group").iter_rows())
    definition = dict(read_seed("snapshot").select("snapshot", "definition").iter_rows())
    denying = {m["mention_id"] for mentions in of.values() for m in mentions if m["claim"].startswith("denies")}
    rows = defaultdict(list)
    for (snapshot, id_), mentions in sorted(of.items()):
        form = (coded[snapshot, id_, "legal_form"] or ["onbekend"])[0]
        members = [o for (s, c, o), said in claims.items() if (s, c) == (snapshot, id_) and not _denied(said, denying)]
        name = min(m["name_written"] for m in mentions)
        rows["collaboration"].append({
            "snapshot": snapshot, "collaboration_id": id_, "name": name, "legal_form": form,
            "legal_form_group": groups.get(form) or "unknown", "obligation": "voluntary", "goal": "unknown",
            "purpose": None, "province_count": 1, "corop_count": 1, "spread": "regional",
            "government_count": len(members), "municipality_count": sum(kinds[o] == "municipality" for o in members),
            "ministry_status": "none", "non_government_count": sum(kinds[o] == "non_government" for o in members),
            "sources": sorted({m["source"] for m in mentions}),
            "mention_count": len(mentions), "meets_definition": True, "all_criteria_met": True,
        })  # fmt: skip
        rows["criterion"].append({
            "snapshot": snapshot, "collaboration_id": id_, "definition": definition[snapshot], "criterion": "a",
            "met": "yes", "basis": "observed", "evidence": mentions[0]["mention_id"],
        })  # fmt: skip
        rows["evidence"] += [
            _evidence("collaboration", f"{snapshot}|{id_}", "name", m["name_written"], m["mention_id"], name)
            for m in mentions
        ]
        rows["evidence"] += [
            {
                **_evidence("collaboration", f"{snapshot}|{id_}", attribute, value, "rule:test", value),
                "source_type": "rule",
            }
            for attribute, value in (("legal_form", form), ("obligation", "voluntary"))
        ]
        rows["evidence"] += [
            {**_evidence("theme", f"{snapshot}|{id_}|{t}", "theme", t, "rule:test", t), "source_type": "rule"}
            for t in coded[snapshot, id_, "theme"]
        ]
        rows["theme"] += [
            {"snapshot": snapshot, "collaboration_id": id_, "theme": t, "coder": "rule", "confidence": 0.9,
             "reviewed": False}
            for t in coded[snapshot, id_, "theme"]
        ]  # fmt: skip
    for (snapshot, id_, organisation), said in sorted(claims.items()):
        status = "denied" if _denied(said, denying) else "named_by_others"
        rows["participant"].append({
            "snapshot": snapshot, "collaboration_id": id_, "organisation_id": organisation,
            "kind": kinds[organisation], "status": status, "sources": ["budget"],
            "counted": status != "denied" and kinds[organisation] != "ministry",
            "first_seen": snapshot, "last_seen": snapshot,
        })  # fmt: skip
        key = f"{snapshot}|{id_}|{organisation}"
        for m in sorted(said):
            value = "denied" if m in denying else "named_by_others"
            rows["evidence"].append(_evidence("participant", key, "status", value, m, status))
    return {**rows, "event": []}


def _denied(said: set[str], denying: set[str]) -> bool:
    """Denied is what nobody affirms; who of them has the last word is for dbt to say."""
    return said <= denying


def _evidence(table: str, key: str, attribute: str, value: str, mention_id: str, winner: str) -> dict:
    return {
        "row_table": table, "row_key": key, "attribute": attribute, "value": value, "source_type": "mention",
        "source_id": mention_id, "won": value == winner,
    }  # fmt: skip


def _figures(canonical, organisations, kinds) -> dict[str, list[dict]]:
    cells = defaultdict(list)
    for c in canonical["collaboration"]:
        row, group = ("collaboration", f"{c['snapshot']}|{c['collaboration_id']}"), c["legal_form_group"]
        cells["total", c["snapshot"], "all", "numerator"].append(row)
        for each in GROUPS[1:]:
            cells["legal_form_group", c["snapshot"], each, "denominator"].append(row)
        cells["legal_form_group", c["snapshot"], group, "numerator"].append(row)
    scope = {(o["snapshot"], o["organisation_id"]) for o in organisations if o["in_scope"]}
    for p in canonical["participant"]:
        if p["kind"] == "municipality" and p["counted"] and (p["snapshot"], p["organisation_id"]) in scope:
            row = ("participant", f"{p['snapshot']}|{p['collaboration_id']}|{p['organisation_id']}")
            cells["mean_collaborations", p["snapshot"], "municipality", "numerator"].append(row)
    for o in organisations:
        if o["kind"] == "municipality" and o["in_scope"] and o["snapshot"] != 2023:
            row = ("organisation_snapshot", f"{o['snapshot']}|{o['organisation_id']}")
            cells["mean_collaborations", o["snapshot"], "municipality", "denominator"].append(row)
    formulas = {r["figure"]: r for r in read_seed("figure_definition").iter_rows(named=True)}
    figures, closure = [], []
    for figure, snapshot, category in sorted({k[:3] for k in cells}):
        parts = {p: float(len(cells[figure, snapshot, category, p])) for p in ("numerator", "denominator")}
        rule = formulas[figure]
        if rule["formula"] == "count":
            parts["denominator"] = None
        value = parts["numerator"] / (parts["denominator"] or 1) * (100 if rule["formula"] == "share" else 1)
        figures.append({
            "figure": figure, "snapshot": snapshot, "category": category, "value": value, **parts,
            "unit": rule["unit"], "obs_status": "A" if snapshot == 2017 else "B",
            "break_ids": [] if snapshot == 2017 else ["B2"], "sql_model": rule["sql_model"],
        })  # fmt: skip
        cell = {"figure": figure, "snapshot": snapshot, "category": category}
        closure += [
            {**cell, "part": p, "stated": n, "members": n, "difference": 0.0} for p, n in parts.items() if n is not None
        ]
    members = [
        {"figure": f, "snapshot": s, "category": c, "part": p, "row_table": t, "row_key": k, "weight": 1.0}
        for (f, s, c, p), rows in cells.items()
        for t, k in rows
    ]
    return {"figure": figures, "figure_member": members, "closure": closure}


def _comparable(collaborations: list[dict]) -> dict[str, list[dict]]:
    flows = []
    for earlier, later in PAIRS:
        for group in GROUPS:
            before, after = ({
                c["collaboration_id"] for c in collaborations
                if c["snapshot"] == snapshot and group in ("all", c["legal_form_group"])
            } for snapshot in (earlier, later))  # fmt: skip
            nothing = dict.fromkeys({*FLOWS_IN, *FLOWS_OUT}, 0)
            flows.append({
                "from_snapshot": earlier, "to_snapshot": later, "legal_form_group": group, **nothing,
                "stock_before": len(before), "first_seen": len(after - before),
                "no_longer_seen": len(before - after), "stock_after": len(after), "difference": 0,
            })  # fmt: skip
    return {"stock_flow": flows, "comparable_series": [], "coverage": [], "register_in_force": []}


def rooms(refuse=lambda rows: None, mint=lambda workspace, frame, release_id: None) -> Rooms:
    """Rooms that say yes, so that a test looks at the release alone."""
    quality = [{
        "expectation_id": "closure_holds", "suite": "integrity", "severity": "error", "outcome": "passed",
        "row_table": "closure", "observed": "0", "threshold": "0", "looked_at": 90, "failing_count": 0,
        "why": "Cijfers zonder rijen.",
        "owner": "data steward",
    }]  # fmt: skip
    verdict = {"oordeel": "goedgekeurd"}
    return Rooms(lambda workspace: quality, refuse, lambda rows, workspace, id_: {**verdict, "uitgave": id_}, mint)
