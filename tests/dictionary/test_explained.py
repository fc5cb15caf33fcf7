"""Whoever opens a release reads in Dutch what each table and column of it holds."""

import re

import pytest

from dagster_project.dictionary.datapackage import published_tables, resource

ENGLISH = re.compile(r"\b(the|which|where|with|whether|every|joined|empty)\b", re.IGNORECASE)
TABLES = published_tables()


@pytest.mark.parametrize("table", TABLES, ids=[t.name for t in TABLES])
def test_every_published_table_and_column_is_explained_in_dutch(table):
    said = [table.explained_nl, *(c.explained_nl for c in table.columns)]
    assert all(said)
    codes = {value for c in table.columns for value in c.enum}
    assert [s for s in said if set(ENGLISH.findall(s)) - codes] == []


def test_the_descriptor_says_it():
    described = resource(TABLES[0], "a.csv")
    assert described["description"] == TABLES[0].explained_nl
    assert [f["description"] for f in described["schema"]["fields"]] == [c.explained_nl for c in TABLES[0].columns]
