"""What people are asked after a run, as rows of `review_question`.

Belongs here: the order of all questions, and those about deliveries, criteria and participants. Does not belong here:
identity (`identity_questions`), what was read (`reading_questions`), what it is (`coding_questions`), answers of
organisations (`survey_questions`).
"""

from collections.abc import Iterator

import polars as pl

from dagster_project.decisions import accepted_values
from dagster_project.dictionary import code_lists, dutch
from dagster_project.review.asking import Row, question
from dagster_project.review.choices import IN_A_CELL, NO, NOBODY, OUTSIDE, YES, label
from dagster_project.review.coding_questions import doubtful_themes, unknown_forms, unknown_words
from dagster_project.review.earlier import with_earlier_answers
from dagster_project.review.identity_questions import changed_identities, successions, weak_links
from dagster_project.review.reading_questions import readings
from dagster_project.review.register import Register
from dagster_project.review.survey_questions import gainsaid_denials, is_held, survey_answers
from dagster_project.workspace import Workspace

OPEN = ("unresolved", "ambiguous", "split")


def questions(workspace: Workspace) -> list[Row]:
    """The open questions, highest priority first.

    Raises WrongUse where no run has written the tables yet.
    """
    return asked_of(Register(workspace))


def asked_of(register: Register) -> list[Row]:
    """The same, of a register that was read already."""
    asked = [
        *_held_deliveries(register),
        *survey_answers(register),
        *readings(register),
        *gainsaid_denials(register),
        *_unknown_criteria(register),
        *weak_links(register),
        *changed_identities(register),
        *_open_participants(register),
        *_one_sided_ministries(register),
        *unknown_forms(register),
        *doubtful_themes(register),
        *unknown_words(register),
        *successions(register),
    ]
    # Of one pair that is asked about twice the question that weighs most is asked.
    once = {q["question_id"]: q for q in sorted(asked, key=lambda q: q["priority"])}
    place = {kind: n for n, kind in enumerate(code_lists()["question_kind"])}
    ranked = sorted(once.values(), key=lambda q: (-q["priority"], place[q["kind"]], q["question_id"]))
    return [with_earlier_answers(register, asked) for asked in ranked]


def _held_deliveries(register: Register) -> Iterator[Row]:
    held = register.table("delivery").filter(pl.col("status") == "held")
    for row in held.iter_rows(named=True):
        if not register.is_answered(("delivery", row["delivery_id"]), "held"):
            yield question(
                register,
                "delivery",
                None,
                row["delivery_id"],
                f"Mag de levering '{row['file_name']}' worden gelezen? Zij spreekt een andere levering van dezelfde "
                "organisatie en peiling tegen.",
                list(accepted_values("delivery", None)),
                expect="held",
                answers=["accepted"],
                organisations=row["organisation_ids"],
            )


def _unknown_criteria(register: Register) -> Iterator[Row]:
    """One question per collaboration: whoever knows it answers all its criteria at once, but for a denial."""
    open_: dict[tuple[int, str], list[str]] = {}
    for row in register.table("criterion").filter(pl.col("met") == "unknown").iter_rows(named=True):
        key, code = (row["snapshot"], row["collaboration_id"]), f"{row['definition']}:{row['criterion']}"
        own = row["definition"] == register.definition[row["snapshot"]]
        denied = row["criterion"] == "e" and is_held(register, *key)  # asked with who denies it, by itself
        if key in register.counted and own and not denied and not register.is_answered(("criterion", *key, code)):
            open_.setdefault(key, []).append(code)
    for (snapshot, id_), codes in open_.items():
        asked = "\n".join(f"- {label('criterion', None, f'{NO} {code}').partition(': ')[2]}" for code in codes)
        each = [f"{said} {code}" for code in codes for said in (YES, NO) if len(codes) > 1]
        yield question(
            register,
            "criterion",
            snapshot,
            register.target(snapshot, id_),
            f"Voldoet '{register.counted[snapshot, id_]['name']}' aan deze criteria?\n{asked}",
            [YES, *(each or [NO])],
            attribute=";".join(codes),
            expect="unknown",
            answers=[f"{NO} {codes[0]}" if each else NO],
            organisations=register.reporters(snapshot, id_),
        )


def _open_participants(register: Register) -> Iterator[Row]:
    open_ = register.table("resolved_participant").filter(
        pl.col("organisation_id").is_null() & pl.col("method").is_in(OPEN)
    )
    candidates: dict[tuple[int, str, str], set[str]] = {}
    for row in open_.iter_rows(named=True):
        mention = register.mentions.get(row["mention_id"])
        if mention and (mention["published"], mention["collaboration_id"]) in register.counted:
            key = mention["published"], mention["collaboration_id"], row["name_written"]
            candidates.setdefault(key, set()).update(row["candidates"])
    for (snapshot, id_, name), found in candidates.items():
        if not register.is_answered(("name", snapshot, id_, name)):
            yield question(
                register,
                "participant",
                snapshot,
                register.target(snapshot, id_),
                f"Wie is '{name}', genoemd als deelnemer van '{register.counted[snapshot, id_]['name']}'? "
                f"{IN_A_CELL['participant']}",
                [*sorted(found), OUTSIDE, *NOBODY],
                expect=name,
                organisations=register.reporters(snapshot, id_),
            )


def _one_sided_ministries(register: Register) -> Iterator[Row]:
    """Ministries of which one side says that they take part; not where the other side was never heard."""
    claimed = register.table("participant").filter(
        (pl.col("kind") == "ministry") & ~pl.col("counted") & (pl.col("status") != "denied")
    )
    for row in claimed.sort("snapshot", "collaboration_id", "organisation_id").iter_rows(named=True):
        snapshot, id_, ministry = row["snapshot"], row["collaboration_id"], row["organisation_id"]
        heard = not register.effects.cells.is_missing("with_ministry", snapshot)
        open_ = not register.is_answered(("participant", snapshot, id_, ministry))
        if (snapshot, id_) in register.counted and heard and open_:
            who = " en ".join(dutch(source, "source") for source in row["sources"])
            yield question(
                register,
                "membership",
                snapshot,
                register.target(snapshot, id_),
                f"Neemt {register.organisation(ministry)} deel aan '{register.counted[snapshot, id_]['name']}'? "
                f"Alleen dit zegt het: {who or 'niemand'}; het telt pas als Rijk en regio het beide zeggen.",
                [YES, NO],
                attribute=ministry,
                expect=row["status"],
                answers=[YES],
                organisations=[ministry],
            )
