"""The built warehouse and the dictionary say the same, both ways; and every kind of generated test can fail."""

import duckdb
import pytest

from dagster_project.dictionary import table
from dagster_project.dictionary.dbt_properties import MODEL_STAGES, tables_of
from dagster_project.dictionary.types import duckdb_type
from dagster_project.warehouse import EXPORTED
from dagster_project.workspace.seeds import read_seed

COLUMNS = """
    select table_name, column_name, lower(data_type) from duckdb_columns()
    where not internal order by table_name, column_index
"""


def test_columns_and_types_agree_both_ways(warehouse):
    built: dict[str, list[tuple]] = {}
    for name, column, type_ in warehouse.run(COLUMNS):
        built.setdefault(name, []).append((column, type_))
    # Steps of the models are named so; the models that the seed figure_definition names are steps of `figure`.
    steps = {n for n in built if n.startswith("int_")} | set(read_seed("figure_definition")["sql_model"])
    assert set(built) - steps == set(EXPORTED)
    for name in EXPORTED:
        assert built[name] == [(c.name, duckdb_type(c.type)) for c in table(name).columns], name


def test_a_null_where_none_may_be_is_stopped(warehouse):
    """For every column of every model that the dictionary does not let be empty."""
    for spec in tables_of(*MODEL_STAGES):
        for column in spec.columns:
            if not column.nullable:
                with pytest.raises(duckdb.ConstraintException, match=column.name):
                    warehouse.run(f"insert into {spec.name} select * replace (null as {column.name}) from {spec.name}")


@pytest.mark.parametrize(
    ("test", "fault"),
    [
        ("theme_key_is_unique", "insert into theme select * from theme limit 1"),
        ("collaboration_spread_is_accepted", "update collaboration set spread = 'wide'"),
        ("collaboration_legal_form_is_in_legal_form", "update collaboration set legal_form = 'club'"),
    ],
)
def test_generic_test_can_fail(warehouse, test, fault):
    assert warehouse.failures(test) == []
    warehouse.run(fault)
    assert warehouse.failures(test) != []


def test_a_source_with_its_key_twice_is_found(warehouse):
    links = warehouse.source("link")
    warehouse.run(f"insert into {links} select * from {links} limit 1")
    assert len(warehouse.failures("link_key_is_unique")) == 1
