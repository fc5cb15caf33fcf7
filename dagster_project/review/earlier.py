"""What people answered before: told with a question that the sources opened again, and listed to be corrected.

Belongs here: the way from decisions back to questions. Does not belong here: which questions are open (`questions`).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from dagster_project.decisions import accepted_values
from dagster_project.organisations.non_government import non_government_id
from dagster_project.review.asking import AUDIENCE
from dagster_project.review.choices import NO, NOBODY, OUTSIDE, WITHDRAW, YES, label
from dagster_project.review.deciding import answer_of
from dagster_project.review.register import Register
from dagster_project.review.subjects import subjects
from dagster_project.workspace.hashing import short_id

Row = dict[str, Any]

_SAID = {
    "link": "Zijn deze twee hetzelfde samenwerkingsverband?",
    "succession": "Is het ene in het andere opgegaan, of ging een deel ervan verder?",
    "name": "Wie is '{expect}', genoemd als deelnemer?",
    "participant": "Neemt {who} deel?",
    "criterion": "Voldoet het aan dit criterium: {criterion}?",
    "theme": "Aan welke beleidsterreinen werkt het?",
    "delivery": "Mag de levering worden gelezen?",
    "reading": "Is dit juist gelezen?",
    "survey_answer": "Wat moet er met dit antwoord op de enquête?",
}
_KINDS = {
    "must_not_link": "must_link", "no_succession": "merger", "open_name": "participant", "survey_answer": "survey",
}  # fmt: skip
"""The kind of the question that a decision answers, where it is not its own kind."""
_ATTRIBUTES = {"legal_form": "Welke rechtsvorm heeft het?", "goal": "Waarop is het vooral gericht?"}


def with_earlier_answers(register: Register, asked: Row) -> Row:
    """The question, with what was answered before and what the sources said then, where there is such an answer."""
    found = {
        d["decision_id"]: d for subject in _subjects_of(register, asked) for d in register.answered.get(subject, ())
    }
    if not found:
        return asked
    lines = []
    for decision in found.values():
        said = "; ".join(label(asked["kind"], asked["attribute"], code) for code in codes_said([decision]))
        then = f" De bronnen zeiden toen: {shown(asked['kind'], asked['attribute'], decision['expect'])}."
        lines.append(
            f"Eerder beantwoord op {decision['decided_on']:%d-%m-%Y} (besluit {decision['decision_id']}): {said}."
            + (then if decision["expect"] else "")
        )
    now = f" Nu zeggen zij: {shown(asked['kind'], asked['attribute'], asked['expect'])}." if asked["expect"] else ""
    return {**asked, "question": "\n".join([asked["question"], *lines]) + now}


def shown(kind: str, attribute: str | None, expect: str | None) -> str:
    """What a question rests on, for people."""
    if expect is None or kind in ("reading", "survey"):
        return ""
    if expect == "-":
        return "niets"
    if kind in ("theme", "attribute"):
        return "; ".join(label(kind, attribute, code) for code in expect.split(";"))
    words = {
        "unknown": "onbekend",
        "held": "nog niet gelezen",
        "ja": "ja",
        "nee": "nee",
        "named_by_others": "door de regio genoemd",
        "self_reported": "door het departement genoemd",
    }
    return words.get(expect, expect)


def codes_said(decisions: list[Mapping[str, Any]]) -> list[str]:
    """The codes of an earlier answer, as its question has them."""
    codes = answer_of(decisions)
    first = decisions[0]
    if first["kind"] == "participant" and first["expect"] is not None:
        return [OUTSIDE if code == non_government_id(first["expect"]) else code for code in codes]
    return codes


def words_of(decision: Mapping[str, Any]) -> str:
    """What an earlier decision says, in the words of the question that it answers."""
    named = decision["kind"] != "participant" or decision["expect"] is not None
    kind = _KINDS.get(decision["kind"], decision["kind"]) if named else "membership"
    return "; ".join(label(kind, decision["attribute"], code) for code in codes_said([decision]))


def _subjects_of(register: Register, asked: Row) -> Iterator[tuple]:
    kind, snapshot, target, attribute = (asked[k] for k in ("kind", "snapshot", "target", "attribute"))
    if kind == "participant":
        yield "name", snapshot, register.now(target), asked["expect"]
    elif kind == "membership":
        yield "participant", snapshot, register.now(target), attribute
    elif kind == "criterion":
        yield from (("criterion", snapshot, register.now(target), one) for one in attribute.split(";"))
    else:
        yield from subjects({**asked, "expect": None}, register.now)


def answered_questions(register: Register) -> list[Row]:
    """A question for each subject on which a decision holds, with `answer` (codes) and `decisions`, to be corrected."""
    rows = []
    for subject, decisions in register.answered.items():
        named = subject[0] == "participant" and all(d["expect"] is not None for d in decisions)
        held = [d for d in decisions if d["decision_id"] not in register.lapsed]
        if held and not named and subject[0] not in ("waiver", "restatement") and subject[0] in (*_SAID, "attribute"):
            rows.append(_asked_before(register, subject[0], held))
    return sorted(rows, key=lambda r: (r["kind"], r["snapshot"] or 0, r["target"], r["question_id"]))


def _asked_before(register: Register, about: str, decisions: list[Row]) -> Row:
    first = decisions[0]
    kind = "membership" if about == "participant" else _KINDS.get(first["kind"], first["kind"])
    attribute = first["attribute"] if about in ("attribute", "criterion", "participant", "survey_answer") else None
    if about == "reading":
        attribute = ";".join(d["attribute"] for d in decisions if d["attribute"]) or None
    ids = [d["decision_id"] for d in decisions]
    codes = codes_said(decisions)
    return {
        "question_id": short_id("w", *ids),
        "kind": kind,
        "snapshot": first["snapshot"],
        "target": first["target"],
        "attribute": attribute,
        "question": _text(register, about, first),
        "expect": first["target"] if about == "survey_answer" else first["expect"],
        "candidates": [*_candidates(about, attribute, codes), WITHDRAW],
        "audience": AUDIENCE[kind],
        "organisations": [],
        "priority": 0.0,
        "basis": "exact",
        "moves": [],
        "answer": codes,
        "decisions": ids,
        "said_by": first["reviewer"],
        "said_on": first["decided_on"],
    }


def _candidates(about: str, attribute: str | None, codes: list[str]) -> list[str]:
    if about == "name":
        return [*sorted(set(codes) - {OUTSIDE, *NOBODY}), OUTSIDE, *NOBODY]
    if about == "survey_answer":
        return codes
    if about in ("link", "succession", "participant", "criterion"):
        return [YES, NO]
    return [
        c
        for c in accepted_values(about, attribute if about == "attribute" else None)
        if c not in ("onbekend", "unknown")
    ]


def _text(register: Register, about: str, decision: Row) -> str:
    if about == "attribute":
        return _ATTRIBUTES.get(decision["attribute"], f"Wat is het juiste kenmerk '{decision['attribute']}'?")
    who = register.organisation(decision["attribute"]) if about == "participant" else ""
    criterion = (
        label("criterion", None, f"{NO} {decision['attribute']}").partition(": ")[2] if about == "criterion" else ""
    )
    return _SAID[about].format(expect=decision["expect"] or decision["attribute"], who=who, criterion=criterion)
