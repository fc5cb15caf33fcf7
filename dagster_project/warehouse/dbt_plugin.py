"""What dbt loads to know the functions of `functions`; the profile names this module."""

from dbt.adapters.duckdb.plugins import BasePlugin
from duckdb import DuckDBPyConnection

from dagster_project.warehouse.functions import register_functions


class Plugin(BasePlugin):
    """Registers the functions on each connection that dbt opens."""

    def configure_connection(self, conn: DuckDBPyConnection) -> None:
        register_functions(conn)
