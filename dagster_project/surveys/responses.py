"""Responses to mentions: questionnaires that we sent, and those of before, without a copy of what was sent.

Belongs here: opening a response, and the older form. Does not belong here: the form of now (`returned`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dagster_project.decisions import active_decisions
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
from dagster_project.surveys.frame import frame_rows
from dagster_project.surveys.returned import Returned, read_returned
from dagster_project.surveys.sent import NotAsSent, Sent, read_sent
from dagster_project.surveys.unsent import came_late, other_than_delivered, too_late
from dagster_project.surveys.weighed import contradictions, held_back
from dagster_project.texts import fold, repair_encoding
from dagster_project.workspace import Workspace
from dagster_project.workspace.code_version import code_version

READER = "survey_workbook"


@dataclass
class Responses:
    """Rows of mention, survey_answer, frame, refusal and quarantine of all responses for a snapshot."""

    mention: list[dict[str, Any]] = field(default_factory=list)
    survey_answer: list[dict[str, Any]] = field(default_factory=list)
    frame: list[dict[str, Any]] = field(default_factory=list)
    refusal: list[dict[str, Any]] = field(default_factory=list)
    quarantine: list[dict[str, Any]] = field(default_factory=list)


def read_responses(workspace: Workspace, snapshot: int) -> tuple[list[dict], list[dict], list[dict]]:
    """Rows of mention, refusal and quarantine alone."""
    said = read_answers(workspace, snapshot)
    return said.mention, said.refusal, said.quarantine


def read_answers(workspace: Workspace, snapshot: int) -> Responses:
    """All responses for a snapshot, and who was asked.

    The reporter is the organisation of the delivery. A row without a name or with an unknown answer is refused with its
    cell; a file without the sheet, the names or the answers is refused whole; other columns that lack are refused while
    the rest is read. What is hidden is read, with a quarantine row that says so. A questionnaire that we sent is
    refused whole where it is another organisation's, of another snapshot, or where the copy of what was sent changed;
    a form of before where it says above its table that it is of another organisation or year.
    """
    out, returned = Responses(), []
    accepted = {d["target"] for d in active_decisions(workspace, "delivery") if d["value"] == "accepted"}
    served = deliveries(workspace, "survey", snapshot)
    for delivery in served:
        table, sent, faults = _open(delivery)
        if sent is not None and sent.snapshot != snapshot and table is not None:
            continue
        out.refusal += faults if delivery.is_first(snapshot) else []
        if table is None:
            continue
        if sent is not None:
            returned.append(held_back(read_returned(delivery, sent, table), delivery.delivery_id in accepted))
        elif refusal := other_than_delivered(delivery, table, snapshot):
            out.refusal.append(refusal)
            continue
        else:
            applied = delivery.delivery_id in accepted or not too_late(delivery, snapshot)
            read, faults = _read(delivery, snapshot, table)
            out.mention += read if applied else []
            out.refusal += faults if delivery.is_first(snapshot) else []
            if late := came_late(delivery, snapshot, applied):
                out.quarantine.append(late)
        if delivery.is_first(snapshot):
            out.quarantine += hidden_parts(delivery, [table])
    silent = _without_answers(returned)
    _add(out, returned)
    silent |= {r["delivery_id"] for r in out.refusal if r["locator"] == "document"}
    out.frame = frame_rows(workspace, snapshot, [d for d in served if d.delivery_id not in silent])
    return out


def _without_answers(returned: list[Returned]) -> set[str]:
    """The deliveries that came back as they were sent: who sent them has yet to answer."""
    silent = [one for one in returned if one.sent.rows and all(a["kind"] == "unanswered" for a in one.answers)]
    for one in silent:
        one.doubt("no_answers", "de werkmap kwam terug zonder antwoord; vraag er nog eens om")
    return {one.delivery.delivery_id for one in silent}


def _add(out: Responses, returned: list[Returned]) -> None:
    """The rows of the questionnaires, those that contradict each other marked and told of."""
    of = {answer["answer_id"]: one for one in returned for answer in one.answers}
    contradicted: set[str] = set()
    for answers, said in contradictions(returned):
        contradicted |= {a["answer_id"] for a in answers if a["status"] == "applied"}
        first = min(answers, key=lambda a: a["answer_id"])
        detail = f"{said}; de bronnen tellen zoals altijd; vraag na wie gelijk heeft"
        of[first["answer_id"]].doubt("respondents_differ", detail, first["locator"], first["number"])
    for one in returned:
        out.mention += one.mentions
        out.refusal += one.refusals
        out.quarantine += one.quarantine
        out.survey_answer += [
            {**a, "status": "contradicted"} if a["answer_id"] in contradicted else a for a in one.answers
        ]


def _copy_of_sent(delivery: Delivery, sheets: Iterable[Sheet]) -> tuple[Sent | None, dict | None]:
    """What was sent, where the workbook says so, and the refusal of one that is not what we sent this organisation."""
    sheet = next((s for s in sheets if s.name == layout.SENT), None)
    if sheet is None:
        return None, None
    try:
        sent = read_sent(sheet)
    except NotAsSent as error:
        return None, refused(delivery, "document", "form_changed", str(error))
    if sent.organisation_id not in delivery.organisation_ids:
        detail = (
            f"de werkmap is die van {sent.organisation_id}, ingeleverd als {', '.join(delivery.organisation_ids)}; vul "
            "de werkmap in die de eigen organisatie kreeg"
        )
        return None, refused(delivery, "document", "other_organisation", detail)
    if not delivery.serves(sent.snapshot):
        detail = f"de werkmap is die van {sent.snapshot}; vul die van deze peiling in"
        return None, refused(delivery, "document", "other_snapshot", detail)
    return sent, None


def _open(delivery: Delivery) -> tuple[Table | None, Sent | None, list[dict]]:
    try:
        sheets = read_sheets(delivery)
    except Refused as error:
        return None, None, [refused_file(delivery, error)]
    sent, refusal = _copy_of_sent(delivery, sheets)
    if refusal:
        return None, None, [refusal]
    sheet = _sheet(sheets)
    if sheet is None:
        found = ", ".join(s.name for s in sheets)
        detail = f"er is geen blad '{layout.SHEET}'; gevonden: {found}; vul de toegezonden werkmap in"
        return None, None, [refused(delivery, "document", "no_known_layout", detail)]
    table = find_table(sheet, layout.RESPONSE)
    if table is None or len(table.columns) == 1:
        detail = f"gevonden: {fullest_row([sheet])}; er ontbreken {', '.join(_wanted())}; vul de toegezonden werkmap in"
        return (
            None,
            None,
            [refused(delivery, f"sheet={sheet.name}" if sheet.name else "document", "missing_columns", detail)],
        )
    lost = table.missing if sent is None else _lost(table)
    faults = [missing_columns(delivery, table, lost)] if lost else []
    if layout.ANSWER in table.missing or (sent is not None and _lost(table)):
        return None, None, faults
    try:
        list(table.rows())
        return table, sent, faults + table.faults(delivery)
    except Refused as error:
        return None, None, [*faults, refused_file(delivery, error)]


def _lost(table: Table) -> tuple[str, ...]:
    """Columns of a questionnaire that we sent and that no longer are there: what lacks would pass for emptied."""
    return tuple(h for h in layout.RESPONSE.all if h not in table.columns)


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
