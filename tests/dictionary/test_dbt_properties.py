"""The properties files of dbt are what the dictionary says, and nothing is left out of them."""

import shutil
from pathlib import Path

import pytest
import yaml

from dagster_project.dictionary import all_tables
from dagster_project.dictionary.dbt_properties import (
    LATER_STAGES,
    MODEL_STAGES,
    SEED_STAGES,
    properties,
    source_tables,
    stale,
    tables_of,
    write_all,
)
from dagster_project.workspace import PROJECT


@pytest.fixture(scope="module")
def nodes() -> dict[str, dict]:
    """Every table that dbt knows by its properties, as the committed files have them."""
    found: dict[str, dict] = {}
    for name in properties():
        content = yaml.safe_load((PROJECT / "dbt" / name).read_text(encoding="utf-8"))
        for node in [*content.get("models", []), *content.get("seeds", [])]:
            found[node["name"]] = node
        for source in content.get("sources", []):
            found |= {node["name"]: node for node in source["tables"]}
    return found


def test_the_committed_files_are_current():
    assert stale(PROJECT) == [], "python -m dagster_project.dictionary.dbt_properties"


def test_a_changed_or_absent_file_is_stale(tmp_path: Path):
    paths = write_all(tmp_path)
    assert stale(tmp_path) == []
    paths[0].write_text(paths[0].read_text(encoding="utf-8") + "# by hand\n", encoding="utf-8")
    paths[1].unlink()
    assert stale(tmp_path) == paths[:2]


def test_every_table_is_a_source_a_seed_a_model_or_comes_later(nodes: dict[str, dict]):
    later = {t.name for t in tables_of(*LATER_STAGES)}
    assert set(nodes) | later == set(all_tables())
    assert set(nodes) & later == set()
    assert len(source_tables()) + len(tables_of(*SEED_STAGES, *MODEL_STAGES)) == len(nodes)


def test_every_column_is_described_in_order(nodes: dict[str, dict]):
    for name, node in nodes.items():
        spec = all_tables()[name]
        assert [(c["name"], c["description"]) for c in node["columns"]] == [
            (c.name, c.description) for c in spec.columns
        ]


def test_every_rule_of_the_dictionary_is_tested(nodes: dict[str, dict]):
    for name, node in nodes.items():
        spec = all_tables()[name]
        assert node["data_tests"][0]["unique_key"]["arguments"] == {"columns": list(spec.key)}
        for column, written in zip(spec.columns, node["columns"], strict=True):
            tests = {k: v["arguments"] for t in written.get("data_tests", []) for k, v in t.items()}
            assert ("relationships" in tests) == bool(column.ref)
            if spec.stage in MODEL_STAGES:
                assert (written.get("constraints") == [{"type": "not_null"}]) == (not column.nullable)
            if spec.stage in (*MODEL_STAGES, *SEED_STAGES):
                assert tests.get("accepted_values", {}).get("values", []) == list(column.enum)


def test_every_model_and_seed_has_its_file(nodes: dict[str, dict]):
    models = {t.name for t in tables_of(*MODEL_STAGES)}
    on_disk = {p.stem for p in (PROJECT / "dbt" / "models").rglob("*.sql")}
    assert models <= on_disk
    assert {p.stem for p in (PROJECT / "dbt" / "seeds").glob("*.csv")} == {t.name for t in tables_of(*SEED_STAGES)}


def test_a_seed_has_the_columns_of_the_dictionary():
    for spec in tables_of(*SEED_STAGES):
        head = (PROJECT / "dbt" / "seeds" / f"{spec.name}.csv").read_text(encoding="utf-8").splitlines()[0]
        assert head.split(",") == list(spec.column_names), spec.name


def test_writing_is_the_same_every_time(tmp_path: Path):
    first = {p.name + str(p.parent): p.read_bytes() for p in write_all(tmp_path)}
    shutil.rmtree(tmp_path / "dbt")
    assert {p.name + str(p.parent): p.read_bytes() for p in write_all(tmp_path)} == first
