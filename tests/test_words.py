"""The glossary knows every table by the label that the release shows, and no word twice."""

import re

import pytest

from dagster_project.dictionary import all_tables
from dagster_project.workspace import PROJECT

GLOSSARY = PROJECT / "docs" / "glossary.md"


def glossary() -> list[tuple[str, str, str]]:
    """The rows of the glossary: code, Dutch, meaning."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    rows = [tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]) for line in lines if line[:1] == "|"]
    return rows[2:]


@pytest.mark.parametrize("name", sorted(all_tables()))
def test_every_table_stands_in_it(name):
    assert (f"`{name}`", all_tables()[name].label_nl) in {row[:2] for row in glossary()}


def test_no_word_twice_and_none_without_meaning():
    codes = [row[0] for row in glossary()]
    assert len(codes) == len(set(codes))
    assert all(len(row) == 3 and all(row) for row in glossary())
