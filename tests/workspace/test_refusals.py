"""The reasons of refusals and of quarantine: one list, in the dictionary, that the code uses whole and never leaves."""

import ast

import pytest

from dagster_project.dictionary import table
from dagster_project.workspace import PROJECT, quarantine_row, refusal_row


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
