"""The tables of the Python stages as dbt's sources: one file each, also where nothing was read.

Several readers write parts of one table, and a workspace without surveys has no file of some. dbt should know of
neither: it finds `sources/<table>.parquet` in the state for every source, with the right columns and sorted by the key.
"""

from pathlib import Path

from dagster_project.dictionary import Table
from dagster_project.dictionary.dbt_properties import source_tables
from dagster_project.workspace import Workspace, frame_of, read_table
from dagster_project.workspace.tables import files_of, write_parquet


def ensure_sources(workspace: Workspace) -> list[Path]:
    """Write every source of dbt anew from the tables of the workspace; gives back their paths.

    A table that no stage has written becomes an empty one. Keys and relations are left to dbt's tests.
    """
    paths = []
    for table in source_tables():
        path = workspace.state / "sources" / f"{table.name}.parquet"
        write_parquet(_content(workspace, table), path, table.key)
        paths.append(path)
    return paths


def _content(workspace: Workspace, table: Table):
    return read_table(workspace, table.name) if files_of(workspace, table.name) else frame_of(table.name, [])
