"""One row of a workbook that came back: which question it is, and its decisions or what is wrong with it, in Dutch.

Belongs here: all that is held against a single row. Does not belong here: rows held against each other and against
earlier decisions (`importing`).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from dagster_project.decisions import COLUMNS, faults
from dagster_project.dictionary import code_lists
from dagster_project.persons import holds
from dagster_project.review import columns as c
from dagster_project.review.asking import AUDIENCE, question_id
from dagster_project.review.deciding import NoDecision, decisions_for
from dagster_project.review.earlier import answered_questions, shown
from dagster_project.review.questions import asked_of
from dagster_project.review.register import Register
from dagster_project.review.returned import Remark, Returned, day_of
from dagster_project.review.rows import cells_of, mark_of, plain

Row = dict[str, Any]
_PEOPLE = {"reason": c.REASON, "reviewer": c.REVIEWER, "second_reviewer": c.SECOND, "role": c.ROLE}
_MENDS = {
    "reason": "noem geen personen, adressen, telefoonnummers of e-mailadressen; noem de rol of het document",
    "reviewer": "schrijf de code van de beoordelaar, zoals BZK-07, nooit een naam",
    "second_reviewer": "schrijf de code van een ander dan de eerste beoordelaar, zoals BZK-08, nooit een naam",
    "role": "schrijf de rol, zoals beleidsmedewerker, nooit een naam",
    "value": "dit past niet bij de vraag, of het noemt een persoon",
    "attribute": "dit past niet bij de vraag",
    "target": "dit past niet bij de vraag",
}


def known_questions(register: Register) -> dict[str, Row]:
    """The open questions and the answers that can be corrected, by their ids."""
    return {q["question_id"]: q for q in (*asked_of(register), *answered_questions(register))}


def protected(row: Returned, question: Row | None, register: Register) -> Iterator[Remark]:
    """A notice for each protected cell that is not as it was sent; its change is not taken."""
    if mark_of(row.cells) == row.cells[c.CHECK] or question is None:
        return
    sent = cells_of(question, register)
    changed = [h for h in c.PROTECTED if plain(sent[h]) != plain(row.cells[h])]
    text = "deze cel is beveiligd; de wijziging is niet overgenomen"
    yield from (row.remark(heading, text, False) for heading in changed)


def decided_rows(
    row: Returned, own: Mapping[str, str], known: Mapping[str, Row], register: Register, snapshot: int | None
) -> tuple[list[Row], list[Remark]]:
    """The decisions of an answered row, none where there is a fault, and all that is told of it."""
    told = row.unread
    question, remark = _question(row, known, register)
    if remark:
        told.append(remark)
    people = _people(row, own, told)
    if question is None:
        return [], told
    if snapshot is not None and question["snapshot"] not in (None, snapshot):
        what = f"een antwoord over {question['snapshot']} in een ronde van {snapshot}; lees in zonder --snapshot"
        told.append(row.remark(c.SNAPSHOT, what))
    decided: list[Row] = []
    if not row.unreadable:
        try:
            if holds(row.cells[c.OTHER] or ""):
                raise ValueError(_MENDS["reason"])
            decided = decisions_for(question, row.cells[c.ANSWER], row.cells[c.OTHER])
        except NoDecision as note:
            return [], [row.remark(c.OTHER, str(note), False)]
        except ValueError as error:
            told.append(row.remark(c.ANSWER, str(error)))
    decided = [{**d, **people} for d in decided]
    told += _of_decisions(row, decided, people)
    told += _gone(row, decided, register)
    return ([] if any(t.fault for t in told) else decided), told


def _question(row: Returned, known: Mapping[str, Row], register: Register) -> tuple[Row | None, Remark | None]:
    """The question of a row: one that is open or answered now, or one that an earlier run asked."""
    cells = row.cells
    if cells[c.ID] in known:
        return known[cells[c.ID]], None
    kinds = {said: kind for kind, said in code_lists()["question_kind"].items()}
    snapshot = int(cells[c.SNAPSHOT]) if (cells[c.SNAPSHOT] or "").isdecimal() else None
    asked = {
        "kind": kinds.get(cells[c.KIND]), "snapshot": snapshot, "target": cells[c.TARGET],
        "attribute": cells[c.ATTRIBUTE], "expect": cells[c.EXPECT],
    }  # fmt: skip
    if row.sheet == c.SHEET and question_id(**asked) == cells[c.ID]:
        same = ("kind", "snapshot", "target", "attribute")
        now = next((q for q in known.values() if "answer" not in q and all(q[k] == asked[k] for k in same)), None)
        if now and asked["kind"] != "participant":
            said = shown(now["kind"], now["attribute"], now["expect"]) or "iets anders"
            return None, row.remark(
                c.ID, f"de bronnen zeggen nu {said}: beantwoord de vraag opnieuw ({now['question_id']})"
            )
        candidates = [part for part in (cells[c.CANDIDATES] or "").split("; ") if part]
        if mark_of(cells) == cells[c.CHECK]:
            return {**asked, "candidates": candidates, "audience": AUDIENCE[asked["kind"]]}, None
    what = "deze vraag kennen wij niet (meer): het vraagnummer of een verborgen kolom is gewijzigd, of het antwoord is "
    return None, row.remark(c.ID, what + "intussen vervangen; neem het antwoord over in een nieuwe werkmap")


def _people(row: Returned, own: Mapping[str, str], told: list[Remark]) -> Row:
    """Who decided, when and why; what is not there is told."""
    given = {h: row.cells[h] or own.get(h) for h in (c.REASON, c.REVIEWER, c.SECOND, c.ROLE, c.DAY)}
    for heading in (c.REASON, c.REVIEWER, c.ROLE):
        if given[heading] is None:
            told.append(row.remark(heading, "dit is niet ingevuld; vul het in, of maak het antwoord leeg"))
    day = day_of(given[c.DAY])
    if day is None:
        told.append(row.remark(c.DAY, f"'{given[c.DAY] or ''}' is geen datum; schrijf haar als 31-01-2025"))
    return {column: given[heading] for column, heading in _PEOPLE.items()} | {"decided_on": day}


def person_faults(own: Mapping[str, str | None]) -> list[Remark]:
    """What is wrong with who decides, as it is said once for all answers, by column."""
    told: list[Remark] = []
    row = Returned(c.GUIDE, 1, {h: own.get(h) for h in c.COLUMNS} | {c.REASON: "-"})
    people = _people(row, {}, told)
    return told + _of_decisions(row, [], people)


def _of_decisions(row: Returned, decided: list[Row], people: Row) -> list[Remark]:
    """What the grammar of decisions says, once per column; of who decided also where the answer will not do."""
    found: dict[str, str] = {}
    probe = {**dict.fromkeys(COLUMNS), "kind": "merger", "target": "m1|m2"}  # a kind that needs no value
    for decision in decided or [{**probe, **people}]:
        # An empty cell is told already; the grammar wants a text.
        filled = {**decision, **{column: decision[column] or "-" for column in ("reason", "role")}}
        for column, _ in faults(filled):
            found.setdefault(_PEOPLE.get(column, c.ANSWER), _MENDS.get(column, _MENDS["value"]))
    return [row.remark(heading, mend) for heading, mend in found.items()]


def _gone(row: Returned, decided: list[Row], register: Register) -> list[Remark]:
    """A fault where what a decision is about is not in the sources of this run."""
    about = [d for d in decided if d["kind"] != "withdrawal"]  # which is about decisions
    lost = {part for d in about for part in d["target"].split("|") if not register.is_there(part)}
    what = "waar deze vraag over gaat, is er in deze stand van de bronnen niet meer ({}); maak het antwoord leeg"
    return [row.remark(c.ID, what.format(", ".join(sorted(lost))))] if lost else []
