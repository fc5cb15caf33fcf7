"""What people are asked after a run, as rows of `review_question`.

Belongs here: all kinds but those about identity (`identity_questions`) and about what was read (`reading_questions`),
and their order.
"""

from collections.abc import Iterator

import polars as pl

from dagster_project.coding import REVIEW_BELOW
from dagster_project.decisions import NOTHING, accepted_values
from dagster_project.review.asking import NO, YES, Row, question
from dagster_project.review.identity_questions import changed_identities, successions, weak_links
from dagster_project.review.reading_questions import readings
from dagster_project.review.register import Register
from dagster_project.workspace import Workspace
from dagster_project.workspace.seeds import read_seed

OPEN = ("unresolved", "ambiguous", "split")


def questions(workspace: Workspace) -> list[Row]:
    """The open questions, highest priority first.

    Raises WrongUse where no run has written the tables yet.
    """
    register = Register(workspace)
    asked = [
        *_held_deliveries(register),
        *readings(register),
        *_unknown_criteria(register),
        *weak_links(register),
        *changed_identities(register),
        *_open_participants(register),
        *_unknown_forms(register),
        *_doubtful_themes(register),
        *successions(register),
    ]
    # Of one pair that is asked about twice the question that weighs most is asked.
    once = {q["question_id"]: q for q in sorted(asked, key=lambda q: q["priority"])}
    return sorted(once.values(), key=lambda q: (-q["priority"], q["question_id"]))


def _held_deliveries(register: Register) -> Iterator[Row]:
    held = register.table("delivery").filter(pl.col("status") == "held")
    for row in held.iter_rows(named=True):
        if ("delivery", None, row["delivery_id"], "held") not in register.decided:
            yield question(
                register,
                "delivery",
                None,
                row["delivery_id"],
                f"Mag de levering '{row['file_name']}' worden gelezen? Zij spreekt een andere levering van dezelfde "
                "organisatie en peiling tegen.",
                list(accepted_values("delivery", None)),
                expect="held",
                governments=len(row["organisation_ids"]),
            )


def _unknown_criteria(register: Register) -> Iterator[Row]:
    """One question per collaboration: whoever knows it answers all its criteria at once."""
    label = {(r["definition"], r["criterion"]): r["label_nl"] for r in read_seed("definition").iter_rows(named=True)}
    open_: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for row in register.table("criterion").filter(pl.col("met") == "unknown").iter_rows(named=True):
        key = row["snapshot"], row["collaboration_id"]
        if key in register.counted and row["definition"] == register.definition[row["snapshot"]]:
            open_.setdefault(key, []).append((row["definition"], row["criterion"]))
    for (snapshot, id_), criteria in open_.items():
        codes = [f"{definition}:{criterion}" for definition, criterion in criteria]
        asked = "; ".join(f"{code} {label[c]}" for code, c in zip(codes, criteria, strict=True))
        row = register.counted[snapshot, id_]
        yield question(
            register,
            "criterion",
            snapshot,
            register.target(snapshot, id_),
            f"Voldoet '{row['name']}' aan deze criteria? {asked}",
            [YES, *(f"{NO} {code}" for code in codes)],
            attribute=";".join(codes),
            expect="unknown",
            governments=row["government_count"],
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
        target, row = register.target(snapshot, id_), register.counted[snapshot, id_]
        if ("participant", snapshot, target, name) not in register.decided:
            yield question(
                register,
                "participant",
                snapshot,
                target,
                f"Welke organisatie is '{name}', genoemd als deelnemer van '{row['name']}'?",
                sorted(found),
                expect=name,
                governments=row["government_count"],
            )


def _unknown_forms(register: Register) -> Iterator[Row]:
    known = [code for code in accepted_values("attribute", "legal_form") if code != "onbekend"]
    for (snapshot, id_), row in register.counted.items():
        if row["legal_form_group"] == "unknown":
            yield question(
                register,
                "attribute",
                snapshot,
                register.target(snapshot, id_),
                f"Welke rechtsvorm heeft '{row['name']}'?",
                known,
                attribute="legal_form",
                expect=register.coded.get((snapshot, id_, "legal_form"), NOTHING),
                governments=row["government_count"],
            )


def _doubtful_themes(register: Register) -> Iterator[Row]:
    """Every collaboration of which the surest theme is still doubtful."""
    surest = (
        register.table("theme")
        .group_by("snapshot", "collaboration_id")
        .agg(pl.col("confidence").max(), pl.col("reviewed").any())
        .filter(~pl.col("reviewed") & (pl.col("confidence") < REVIEW_BELOW))
        .sort("snapshot", "collaboration_id")
    )
    for snapshot, id_ in surest.select("snapshot", "collaboration_id").iter_rows():
        if row := register.counted.get((snapshot, id_)):
            yield question(
                register,
                "theme",
                snapshot,
                register.target(snapshot, id_),
                f"Aan welke beleidsterreinen werkt '{row['name']}'? Meer dan één: scheid ze met een puntkomma.",
                list(accepted_values("theme", None)),
                expect=register.coded.get((snapshot, id_, "theme"), NOTHING),
                governments=row["government_count"],
            )
