"""Earlier editions of this register and lists like it, to mentions.

Three layouts: one row per collaboration with Dutch headings, one row per participant, and a list of names and seats.
"""

from collections import Counter
from collections.abc import Iterable

from dagster_project.intake import (
    Delivery,
    Mentions,
    Row,
    Table,
    deliveries,
    hidden_parts,
    is_formula,
    items,
    numbered,
    read_tables,
    refused,
)
from dagster_project.registers.arrangements import repaired
from dagster_project.registers.layouts import EDITION, EDITIONS, PER_PARTICIPANT, TREASURY
from dagster_project.texts import repair_encoding
from dagster_project.workspace import Workspace, quarantine_row
from dagster_project.workspace.code_version import code_version

READER = "edition"

_NAME = {EDITION: "Naam", PER_PARTICIPANT: "Gemeenschappelijke regeling", TREASURY: "DSTA_GR_naam"}


def read_editions(workspace: Workspace, snapshot: int) -> tuple[list[dict], list[dict], list[dict]]:
    """Rows of mention, refusal and quarantine of all editions for a snapshot.

    A list with a row per participant gives one mention per name and province. Rows without a name are refused; names
    that were encoded twice are read as repaired, with a quarantine row per mention that says so.
    """
    mentions: list[dict] = []
    refusals: list[dict] = []
    quarantine: list[dict] = []
    for delivery in deliveries(workspace, "edition", snapshot):
        tables, faults = read_tables(delivery, EDITIONS)
        maker = Mentions(delivery, snapshot, READER, code_version(__name__))
        for table in tables:
            groups, wrong = _groups(delivery, table)
            faults += wrong
            for rows in groups:
                mention = _mention(maker, table, rows)
                mentions.append(mention)
                quarantine += _repairs(delivery, table, rows, mention)
        if delivery.is_first(snapshot):
            refusals += faults
            quarantine += hidden_parts(delivery, tables)
    return mentions, refusals, quarantine


def _groups(delivery: Delivery, table: Table) -> tuple[list[list[Row]], list[dict]]:
    """The rows of each mention, in the order of their first."""
    groups: dict[tuple, list[Row]] = {}
    faults = []
    for row in table.rows():
        name = row.get(_NAME[table.layout])
        if not name and row.is_refused(_NAME[table.layout]):
            continue  # told by its cell
        if not name:
            detail = f"{_NAME[table.layout]} is leeg; vul het in"
            faults.append(refused(delivery, row.locator(), "row_unreadable", detail))
        elif is_formula(name):
            detail = "de naam is een formule; schrijf de naam zelf"
            faults.append(refused(delivery, row.locator(), "formula", detail))
        else:
            per_participant = table.layout is PER_PARTICIPANT
            key = (name, row.get("Provincie")) if per_participant else (row.number,)
            groups.setdefault(key, []).append(row)
    return list(groups.values()), faults


def _mention(maker: Mentions, table: Table, rows: list[Row]) -> dict:
    first = rows[0]
    name = first.get(_NAME[table.layout])
    if table.layout is PER_PARTICIPANT:
        fields = {
            "seat_written": _most(row.get("Plaats") for row in rows),
            "section_written": first.get("Provincie") or None,
            "participants_written": list(dict.fromkeys(filter(None, (row.get("Deelnemer") for row in rows)))),
        }
    elif table.layout is TREASURY:
        other = first.get("CBS_GR_naam")
        fields = {
            "seat_written": first.get("Plaats") or None,
            "other_names": [other] if other not in ("", name) else [],
        }
    else:
        number = first.get("Nummer").lower()
        fields = {
            "identifiers": numbered(number),
            "legal_form_written": first.get("Rechtsvorm") or None,
            "seat_written": first.get("Vestigingsplaats") or None,
            "purpose_written": first.get("Doel") or None,
            "participants_written": items(repair_encoding(first.raw("Deelnemers"))),
            "themes_written": items(repair_encoding(first.raw("Beleidsterreinen"))),
        }
    return maker.row(name, first.locator(), **fields)


def _most(seats: Iterable[str]) -> str | None:
    """The seat that most rows give, the first of those that tie."""
    counted = Counter(filter(None, seats))
    return counted.most_common(1)[0][0] if counted else None


def _repairs(delivery: Delivery, table: Table, rows: list[Row], mention: dict) -> list[dict]:
    found = dict.fromkeys(text for row in rows for text in repaired(row, table.columns))
    if not found:
        return []
    return [
        quarantine_row(
            "mention",
            mention["mention_id"],
            "double_encoding_repaired",
            f"{mention['name_written']}: {'; '.join(found)}; gelezen zoals hersteld",
            snapshot=mention["snapshot"],
            file_name=delivery.file_name,
            locator=mention["locator"],
        )
    ]
