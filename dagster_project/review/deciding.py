"""From the codes of an answer to the decisions that it is, by the kind of the question.

Belongs here: which rows of `decision` an answer makes. Does not belong here: how an answer is read (`choices`), which
of them are new (`importing`).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from dagster_project.decisions import COLUMNS
from dagster_project.organisations.non_government import non_government_id
from dagster_project.review.choices import NO, NOBODY, OUTSIDE, WITHDRAW, YES, codes_of, decision_in, label, survey_code
from dagster_project.review.columns import ELSE
from dagster_project.review.reading_answers import decided_by
from dagster_project.review.subjects import SUCCESSIONS
from dagster_project.texts import fold

Row = dict[str, Any]


class NoDecision(ValueError):
    """What was said can be no decision: it is passed on, and the question stays open."""


def decisions_for(question: Mapping[str, Any], answer: str | None, other: str | None = None) -> list[Row]:
    """The decisions of an answer, with the columns that the question gives; who decided and why is not among them.

    `answer` is what was picked or typed, `other` what was written behind `anders, namelijk`. Raises ValueError with the
    mend in Dutch, and NoDecision where there is nothing to mend.
    """
    said, kind = (answer or "").strip(), question["kind"]
    if "decisions" in question and (taken_back := _withdrawn(question, said)):
        return [taken_back]
    if not said or fold(said) == fold(ELSE):
        if not (other or "").strip():
            raise ValueError(f"schrijf bij '{ELSE}' wat het dan is, of kies uit de lijst")
        said, other = other.strip(), None
        if kind in ("must_link", "merger", "split", "criterion", "delivery", "membership", "survey"):
            try:
                return list(_of(question, said, None))
            except ValueError:
                what = "dit kan geen besluit zijn; geef het door aan de beheerder. De vraag blijft open"
                raise NoDecision(what) from None
    return list(_of(question, said, other))


def _withdrawn(question: Mapping[str, Any], said: str) -> Row | None:
    """The decision that takes an earlier answer back; None where something else is said."""
    words = {fold(WITHDRAW), fold(label(question["kind"], None, WITHDRAW))}
    parts = [fold(part) for part in said.split(";")]
    if not words & {*parts}:
        return None
    if len(parts) > 1:
        raise ValueError("trek het antwoord in, of geef een ander; niet allebei")
    ids = question["decisions"]
    return {
        **dict.fromkeys(COLUMNS),
        "kind": "withdrawal",
        "snapshot": question["snapshot"],
        "target": "|".join(ids),
        "supersedes": "; ".join(ids),
    }


def _of(question: Mapping[str, Any], said: str, other: str | None) -> Iterator[Row]:
    kind = question["kind"]
    row = {**dict.fromkeys(COLUMNS), **{k: question[k] for k in ("kind", "snapshot", "target", "attribute", "expect")}}
    if kind == "reading":
        for decided in decided_by(
            said, question["candidates"], (question["attribute"] or "").split(";"), row["expect"]
        ):
            yield {**row, **decided}
        return
    codes = codes_of(question, said)
    if kind == "survey":
        yield _of_survey(row, codes[0])
    elif kind == "criterion":
        yield from _criteria(row, codes)
    elif kind == "must_link":
        yield {**row, "kind": "must_link" if codes == [YES] else "must_not_link", "expect": None}
    elif kind in SUCCESSIONS:
        yield {**row, "kind": kind if codes == [YES] else "no_succession"}
    elif kind == "membership":
        yield {**row, "kind": "participant", "value": "participates" if codes == [YES] else "denied", "expect": None}
    elif kind == "participant":
        if len(codes) > 1 and set(codes) & {OUTSIDE, *NOBODY}:
            raise ValueError("meer dan één antwoord kan alleen met organisaties, gescheiden door een puntkomma")
        yield from (_who(row, code, other) for code in codes)
    else:
        yield {**row, "value": ";".join(codes)}


def _of_survey(row: Row, code: str) -> Row:
    """What an answer on the survey decides: about the response, about the row of it, or about the collaboration."""
    kind, attribute, value = decision_in(code)
    asked = row["expect"]
    if kind == "delivery":
        return {**row, "kind": kind, "snapshot": None, "target": asked.partition("|")[0], "attribute": None,
                "value": value, "expect": None}  # fmt: skip
    if kind == "survey_answer":
        return {**row, "kind": kind, "target": asked, "value": value, "expect": None}
    return {**row, "kind": kind, "attribute": attribute, "value": value, "expect": None}


def _criteria(row: Row, codes: list[str]) -> Iterator[Row]:
    said: dict[str, str] = {}
    for code in codes:
        word, _, criterion = code.partition(" ")
        for one in [criterion] if criterion else row["attribute"].split(";"):
            if said.setdefault(one, word) != word:
                raise ValueError("het antwoord zegt ja én nee op hetzelfde criterium")
    yield from ({**row, "attribute": one, "value": "yes" if word == YES else "no"} for one, word in said.items())


def _who(row: Row, code: str, other: str | None) -> Row:
    """A name among the participants: an organisation takes part, or the name is nobody of the register."""
    if code in NOBODY:
        return {**row, "kind": "open_name", "attribute": row["expect"], "value": code}
    organisation = non_government_id(other or row["expect"]) if code == OUTSIDE else code
    return {**row, "attribute": organisation, "value": "participates"}


def answer_of(decisions: list[Mapping[str, Any]]) -> list[str]:
    """The codes that decisions on one subject stand for: the way back."""
    kind = decisions[0]["kind"]
    if kind in ("must_link", "must_not_link"):
        return [YES if kind == "must_link" else NO]
    if kind == "survey_answer":
        return [survey_code(kind, None, decisions[0]["value"])]
    if kind in SUCCESSIONS:
        return [NO if kind == "no_succession" else YES]
    if kind == "criterion":
        return [f"{YES if d['value'] == 'yes' else NO} {d['attribute']}" for d in decisions]
    if kind == "participant" and decisions[0]["expect"] is None:
        return [YES if decisions[0]["value"] == "participates" else NO]
    if kind == "participant":
        return [d["attribute"] for d in decisions]
    return [part for d in decisions for part in (d["value"] or "").split(";")]
