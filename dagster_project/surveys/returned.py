"""A questionnaire that came back, held against what was sent: mentions, a row per answer, and what is wrong with it.

Belongs here: which row is which, and what each answer claims. Does not belong here: single cells (`cells`), and what
several answers say together (`weighed`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dagster_project.intake import Delivery, Mentions, Row, Table, as_date, items, numbered, refused
from dagster_project.surveys import layout
from dagster_project.surveys.cells import Change, Compared, cell, compare
from dagster_project.surveys.rows import Found, rows_of
from dagster_project.surveys.sent import Sent
from dagster_project.texts import fold
from dagster_project.workspace import quarantine_row
from dagster_project.workspace.code_version import code_version
from dagster_project.workspace.hashing import short_id

READER = "survey_form"
Rows = list[dict[str, Any]]


@dataclass
class Returned:
    """The rows of one response: of mention, survey_answer, refusal and quarantine."""

    delivery: Delivery
    sent: Sent
    mentions: Rows = field(default_factory=list)
    answers: Rows = field(default_factory=list)
    refusals: Rows = field(default_factory=list)
    quarantine: Rows = field(default_factory=list)

    def doubt(self, reason: str, detail: str, locator: str = "document", key: str = "") -> None:
        """Say of a row, or of the whole response, that it is not trusted as it stands."""
        where = {"snapshot": self.sent.snapshot, "file_name": self.delivery.file_name, "locator": locator}
        row_key = f"{self.delivery.delivery_id}|{key}" if key else self.delivery.delivery_id
        self.quarantine.append(quarantine_row("survey_answer", row_key, reason, detail, **where))


def read_returned(delivery: Delivery, sent: Sent, table: Table) -> Returned:
    """Read the list of a response of which the copy of what was sent is whole."""
    out = Returned(delivery, sent)
    reading = _Reading(out, Mentions(delivery, sent.snapshot, READER, code_version(__name__)))
    matched = rows_of(table, sent)
    out.refusals += [refused(delivery, *fault) for fault in matched.faults]
    for doubt in matched.doubts:
        out.doubt(*doubt)
    for one in matched.found:
        reading.take(one)
    there = {one.number for one in matched.found}
    for number, cells in sent.by_number.items():
        if number in there:
            continue
        reading.note("unanswered", number, f"sheet={layout.SHEET}")
        if number not in matched.refused:
            detail = f"de regel van '{cells[layout.NAME]}' is weggehaald en telt als niet beantwoord; vraag het na"
            out.doubt("row_deleted", detail, f"sheet={layout.SHEET}", number)
    return out


class _Reading:
    """The rows of one response, one by one."""

    def __init__(self, out: Returned, maker: Mentions):
        self._out, self._maker = out, maker

    def take(self, one: Found) -> None:
        row, sent = one.row, self._out.sent.by_number.get(one.number, {})
        place, name = row.locator(), sent.get(layout.NAME) or cell(row, layout.NAME)

        def refuse(heading: str, reason: str, detail: str) -> None:
            self._out.refusals.append(refused(self._out.delivery, row.locator(heading), reason, f"{name}: {detail}"))

        compared = compare(row, sent, refuse)
        said = cell(row, layout.ANSWER)
        answer = fold(said, "heading").rstrip(".")
        claim = layout.CLAIMS.get(answer)
        if answer and claim is None:
            if not row.is_refused(layout.ANSWER):
                allowed = ", ".join((*layout.ANSWERS, layout.ADDED))
                refuse(layout.ANSWER, "not_in_list", f"'{said}' is geen antwoord; kies uit {allowed}")
            self.note("unanswered", one.number, place)
        elif not one.number:
            self._added(row, compared, claim, refuse)
        elif not answer and not compared.changes:
            self.note("unanswered", one.number, place)
        elif claim in (None, "participates"):
            self._takes_part(row, one.number, compared, answer)
        else:
            self._denied(row, one.number, compared, claim, refuse)

    def note(self, kind: str, number: str, place: str, mention_id: str | None = None, change: Change | None = None):
        """Add a row of `survey_answer`: of the row as a whole, or of one change in it."""
        sent, answered = (change.sent, change.answered) if change else (None, None)
        attribute = layout.FILLED[change.heading] if change else None
        key = number or place
        self._out.answers.append(
            {
                "answer_id": short_id("sa", self._out.delivery.delivery_id, key, kind, attribute, sent, answered),
                "delivery_id": self._out.delivery.delivery_id,
                "snapshot": self._out.sent.snapshot,
                "organisation_id": self._out.sent.organisation_id,
                "locator": place,
                "number": number or None,
                "mention_id": mention_id,
                "kind": kind,
                "attribute": attribute,
                "sent": sent,
                "answered": answered,
                "status": "applied",
            }
        )

    def _takes_part(self, row: Row, number: str, compared: Compared, answer: str) -> None:
        changed, place = bool(compared.changes), row.locator()
        if changed != (answer == layout.CHANGED):
            what = f"gewijzigd: {compared.changed_headings}" if changed else "er is geen cel gewijzigd"
            detail = f"het antwoord is '{answer or 'leeg'}', en {what}; de cellen tellen"
            self._out.doubt("answer_and_cells_differ", detail, place, number)
        if cell(row, layout.ENDED):
            detail = f"er staat een datum van opheffing, en het antwoord is '{answer or 'leeg'}'; het antwoord telt"
            self._out.doubt("answer_and_cells_differ", detail, row.locator(layout.ENDED), number)
        mention = self._mention(row, number, compared, "participates")
        self.note("corrected" if changed else "confirmed", number, place, mention)
        for change in compared.changes:
            self.note("corrected", number, row.locator(change.heading), mention, change)

    def _denied(self, row: Row, number: str, compared: Compared, claim: str, refuse) -> None:
        place, ended = row.locator(), cell(row, layout.ENDED)
        if compared.changes:
            detail = (
                f"wie antwoordt dat het er niet (meer) is, wijzigt ook {compared.changed_headings}; dat is niet gelezen"
            )
            self._out.doubt("answer_and_cells_differ", detail, place, number)
        day = as_date(ended) if ended else None
        if ended and day is None and not row.is_refused(layout.ENDED):
            refuse(layout.ENDED, "row_unreadable", f"'{ended}' is geen datum; schrijf 31-12-2024")
        if claim == "dissolved" and not ended:
            self._out.doubt("no_date", "opgeheven zonder datum; vraag die na", row.locator(layout.ENDED), number)
        if claim != "dissolved" and ended:
            detail = "er staat een datum van opheffing, en het antwoord is dat het er niet is; het antwoord telt"
            self._out.doubt("answer_and_cells_differ", detail, row.locator(layout.ENDED), number)
        as_sent = Compared(self._out.sent.by_number[number])
        mention = self._mention(row, number, as_sent, claim, valid_to=day if claim == "dissolved" else None)
        self.note(layout.KINDS[claim], number, place, mention)

    def _added(self, row: Row, compared: Compared, claim: str | None, refuse) -> None:
        if claim not in (None, "participates"):
            refuse(layout.ANSWER, "row_unreadable", f"wat u zelf toevoegt, kan niet '{cell(row, layout.ANSWER)}' zijn")
        elif not compared.cells[layout.NAME]:
            refuse(layout.NAME, "row_unreadable", "de regel heeft geen naam; vul die in")
        else:
            mention = self._mention(row, "", compared, "participates")
            self.note("added", "", row.locator(), mention)
            for change in compared.changes:
                self.note("added", "", row.locator(change.heading), mention, change)

    def _mention(self, row: Row, number: str, said: Compared, claim: str, **more: Any) -> str:
        cells, known = said.cells, self._out.sent.by_number.get(number, {})
        name, form = cells[layout.NAME], cells[layout.FORM]
        mention = self._maker.row(
            name,
            row.locator(),
            claim=claim,
            identifiers=numbered(number) or ([f"mention:{number}"] if number else []),
            other_names=[known[layout.NAME]] if known and known[layout.NAME] != name else [],
            legal_form_written=form or None,
            seat_written=cells[layout.SEAT] or None,
            purpose_written=cells[layout.PURPOSE] or None,
            participants_written=items(cells[layout.PARTICIPANTS]),
            themes_written=items(cells[layout.THEMES]),
            goal_written=next((c.answered for c in said.changes if c.heading == layout.GOAL), None),
            criteria_written=_criteria(cells) if claim == "participates" else [],
            **more,
        )
        self._out.mentions.append(mention)
        return mention["mention_id"]


def _criteria(cells: dict[str, str]) -> Sequence[str]:
    """What is answered with yes or no, as the mention holds it."""
    said = {c: layout.choices(heading).get(cells[heading]) for c, heading in layout.CRITERIA.items()}
    return [f"{criterion}={code}" for criterion, code in said.items() if code in ("yes", "no")]
