"""A country of four municipalities, made by hand: small enough to count on paper, with one of every case.

Belongs here: the rows of the tables that the Python stages write, as `write_miniature(workspace)` puts them on disk.
What must come of them is told by the tests that use it. There are no raw files behind it.
"""

import atexit
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from dagster_project.workspace import Workspace, write_table
from dagster_project.workspace.hashing import short_id

GRONINGEN, STADSKANAAL, VEENDAM, ASSEN = "gm0014", "gm0037", "gm0047", "gm0106"
PROVINCE, WATER_BOARD = "pv20", "ws0646"
BZK, IENW, LVVN = "mnre1034", "mnre1130", "mnre1153"
CHARITY, COMPANY = "ng1111111111111111", "ng2222222222222222"
SNAPSHOTS = (2017, 2020, 2023, 2024)
KINDS = {"gm": "municipality", "pv": "province", "ws": "water_board", "mn": "ministry", "ng": "non_government"}


@dataclass(frozen=True)
class Said:
    """One mention: who says what of which collaboration."""

    snapshot: int
    source: str
    number: int
    name: str
    reporter: str | None = None
    members: tuple[str, ...] = ()
    claim: str = "lists"
    more: dict = field(default_factory=dict)

    @property
    def delivery_id(self) -> str:
        return short_id("d", self.source, self.snapshot, self.reporter)

    @property
    def mention_id(self) -> str:
        return short_id("m", self.delivery_id, self.name, self.number)


def sv(number: int) -> str:
    """The id of the collaboration of that number."""
    return f"sv{number:07d}"


def _register(version: str, first: str, from_: date, to: date | None = None, form: str = "openbaar lichaam") -> dict:
    identifiers = [f"roo:{version}", f"chain:{first}"]
    return {"identifiers": identifiers, "valid_from": from_, "valid_to": to, "legal_form_written": form}


SAFETY, WASTE, OLD, DEAL = "Veiligheidsregio Noord", "Afvalbedrijf Noord", "Oude Dienst", "Regio Deal"
PLATFORM = "Platform"
THREE = (GRONINGEN, STADSKANAAL, VEENDAM)
SERVICE = (GRONINGEN, VEENDAM, PROVINCE)
PHRASE = "de gemeenten in het noorden"

IN_DOUBT = {
    "result": 1000.0, "doubts": ["result:unit_unclear"], "field_confidence": '{"result": 0.4}',
    "other_reading": '{"result": "1"}',
}  # fmt: skip

# fmt: off
MENTIONS = (
    # 2017: five, all counted by the definition of 2017.
    Said(2017, "register", 1, SAFETY, members=THREE, more=_register("1a", "1a", date(2010, 1, 1))),
    Said(2017, "budget", 1, SAFETY, GRONINGEN),
    Said(2017, "edition", 2, WASTE, members=(GRONINGEN, STADSKANAAL)),
    Said(2017, "budget", 3, OLD, GRONINGEN, (STADSKANAAL,)),
    Said(2017, "budget", 5, PLATFORM, VEENDAM),
    Said(2017, "register", 6, "Werkplein", members=(GRONINGEN, WATER_BOARD),
         more=_register("6", "6", date(2012, 1, 1), date(2019, 1, 1), "gemeenschappelijk orgaan")),
    # 2020: 3 merged into 1, 6 ended by the register, 8 founded by it, 15 known from the ministries alone.
    Said(2020, "register", 1, SAFETY, members=THREE, more=_register("1b", "1a", date(2018, 1, 1))),
    Said(2020, "edition", 2, WASTE, members=(GRONINGEN, STADSKANAAL, WATER_BOARD)),
    Said(2020, "budget", 5, PLATFORM, VEENDAM),
    Said(2020, "edition", 7, "Cultuurkring", members=(GRONINGEN, PROVINCE)),
    Said(2020, "register", 8, "OD Noord", members=SERVICE, more=_register("8", "8", date(2019, 5, 1))),
    Said(2020, "edition", 11, "Sociale Dienst", members=(GRONINGEN, STADSKANAAL)),
    Said(2020, "programme", 15, "Vitaal Platteland", IENW, (GRONINGEN,)),
    Said(2020, "edition", 16, "Jeugdtafel", members=(GRONINGEN, VEENDAM)),
    # 2023 feeds 2024, but a register speaks for its own date: 16 does not come back.
    Said(2023, "budget", 12, "Sociale Dienst Oost", VEENDAM, (GRONINGEN,)),
    Said(2023, "register", 16, "Jeugdtafel", members=(GRONINGEN, VEENDAM),
         more=_register("16", "16", date(2021, 1, 1), form="centrumregeling")),
    # 2024: the tightened definition. 5 and 9 have one government left; who alone tells of 10 denies that it exists.
    Said(2024, "register", 1, SAFETY, members=THREE, more=_register("1b", "1a", date(2018, 1, 1))),
    Said(2024, "budget", 1, "VR Noord", GRONINGEN, more={"purpose_written": "Veiligheid in de regio."}),
    Said(2024, "survey", 2, "Afval Noord", STADSKANAAL, (GRONINGEN, WATER_BOARD), "participates",
         {"seat_written": "Veendam", "criteria_written": ["d1=yes", "d3=yes"]}),
    Said(2024, "budget", 2, WASTE, GRONINGEN,
         more={"seat_written": "Groningen", "criteria_written": ["d3=no"], **IN_DOUBT}),
    Said(2024, "programme", 4, DEAL, BZK, (IENW, GRONINGEN, STADSKANAAL)),
    Said(2024, "budget", 4, "Regiodeal", GRONINGEN, (BZK, LVVN, STADSKANAAL, ASSEN, CHARITY, COMPANY)),
    Said(2024, "budget", 5, PLATFORM, VEENDAM),
    Said(2024, "survey", 7, "Cultuurkring", GRONINGEN, claim="dissolved", more={"valid_to": date(2023, 7, 1)}),
    Said(2024, "register", 8, "OD Noord", members=SERVICE, more=_register("8", "8", date(2019, 5, 1))),
    Said(2024, "survey", 9, "Netwerk Zorg", GRONINGEN, (STADSKANAAL,), "participates",
         {"criteria_written": ["d1=yes", "d2=no"]}),
    Said(2024, "survey", 9, "Netwerk Zorg", STADSKANAAL, (GRONINGEN,), "denies_participation"),
    Said(2024, "budget", 10, "Mobiliteitsfonds", VEENDAM, (GRONINGEN, STADSKANAAL)),
    Said(2024, "survey", 10, "Mobiliteitsfonds", VEENDAM, claim="denies_existence"),
    Said(2024, "budget", 13, "Stichting Werk", STADSKANAAL, (GRONINGEN,)),
    Said(2024, "budget", 14, "Noordelijk Overleg", VEENDAM, (PHRASE,)),
    Said(2024, "programme", 15, "Vitaal Platteland", IENW, (GRONINGEN, STADSKANAAL)),
)

# Per collaboration: snapshots, legal form, obligation, goal, statutory system, themes.
CODED = (
    (1, (2017, 2020, 2024), "openbaar_lichaam", "mandatory", "operational", "safety_region", ("veiligheid",)),
    (2, (2017,), "stichting", "voluntary", "operational", None, ("energie_duurzaamheid",)),
    (2, (2020,), "bv", "voluntary", "operational", None, ("energie_duurzaamheid",)),
    (2, (2024,), "openbaar_lichaam", "voluntary", "operational", None, ("energie_duurzaamheid",)),
    (3, (2017,), "bv", "voluntary", "operational", None, ("bedrijfsvoering",)),
    (4, (2024,), "bestuursovereenkomst", "voluntary", "strategic", None, ("ruimte", "economie", "sociaal")),
    (5, (2017, 2020, 2024), "onbekend", "voluntary", "unknown", None, ("economie",)),
    (6, (2017,), "gemeenschappelijk_orgaan", "voluntary", "tactical", None, ("sociaal",)),
    (7, (2020,), "convenant", "voluntary", "tactical", None, ("onderwijs_cultuur",)),
    (8, (2020, 2024), "openbaar_lichaam", "mandatory", "operational", "environment_service",
     ("energie_duurzaamheid", "ruimte")),
    (9, (2024,), "samenwerkingsovereenkomst", "voluntary", "tactical", None, ("sociaal",)),
    (10, (2024,), "stichting", "voluntary", "operational", None, ("mobiliteit",)),
    (11, (2020,), "centrumregeling", "voluntary", "operational", None, ("sociaal",)),
    (12, (2024,), "centrumregeling", "voluntary", "operational", None, ("sociaal",)),
    (13, (2024,), "stichting", "voluntary", "operational", None, ("sociaal", "economie")),
    (14, (2024,), "onbekend", "voluntary", "unknown", None, ("mobiliteit",)),
    (15, (2020, 2024), "convenant", "voluntary", "strategic", None, ("ruimte", "economie")),
    (16, (2020,), "convenant", "voluntary", "tactical", None, ("sociaal",)),
)
# fmt: on

DECISIONS = (
    ("0001-002", "merger", 2020, f"{sv(3)}|{sv(1)}", None, None, "active"),
    ("0001-003", "split", 2024, f"{sv(11)}|{sv(12)}|{sv(13)}", None, None, "active"),
    ("0001-004", "attribute", None, sv(8), "name", "Omgevingsdienst Noord", "active"),
    ("0001-005", "participant", 2024, sv(8), WATER_BOARD, "participates", "active"),
    ("0001-006", "criterion", 2024, sv(4), "2024:d1", "yes", "active"),
    ("0001-007", "participant", 2024, sv(1), VEENDAM, "denied", "superseded"),
)


def write_miniature(workspace: Workspace) -> None:
    """Write every table that comes before dbt, with its contract checked, and `workspace.yml` (kind simulated)."""
    workspace.create("simulated")
    for name, rows in tables().items():
        write_table(workspace, name, rows)


@cache
def built_miniature() -> Workspace:
    """The miniature, built by dbt and exported, once per process and removed at its end. Not to be changed: copy it."""
    folder = tempfile.mkdtemp(prefix="miniature-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return build_miniature(Path(folder))


def build_miniature(folder: Path) -> Workspace:
    """The same in a folder of one's own. It takes a good ten seconds."""
    from dagster_project.warehouse import export_tables, run_dbt

    workspace = Workspace.at(folder)
    write_miniature(workspace)
    run_dbt(workspace, ["build"])
    export_tables(workspace)
    return workspace


def tables() -> dict[str, list[dict]]:
    """The rows of each table, to be written or first spoilt by a test."""
    return {
        **_files(),
        "mention": [_mention(said) for said in MENTIONS],
        "resolved_participant": [row for said in MENTIONS for row in _resolved(said)],
        "organisation_snapshot": [row for snapshot in SNAPSHOTS for row in _organisations(snapshot)],
        "link": [
            {"mention_id": s.mention_id, "collaboration_id": sv(s.number), "weight": 12.5, "basis": "name"}
            for s in MENTIONS
        ],
        "collaboration_identity": _identities(),
        "coding": [row for coded in CODED for row in _coding(*coded)],
        "decision": [_decision(*decision) for decision in DECISIONS],
        "refusal": [],
        "quarantine": [],
        "region_membership": [],
    }


def _files() -> dict[str, list[dict]]:
    by_id = {s.delivery_id: s for s in MENTIONS}
    hashes = {d: short_id("", d) * 4 for d in by_id}
    deliveries = [
        {
            "delivery_id": d, "sha256": hashes[d], "source": s.source, "snapshots": [s.snapshot],
            "organisation_ids": [s.reporter] if s.reporter else [],
            "file_name": f"{s.source}/{s.snapshot}/{s.reporter or 'all'}.csv",
            "received_on": date(s.snapshot, 11 if s.source == "survey" else 2, 1), "status": "accepted",
        }
        for d, s in by_id.items()
    ]  # fmt: skip
    return {
        "file": [{"sha256": h, "media_type": "text/csv", "bytes": 100} for h in hashes.values()],
        "delivery": deliveries,
    }


def _mention(said: Said) -> dict:
    return {
        "mention_id": said.mention_id, "delivery_id": said.delivery_id, "locator": f"line={said.number}",
        "snapshot": said.snapshot, "source": said.source, "reporting_organisation_id": said.reporter,
        "claim": said.claim, "name_written": said.name, "participants_written": list(said.members),
        "reader": "miniature", "reader_version": "1", "confidence": 1.0, **said.more,
    }  # fmt: skip


def _resolved(said: Said) -> list[dict]:
    parties = [(-1, said.reporter)] if said.reporter else []
    rows = []
    for position, party in [*parties, *enumerate(said.members)]:
        kind = KINDS.get(party[:2])
        rows.append({
            "mention_id": said.mention_id, "position": position, "name_written": party, "kind": kind,
            "organisation_id": party if kind else None, "score": 1.0 if kind else 0.0,
            "method": "phrase" if not kind else "reporter" if position < 0 else "code",
        })  # fmt: skip
    return rows


def _organisations(snapshot: int) -> list[dict]:
    """Assen lies in Drenthe and outside the scope of the denominators."""
    names = {
        GRONINGEN: "Groningen", STADSKANAAL: "Stadskanaal", VEENDAM: "Veendam", ASSEN: "Assen", PROVINCE: "Groningen",
        WATER_BOARD: "Hunze en Aa's", BZK: "BZK", IENW: "IenW", LVVN: "LVVN",
    }  # fmt: skip
    provinces = {ASSEN: "pv22"} | dict.fromkeys((GRONINGEN, STADSKANAAL, VEENDAM, PROVINCE), "pv20")
    corops = {GRONINGEN: "Overig Groningen", ASSEN: "Noord-Drenthe"} | dict.fromkeys(
        (STADSKANAAL, VEENDAM), "Oost-Groningen"
    )
    return [
        {"snapshot": snapshot, "organisation_id": o, "kind": KINDS[o[:2]], "name": name, "in_scope": o != ASSEN,
         "province_id": provinces.get(o), "corop": corops.get(o)}
        for o, name in names.items()
    ]  # fmt: skip


def _identities() -> list[dict]:
    numbers = sorted({s.number for s in MENTIONS})
    by_number = {n: [s for s in MENTIONS if s.number == n] for n in numbers}
    return [
        {"collaboration_id": sv(n), "status": "provisional", "name": said[0].name, "mentions": len(said)}
        for n, said in by_number.items()
    ]


def _coding(number, snapshots, legal_form, obligation, goal, system, themes) -> list[dict]:
    values = [("legal_form", legal_form), ("obligation", obligation), ("goal", goal)]
    values += [("statutory_system", system)] if system else []
    values += [("theme", theme) for theme in themes]
    chosen = [(s, a, v, True) for s in snapshots for a, v in values]
    # A value that lost, so that the evidence of a conflict has something to keep.
    lost = [(s, "goal", "tactical", False) for s in snapshots if goal == "strategic"]
    return [
        {"snapshot": s, "collaboration_id": sv(number), "attribute": a, "value": v, "source_id": "rule:miniature",
         "coder": "rule", "confidence": 0.9 if won else 0.4, "chosen": won}
        for s, a, v, won in chosen + lost
    ]  # fmt: skip


def _decision(decision_id, kind, snapshot, target, attribute, value, status) -> dict:
    return {
        "decision_id": decision_id, "decided_on": date(2025, 1, 15), "role": "data steward", "reviewer": "R1",
        "kind": kind, "snapshot": snapshot, "target": target, "attribute": attribute, "value": value,
        "reason": "by hand", "status": status,
    }  # fmt: skip
