"""Every source of dbt is one file with the right columns, whatever the Python stages wrote."""

from pathlib import Path

import polars as pl

from dagster_project.dictionary import table
from dagster_project.dictionary.dbt_properties import source_tables
from dagster_project.dictionary.types import polars_schema
from dagster_project.warehouse import ensure_sources
from dagster_project.workspace import Workspace, write_table


def _link(mention: str) -> dict:
    return {"mention_id": mention, "collaboration_id": "sv0000001", "weight": 1.0, "basis": "name"}


def test_tables_that_nobody_wrote_are_empty_ones(tmp_path: Path):
    paths = ensure_sources(Workspace.at(tmp_path).create("simulated"))
    assert {p.stem for p in paths} == {t.name for t in source_tables()}
    for path in paths:
        frame = pl.read_parquet(path)
        assert frame.height == 0
        assert dict(frame.schema) == polars_schema(table(path.stem))


def test_parts_become_one_sorted_table(tmp_path: Path):
    workspace = Workspace.at(tmp_path).create("simulated")
    write_table(workspace, "link", [_link("m2")], part="b")
    write_table(workspace, "link", [_link("m3"), _link("m1")], part="a")
    ensure_sources(workspace)
    assert pl.read_parquet(workspace.state / "sources" / "link.parquet")["mention_id"].to_list() == ["m1", "m2", "m3"]


def test_a_source_follows_its_table(tmp_path: Path):
    workspace = Workspace.at(tmp_path).create("simulated")
    for mention in ("m1", "m2"):
        write_table(workspace, "link", [_link(mention)])
        ensure_sources(workspace)
    assert pl.read_parquet(workspace.state / "sources" / "link.parquet")["mention_id"].to_list() == ["m2"]
