"""Mentions without documents: what faultless readers would make of the deliveries, in the shape of the table `mention`.

For tests at ten and a hundred times the country, where documents would take hours to write and days to read. Only
budgets are told, for they are nine tenths of all mentions.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.simulation.model import Observation, Population
from dagster_project.simulation.observation import BUDGET_SNAPSHOTS, each_report, observations_of
from dagster_project.workspace import frame_of
from dagster_project.workspace.hashing import short_id

if TYPE_CHECKING:
    import polars as pl

READER, READER_VERSION = "simulation", "1"
AT_ONCE = 50_000
"""Rows turned into a frame together: small enough to stay far under a gigabyte, large enough to be quick."""


def mentions_only(population: Population, *, seed: int, snapshots: Iterable[int]) -> "pl.DataFrame":
    """The mentions of all budgets as one frame with the columns of the table `mention`, in the order of its key."""
    import polars as pl

    frames = list(_frames(population, seed, tuple(snapshots)))
    return pl.concat(frames or [frame_of("mention", [])]).sort("mention_id")


def write_mentions(population: Population, path: Path, *, seed: int, snapshots: Iterable[int]) -> int:
    """The same as Parquet, frame by frame so that memory does not grow with the country; gives the number of rows.

    Rows stand in the order of snapshot and reporter.
    """
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    writer, rows = None, 0
    for frame in _frames(population, seed, tuple(snapshots)):
        arrow = frame.to_arrow()
        writer = writer or pq.ParquetWriter(path, arrow.schema, compression="zstd")
        writer.write_table(arrow)
        rows += frame.height
    if writer:
        writer.close()
    return rows


def _frames(population: Population, seed: int, snapshots: tuple[int, ...]) -> Iterator["pl.DataFrame"]:
    waiting: list[dict] = []
    for row in _rows(population, seed, snapshots):
        waiting.append(row)
        if len(waiting) == AT_ONCE:
            yield frame_of("mention", waiting)
            waiting = []
    if waiting:
        yield frame_of("mention", waiting)


def _rows(population: Population, seed: int, snapshots: tuple[int, ...]) -> Iterator[dict]:
    for snapshot in sorted(set(snapshots) & set(BUDGET_SNAPSHOTS)):
        for plan in each_report(population, seed, snapshot, extras=False):
            places = [f"party={number}" for number in range(1, len(plan.document.parties) + 1)]
            for number, said in enumerate(observations_of(plan, places)[0]):
                yield mention_of(said, number)


def mention_of(said: Observation, number: int) -> dict:
    """A row of `mention` for what a source says; `number` is its place in the file."""
    return {
        "mention_id": short_id("m", said.file, said.snapshot, number),
        "delivery_id": short_id("d", said.file),
        "locator": said.place,
        "snapshot": said.snapshot,
        "source": said.source,
        "reporting_organisation_id": said.reporter,
        "claim": said.claim,
        "name_written": said.name_written,
        "section_written": said.section,
        "legal_form_written": said.legal_form_written,
        "seat_written": said.seat_written,
        "purpose_written": said.purpose_written,
        "participants_written": list(said.participants_written),
        "themes_written": list(said.themes_written),
        **said.amounts,
        "reader": READER,
        "reader_version": READER_VERSION,
        "confidence": 1.0,
    }
