"""The warehouse: the dbt project as this workspace runs it, and its tables as Parquet.

Belongs here: what dbt needs before it runs, running it, and the export of what it made. Does not belong here: what
any model means; that is the SQL in `dbt/models`, one model per concern.
"""

from dagster_project.warehouse.environment import DBT_PROJECT, dbt_environment
from dagster_project.warehouse.export import EXPORTED, export_tables
from dagster_project.warehouse.manifest import prepare_manifest
from dagster_project.warehouse.run import failure, run_dbt
from dagster_project.warehouse.sources import ensure_sources
from dagster_project.warehouse.watch import DbtFailed, Watch

__all__ = [
    "DBT_PROJECT",
    "EXPORTED",
    "DbtFailed",
    "Watch",
    "dbt_environment",
    "ensure_sources",
    "export_tables",
    "failure",
    "prepare_manifest",
    "run_dbt",
]
