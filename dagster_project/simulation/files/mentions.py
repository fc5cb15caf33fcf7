"""Mentions without documents: what faultless readers would make of the deliveries, in the shape of the table `mention`.

For tests at ten and a hundred times the country, where documents would take hours to write and days to read; there
budgets alone are told, for they are nine tenths of all mentions. And for a thousand small countries as tables, where
all sources are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.simulation.files.parallel import PROCESSES, results_in_order
from dagster_project.simulation.model import Observation, Population
from dagster_project.simulation.population.multiply import copies_of
from dagster_project.simulation.sources.budgets.reports import iter_reports, observations_of
from dagster_project.simulation.sources.capture import BUDGET_SNAPSHOTS
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.world.geography import KINDS
from dagster_project.workspace import frame_of
from dagster_project.workspace.hashing import short_id

if TYPE_CHECKING:
    import polars as pl

READER, READER_VERSION = "simulation", "1"
AT_ONCE = 50_000
"""Rows written together: small enough to stay far under a gigabyte, large enough to be quick."""


def write_mentions(
    population: Population, path: Path, *, by: Conditions, snapshots: Iterable[int], processes: int = PROCESSES
) -> int:
    """Write the mentions of all budgets as Parquet, frame by frame, so that memory does not grow with the country.

    Args:
        population: the truth.
        path: the file; it has the columns of the table `mention`, and rows in the order of snapshot and reporter.
        by: under which conditions reporters tell.
        snapshots: those of which budgets tell.
        processes: so many share the copies of a repeated country.

    Returns:
        The number of rows.
    """
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    writer, rows = None, 0
    for frame in _pieces(_frames(population, by, tuple(snapshots), processes)):
        arrow = frame.to_arrow()
        writer = writer or pq.ParquetWriter(path, arrow.schema, compression="zstd")
        writer.write_table(arrow)
        rows += frame.height
    if writer:
        writer.close()
    return rows


def write_told(observations: Iterable[Observation], path: Path) -> int:
    """Write what every source says of one country as Parquet, with the columns of the table `mention` and rows in the
    order of snapshot and file; gives the number of rows."""
    said = sorted(observations, key=lambda one: (one.snapshot, one.file))
    numbers: Counter[tuple[int, str]] = Counter()
    rows = []
    for one in said:
        rows.append(mention_row(one, numbers[one.snapshot, one.file]))
        numbers[one.snapshot, one.file] += 1
    path.parent.mkdir(parents=True, exist_ok=True)
    frame_of("mention", rows).write_parquet(path, compression="zstd", statistics=False)
    return len(rows)


def _pieces(frames: Iterable["pl.DataFrame"]) -> Iterator["pl.DataFrame"]:
    """The same rows in frames of so many at once, the last one with what is left."""
    import polars as pl

    waiting: list[pl.DataFrame] = []
    for frame in frames:
        waiting.append(frame)
        while sum(one.height for one in waiting) >= AT_ONCE:
            whole = pl.concat(waiting)
            yield whole[:AT_ONCE].rechunk()
            waiting = [whole[AT_ONCE:]]
    if sum(one.height for one in waiting):
        yield pl.concat(waiting).rechunk()


def _frames(
    population: Population, by: Conditions, snapshots: tuple[int, ...], processes: int
) -> Iterator["pl.DataFrame"]:
    """Mentions in the order of snapshot and reporter: municipalities of all copies first."""
    copies = copies_of(population)
    read = sorted(set(snapshots) & set(BUDGET_SNAPSHOTS))
    done = results_in_order(_mentions_of, [(one, by, snapshot) for snapshot in read for one in copies], processes)
    for _ in read:
        later: dict[str, list[pl.DataFrame]] = {kind: [] for kind in KINDS[1:]}
        for by_kind in islice(done, len(copies)):
            yield by_kind[KINDS[0]]
            for kind, frames in later.items():
                frames.append(by_kind[kind])
        for frames in later.values():
            yield from frames


def _mentions_of(job: tuple[Population, Conditions, int]) -> dict[str, "pl.DataFrame"]:
    """The mentions of one country at one snapshot by the kind of who reports, in the order of its id."""
    population, by, snapshot = job
    rows: dict[str, list[dict]] = {kind: [] for kind in KINDS}
    for plan in iter_reports(population, by, snapshot, extras=False):
        for number, said in enumerate(observations_of(plan)[0]):
            rows[said.reporter[:2]].append(mention_row(said, number))
    return {kind: frame_of("mention", found) for kind, found in rows.items()}


def mention_row(said: Observation, number: int) -> dict:
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
