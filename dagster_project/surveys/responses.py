"""Responses to mentions: one per row that has a name and a known answer."""

from collections.abc import Iterable

from dagster_project.intake import (
    Delivery,
    Mentions,
    Row,
    Table,
    as_date,
    deliveries,
    find_table,
    fullest_row,
    hidden_parts,
    is_formula,
    is_register_number,
    items,
    missing_columns,
    numbered,
    read_sheets,
    refused,
    refused_file,
)
from dagster_project.sandbox import Refused
from dagster_project.spreadsheets import Sheet
from dagster_project.surveys import layout
from dagster_project.texts import fold, repair_encoding
from dagster_project.workspace import Workspace
from dagster_project.workspace.code_version import code_version

READER = "survey_workbook"


def read_responses(workspace: Workspace, snapshot: int) -> tuple[list[dict], list[dict], list[dict]]:
    """Rows of mention, refusal and quarantine of all responses for a snapshot.

    The reporter is the organisation of the delivery. A row without a name or with an unknown answer is refused with its
    cell; a file without the sheet, the names or the answers is refused whole; other columns that lack are refused while
    the rest is read. What is
    hidden is read, with a quarantine row that says so.
    """
    mentions, refusals, quarantine = [], [], []
    for delivery in deliveries(workspace, "survey", snapshot):
        table, faults = _open(delivery)
        refusals += faults if delivery.is_first(snapshot) else []
        if table is not None:
            read, faults = _read(delivery, snapshot, table)
            mentions += read
            if delivery.is_first(snapshot):
                refusals += faults
                quarantine += hidden_parts(delivery, [table])
    return mentions, refusals, quarantine


def _open(delivery: Delivery) -> tuple[Table | None, list[dict]]:
    try:
        sheets = read_sheets(delivery)
    except Refused as error:
        return None, [refused_file(delivery, error)]
    sheet = _sheet(sheets)
    if sheet is None:
        found = ", ".join(s.name for s in sheets)
        detail = f"er is geen blad '{layout.SHEET}'; gevonden: {found}; vul de toegezonden werkmap in"
        return None, [refused(delivery, "document", "no_known_layout", detail)]
    table = find_table(sheet, layout.RESPONSE)
    if table is None or len(table.columns) == 1:
        detail = f"gevonden: {fullest_row([sheet])}; er ontbreken {', '.join(_wanted())}; vul de toegezonden werkmap in"
        return None, [refused(delivery, f"sheet={sheet.name}" if sheet.name else "document", "missing_columns", detail)]
    faults = [missing_columns(delivery, table, table.missing)] if table.missing else []
    if layout.ANSWER in table.missing:
        return None, faults
    try:
        list(table.rows())
        return table, faults + table.faults(delivery)
    except Refused as error:
        return None, [*faults, refused_file(delivery, error)]


def _sheet(sheets: Iterable[Sheet]) -> Sheet | None:
    wanted = fold(layout.SHEET, "heading")
    return next((s for s in sheets if s.name is None or fold(s.name, "heading") == wanted), None)


def _wanted() -> tuple[str, ...]:
    return layout.RESPONSE.essential + layout.RESPONSE.expected


def _read(delivery: Delivery, snapshot: int, table: Table) -> tuple[list[dict], list[dict]]:
    mentions, refusals, maker = [], [], Mentions(delivery, snapshot, READER, code_version(__name__))

    def refuse(row: Row, heading: str, reason: str, detail: str) -> None:
        refusals.append(refused(delivery, row.locator(heading), reason, detail))

    for row in table.rows():
        name, answer = row.get(layout.NAME), row.get(layout.ANSWER)
        claim = layout.CLAIMS.get(fold(answer, "heading").rstrip("."))
        if any(not said and row.is_refused(h) for h, said in ((layout.NAME, name), (layout.ANSWER, answer))):
            continue  # told by its cell
        if not name:
            refuse(row, layout.NAME, "row_unreadable", "de regel heeft geen naam; vul die in")
        elif is_formula(name):
            refuse(row, layout.NAME, "formula", "de naam is een formule; schrijf de naam zelf")
        elif claim is None:
            known = ", ".join(layout.CLAIMS)
            said = f"het antwoord '{answer}' is onbekend" if answer else "er is geen antwoord"
            refuse(row, layout.ANSWER, "row_unreadable", f"{said}; kies uit {known}")
        else:
            number, ended = row.get(layout.NUMBER).lower(), row.get(layout.ENDED)
            if number.startswith("sv") and not is_register_number(number):
                refuse(row, layout.NUMBER, "row_unreadable", f"'{number}' is geen nummer van het register (sv0001234)")
            if ended and as_date(ended) is None:
                refuse(row, layout.ENDED, "row_unreadable", f"'{ended}' is geen datum; schrijf 31-12-2024")
            mentions.append(
                maker.row(
                    name,
                    row.locator(),
                    claim=claim,
                    identifiers=numbered(number),
                    legal_form_written=row.get(layout.FORM) or None,
                    seat_written=row.get(layout.SEAT) or None,
                    purpose_written=row.get(layout.PURPOSE) or None,
                    participants_written=items(repair_encoding(row.raw(layout.PARTICIPANTS))),
                    themes_written=items(repair_encoding(row.raw(layout.THEMES))),
                    valid_to=as_date(ended) if claim == "dissolved" else None,
                )
            )
    return mentions, refusals
