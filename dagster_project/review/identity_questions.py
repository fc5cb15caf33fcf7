"""What people are asked about identity: doubtful pairs, changed ids of the ledger, and weak mergers and splits.

Belongs here: questions that a decision on two mentions or two ids answers. Does not belong here: every other question
(`questions`). The priority of a doubtful pair is what an answer would move at most, times the chance that it is not
as it is now, for most pairs are right.
"""

from collections.abc import Iterator

import polars as pl

from dagster_project.linkage import MERGED, change_text, diff_of_run
from dagster_project.review.asking import Row, question
from dagster_project.review.choices import NO, YES
from dagster_project.review.register import Register
from dagster_project.review.side_by_side import SideBySide

LEAST_GAIN = 1 / 64
"""A pair of which fewer than one answer in 64 is expected to mend a mention is not worth the reviewer's minutes."""
LINKS_ASKED = 200
"""About what a reviewer settles in two days, at a few minutes each; answers change what is doubtful, so the rest is
asked anew after the next run rather than from a stale list. Each of them stands in `doubtful_pair`."""
BLOCKING = 100_000.0
"""The priority of a question that holds up the release: before all that moves a figure."""
SUCCESSIONS = {
    "merger": "Is '{}' opgegaan in '{}'?",
    "split": "Is van '{}' een deel verder gegaan als '{}'?",
}
"""The question, by the kind of the decision that answers it."""


def weak_links(register: Register) -> Iterator[Row]:
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
        chance = min(1.0, pair["gain"] / max(1, moved))
        yield question(
            register,
            "must_link",
            None,
            f"{a}|{b}",
            text,
            [YES, NO],
            expect=expect,
            answers=[NO if pair["linked"] else YES],
            chance=chance,
        )


def changed_identities(register: Register) -> Iterator[Row]:
    """Every change of an id that a release gave: until somebody accepts or undoes it, no release is made."""
    for change in diff_of_run(register.workspace, register.table("collaboration_identity")).refused:
        if frozenset(change.target.split("|")) not in register.decided_links:
            asked = question(
                register,
                "must_link",
                None,
                change.target,
                f"Een uitgave kan pas worden gemaakt als dit beslist is: {change_text(change)}. Zijn zij hetzelfde "
                "samenwerkingsverband?",
                [YES, NO],
                expect=YES if change.reason == MERGED else NO,
            )
            yield asked | {"priority": BLOCKING}


def successions(register: Register) -> Iterator[Row]:
    """Mergers and splits that the sources show too weakly to be events: both sides named by a mention of each."""
    decided = {subject[2] for subject in register.answered if subject[0] == "succession"}
    asked = register.table("proposed_succession").filter(pl.col("grade") == "asked")
    for row in asked.iter_rows(named=True):
        old = register.counted.get((row["from_snapshot"], row["collaboration_id"]))
        new = register.counted.get((row["to_snapshot"], row["successor"]))
        pair = {row["collaboration_id"], row["successor"]}
        if not old or not new or any(pair <= known for known in decided):
            continue
        when = f" Een bron noemt {row['dated_on']:%d-%m-%Y}." if row["dated_on"] else ""
        yield question(
            register,
            row["kind"],
            row["to_snapshot"],
            "|".join(row["mention_ids"][:2]),
            f"{SUCCESSIONS[row['kind']].format(old['name'], new['name'])} Tussen {row['from_snapshot']} en "
            f"{row['to_snapshot']} gingen {len(row['participants'])} van de {old['government_count']} deelnemers over; "
            f"gelijke taak: {', '.join(row['words'])}.{when}",
            [YES, NO],
            answers=(),
        )
