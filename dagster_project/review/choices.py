"""The answers that a question has: codes, what people see of them, and from what a person picked or typed to codes.

Belongs here: the lists, and the reading of an answer. Does not belong here: what an answer decides (`deciding`).
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from dagster_project.dictionary import code_lists, dutch
from dagster_project.organisations import resolve_name
from dagster_project.review.columns import ELSE
from dagster_project.texts import fold
from dagster_project.workspace.seeds import read_seed

YES, NO = "ja", "nee"
WITHDRAW = "intrekken"
"""The answer to an earlier question that takes back what was answered, and says nothing instead."""
OUTSIDE = "niet-overheidspartij"
NOBODY = {
    "abroad": "overheid of instelling in het buitenland",
    "collaboration": "een ander samenwerkingsverband",
    "no_party": "geen naam van een partij",
}
"""Who a name among the participants is, where it is no organisation of the register."""
SEVERAL = ("theme", "criterion", "participant")
"""Kinds of which an answer may name more than one, joined by a semicolon."""
OPEN_TO_ALL = ("participant", "reading")
"""Kinds of which the right answer may stand on no list."""
IN_A_CELL = {
    "theme": "Meer dan één: scheid ze met een puntkomma.",
    "participant": "Een andere overheid dan in de lijst: schrijf haar naam of code.",
}
"""How an answer is written in a cell, by kind; the last words of the question, which a page with fields leaves out."""
_SURE = ("code", "exact", "normalised", "successor")
_DASHES = re.compile(r"\s+[–-]\s+")
_LABELS = {
    "must_link": {YES: "ja, hetzelfde", NO: "nee, niet hetzelfde"},
    "merger": {YES: "ja, opgevolgd", NO: "nee, geen opvolging"},
    "split": {YES: "ja, opgevolgd", NO: "nee, geen opvolging"},
    "membership": {YES: "ja, neemt deel", NO: "nee, neemt niet deel"},
    "reading": {"accepted": "het is zo", "rejected": "het is geen partij", "other": "de andere lezing is juist"},
    "delivery": {
        "accepted": "lezen",
        "held": "nog niet lezen",
        "replaced": "niet lezen: vervangen door een andere",
        "withdrawn": "niet lezen: ingetrokken",
    },
}
_SURVEY = {
    ("delivery", "accepted"): "het klopt: pas het toe",
    ("survey_answer", "set_aside"): "pas het niet toe",
    ("participant", "participates"): "ja, doet mee",
    ("participant", "denied"): "nee, doet niet mee",
    ("criterion", "yes"): "ja",
    ("criterion", "no"): "nee",
}
"""What people see of an answer to a question on the survey, by kind and value of the decision."""


def label(kind: str, attribute: str | None, code: str) -> str:
    """What people see of a code."""
    if code == WITHDRAW:
        return "trek dit antwoord in"
    if kind in _LABELS:
        return _LABELS[kind].get(code, code)
    if kind == "survey":
        return _of_survey(code)
    if kind == "participant":
        return _of_participant(code)
    if kind == "criterion":
        said, _, criterion = code.partition(" ")
        if not criterion:
            return f"{said}, aan alle genoemde" if ";" in (attribute or "") else said
        return f"{said}: {_criteria().get(criterion, criterion)}"
    if kind == "theme":
        return _of_seed("theme_code", "theme").get(code, code)
    if attribute == "legal_form":
        return _of_seed("legal_form", "legal_form").get(code, code)
    return dutch(code, attribute) if attribute in code_lists() else code


def codes_of(question: Mapping[str, Any], answer: str) -> list[str]:
    """The codes of an answer, typed or picked: a code, what people see of it, or both with a dash between.

    Raises ValueError with the mend in Dutch where it is no answer to the question.
    """
    kind = question["kind"]
    parts = [part.strip() for part in answer.split(";")] if kind in SEVERAL else [answer.strip()]
    found = [_code(question, part) for part in parts if part]
    if not found:
        raise ValueError("het antwoord is leeg")
    if len(set(found)) != len(found):
        raise ValueError("noem elk antwoord één keer")
    return found


def _code(question: Mapping[str, Any], said: str) -> str:
    kind, attribute = question["kind"], question["attribute"]
    known: dict[str, str] = {}
    for code in question["candidates"]:
        known |= {fold(code): code, fold(label(kind, attribute, code)): code}
    for part in (said, *_DASHES.split(said)[:1]):
        if fold(part) in known:
            return known[fold(part)]
    if kind == "participant":
        return _organisation(said, question["snapshot"])
    offered = [label(kind, attribute, code) for code in question["candidates"]]
    raise ValueError(f"'{said}' staat niet in de lijst; kies uit: {'; '.join(offered)}")


def _organisation(said: str, snapshot: int) -> str:
    """An organisation that stands on no list, by its code or its name."""
    written = re.search(r"\b(gm|pv|ws|mnre|ng)[0-9a-f]{2,}\b", said.lower())
    if written and (written[0] in _of_seed("organisation", "organisation_id", "name") or written[1] == "ng"):
        return written[0]
    resolved = resolve_name(said, snapshot)
    if resolved.organisation_id and resolved.kind != "non_government" and resolved.method in _SURE:
        return resolved.organisation_id
    near = [*filter(None, [resolved.organisation_id]), *resolved.candidates]
    meant = ", ".join(_of_participant(i) for i in near if not i.startswith("ng"))
    raise ValueError(
        f"'{said}' is geen overheid die wij in {snapshot} kennen; "
        + (f"bedoelt u {meant}? " if meant else "")
        + f"Kies uit de lijst (is het geen overheid: {OUTSIDE}), of schrijf de naam voluit of de code, zoals gm0363"
    )


def _of_participant(code: str) -> str:
    name = _of_seed("organisation", "organisation_id", "name").get(code)
    return f"{name} ({code})" if name else NOBODY.get(code, code)


def decision_in(code: str) -> tuple[str, str | None, str]:
    """Kind, attribute and value of the decision that an answer to a question on the survey stands for."""
    kind, attribute, value = code.split("|", 2)
    return kind, attribute or None, value


def survey_code(kind: str, attribute: str | None, value: str) -> str:
    """The way back."""
    return f"{kind}|{attribute or ''}|{value}"


def _of_survey(code: str) -> str:
    if code.count("|") < 2:
        return code
    kind, attribute, value = decision_in(code)
    if kind == "theme":
        return ", ".join(label("theme", None, theme) for theme in value.split(";"))
    if kind == "attribute":
        return label(kind, attribute, value)
    if kind == "criterion" and attribute.endswith(":e"):
        return {"yes": "het bestaat", "no": "het bestaat niet (meer)"}[value]
    return _SURVEY[kind, value]


@cache
def _of_seed(seed: str, code: str, said: str = "label_nl") -> dict[str, str]:
    return dict(read_seed(seed).select(code, said).iter_rows())


@cache
def _criteria() -> dict[str, str]:
    return {f"{r['definition']}:{r['criterion']}": r["label_nl"] for r in read_seed("definition").iter_rows(named=True)}


def offered(question: Mapping[str, Any]) -> tuple[str, ...]:
    """The list of answers as people see it, which ends in `anders, namelijk`."""
    return (*(label(question["kind"], question["attribute"], code) for code in question["candidates"]), ELSE)
