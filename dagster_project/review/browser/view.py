"""A question as its page shows it: what is asked, the sources side by side, the other reading, the answers with keys.

Belongs here: from a question to plain values for a template. Does not belong here: how they look (`templates`).
"""

import base64
from collections.abc import Mapping
from concurrent.futures import TimeoutError as NotYet
from typing import Any

from dagster_project.budgets import asked_about, other_reading
from dagster_project.dictionary import doubt_text, dutch, table
from dagster_project.review import columns as c
from dagster_project.review.browser.desk import Desk, bodies_of, title_of
from dagster_project.review.browser.draft import Given
from dagster_project.review.browser.places import Look, Places, marked
from dagster_project.review.choices import IN_A_CELL, NO, SEVERAL, YES, label
from dagster_project.review.quoting import Quote, quotes
from dagster_project.review.rows import for_whom, held_now
from dagster_project.review.side_by_side import SideBySide

Row = dict[str, Any]
COMMANDS = "chjnotuv"
"""Letters that do something else than choose: see the templates."""
KEYS = "1234567890" + "".join(letter for letter in "abcdefghijklmnopqrstuvwxyz" if letter not in COMMANDS)
LONG = 8
"""Answers that fit beside the sources in a window of ordinary height; a longer list scrolls with the page."""
SECONDS = 4.0
"""That a page waits for a place to be read; beyond it a link shows the place by itself."""


def question_page(desk: Desk, places: Places, question: Row) -> dict[str, Any]:
    """All that the page of a question shows."""
    id_, kind, target = question["question_id"], question["kind"], question["target"]
    number, rows = desk.near(id_)
    given = desk.draft.unfinished.get(id_) or desk.draft.answers.get(id_) or Given()
    found, more = quotes(desk.register, question["snapshot"], target)
    compared, read = _compared(desk, question), _reading(desk, question)
    weighed = desk.remarks(id_)
    return {
        "id": id_,
        "title": title_of(question),
        "told": _told(question, compared, read),
        "body": bodies_of(desk.register, question),
        "file": next((desk.register.files[p] for p in target.split("|") if p in desk.register.files), None),
        "kind": dutch(kind, "question_kind"),
        "snapshot": question["snapshot"],
        "for_whom": for_whom(question, desk.register),
        "moves": question["moves"],
        "bound": question["basis"] == "bound",
        # Of a name that nobody knows the register holds the name alone.
        "now": "" if kind == "participant" and "answer" not in question else held_now(question),
        "is_earlier": rows is desk.earlier,
        "number": number + 1,
        "of": len(rows),
        "before": rows[number - 1]["question_id"] if number else None,
        "after": rows[number + 1]["question_id"] if number + 1 < len(rows) else None,
        "sources": [_source(quote, places) for quote in found],
        "more": more,
        "compared": compared,
        "read": read,
        "groups": _groups(question, given),
        "several": kind in SEVERAL and kind != "criterion",
        "is_long": len(question["candidates"]) > LONG,
        "otherwise": _otherwise(question),
        "given": given,
        "is_answered": id_ in desk.draft.answers,
        "is_unfinished": id_ in desk.draft.unfinished,
        "remarks": [_remark(r) for r in weighed.remarks] if weighed else [],
        "replaces": "; ".join(question.get("decisions", ())),
        "asks_more": bool(weighed)
        and any({c.SECOND, c.REPLACES} & {r.heading} or c.REPLACES in r.text for r in weighed.faults),
    }


FIELDS = {
    c.ANSWER: "antwoord", c.OTHER: "anders", c.REASON: "toelichting", c.SECOND: "tweede", c.REPLACES: "vervangt",
    c.REVIEWER: "code", c.ROLE: "rol", c.DAY: "dag",
}  # fmt: skip
"""The field of the form to which a remark on a column belongs."""


def _remark(remark) -> dict[str, Any]:
    return {
        "field": FIELDS.get(remark.heading, "antwoord"),
        "heading": remark.heading,
        "text": remark.text,
        "fault": remark.fault,
    }


def _told(question: Row, compared: dict | None, read: list) -> list[str]:
    """The lines of the question below its title that the page does not show otherwise."""
    lines = question["question"].removeprefix(title_of(question)).strip().split("\n")
    if question["kind"] == "must_link" and compared:
        lines = [line for line in lines if line not in compared["lines"]]
    if read:
        lines = [line for line in lines if not line.startswith(("gelezen: ", "andere lezing: ", "twijfel: "))]
    if question["kind"] == "criterion":
        lines = [line for line in lines if not line.startswith("- ")]
    return [line for line in lines if line and line not in IN_A_CELL.values()]


def _compared(desk: Desk, question: Row) -> dict[str, Any] | None:
    """Two mentions held against each other, line by line; None where the question is not about two."""
    parts = question["target"].split("|")
    mentions = [desk.register.mention_of(part) for part in parts] if len(parts) == 2 else []
    if question["kind"] != "must_link" or len(mentions) != 2 or None in mentions:
        return None
    a, b = mentions
    pair = SideBySide(desk.register, frozenset(mentions))
    rows = [{"label": name, "left": x, "right": y, "same": x == y} for name, x, y in pair.said(a, b)]
    return {"rows": rows, "people": pair.people(a, b), "lines": set(pair.lines(a, b).split("\n"))}


def _reading(desk: Desk, question: Row) -> list[dict[str, str]]:
    """What was read, what the other reading of the same place has, and what is doubtful about it, column by column."""
    if question["kind"] != "reading" or question["target"] not in desk.register.mentions:
        return []
    (mention,) = desk.register.table("mention").filter(mention_id=question["target"]).to_dicts()
    first, second = asked_about(mention), other_reading(mention)
    spec = table("mention")
    fields = {column: name for name, column in spec.fields.items()}
    return [
        {
            "label": spec.column(column).label_nl,
            "read": first.get(column) or "–",
            "other": second.get(column) or "",
            "doubt": "; ".join(doubt_text(d) for d in mention["doubts"] if d.partition(":")[0] == fields.get(column)),
        }
        for column in {**first, **second}
    ]


def _source(quote: Quote, places: Places) -> dict[str, Any]:
    mention = quote.mention
    look = look_now(places, mention)
    return {
        "mention_id": mention["mention_id"],
        "who": quote.who,
        "name": quote.name,
        "said": quote.said,
        "file_name": quote.file_name,
        "place": quote.place,
        **shown_place(look, quote.file_name, quote.place),
    }


def look_now(places: Places, mention: Mapping[str, Any]) -> Look | None:
    """What is shown of a place, if it is read within the time of a page."""
    try:
        return places.look(dict(mention)).result(SECONDS)
    except NotYet:
        return None


def shown_place(look: Look | None, file_name: str, place: str) -> dict[str, Any]:
    """A place for the templates: a picture with the words for those who do not see it, lines, or cells."""
    if look is None:
        look = Look(remark="Deze plaats wordt nog opgezocht; laad de bladzijde opnieuw.")
    lines = look.shown.place.lines if look.shown.place else ()
    picture = look.shown.picture and base64.b64encode(look.shown.picture).decode("ascii")
    return {
        "remark": look.remark,
        "picture": picture,
        "alternative": f"{place[:1].upper()}{place[1:]} van {file_name}, gemarkeerd: {marked(lines) or 'de plaats'}",
        "lines": [
            {"marked": line.marked, "text": " | ".join(filter(None, dict.fromkeys(line.cells)))} for line in lines
        ],
        "cells": look.cells,
    }


def _groups(question: Row, given: Given) -> list[dict[str, Any]]:
    """The answers to choose from, in groups that each take one answer (or several), with their keys."""
    kind, attribute, keys = question["kind"], question["attribute"], iter(KEYS)

    def choice(code: str, text: str | None = None) -> dict[str, Any]:
        said = text or label(kind, attribute, code)
        return {"code": code, "label": said, "key": next(keys, ""), "chosen": code in given.codes}

    if kind == "criterion" and len(codes := (attribute or "").split(";")) > 1:
        return [
            {
                "name": f"antwoord-{code}",
                "legend": label(kind, None, f"{NO} {code}").partition(": ")[2],
                "choices": [choice(f"{said} {code}", said) for said in (YES, NO)],
            }
            for code in codes
        ]
    return [{"name": "antwoord", "legend": "", "choices": [choice(code) for code in question["candidates"]]}]


def _otherwise(question: Row) -> str:
    """What may be written behind `anders, namelijk`."""
    hints = {
        "participant": "De naam of code van een overheid die niet in de lijst staat, zoals Assen of gm0106.",
        "reading": "De juiste waarde, zoals: Resultaat = -1.234. Meer dan één: met een rechte streep (|) ertussen.",
        "attribute": "Alleen een antwoord uit de lijst kan een besluit zijn.",
        "theme": "Alleen antwoorden uit de lijst kunnen een besluit zijn.",
    }
    return hints.get(question["kind"], "Dit wordt geen besluit, maar wordt doorgegeven aan de beheerder.")
