"""What answers say together: a body that denies nearly all, answers that come years late, bodies that contradict.

Belongs here: what is asked instead of applied. Does not belong here: what one answer claims (`returned`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dagster_project.organisations.snapshots import reference_date
from dagster_project.surveys import layout
from dagster_project.surveys.returned import Returned

DENIALS = ("denied_participation", "denied_existence", "ended")
NEARLY_ALL = 0.8
"""From this part of what it was sent on, a body that denies is asked: of the survey of 2024 it is told that some parts
were corrected, not that a body had left all it was in. So many at once are a list of somebody else, or a column filled
in by pulling one cell down."""
AT_LEAST = 3
"""Fewer denials than this are not remarkable, however short the list."""
LATE = timedelta(days=365)
"""An answer that comes a year after it was due tells of another year."""


def held_back(one: Returned, accepted: bool) -> Returned:
    """The response, without the mentions that are asked first; not so where a person `accepted` the delivery."""
    if accepted:
        return one
    due = date.fromisoformat(one.sent.reply_by) if one.sent.reply_by else reference_date(one.sent.snapshot)
    if one.delivery.received_on > due + LATE:
        detail = (
            f"ontvangen op {one.delivery.received_on:%d-%m-%Y}, gevraagd voor {due:%d-%m-%Y}; niets ervan "
            "is toegepast; geldt het voor "
            f"{one.sent.snapshot}, neem dan een besluit van soort delivery met waarde accepted op "
            f"{one.delivery.delivery_id}"
        )
        return _without(one, {a["answer_id"] for a in one.answers}, "late_answer", detail)
    denials = [a for a in one.answers if a["kind"] in DENIALS]
    share = len(denials) / max(1, len(one.sent.rows))
    if len(denials) >= AT_LEAST and share >= NEARLY_ALL:
        detail = (
            f"{one.sent.organisation_id} ontkent {len(denials)} van de {len(one.sent.rows)} samenwerkingsverbanden; "
            "die ontkenningen zijn niet toegepast; vraag of dat klopt, en neem dan een besluit van soort delivery met "
            f"waarde accepted op {one.delivery.delivery_id}"
        )
        return _without(one, {a["answer_id"] for a in denials}, "mass_denial", detail)
    return one


def _without(one: Returned, asked: set[str], reason: str, detail: str) -> Returned:
    dropped = {a["mention_id"] for a in one.answers if a["answer_id"] in asked}
    answers = [{**a, "status": "asked"} if a["answer_id"] in asked else a for a in one.answers]
    mentions = [m for m in one.mentions if m["mention_id"] not in dropped]
    kept = replace(one, answers=answers, mentions=mentions, quarantine=list(one.quarantine))
    kept.doubt(reason, detail)
    return kept


def contradictions(responses: Iterable[Returned]) -> Iterator[tuple[list[dict[str, Any]], str]]:
    """Answers of several bodies on one row that cannot all be true, with what they say, in Dutch.

    Whether it exists or has ended; a value that two corrected differently; a participant or theme that one took away
    and another confirmed. What is only added by one is no contradiction: the union is kept.
    """
    responses = list(responses)
    names = {number: cells[layout.NAME] for one in responses for number, cells in one.sent.by_number.items()}
    for (_, number), answers in by_row(a for one in responses for a in one.answers):
        for one in differences(answers):
            said = "; ".join(one.said())
            yield [a for side in one.sides.values() for a in side], f"'{names[number]}', {one.about}: {said}"


def by_row(answers: Iterable[dict[str, Any]]) -> list[tuple[tuple[int, str], list[dict[str, Any]]]]:
    """What is held against each other: the answers on each row that was sent, by snapshot and number, in that order.

    Left out are those that say nothing, and those that are asked instead of applied.
    """
    found: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for answer in answers:
        if answer["number"] and answer["kind"] != "unanswered" and answer["status"] != "asked":
            found.setdefault((answer["snapshot"], answer["number"]), []).append(answer)
    return sorted(found.items())


@dataclass(frozen=True)
class Difference:
    """What answers on one row do not agree on: an attribute, or whether it exists (None); of lists one `item`.

    `sides` has the answers of each side by what they say.
    """

    attribute: str | None
    item: str
    about: str
    sides: Mapping[str, list[dict[str, Any]]]

    def said(self, called: Callable[[str], str] = str) -> list[str]:
        """Who says what, side by side; `called` is how an organisation is written, its id where not given."""
        return [
            f"{', '.join(sorted({called(a['organisation_id']) for a in side}))}: {words}"
            for words, side in sorted(self.sides.items())
        ]


def differences(answers: Iterable[dict[str, Any]]) -> list[Difference]:
    """What the answers on one row differ in, in a fixed order."""
    return [one for one in _compared(list(answers)) if len(one.sides) > 1]


def _compared(answers: list[dict[str, Any]]) -> Iterator[Difference]:
    """All that the answers on one row are about, with its sides."""
    rows = [a for a in answers if a["attribute"] is None]
    existence: dict[str, list[dict[str, Any]]] = {}
    for answer in rows:
        if answer["kind"] == "denied_participation":  # it speaks of its own part alone
            continue
        words = {"denied_existence": "bestaat niet", "ended": "opgeheven"}.get(answer["kind"], "bestaat")
        existence.setdefault(words, []).append(answer)
    yield Difference(None, "", "bestaan", existence)
    taking_part = {a["organisation_id"]: a for a in rows if a["kind"] in ("confirmed", "corrected")}
    headings = {attribute: heading for heading, attribute in layout.FILLED.items()}
    changes: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for answer in answers:
        if answer["attribute"]:
            listed = headings[answer["attribute"]] in layout.LISTED
            item = (answer["sent"] or "") if listed else ""
            if not listed or item:
                changes.setdefault((answer["attribute"], item), []).append(answer)
    for (attribute, item), changed in sorted(changes.items()):
        sides: dict[str, list[dict[str, Any]]] = {}
        for answer in changed:
            sides.setdefault(answer["answered"] or "weggehaald", []).append(answer)
        if item:
            silent = taking_part.keys() - {a["organisation_id"] for a in changed}
            if silent:
                sides["bevestigd"] = [taking_part[id_] for id_ in sorted(silent)]
        yield Difference(attribute, item, headings[attribute] + (f" ({item})" if item else ""), sides)
