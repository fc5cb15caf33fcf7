"""Every table of dbt becomes Parquet that keeps its contract and repeats to the byte."""

import shutil
from pathlib import Path

import duckdb
import pytest

from dagster_project.dictionary import table
from dagster_project.dictionary.contract import ContractBroken
from dagster_project.warehouse import EXPORTED, export_tables
from dagster_project.workspace import Workspace, WrongUse, read_table
from dagster_project.workspace.hashing import sha256_of
from dagster_project.workspace.seeds import read_seed
from tests.miniature import built_miniature


@pytest.fixture
def copy(tmp_path: Path) -> Workspace:
    """A workspace with a warehouse and no table yet."""
    workspace = Workspace.at(tmp_path).create("simulated")
    workspace.state.mkdir(parents=True)
    shutil.copy(built_miniature().warehouse, workspace.warehouse)
    return workspace


def _change(workspace: Workspace, statement: str) -> None:
    with duckdb.connect(str(workspace.warehouse)) as connection:
        connection.execute(statement)


def test_models_and_seeds_are_exported(copy: Workspace):
    counts = export_tables(copy)
    assert tuple(counts) == EXPORTED
    assert {p.stem for p in copy.tables.glob("*.parquet")} == set(EXPORTED)
    assert counts["theme_code"] == 8
    assert counts["collaboration"] == read_table(copy, "collaboration").height


def test_seeds_come_out_as_python_reads_them(copy: Workspace):
    """So yes stays text, a number in an id keeps its noughts, and an empty field is null."""
    export_tables(copy)
    for name in ("snapshot", "legal_form", "organisation", "organisation_name", "figure_definition"):
        key = list(table(name).key)
        assert read_table(copy, name).equals(read_seed(name).sort(key, nulls_last=True)), name


def test_the_same_bytes_twice(copy: Workspace):
    export_tables(copy)
    first = {n: sha256_of(copy.tables / f"{n}.parquet") for n in EXPORTED}
    # Rows in another order in the warehouse are the same table.
    for name in ("participant", "figure_member", "evidence"):
        _change(copy, f"create or replace table {name} as select * from {name} order by hash({name}::text)")
    export_tables(copy)
    assert {n: sha256_of(copy.tables / f"{n}.parquet") for n in EXPORTED} == first


def test_without_a_warehouse_the_mend_is_told(tmp_path: Path):
    with pytest.raises(WrongUse, match="no warehouse yet") as wrong:
        export_tables(Workspace.at(tmp_path).create("simulated"))
    assert wrong.value.mend == "lappendeken run"


@pytest.mark.parametrize("fault", ["drop table closure", "alter table closure rename column stated to said"])
def test_a_table_that_is_not_as_described_is_named(copy: Workspace, fault: str):
    _change(copy, fault)
    with pytest.raises(WrongUse, match="closure"):
        export_tables(copy)


def test_a_value_that_is_not_accepted_stops_the_export(copy: Workspace):
    _change(copy, "update participant set status = 'perhaps' where snapshot = 2017")
    with pytest.raises(ContractBroken, match=r"participant.*status.*perhaps"):
        export_tables(copy)
