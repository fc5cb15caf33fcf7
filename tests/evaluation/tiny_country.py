"""A country of three collaborations with its truth on disk, and a workspace that a faultless pipeline made of it.

Tests change the rows of `tables`, write both, and know by counting what the measures must say. Belongs here: the rows.
Does not belong here: what must come of them.
"""

import csv
from copy import deepcopy
from datetime import date
from pathlib import Path

from dagster_project.dictionary import table
from dagster_project.evaluation.all_stages import evaluate_all
from dagster_project.evaluation.report.model import Report
from dagster_project.simulation.truth import tables as truth
from dagster_project.workspace import Workspace, write_table

BUDGET, EDITION = "budgets/2024/gm0014_partijen.csv", "editions/2020.xlsx"
MEMBERS = ("gm0014", "gm0106")
NAMES = {"gm0014": "Groningen", "gm0106": "Assen"}
CLUB = "Stichting Noord"
ONES = {"t1": "Alfadienst", "t2": "Betadienst", "t3": "Gammadienst"}
THERE = ((2020, "t1"), (2020, "t2"), (2024, "t1"), (2024, "t2"), (2024, "t3"))
IDS = {"t1": "sv0000001", "t2": "sv0000002", "t3": "sv0000003"}
# File, place, source, snapshot, truth id and name of every mention; the last is no collaboration.
SAID = (
    (EDITION, "sheet=A;row=2", "edition", 2020, "t1", "Alfadienst"),
    (EDITION, "sheet=A;row=3", "edition", 2020, "t2", "Betadienst"),
    (BUDGET, "line=2", "budget", 2024, "t1", "Alfadienst"),
    (BUDGET, "line=3", "budget", 2024, "t2", "Betadienst"),
    (BUDGET, "line=4", "budget", 2024, "t3", "Gammadienst"),
    (BUDGET, "line=5", "budget", 2024, "", "Een Bank"),
)
SYSTEMS = {"t2": "health_region"}
FIGURES = (("total", 2020, "all", 2.0), ("total", 2024, "all", 3.0), ("mean_municipalities", 2024, "all", 2.0))
PARTICIPANTS = ("Groningen", "Assen", CLUB)


def delivery_of(file: str) -> str:
    return "d" + file[:6]


def mention_of(index: int) -> str:
    return f"m{index}"


def _delivery(file: str, source: str) -> dict:
    return {"delivery_id": delivery_of(file), "file_name": file, "source": source, "received_on": date(2024, 1, 1)}


def pipeline_tables() -> dict[str, list[dict]]:
    """The tables of a faultless run."""
    mentions, resolved, links = [], [], []
    for index, (file, place, source, snapshot, one, name) in enumerate(SAID):
        mention = mention_of(index)
        written = list(PARTICIPANTS) if one else []
        mentions.append({
            "mention_id": mention, "delivery_id": delivery_of(file), "locator": place, "snapshot": snapshot,
            "source": source, "claim": "participates", "name_written": name, "seat_written": "Assen",
            "participants_written": written, "equity_end": 1000.0 if source == "budget" else None,
        })  # fmt: skip
        links.append({"mention_id": mention, "collaboration_id": IDS.get(one, "sv0000009"), "basis": "name"})
        for position, (name, found) in enumerate(zip(written, (*MEMBERS, "ng1"), strict=False)):
            kind = "non_government" if found == "ng1" else "municipality"
            resolved.append({
                "mention_id": mention, "position": position, "name_written": name, "organisation_id": found,
                "kind": kind, "method": "exact",
            })  # fmt: skip
    rows = [{"snapshot": snapshot, "collaboration_id": IDS[one]} for snapshot, one in THERE]
    return {
        "delivery": [_delivery(BUDGET, "budget"), _delivery(EDITION, "edition")],
        "mention": mentions,
        "link": links,
        "resolved_participant": resolved,
        "refusal": [],
        "collaboration": [
            {**row, "name": "x", "legal_form": "nv", "legal_form_group": "private", "meets_definition": True,
             "statutory_systems": [SYSTEMS[one]] if one in SYSTEMS else [], "non_government_count": 1,
             "obligation": "mandatory" if one in SYSTEMS else "voluntary", "goal": "operational",
             "ministry_status": "state_only" if (row["snapshot"], one) == (2024, "t3") else "none"}
            for row, (_, one) in zip(rows, THERE, strict=True)
        ],
        "participant": [
            {**row, "organisation_id": member, "kind": kind, "status": "confirmed", "counted": True}
            for row in rows
            for member, kind in ((*((m, "municipality") for m in MEMBERS), ("ng1", "non_government")))
        ],
        "criterion": [
            {**row, "definition": 2024, "criterion": criterion, "met": met}
            for row in rows
            for criterion, met in (("a", "yes"), ("b", "yes"), ("c", "yes"), ("d1", "unknown"), ("e", "yes"))
        ],
        "theme": [{**row, "theme": "ruimte"} for row in rows],
        "event": [
            {"collaboration_id": "sv0000003", "from_snapshot": 2020, "to_snapshot": 2024, "kind": "first_seen"},
        ],
        "figure": [{"figure": f, "snapshot": s, "category": c, "value": v} for f, s, c, v in FIGURES],
    }  # fmt: skip


def evaluate(folder: Path, tables: dict[str, list[dict]]) -> Report:
    """Write the truth and the tables, and score."""
    workspace = Workspace.at(folder).create("simulated")
    write_truth(folder / "truth")
    for name, rows in tables.items():
        write_table(workspace, name, [_filled(name, row) for row in deepcopy(rows)])
    return evaluate_all(workspace, folder / "truth")


def _filled(name: str, row: dict) -> dict:
    """The row with a harmless value in every column that must hold one and is not given."""
    usual = {"string": "-", "integer": 0, "number": 0.0, "boolean": False}
    for column in table(name).columns:
        if not column.nullable and not column.is_list and column.name not in row:
            row[column.name] = column.enum[0] if column.enum else usual[column.type]
    return row


def write_truth(folder: Path) -> None:
    """The seven tables, with the columns that the simulation writes."""
    collaborations, participants, themes = [], [], []
    for snapshot, one in THERE:
        key = {"snapshot": snapshot, "truth_id": one}
        collaborations.append(key | {
            "name": ONES[one], "legal_form": "nv", "inventoried": "yes", "counted": "yes", "purpose": "Iets",
            "founded_on": "2015-01-01", "statutory_system": SYSTEMS.get(one, ""), "goal": "operational",
            "obligation": "mandatory" if one in SYSTEMS else "voluntary",
        })  # fmt: skip
        participants += [key | {"organisation": m, "kind": "municipality", "status": "participates"} for m in MEMBERS]
        participants.append(key | {"organisation": CLUB, "kind": "non_government", "status": "participates"})
        if (snapshot, one) == (2024, "t3"):
            participants.append(key | {"organisation": "mnre1034", "kind": "ministry", "status": "state_only"})
        themes.append(key | {"position": 1, "theme": "ruimte"})
    mentions = [
        {
            "file": file, "place": place, "source": source, "snapshot": snapshot, "truth_id": one, "name_written": name,
            "seat_written": "Assen", "participants_written": "; ".join(PARTICIPANTS) if one else "", "claim": "lists",
            "amounts": "equity_end=1000.00" if source == "budget" else "", "layout": "csv_export",
        }
        for file, place, source, snapshot, one, name in SAID
    ]  # fmt: skip
    founded = {"from_snapshot": 2020, "to_snapshot": 2024, "truth_id": "t3", "kind": "founded"}
    figures = [dict(zip(truth.FIGURE, row, strict=True)) for row in FIGURES]
    _write(folder / "collaboration.csv", truth.COLLABORATION, collaborations)
    _write(folder / "participant.csv", truth.PARTICIPANT, participants)
    _write(folder / "theme.csv", truth.THEME, themes)
    _write(folder / "event.csv", truth.EVENT, [founded])
    _write(folder / "mention.csv", truth.MENTION, mentions)
    _write(folder / "fault.csv", truth.FAULT, [])
    _write(folder / "figure.csv", truth.FIGURE, figures)


def _write(path: Path, columns: tuple[str, ...], rows: list[dict]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
