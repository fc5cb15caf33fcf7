"""Mentions without documents are those of the documents."""

from dagster_project.simulation.files import mentions
from dagster_project.simulation.files.mentions import mention_frame, write_mentions
from dagster_project.simulation.population.multiply import multiplied
from dagster_project.simulation.sources.budgets.reports import budget_reports, observations_of
from dagster_project.workspace import frame_of
from tests.simulation.small_country import SNAPSHOTS, population


def test_mentions_without_documents_have_the_columns_of_the_table(tmp_path):
    import polars as pl

    frame = mention_frame(population(10), seed=7, snapshots=SNAPSHOTS)
    rows = write_mentions(population(10), tmp_path / "m.parquet", seed=7, snapshots=SNAPSHOTS)
    read = pl.read_parquet(tmp_path / "m.parquet")
    assert rows == frame.height == read.height
    assert frame["mention_id"].n_unique() == frame.height
    assert read.sort("mention_id").equals(frame)
    assert set(frame["source"]) == {"budget"}


def test_a_country_told_copy_by_copy_is_that_told_at_once(tmp_path, monkeypatch):
    import polars as pl

    monkeypatch.setattr(mentions, "AT_ONCE", 100)
    country = multiplied(population(8), 3)
    rows = []
    for snapshot in (2017, 2024):
        for plan in budget_reports(country, 7, snapshot):
            said, _ = observations_of(plan, [f"party={n}" for n in range(1, len(plan.document.parties) + 1)])
            rows += [mentions.mention_row(one, number) for number, one in enumerate(said)]
    assert len(rows) > 250
    assert len(rows) % 100
    assert write_mentions(country, tmp_path / "m.parquet", seed=7, snapshots=SNAPSHOTS, processes=1) == len(rows)
    assert pl.read_parquet(tmp_path / "m.parquet").equals(frame_of("mention", rows))
