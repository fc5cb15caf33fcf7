"""A simulated country as the register would hold it if it knew all: the tables that a questionnaire is filled from.

Belongs here: from the truth of a country to those tables, without a run. Does not belong here: what tests expect.
"""

import csv
from pathlib import Path

from dagster_project.simulation import simulate
from dagster_project.workspace import Workspace, write_table
from tests.evaluation.tiny_country import _filled as filled


def held(folder: Path, bodies: int = 8, seed: int = 1) -> Workspace:
    """Draw a country at `folder` and write its tables of 2024; odd numbers were minted by a release."""
    simulate(folder, bodies=bodies, snapshots=(2024,), seed=seed, documents=False)
    workspace = Workspace.at(folder)

    def rows(name: str) -> list[dict]:
        with (folder / "truth" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return [{**row, "collaboration_id": f"sv{row['truth_id'][1:]:0>7}"} for row in csv.DictReader(file)]

    def put(name: str, made: list[dict]) -> None:
        write_table(workspace, name, [filled(name, row) for row in made])

    key = {row["collaboration_id"]: {"snapshot": 2024, "collaboration_id": row["collaboration_id"]}
           for row in rows("collaboration")}  # fmt: skip
    put("collaboration", [
        {**key[r["collaboration_id"]], "name": r["name"], "seat": r["seat"] or None, "legal_form": r["legal_form"],
         "goal": r["goal"], "purpose": r["purpose"] or None, "meets_definition": True}
        for r in rows("collaboration")
    ])  # fmt: skip
    members = {(r["collaboration_id"], r["organisation"]): r for r in rows("participant")}
    put("participant", [
        {**key[id_], "organisation_id": organisation, "kind": r["kind"], "status": "confirmed", "counted": True}
        for (id_, organisation), r in members.items()
    ])  # fmt: skip
    put("theme", [{**key[r["collaboration_id"]], "theme": r["theme"]} for r in rows("theme")])
    put("criterion", [
        {**key[id_], "definition": 2024, "criterion": criterion, "met": met, "basis": basis}
        for id_ in key
        for criterion, met, basis in (("d1", "yes", "observed"), ("d2", "no", "decided"), ("d3", "yes", "presumed"))
    ])  # fmt: skip
    put("collaboration_identity", [
        {"collaboration_id": id_, "status": "minted" if int(id_[-1]) % 2 else "provisional", "name": "x"} for id_ in key
    ])  # fmt: skip
    put("mention", [{"mention_id": f"m{id_}", "snapshot": 2024, "claim": "lists"} for id_ in key])
    put("link", [{"mention_id": f"m{id_}", "collaboration_id": id_} for id_ in key])
    put("resolved_participant", [])
    return workspace
