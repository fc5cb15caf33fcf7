"""Regional divisions: which region each municipality belongs to, and the regions of statutory systems as mentions."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dagster_project.intake import Delivery, Mentions, Row, Table, deliveries, is_formula, read_tables, refused
from dagster_project.organisations.snapshots import reference_date
from dagster_project.registers.known import is_organisation, not_there
from dagster_project.registers.layouts import DIVISION, REGISTERS
from dagster_project.texts import fold
from dagster_project.workspace import Workspace, quarantine_row
from dagster_project.workspace.code_version import code_version
from dagster_project.workspace.seeds import read_seed

READER = "regional_division"

COMPLETE_NAMES = 0.5
"""Part of the regions whose name must hold the word of their system for the names to be whole: then one without it
(`NOG Veiligerhuis` among the `Veiligheidshuis ...`) is called so, and gets no word put before it."""


@dataclass
class _Region:
    name: str
    row: Row
    members: list[tuple[str, str]] = field(default_factory=list)


def read_divisions(workspace: Workspace, snapshot: int) -> tuple[list[dict], list[dict], list[dict], list[dict]]:
    """Rows of region_membership, mention, refusal and quarantine of all divisions for a snapshot.

    Each region of a division that describes a statutory system (seed `regional_division`) is a mention with its
    municipalities. Municipalities that did not exist at the reference date, or are unknown, go to quarantine. Files of
    another layout are left to `read_register`, which refuses them.
    """
    memberships: list[dict] = []
    mentions: list[dict] = []
    refusals: list[dict] = []
    quarantine: list[dict] = []
    for delivery in sorted(deliveries(workspace, "register", snapshot), key=lambda d: d.file_name):
        maker = Mentions(delivery, snapshot, READER, code_version(__name__))
        for table in read_tables(delivery, REGISTERS)[0]:
            if table.layout is not DIVISION:
                continue
            division, rows, faults = _read(delivery, table)
            refusals += faults if delivery.is_first(snapshot) else []
            memberships += [_membership(delivery, snapshot, division, *row) for row in rows]
            quarantine += [q for row in rows if (q := _doubt(delivery, snapshot, division, *row))]
            mentions += _mentions(maker, division, rows)
    return memberships, mentions, refusals, quarantine


_Membership = tuple[Row, str, str, str]
"""A row, the municipality as written, its id and its region."""


def _read(delivery: Delivery, table: Table) -> tuple[str, list[_Membership], list[dict]]:
    known = {fold(h, "heading") for h in DIVISION.all}
    heading, column = next(
        ((h, i) for i, h in enumerate(table.headings) if h and fold(h, "heading") not in known),
        ("", len(table.headings)),
    )
    if not heading:
        found = ", ".join(table.headings)
        detail = f"er is geen kolom met regio's; gevonden: {found}; voeg er een toe met de naam van de indeling"
        return "", [], [refused(delivery, table.sheet.locator(table.heading_row), "missing_columns", detail)]
    named = Table(table.layout, table.sheet, table.heading_row, table.headings, {**table.columns, heading: column})
    rows, faults = [], []
    for row in named.rows():
        name, code, region = row.get("Gemeente"), row.get("CBS"), row.get(heading)
        if not name or not region or not code.isdecimal() or len(code) > 4:
            detail = f"Gemeente '{name}', CBS '{code}', {heading} '{region}': er is iets leeg, of de code is geen getal"
            faults.append(refused(delivery, row.locator(), "row_unreadable", f"{detail}; vraag de lijst opnieuw op"))
        elif is_formula(region) or is_formula(name):
            faults.append(
                refused(delivery, row.locator(), "formula", "een naam is een formule; vraag de lijst opnieuw op")
            )
        else:
            rows.append((row, name, f"gm{code.zfill(4)}", region))
    return heading, rows, faults


def _membership(delivery: Delivery, snapshot: int, division: str, row: Row, name: str, gm: str, region: str) -> dict:
    return {
        "delivery_id": delivery.delivery_id,
        "locator": row.locator(),
        "snapshot": snapshot,
        "division": division,
        "region": region,
        "name_written": name,
        "organisation_id": gm if is_organisation(gm) else None,
    }


def _doubt(delivery: Delivery, snapshot: int, division: str, row: Row, name: str, gm: str, region: str) -> dict | None:
    day = reference_date(snapshot)
    said = f"{name} ({gm}) in regio {region} van {division}"
    if not is_organisation(gm):
        reason, why = "unknown_organisation_name", f"{said}: die gemeente is er sinds 2017 niet; verbeter de code"
    elif gone := not_there(gm, day):
        reason, why = (
            "merged_organisation",
            f"{said}: {gone}, maar staat er op {day} nog; vraag om de indeling van die dag",
        )
    else:
        return None
    where = {"snapshot": snapshot, "file_name": delivery.file_name, "locator": row.locator()}
    return quarantine_row("region_membership", f"{delivery.delivery_id}|{row.locator()}", reason, why, **where)


def _mentions(maker: Mentions, division: str, rows: Iterable[_Membership]) -> list[dict]:
    systems = {d: prefix for d, system, prefix in read_seed("regional_division").iter_rows() if system}
    key = fold(division, "heading")
    if key not in systems:
        return []
    regions: dict[str, _Region] = {}
    for row, name, gm, region in rows:
        regions.setdefault(fold(region, "heading"), _Region(region, row)).members.append((name, gm))
    prefix = _prefix([r.name for r in regions.values()], systems[key] or "")
    mentions = []
    for region in regions.values():
        name = f"{prefix} {region.name}".strip()
        mentions.append(
            maker.row(
                name,
                region.row.locator(),
                other_names=[region.name] if region.name != name else [],
                section_written=division,
                participants_written=[name for name, _ in region.members],
                participant_codes=[gm for _, gm in region.members],
            )
        )
    return mentions


def _prefix(names: list[str], word: str) -> str:
    """The word to put before each name; none where the names hold it already."""
    whole = sum(fold(word) in fold(name) for name in names)
    return "" if whole >= COMPLETE_NAMES * len(names) else word
