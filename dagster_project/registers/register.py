"""Joint arrangements in force at a snapshot, to mentions.

Belongs here: which files belong together, which versions are in force, the rows of mention. What is wrong with a
version is told by `faults`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from dagster_project.intake import Delivery, Mentions, Table, deliveries, hidden_parts, read_tables, refused
from dagster_project.organisations.snapshots import reference_date
from dagster_project.registers import faults
from dagster_project.registers.arrangements import (
    Participation,
    Version,
    first_version,
    participations_of,
    versions_of,
)
from dagster_project.registers.layouts import PARTICIPATIONS, REGISTERS, REGULATIONS
from dagster_project.workspace import Workspace
from dagster_project.workspace.code_version import code_version

READER = "joint_arrangements"


@dataclass
class _Export:
    """The tables of the register in one folder."""

    regulations: list[tuple[Delivery, Table]] = field(default_factory=list)
    participations: list[tuple[Delivery, Table]] = field(default_factory=list)


def read_register(workspace: Workspace, snapshot: int) -> tuple[list[dict], list[dict], list[dict]]:
    """Rows of mention, refusal and quarantine of the joint arrangements in force at the reference date of a snapshot.

    One mention per version in force. Where several exports tell of a version, the one received last is read. Faults of
    a file or of a version whatever the snapshot stand in the first snapshot that the file serves; those of the
    participants at a date in that snapshot. Register files of no known layout are refused here.
    """
    exports, refusals, quarantine = _exports(workspace, snapshot)
    mentions: list[dict] = []
    told: set[str] = set()
    for folder in sorted(exports, key=lambda f: (_received(exports[f]), f), reverse=True):
        export = exports[folder]
        refusals += _incomplete(export, snapshot)
        participations = participations_of(table for _, table in export.participations)
        known: set[str] = set()
        makers = {d.delivery_id: Mentions(d, snapshot, READER, code_version(__name__)) for d, _ in export.regulations}
        for delivery, table in export.regulations:
            versions, unreadable = versions_of(table)
            known |= {v.roo_id for v in versions}
            if delivery.is_first(snapshot):
                refusals += [refused(delivery, row.locator(), reason, said) for row, reason, said in unreadable]
                quarantine += faults.of_versions(delivery, versions)
            read = [v for v in versions if v.in_force(reference_date(snapshot)) and v.roo_id not in told]
            previous = {v.roo_id: v.row.get("previous_roo") for v in versions}
            told |= {v.roo_id for v in versions}
            for version in read:
                members = participations.get(version.roo_id, [])
                mention = _mention(makers[delivery.delivery_id], version, members, previous)
                mentions.append(mention)
                if export.participations:
                    where = export.participations[0][0].file_name
                    quarantine += faults.of_participants(delivery, where, snapshot, mention, version, members)
        if export.regulations and export.participations and export.participations[0][0].is_first(snapshot):
            quarantine += faults.of_strays(export.participations[0][0], participations, known)
    return mentions, refusals, quarantine


def versions_over_time(
    workspace: Workspace, snapshots: Iterable[int]
) -> dict[str, tuple[Version, list[Participation]]]:
    """Every version that the deliveries of these snapshots tell of, also those in force at none of them, with its
    participants, by its id. Where several exports tell of a version, the one received last is read."""
    found: dict[str, tuple[Version, list[Participation]]] = {}
    for snapshot in snapshots:
        exports, _, _ = _exports(workspace, snapshot)
        for folder in sorted(exports, key=lambda f: (_received(exports[f]), f), reverse=True):
            participations = participations_of(table for _, table in exports[folder].participations)
            for _, table in exports[folder].regulations:
                for version in versions_of(table)[0]:
                    found.setdefault(version.roo_id, (version, participations.get(version.roo_id, [])))
    return found


def _exports(workspace: Workspace, snapshot: int) -> tuple[dict[str, _Export], list[dict], list[dict]]:
    """The files of the register by folder, for those of one export stand together; refusals and quarantine of all."""
    exports: dict[str, _Export] = {}
    refusals, quarantine = [], []
    for delivery in sorted(deliveries(workspace, "register", snapshot), key=lambda d: d.file_name):
        tables, wrong = read_tables(delivery, REGISTERS)
        if delivery.is_first(snapshot):
            refusals += wrong
            quarantine += hidden_parts(delivery, tables)
        export = exports.setdefault(str(PurePosixPath(delivery.file_name).parent), _Export())
        export.regulations += [(delivery, t) for t in tables if t.layout is REGULATIONS]
        export.participations += [(delivery, t) for t in tables if t.layout is PARTICIPATIONS]
    return {f: e for f, e in exports.items() if e.regulations or e.participations}, refusals, quarantine


def _received(export: _Export) -> str:
    return max(d.received_on.isoformat() for d, _ in export.regulations + export.participations)


def _incomplete(export: _Export, snapshot: int) -> list[dict]:
    """Regulations without participations, or the other way round."""
    if export.regulations and export.participations:
        return []
    have = export.regulations or export.participations
    lacking = PARTICIPATIONS if export.regulations else REGULATIONS
    detail = (
        f"het bestand met {lacking.name} ({', '.join(lacking.essential)}) dat erbij hoort, staat niet in dezelfde map; "
        "voeg het toe"
    )
    return [refused(d, "document", "missing_columns", detail) for d, _ in have if d.is_first(snapshot)]


def _mention(maker: Mentions, version: Version, members: list[Participation], previous: dict[str, str]) -> dict:
    members = [m for m in members if m.name or m.code]
    identifiers = [f"roo:{version.roo_id}", f"chain:{first_version(version.roo_id, previous)}"]
    return maker.row(
        version.name,
        version.row.locator(),
        other_names=version.other_names,
        identifiers=identifiers + ([f"so:{version.body}"] if version.body else []),
        legal_form_written=version.form,
        purpose_written=version.row.get("doel") or None,
        participants_written=[m.name for m in members],
        participant_codes=[m.code for m in members],
        themes_written=version.themes,
        valid_from=version.valid_from,
        valid_to=version.valid_until,
    )
