"""Mentions without documents are those of the documents."""

import polars as pl

from dagster_project.simulation.files import mentions
from dagster_project.simulation.files.mentions import write_mentions, write_told
from dagster_project.simulation.population.multiply import multiplied
from dagster_project.simulation.sources.budgets.reports import budget_reports, observations_of
from dagster_project.simulation.sources.every_source import told
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.workspace import frame_of
from tests.simulation.small_country import SNAPSHOTS, population


def test_mentions_have_the_columns_of_the_table_and_ids_of_their_own(tmp_path):
    rows = write_mentions(population(10), tmp_path / "m.parquet", by=Conditions(7), snapshots=SNAPSHOTS, processes=1)
    read = pl.read_parquet(tmp_path / "m.parquet")
    assert rows == read.height == read["mention_id"].n_unique() > 0
    assert read.schema == frame_of("mention", []).schema
    assert set(read["source"]) == {"budget"}
    assert set(read["snapshot"]) == {2017, 2024}


def test_a_country_told_copy_by_copy_is_that_told_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(mentions, "AT_ONCE", 100)
    country = multiplied(population(8), 3)
    rows = []
    for snapshot in (2017, 2024):
        for plan in budget_reports(country, Conditions(7), snapshot):
            said, _ = observations_of(plan, [f"party={n}" for n in range(1, len(plan.document.parties) + 1)])
            rows += [mentions.mention_row(one, number) for number, one in enumerate(said)]
    assert len(rows) > 250
    assert len(rows) % 100
    assert write_mentions(country, tmp_path / "m.parquet", by=Conditions(7), snapshots=SNAPSHOTS, processes=1) == len(
        rows
    )
    assert pl.read_parquet(tmp_path / "m.parquet").equals(frame_of("mention", rows))


def test_as_tables_a_country_tells_of_all_sources_what_its_truth_tells(tmp_path):
    said, _ = told(population(12), Conditions(7), SNAPSHOTS)
    rows = write_told(said, tmp_path / "m.parquet")
    read = pl.read_parquet(tmp_path / "m.parquet")
    assert rows == read.height == read["mention_id"].n_unique() == len(said)
    assert read.schema == frame_of("mention", []).schema
    assert set(read["source"]) == {"budget", "edition", "programme", "register", "survey"}
