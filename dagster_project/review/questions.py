"""What people are asked after a run, as rows of `review_question`.

The priority of a question is what its answer can do to the figures: the number of the article's eleven figures that
it can move, times the binary logarithm of two plus the number of counted governments behind it (a collaboration of
forty moves a mean more than one of two, but not twenty times as much), halved for all snapshots but the last
published one. Of a doubtful pair it is those figures times what an answer is expected to mend, for most are right.
"""

import math
from collections.abc import Iterator
from typing import Any

import polars as pl

from dagster_project.coding.files import REVIEW_BELOW
from dagster_project.decisions import NOTHING
from dagster_project.decisions.kinds import accepted_values
from dagster_project.dictionary import table
from dagster_project.linkage import diff_of_run
from dagster_project.linkage.crosswalk import MERGED
from dagster_project.linkage.ledger_words import told
from dagster_project.review.register import Register
from dagster_project.review.side_by_side import SideBySide
from dagster_project.workspace import Workspace
from dagster_project.workspace.hashing import short_id
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]

FIGURES_MOVED = {
    "delivery": 11,  # everything in it is out until somebody decides
    "criterion": 11,  # a criterion decides whether it is counted at all
    "must_link": 11,  # two or one: the total and all that is divided by it
    "reading": 5,  # a party of one budget more or less: figures 5, 6, 7, 10 and 11
    "participant": 5,  # figures 5, 6, 7, 10 and 11
    "attribute": 3,  # the legal form: figures 2 to 4
    "theme": 3,  # figures 8 to 10
    "merger": 1,  # no figure, but the account of stock and flow
    "split": 1,
}
LEAST_GAIN = 1 / 64
"""A pair of which fewer than one answer in 64 is expected to mend a mention is not worth the reviewer's minutes."""
LINKS_ASKED = 200
"""About what a reviewer settles in two days, at a few minutes each; answers change what is doubtful, so the rest is
asked anew after the next run rather than from a stale list. Each of them stands in `doubtful_pair`."""
BLOCKING = 400
"""Governments counted behind a question that holds up the release: all of them."""
_READERS = {
    "only_second": "Is '{name_written}' een verbonden partij volgens {where}? Alleen de tweede lezer vond haar.",
    "only_first": "Is '{name_written}' een verbonden partij volgens {where}? Alleen de eerste lezer vond haar.",
    "differs": "Is '{second_value}' juist als '{label}' van '{name_written}' in {where}? De tweede lezer leest dat.",
}
OPEN = ("unresolved", "ambiguous", "split")
YES, NO = "ja", "nee"
SUCCESSIONS = {
    "merger": "Is '{}' opgegaan in '{}'?",
    "split": "Is van '{}' een deel verder gegaan als '{}'?",
}
"""The question, by the kind of the decision that answers it."""


def questions(workspace: Workspace) -> list[Row]:
    """The open questions, highest priority first.

    Raises WrongUse where no run has written the tables yet.
    """
    register = Register(workspace)
    asked = [
        *_held_deliveries(register),
        *_two_readers(register),
        *_unknown_criteria(register),
        *_weak_links(register),
        *_changed_identities(register),
        *_open_participants(register),
        *_unknown_forms(register),
        *_doubtful_themes(register),
        *_successions(register),
    ]
    # Of one pair that is asked about twice the question that weighs most is asked.
    once = {q["question_id"]: q for q in sorted(asked, key=lambda q: q["priority"])}
    return sorted(once.values(), key=lambda q: (-q["priority"], q["question_id"]))


def question_id(kind: str, snapshot: int | None, target: str, attribute: str | None, expect: str | None) -> str:
    """The id of a question from what it asks, so that a row of a workbook can be told to be what was exported."""
    return short_id("v", kind, snapshot, target, attribute, expect)


def _question(
    register: Register,
    kind: str,
    snapshot: int | None,
    target: str,
    text: str,
    candidates: list[str],
    attribute: str | None = None,
    expect: str | None = None,
    governments: int = 0,
) -> Row:
    weight = FIGURES_MOVED[kind] * math.log2(2 + governments) * (1 if snapshot in (None, register.latest) else 0.5)
    return {
        "question_id": question_id(kind, snapshot, target, attribute, expect),
        "kind": kind,
        "snapshot": snapshot,
        "target": target,
        "attribute": attribute,
        "question": text,
        "expect": expect,
        "candidates": candidates,
        "priority": round(weight, 3),
    }


def _two_readers(register: Register) -> Iterator[Row]:
    """Where the second reader of a budget says otherwise than the first."""
    asked = register.table("second_reading").filter(
        pl.col("outcome").is_in(list(_READERS)) & pl.col("decision").is_null()
    )
    files = dict(register.table("delivery").select("delivery_id", "file_name").iter_rows())
    for row in asked.sort("reading_id").iter_rows(named=True):
        if ("reading", row["snapshot"], row["reading_id"], row["first_value"]) in register.decided:
            continue
        where = f"{files[row['delivery_id']]} ({row['locator']})"
        said = {
            **row,
            "label": table("mention").column(row["field"]).label_nl if row["field"] else None,
            "where": where,
        }
        yield _question(
            register,
            "reading",
            row["snapshot"],
            row["reading_id"],
            _READERS[row["outcome"]].format(**said),
            list(accepted_values("reading", None)),
            expect=row["first_value"],
        )


def _held_deliveries(register: Register) -> Iterator[Row]:
    held = register.table("delivery").filter(pl.col("status") == "held")
    for row in held.iter_rows(named=True):
        if ("delivery", None, row["delivery_id"], "held") not in register.decided:
            yield _question(
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
        yield _question(
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


def _weak_links(register: Register) -> Iterator[Row]:
    """The pairs of which the linkage doubts most, in its order: the priority is what an answer is expected to mend."""
    pairs = register.table("doubtful_pair").filter(pl.col("gain") >= LEAST_GAIN).sort("rank").to_dicts()
    open_ = [p for p in pairs if frozenset((p["mention_id_a"], p["mention_id_b"])) not in register.decided_links]
    asked = open_[:LINKS_ASKED]
    evidence = SideBySide(register, frozenset(p[side] for p in asked for side in ("mention_id_a", "mention_id_b")))
    for pair in asked:
        a, b, moved = pair["mention_id_a"], pair["mention_id_b"], pair["moved"]
        many = "1 vermelding" if moved == 1 else f"{moved} vermeldingen"
        now = f"ja; 'nee' haalt er {many} uit" if pair["linked"] else f"nee; 'ja' voegt {many} toe"
        text = f"Zijn deze twee hetzelfde samenwerkingsverband? Nu: {now}.\n{evidence.lines(a, b)}"
        expect = YES if pair["linked"] else NO
        question = _question(register, "must_link", None, f"{a}|{b}", text, [YES, NO], expect=expect)
        yield question | {"priority": round(FIGURES_MOVED["must_link"] * pair["gain"], 3)}


def _changed_identities(register: Register) -> Iterator[Row]:
    """Every change of an id that a release gave: until somebody accepts or undoes it, no release is made."""
    for change in diff_of_run(register.workspace, register.table("collaboration_identity")).refused:
        if frozenset(change.target.split("|")) not in register.decided_links:
            yield _question(
                register,
                "must_link",
                None,
                change.target,
                f"Een uitgave kan pas worden gemaakt als dit beslist is: {told(change)}. Zijn zij hetzelfde "
                "samenwerkingsverband?",
                [YES, NO],
                expect=YES if change.reason == MERGED else NO,
                governments=BLOCKING,
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
            yield _question(
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
            yield _question(
                register,
                "attribute",
                snapshot,
                register.target(snapshot, id_),
                f"Welke rechtsvorm heeft '{row['name']}'?",
                known,
                attribute="legal_form",
                expect=register.said.get((snapshot, id_, "legal_form"), NOTHING),
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
            yield _question(
                register,
                "theme",
                snapshot,
                register.target(snapshot, id_),
                f"Aan welke beleidsterreinen werkt '{row['name']}'? Meer dan één: scheid ze met een puntkomma.",
                list(accepted_values("theme", None)),
                expect=register.said.get((snapshot, id_, "theme"), NOTHING),
                governments=row["government_count"],
            )


def _successions(register: Register) -> Iterator[Row]:
    """Mergers and splits that the sources show too weakly to be events: both sides named by a mention of each."""
    decided = {
        frozenset(register.mentions[part]["collaboration_id"] if part in register.mentions else part for part in parts)
        for parts in (d[2].split("|") for d in register.decided if d[0] in (*SUCCESSIONS, "no_succession"))
    }
    asked = register.table("proposed_succession").filter(pl.col("grade") == "asked")
    for row in asked.iter_rows(named=True):
        old = register.counted.get((row["from_snapshot"], row["collaboration_id"]))
        new = register.counted.get((row["to_snapshot"], row["successor"]))
        pair = {row["collaboration_id"], row["successor"]}
        if not old or not new or any(pair <= known for known in decided):
            continue
        when = f" Een bron noemt {row['dated_on']:%d-%m-%Y}." if row["dated_on"] else ""
        yield _question(
            register,
            row["kind"],
            row["to_snapshot"],
            "|".join(row["mention_ids"][:2]),
            f"{SUCCESSIONS[row['kind']].format(old['name'], new['name'])} Tussen {row['from_snapshot']} en "
            f"{row['to_snapshot']} gingen {len(row['participants'])} van de {old['government_count']} deelnemers over; "
            f"gelijke taak: {', '.join(row['words'])}.{when}",
            [YES, NO],
            governments=new["government_count"],
        )
