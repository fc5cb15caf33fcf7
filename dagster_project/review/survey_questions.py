"""What people are asked about answers of organisations: denials of nearly all, answers that come late, rows that were
taken out, and organisations that contradict each other or what other sources tell.

Belongs here: the questions and their answers, each a decision. Does not belong here: when an answer is asked instead of
applied, and what contradicts what (`surveys`).

The target is what a decision on the collaboration names (the delivery where all of a response is asked), `expect` the
response and its row, and `attribute` what is asked of it. To deny taking part is not to deny that it exists: criterion
e is offered only where the latter is asked.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

from dagster_project.dictionary import dutch
from dagster_project.organisations import resolve_name
from dagster_project.review.asking import AUDIENCE, Row, question
from dagster_project.review.choices import NO, YES, survey_code
from dagster_project.review.deciding import decisions_for
from dagster_project.review.quoting import source_in_dutch
from dagster_project.review.register import Register
from dagster_project.review.subjects import subjects
from dagster_project.surveys import DENIALS, Difference, by_row, code_of, differences
from dagster_project.workspace.seeds import counts_for

WHOLE = ("mass_denial", "late_answer")
"""What is asked of a response as a whole."""
NAMED = 12
"""Collaborations that such a question names; the response has all."""
ASIDE = survey_code("survey_answer", None, "set_aside")
_VALUES = ("name", "seat", "legal_form", "purpose", "goal")


def survey_answers(register: Register) -> Iterator[Row]:
    """The questions on all responses, those that a decision answers left out."""
    answers = register.table("survey_answer").sort("answer_id").to_dicts()
    told = register.table("quarantine").filter(pl.col("row_table") == "survey_answer").sort("quarantine_id")
    for row in told.filter(pl.col("reason").is_in(WHOLE)).iter_rows(named=True):
        yield from _of_response(register, row, answers)
    for row in told.filter(reason="row_deleted").iter_rows(named=True):
        yield from _of_row(register, row, answers)
    for (snapshot, number), said in by_row(answers):
        if any(a["status"] == "contradicted" for a in said):
            for one in differences(said):
                yield from _of_difference(register, snapshot, number, one)


def _of_response(register: Register, row: Row, answers: list[Row]) -> Iterator[Row]:
    delivery, reason = row["row_key"], row["reason"]
    own = [a for a in answers if a["delivery_id"] == delivery and a["attribute"] is None and a["status"] == "asked"]
    if not own:
        return
    who = register.organisation(own[0]["organisation_id"])
    denied = [a for a in own if a["kind"] in DENIALS]
    if reason == "mass_denial":
        asked = f"Klopt het dat {who} vrijwel niets meer kent van wat wij van haar hebben?"
    else:
        asked = f"Gelden de antwoorden van {who} nog voor {row['snapshot']}?"
    told = denied if reason == "mass_denial" else [a for a in own if a["kind"] != "unanswered"]
    told.sort(key=lambda a: (a["kind"] == "confirmed", _name(register, a)))  # first what would change anything
    said = [f"- {_name(register, a)}: {dutch(a['kind'], 'survey_answer_kind')}" for a in told]
    more = [f"- en nog {len(said) - NAMED}"] if len(said) > NAMED else []
    text = "\n".join([asked, f"Zij zijn niet toegepast: {row['detail'].partition(';')[0]}.", *said[:NAMED], *more])
    candidates = [survey_code("delivery", None, "accepted"), ASIDE]
    moved = [_denial(register, a) for a in denied]
    yield from _asked(
        register, row["snapshot"], delivery, reason, delivery, text, candidates, own, [[m for m in moved if m]]
    )


def _denial(register: Register, answer: Row) -> Row | None:
    """What a denial would do to the figures: a participant less, or where it is said to be none or gone, all of it."""
    snapshot = counts_for("survey", answer["snapshot"])
    if not answer["number"] or snapshot is None:
        return None
    shared = {"snapshot": snapshot, "target": answer["number"]}
    if answer["kind"] == "denied_participation":
        return {**shared, "kind": "participant", "attribute": answer["organisation_id"], "value": "denied"}
    return {**shared, "kind": "criterion", "attribute": f"{register.definition[snapshot]}:e", "value": "no"}


def _of_row(register: Register, row: Row, answers: list[Row]) -> Iterator[Row]:
    delivery, _, number = row["row_key"].partition("|")
    own = [a for a in answers if a["delivery_id"] == delivery and a["number"] == number]
    key = counts_for("survey", row["snapshot"]), register.now(number)
    if not own or key not in register.counted:
        return
    organisation = own[0]["organisation_id"]
    text = (
        f"{register.organisation(organisation)} haalde de regel van '{register.counted[key]['name']}' uit haar "
        "vragenlijst. Doet zij mee?\nEen regel die weg is, telt als niet beantwoord."
    )
    said = [survey_code("participant", organisation, value) for value in ("participates", "denied")]
    candidates = [*said, *_existence(register, key[0])[1:], ASIDE]
    yield from _asked(register, key[0], register.target(*key), "row_deleted", row["row_key"], text, candidates, own)


def gainsaid_denials(register: Register) -> Iterator[Row]:
    """Whether a collaboration exists that is denied by no more than still tell of it; held until answered.

    It counts meanwhile: criterion e is unknown, with the denial as its evidence.
    """
    for (snapshot, id_), row in register.counted.items():
        code = f"{register.definition[snapshot]}:e"
        if not is_held(register, snapshot, id_) or register.is_answered(("criterion", snapshot, id_, code)):
            continue
        told: dict[bool, dict[str, None]] = {True: {}, False: {}}
        for mention in register.mentions_of[snapshot, id_]:
            if mention["claim"] != "denies_participation":  # it speaks of its own part alone
                affirms = mention["claim"] in ("lists", "participates")
                ended = f" per {mention['valid_to']:%d-%m-%Y}" if mention["valid_to"] else ""
                words = "noemt het" if affirms else dutch(mention["claim"], "claim") + ended
                told[affirms][f"- {source_in_dutch(register, mention)}: {words}"] = None
        denied, affirmed = list(told[False]), list(told[True])
        more = [f"- en nog {len(affirmed) - NAMED}"] if len(affirmed) > NAMED else []
        held = "Wie erbij betrokken is, ontkent het; anderen noemen het. Tot dit beantwoord is, telt het mee."
        yield question(
            register, "criterion", snapshot, register.target(snapshot, id_),
            "\n".join([f"Bestaat '{row['name']}'?", held, *denied, *affirmed[:NAMED], *more]), [YES, NO],
            attribute=code, expect="unknown", answers=[NO], organisations=register.reporters(snapshot, id_),
        )  # fmt: skip


def is_held(register: Register, snapshot: int, collaboration_id: str) -> bool:
    """Whether a denial of its existence waits for people: what others say leaves criterion e open."""
    return register.met.get((snapshot, collaboration_id, f"{register.definition[snapshot]}:e")) == "unknown"


def _existence(register: Register, snapshot: int) -> list[str]:
    """That it exists, and that it does not, where the definition of the snapshot asks it."""
    criterion = f"{register.definition[snapshot]}:e"
    known = any(code == criterion for _, _, code in register.met)
    return [survey_code("criterion", criterion, value) for value in ("yes", "no")] if known else []


def _of_difference(register: Register, snapshot: int, number: str, one: Difference) -> Iterator[Row]:
    key = counts_for("survey", snapshot), register.now(number)
    if key not in register.counted or (one.attribute is None and is_held(register, *key)):
        return  # the latter is asked with what all sources say
    said = [f"- {line}" for line in one.said(register.organisation)]
    answers = [a for side in one.sides.values() for a in side]
    first = min(answers, key=lambda a: a["answer_id"])
    candidates = _of_sides(register, key, one)
    name = register.counted[key]["name"]
    about = {None: f"Bestaat '{name}'?"}.get(one.attribute, f"Wat is juist van '{name}': {one.about}?")
    text = "\n".join([about, "Organisaties spreken elkaar tegen; nu tellen alle bronnen zoals altijd.", *said])
    asked = ":".join(filter(None, ["respondents_differ", one.attribute, one.item]))
    row = f"{first['delivery_id']}|{number}"
    yield from _asked(register, key[0], register.target(*key), asked, row, text, [*candidates, ASIDE], answers)


def _of_sides(register: Register, key: tuple[int, str], one: Difference) -> list[str]:
    """The answers to a difference as codes."""
    snapshot = key[0]
    if one.attribute is None:
        return _existence(register, snapshot)
    if one.attribute == "participants":
        resolved = resolve_name(one.item, snapshot)
        id_ = resolved.organisation_id
        return [survey_code("participant", id_, value) for value in ("participates", "denied")] if id_ else []
    if one.attribute == "themes":
        now, theme = register.effects.bodies[key].themes, code_of("themes", one.item)
        both = (now | {theme}, now - {theme})
        return [survey_code("theme", None, ";".join(sorted(themes))) for themes in both if themes]
    said = sorted({a["answered"] for side in one.sides.values() for a in side if a["answered"]})
    codes = [code_of(one.attribute, text) for text in said]
    if one.attribute in _VALUES:
        return [survey_code("attribute", one.attribute, code) for code in codes]
    criterion = f"{register.definition[snapshot]}:{one.attribute}"
    return [survey_code("criterion", criterion, code) for code in codes if code in ("yes", "no")]


def _asked(
    register: Register,
    snapshot: int,
    target: str,
    attribute: str,
    row: str,
    text: str,
    candidates: list[str],
    answers: Iterable[Row],
    tried: list[list[Row]] | None = None,
) -> Iterator[Row]:
    asked: dict[str, Any] = {"kind": "survey", "snapshot": snapshot, "target": target, "attribute": attribute,
                             "expect": row, "candidates": candidates, "audience": AUDIENCE["survey"]}  # fmt: skip
    decided = [decisions_for(asked, code) for code in candidates]
    about = {subject for ds in decided for d in ds for subject in subjects(d, register.now)}
    if any(map(register.is_answered, about)):
        return
    who = {a["organisation_id"] for a in answers}
    yield question(
        register, "survey", snapshot, target, text, candidates, attribute=attribute, expect=row,
        decisions=decided if tried is None else tried, organisations=who,
    )  # fmt: skip


def _name(register: Register, answer: Row) -> str:
    key = counts_for("survey", answer["snapshot"]), register.now(answer["number"] or "")
    return f"'{register.counted[key]['name']}'" if key in register.counted else str(answer["number"])
