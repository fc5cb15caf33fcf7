"""A register with one open question of every kind."""

from datetime import date

import pytest

from dagster_project.review import questions
from dagster_project.workspace import Workspace, write_table
from tests.quality.register import clean, write

BODY = {"snapshot": 2024, "collaboration_id": "sv0000001"}


def rows_of(tables: dict, table: str, **where) -> list[dict]:
    found = [r for r in tables[table] if all(r[k] == v for k, v in where.items())]
    assert found
    return found


def doubtful(a: str, b: str, rank: int = 1, **given) -> dict:
    return {
        "mention_id_a": a, "mention_id_b": b, "name_a": a, "name_b": b, "source_a": "budget", "source_b": "budget",
        "linked": True, "weight": 1.5, "moved": 1, "gain": 1.0 / rank, "rank": rank, **given,
    }  # fmt: skip


def spoil(tables: dict) -> None:
    """One question of each kind, all of 2024."""
    for row in rows_of(tables, "collaboration", **BODY):
        row |= {"legal_form": "onbekend", "legal_form_group": "unknown", "name": "=Veiligheid", "purpose": None}
    for criterion in ("d1", "d2"):
        rows_of(tables, "criterion", **BODY, criterion=criterion)[0]["met"] = "unknown"
    rows_of(tables, "theme", **BODY)[0].update(coder="rule", confidence=0.2, reviewed=False)
    rows_of(tables, "resolved_participant", mention_id="m20241", position=1)[0].update(
        name_written="Groninge", organisation_id=None, kind=None, method="ambiguous", candidates=["gm0014", "pv20"]
    )
    tables["doubtful_pair"] = [doubtful("m20202", "m20242")]
    rows_of(tables, "delivery", delivery_id="d0000002")[0]["status"] = "held"
    tables["proposed_succession"] = [
        {"from_snapshot": 2020, "to_snapshot": 2024, "kind": "merger", "collaboration_id": "sv0000002",
         "successor": "sv0000001", "grade": "asked", "dated_on": date(2022, 1, 1), "participants": ["gm0014", "gm0037"],
         "words": ["veiligheid"], "mention_ids": ["m20202", "m20241"]}
    ]  # fmt: skip
    tables["coding"] = [
        {**BODY, "attribute": "theme", "value": "veiligheid", "source_id": "rule", "coder": "rule", "confidence": 0.2,
         "chosen": True}
    ]  # fmt: skip


@pytest.fixture
def tables():
    rows = clean()
    spoil(rows)
    return rows


@pytest.fixture
def workspace(tmp_path, tables):
    """The register on disk, its questions asked."""
    where = Workspace.at(tmp_path / "w").create("example")
    write(where, tables)
    write_table(where, "review_question", questions(where))
    return where
