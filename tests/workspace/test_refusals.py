"""The reasons of refusals and of quarantine: one list, in the dictionary, that the code uses whole and never leaves."""

import ast

import polars as pl
import pytest

from dagster_project.dictionary import table
from dagster_project.workspace import PROJECT, quarantine_row, refusal_row
from dagster_project.workspace.refusals import located


@pytest.fixture(scope="module")
def texts_in_code() -> set[str]:
    """Every text that stands by itself in a module of the pipeline."""
    files = sorted((PROJECT / "dagster_project").rglob("*.py"))
    pipeline = [f for f in files if not {"simulation", "evaluation"} & set(f.parts)]
    nodes = (n for f in pipeline for n in ast.walk(ast.parse(f.read_text("utf-8"))))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


@pytest.mark.parametrize("name", ["quarantine", "refusal"])
def test_every_reason_of_the_dictionary_is_given_by_some_code(name, texts_in_code):
    assert set(table(name).column("reason").enum) - texts_in_code == set()


def test_a_reason_that_the_dictionary_does_not_have_is_no_row():
    with pytest.raises(ValueError, match="bad_luck"):
        quarantine_row("mention", "m1", "bad_luck", "x")
    with pytest.raises(ValueError, match="bad_luck"):
        refusal_row("reading", "a.csv", "line=1", "bad_luck", "x")


def test_the_id_rests_on_every_column():
    one = quarantine_row("mention", "m1", "no_participants", "x")
    other = quarantine_row("mention", "m1", "no_participants", "x", snapshot=2020)
    assert one["quarantine_id"] != other["quarantine_id"]
    assert list(one) == list(table("quarantine").column_names)
    assert list(refusal_row("reading", "a.csv", "line=1", "corrupt", "x")) == list(table("refusal").column_names)


def test_a_row_about_a_mention_gets_its_file_and_place_and_the_id_that_goes_with_them():
    mentions = pl.DataFrame({"mention_id": ["m1", "m2"], "delivery_id": ["d1", "d9"], "locator": ["line=2", "line=3"]})
    deliveries = pl.DataFrame({"delivery_id": ["d1"], "file_name": ["a.csv"]})
    rows = [
        quarantine_row("mention", "m1", "no_name", "x"),
        quarantine_row("resolved_participant", "m1|3", "no_name", "x", locator="cell=B2"),
        quarantine_row("mention", "m1", "no_name", "x", file_name="b.csv", locator="line=9"),
        quarantine_row("mention", "m2", "no_name", "x"),
        quarantine_row("decision", "all/0001-002", "stale_decision", "x"),
    ]
    found = located(rows, mentions, deliveries)
    assert [(r["file_name"], r["locator"]) for r in found] == [
        ("a.csv", "line=2"), ("a.csv", "cell=B2"), ("b.csv", "line=9"), (None, None), (None, None)
    ]  # fmt: skip
    assert found[0] == quarantine_row("mention", "m1", "no_name", "x", file_name="a.csv", locator="line=2")
    assert found[2:] == rows[2:]
