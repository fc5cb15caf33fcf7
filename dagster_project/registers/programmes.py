"""Ministries' lists of programmes with regions, to mentions."""

from dagster_project.intake import Mentions, Row, deliveries, hidden_parts, is_formula, items, read_tables, refused
from dagster_project.organisations import resolve_name
from dagster_project.registers.layouts import PROGRAMME
from dagster_project.texts import fold, repair_encoding
from dagster_project.workspace import Workspace
from dagster_project.workspace.code_version import code_version

READER = "programme_list"

_MINISTRY = "ministerie van "


def read_programmes(workspace: Workspace, snapshot: int) -> tuple[list[dict], list[dict], list[dict]]:
    """Rows of mention, refusal and quarantine of all programme lists for a snapshot.

    Each ministry of a row is a participant, before those of the column `Deelnemers`; the first is the reporter, where
    its name resolves at the reference date. A row without a name or ministry is refused. What is hidden
    is read, with a quarantine row that says so; names that do not resolve get theirs in `organisations`.
    """
    mentions: list[dict] = []
    refusals: list[dict] = []
    quarantine: list[dict] = []
    for delivery in deliveries(workspace, "programme", snapshot):
        tables, faults = read_tables(delivery, [PROGRAMME])
        maker = Mentions(delivery, snapshot, READER, code_version(__name__))
        for row in (row for table in tables for row in table.rows()):
            reason = _unreadable(row)
            if reason and any(not row.get(h) and row.is_refused(h) for h in ("Naam", "Departement")):
                continue  # told by its cell
            if reason:
                faults.append(refused(delivery, row.locator(), *reason))
            else:
                mentions.append(_mention(maker, row))
        if delivery.is_first(snapshot):
            refusals += faults
            quarantine += hidden_parts(delivery, tables)
    return mentions, refusals, quarantine


def _unreadable(row: Row) -> tuple[str, str] | None:
    name, ministries = row.get("Naam"), row.get("Departement")
    if not name or not ministries:
        return "row_unreadable", f"Naam '{name}' of Departement '{ministries}' is leeg; vul het in"
    if is_formula(name):
        return "formula", "de naam is een formule; schrijf de naam zelf"
    return None


def _mention(maker: Mentions, row: Row) -> dict:
    ministries = [_as_ministry(m) for m in items(repair_encoding(row.raw("Departement")))]
    others = items(repair_encoding(row.raw("Deelnemers")))
    return maker.row(
        row.get("Naam"),
        row.locator(),
        reporting_organisation_id=_reporter(ministries[0], maker.snapshot),
        claim="participates",
        section_written=row.get("Programma") or None,
        purpose_written=row.get("Doel") or None,
        participants_written=ministries + [o for o in others if _as_ministry(o) not in ministries],
        themes_written=items(repair_encoding(row.raw("Beleidsterreinen"))),
    )


def _as_ministry(written: str) -> str:
    return written if fold(written).startswith("ministerie") else _MINISTRY + written


def _reporter(ministry: str, snapshot: int) -> str | None:
    resolution = resolve_name(ministry, snapshot, kind_hint="ministry")
    return resolution.organisation_id if resolution.kind == "ministry" else None
