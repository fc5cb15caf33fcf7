"""What people are asked about the reading of budgets: parties and values in doubt, parties of the second reader alone.

Belongs here: which parties are asked about, in which words, and how many. Does not belong here: when a value is in
doubt (the readers), what a decision does to a mention (`budgets`).
"""

from collections import Counter
from collections.abc import Iterator

import polars as pl

from dagster_project.budgets import asked_about, expected, other_reading
from dagster_project.decisions import accepted_values
from dagster_project.dictionary import PARTY, UNSURE_BELOW, doubt_text, doubted_columns, place_in_dutch, table
from dagster_project.review.asking import Row, question
from dagster_project.review.reading_answers import OTHER
from dagster_project.review.register import Register

MOST = 500
"""Questions of one snapshot: about a week of a reviewer; the others are published with their doubt."""
_EMPTY_FIELDS = f"{PARTY}:seen_by_name_only"
"""No question by itself: a list has nothing but names."""


def readings(register: Register) -> Iterator[Row]:
    """A question per party that is unsure or of which a value is in doubt, and per party of the second reader alone."""
    files = register.files
    asked: list[Row] = []
    seen: set[tuple] = set()
    told = pl.col("doubts").list.eval(pl.element() != _EMPTY_FIELDS).list.any()
    for mention in register.table("mention").filter((pl.col("confidence") < UNSURE_BELOW) | told).iter_rows(named=True):
        place = tuple(mention[c] for c in ("delivery_id", "snapshot", "locator", "name_written"))
        if place not in seen:
            asked.append(_about(register, mention, files[mention["delivery_id"]]))
            seen.add(place)
    asked += _second_alone(register, files)
    of: Counter[int] = Counter()
    for row in sorted(asked, key=lambda q: (-q["priority"], q["question_id"])):
        if not register.is_answered(("reading", row["target"]), row["expect"]):
            of[row["snapshot"]] += 1
            if of[row["snapshot"]] <= MOST:
                yield row


def _about(register: Register, mention: Row, file_name: str) -> Row:
    read, other = asked_about(mention), other_reading(mention)
    label = {c: table("mention").column(c).label_nl for c in (*read, *other)}
    lines = [f"Is dit juist gelezen uit {file_name} ({place_in_dutch(mention['locator'])})?"]
    lines += [f"gelezen: {label[column]}: {text or '-'}" for column, text in read.items()]
    lines += [f"andere lezing: {label[column]}: {text}" for column, text in other.items()]
    lines += [f"twijfel: {doubt_text(doubt)}" for doubt in mention["doubts"]]
    lines.append(f"zekerheid dat dit een partij is onder deze naam: {mention['confidence']:.2f}".replace(".", ","))
    return question(
        register,
        "reading",
        mention["snapshot"],
        mention["mention_id"],
        "\n".join(lines),
        [*accepted_values("reading", None), *([OTHER] if other else [])],
        attribute=";".join(read),
        expect=expected(mention),
        decisions=list(_tried(mention, {"snapshot": mention["snapshot"], "target": mention["mention_id"]})),
        organisations=filter(None, [mention["reporting_organisation_id"]]),
    )


def _tried(mention: Row, row: Row) -> Iterator[list[Row]]:
    """What an answer may decide of what is in doubt, as decisions for the figures."""
    fields = {doubt.partition(":")[0] for doubt in mention["doubts"] if doubt != _EMPTY_FIELDS}
    shared = {**row, "kind": "reading"}
    if mention["confidence"] < UNSURE_BELOW or fields & {PARTY, "name"}:
        yield [{**shared, "attribute": None, "value": "rejected"}]
    for column in doubted_columns(mention["doubts"]):
        yield [{**shared, "attribute": column, "value": ""}]


def _second_alone(register: Register, files: dict[str, str]) -> Iterator[Row]:
    """Parties of the second reader alone are none until somebody says so."""
    for row in register.table("second_reading").filter(outcome="only_second").iter_rows(named=True):
        if row["decision"] is None:
            yield question(
                register,
                "reading",
                row["snapshot"],
                row["reading_id"],
                f"Is '{row['name_written']}' een verbonden partij volgens {files[row['delivery_id']]} "
                f"({place_in_dutch(row['locator'])})? Alleen de tweede lezer vond haar.",
                list(accepted_values("reading", None)),
                decisions=(),
            )
