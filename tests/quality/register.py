"""A register of two collaborations that passes every expectation, for a test to spoil in one place.

Two municipalities work together in a safety region and a health region, unchanged over the three published snapshots.
"""

from datetime import date

from dagster_project.dictionary import all_tables
from dagster_project.uncertainty import claim_checks
from dagster_project.workspace import Workspace, frame_of
from dagster_project.workspace.seeds import read_seed
from dagster_project.workspace.tables import write_parquet

SNAPSHOTS = (2017, 2020, 2024)
MEMBERS = ("gm0014", "gm0037")
BODIES = {"sv0000001": "safety_region", "sv0000002": "health_region"}

Tables = dict[str, list[dict]]


def clean() -> Tables:
    """The rows of every table; seeds are those of the project."""
    tables = {name: read_seed(name).to_dicts() for name, t in all_tables().items() if t.stage == "seed"}
    tables |= {name: [] for name in all_tables() if name not in tables}
    tables |= _deliveries()
    tables["organisation_snapshot"] = [
        {"snapshot": s, "organisation_id": m, "kind": "municipality", "name": m, "in_scope": True}
        for s in SNAPSHOTS
        for m in MEMBERS
    ]
    tables["collaboration_identity"] = [
        {"collaboration_id": b, "status": "minted", "name": b, "mentions": 3} for b in BODIES
    ]
    tables["register_in_force"] = [
        {"snapshot": s, "legal_form_written": "openbaar lichaam", "versions": 2} for s in SNAPSHOTS
    ]
    for snapshot in SNAPSHOTS:
        for body in BODIES:
            for name, rows in _body(snapshot, body, tables["definition"]).items():
                tables[name] += rows
    figures = _figures(tables)
    return tables | figures | _account() | _expected() | _said(figures["figure"])


def _deliveries() -> Tables:
    def delivery(id_: str, source: str, snapshots: list[int], organisations: list[str]) -> dict:
        return {
            "delivery_id": id_,
            "sha256": id_ * 8,
            "source": source,
            "organisation_ids": organisations,
            "snapshots": snapshots,
            "file_name": f"{id_}.csv",
            "received_on": date(2025, 1, 31),
            "status": "accepted",
        }

    return {
        "delivery": [
            delivery("d0000001", "budget", [2017], ["gm0014"]),
            delivery("d0000002", "budget", [2024], ["gm0014"]),
            delivery("d0000003", "survey", [2024], ["gm0037"]),
            delivery("d0000004", "register", [], []),
        ]
    }


def _expected() -> Tables:
    """Both budgets of two snapshots, a response of each body, and the register, which tells of as much each time."""
    by_body = [(2017, "budget", m, None) for m in MEMBERS] + [(2024, "budget", m, 2017) for m in MEMBERS]
    by_body += [(2024, "survey", m, None) for m in MEMBERS]
    national = [(2017, "register", "", None), (2020, "register", "", 2017), (2024, "register", "", 2020)]
    return {
        "expected_delivery": [
            {
                "snapshot": snapshot,
                "source": source,
                "organisation_id": body,
                "kind": "municipality" if body else None,
                "status": "received",
                "delivery_ids": ["d0000004"],
                "file_names": [f"{source}-{snapshot}-{body}.csv"],
                "mentions": 10,
                "snapshot_before": before,
                "mentions_before": 10 if before else None,
            }
            for snapshot, source, body, before in by_body + national
        ]
    }


def _body(snapshot: int, body: str, definition: list[dict]) -> Tables:
    key = {"snapshot": snapshot, "collaboration_id": body}
    mention_id = f"m{snapshot}{body[-1]}"
    own = 2017 if snapshot < 2024 else 2024
    return {
        "mention": [
            {
                "mention_id": mention_id,
                "delivery_id": "d0000004",
                "locator": "row=1",
                "snapshot": snapshot,
                "source": "register",
                "claim": "lists",
                "name_written": "Veiligheidsregio Noord",
                "purpose_written": "Veiligheid in de gemeenten van ing. noord, mr.",
                "participants_written": ["Groningen", "Stadskanaal"],
                "reader": "register",
                "reader_version": "1",
                "confidence": 1.0,
            }
        ],
        "link": [{"mention_id": mention_id, "collaboration_id": body, "weight": 20.0, "basis": "identifier"}],
        "resolved_participant": [
            {
                "mention_id": mention_id,
                "position": position,
                "name_written": member,
                "organisation_id": member,
                "kind": "municipality",
                "method": "exact",
                "score": 1.0,
            }
            for position, member in enumerate(MEMBERS)
        ],
        "collaboration": [
            {
                **key,
                "name": "Veiligheidsregio Noord",
                "legal_form": "openbaar_lichaam",
                "legal_form_group": "wgr",
                "obligation": "mandatory",
                "goal": "operational",
                "statutory_systems": [BODIES[body]],
                "province_count": 1,
                "corop_count": 1,
                "spread": "regional",
                "government_count": 2,
                "municipality_count": 2,
                "ministry_status": "none",
                "non_government_count": 0,
                "sources": ["register"],
                "mention_count": 1,
                "meets_definition": True,
                "all_criteria_met": True,
            }
        ],
        "criterion": [
            {**key, "definition": own, "criterion": d["criterion"], "met": "yes", "basis": "observed", "evidence": "x"}
            for d in definition
            if d["definition"] == own
        ],
        "participant": [
            {
                **key,
                "organisation_id": member,
                "kind": "municipality",
                "status": "named_by_others",
                "counted": True,
                "sources": ["register"],
                "first_seen": 2017,
                "last_seen": 2024,
            }
            for member in MEMBERS
        ],
        "theme": [{**key, "theme": "veiligheid", "coder": "person", "confidence": 1.0, "reviewed": True}],
        "evidence": [
            {
                "row_table": "collaboration",
                "row_key": f"{snapshot}|{body}",
                "attribute": "name",
                "value": "Veiligheidsregio Noord",
                "source_type": "mention",
                "source_id": mention_id,
                "won": True,
            }
        ],
    }


def _figures(tables: Tables) -> Tables:
    """The total, and the share of the group wgr, which needs a denominator."""
    cells, members, closure = [], [], []
    for snapshot in SNAPSHOTS:
        starts = {b["break_id"] for b in tables["series_break"] if b["from_snapshot"] == snapshot}
        for figure, category, value, unit in (
            ("total", "all", 2.0, "collaborations"),
            ("legal_form_group", "wgr", 100.0, "percent"),
        ):
            key = {"figure": figure, "snapshot": snapshot, "category": category}
            share = unit == "percent"
            breaks = sorted(
                t["break_id"]
                for t in tables["series_break_figure"]
                if t["figure"] == figure and t["category"] in ("%", category) and t["break_id"] in starts
            )
            cells.append(
                {
                    **key,
                    "value": value,
                    "numerator": 2.0,
                    "denominator": 2.0 if share else None,
                    "unit": unit,
                    "obs_status": "B" if breaks else "A",
                    "break_ids": breaks,
                    "sql_model": "figure",
                }
            )
            for part in ("numerator", "denominator") if share else ("numerator",):
                closure.append({**key, "part": part, "stated": 2.0, "members": 2.0, "difference": 0.0})
                members += [
                    {**key, "part": part, "row_table": "collaboration", "row_key": f"{snapshot}|{b}", "weight": 1.0}
                    for b in BODIES
                ]
    return {"figure": cells, "figure_member": members, "closure": closure}


def _said(cells: list[dict]) -> Tables:
    """What is said beside the cells: sentences, statements of publications, and a change that was accepted."""
    keys = [{k: c[k] for k in ("figure", "snapshot", "category")} for c in cells]
    same = {"release": "2024.1", "released": 2.0, "value": 2.0, "move": 0.0, "outcome": "restated"}
    printed = {"publication": "sb2025", "published_on": "2025-04", "stated": "2", "least": 2.0, "most": 2.0}
    sample = {"sample_id": "0001-legal_form", "attribute": "legal_form", "snapshot": 2024}
    rate = {"direction": "any", "population": 20, "sampled": 20, "errors": 1, "rate": 5.0, "lower": 5.0, "upper": 5.0}
    share = {"figure": "legal_form_group", "category": "wgr", "published": 100.0, "corrected": 100.0, "lower": 95.0}
    share |= {"upper": 100.0, "overcounted": 0.0, "undercounted": 0.0, "sampled": 20, "method": "calibration"}
    pair = {"snapshot": 2024, "first_list": "budget_or_survey", "second_list": "register", "stratum_of": "all"}
    pair |= {"stratum": "all", "on_both": 8.0, "only_first": 0.0, "only_second": 0.0, "estimate": 8.0, "lower": 8.0}
    pair |= {"upper": 8.0, "identified": True, "assumption_nl": "Alleen als."}
    parts = ("looked_harder", "defined_otherwise", "restated", "really_changed", "total")
    growth = {"from_snapshot": 2020, "to_snapshot": 2024, "least": 0, "most": 0, "basis_nl": "Niets veranderde."}
    return {
        "coverage_estimate": [{**pair, "odds_ratio": ratio} for ratio in (0.5, 1.0, 2.0)],
        "growth_part": [{**growth, "part": part} for part in parts],
        "error_rate": [{**sample, "stratum": s, **rate, "method": "hypergeometric"} for s in ("rule", "all")],
        "audit_agreement": [{**sample, "items": 20, "agreed": 19, "agreement": 0.95, "kappa": 0.9}],
        "corrected_share": [{k: v for k, v in (sample | share).items() if k != "attribute"}],
        "figure_saying": [{**key, "says_nl": "Ja.", "says_not_nl": "Nee.", "decimals": 0} for key in keys],
        "claim_check": list(claim_checks()),
        "restated_cell": [{**key, **same} for key in keys],
        "published_comparison": [{**key, **printed, "value": 2.0, "outcome": "equal", "newest": True} for key in keys],
    }


def _account() -> Tables:
    flows = ("founded", "first_seen", "entered_scope", "split_in", "changed_to", "dissolved", "no_longer_seen",
             "left_scope", "merged_out", "changed_from", "difference")  # fmt: skip
    return {
        "stock_flow": [
            {
                "from_snapshot": before,
                "to_snapshot": after,
                "legal_form_group": group,
                "stock_before": 2,
                "stock_after": 2,
                **dict.fromkeys(flows, 0),
            }
            for before, after in ((2017, 2020), (2020, 2024))
            for group in ("all", "wgr")
        ]
    }


def write(workspace: Workspace, tables: Tables) -> None:
    """Write tables as they are: a spoilt one would not pass its contract."""
    for name, rows in tables.items():
        path = (workspace.tables / name).with_suffix(".parquet")
        write_parquet(frame_of(name, rows), path, all_tables()[name].key)
