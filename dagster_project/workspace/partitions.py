"""What the reading assets have in common: a partition per snapshot, read in a single run, and rows written as parts."""

import warnings
from collections.abc import Iterable, Mapping
from typing import Any

import dagster as dg

from dagster_project.workspace.layout import Workspace
from dagster_project.workspace.seeds import snapshots
from dagster_project.workspace.tables import write_table

# Single-run backfill policies are marked beta; the version is pinned and the tests cover what is used of them.
warnings.filterwarnings("ignore", message=".*backfill_policy.*", category=dg.BetaWarning)

SNAPSHOTS = dg.StaticPartitionsDefinition([str(s) for s in snapshots()])
ONE_RUN = dg.BackfillPolicy.single_run()
RANGE_START, RANGE_END = "dagster/asset_partition_range_start", "dagster/asset_partition_range_end"


def range_tags(first: str | int, last: str | int) -> dict[str, str]:
    """The tags that make one run read the snapshots from the first to the last."""
    return {RANGE_START: str(first), RANGE_END: str(last)}


def all_snapshots() -> dict[str, str]:
    """The tags that make one run read every snapshot."""
    return range_tags(snapshots()[0], snapshots()[-1])


def write_parts(workspace: Workspace, part: str, tables: Mapping[str, Iterable[Mapping[str, Any]]]) -> dict[str, int]:
    """Write the rows of each table as its part of that name; gives the number of rows per table."""
    return {name: write_table(workspace, name, rows, part=part).height for name, rows in tables.items()}
