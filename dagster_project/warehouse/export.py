"""The tables of the warehouse as Parquet, checked against the dictionary on the way out.

Only dbt writes the warehouse file; after this export nobody else opens it.
"""

from typing import TYPE_CHECKING

from dagster_project.dictionary import Table
from dagster_project.dictionary.dbt_properties import MODEL_STAGES, SEED_STAGES, tables_of
from dagster_project.dictionary.types import duckdb_type
from dagster_project.workspace import Workspace, WrongUse, write_table

if TYPE_CHECKING:
    import polars as pl
    from duckdb import DuckDBPyConnection

# The seeds go with the models: a release explains its codes from its own files.
_TABLES = tables_of(*SEED_STAGES, *MODEL_STAGES)
EXPORTED = tuple(t.name for t in _TABLES)


def export_tables(workspace: Workspace) -> dict[str, int]:
    """Write every table of dbt to the tables of the state; gives back the number of rows of each.

    Raises WrongUse where dbt has not built the warehouse or one of the tables, ContractBroken where a table breaks
    its contract.
    """
    import duckdb

    if not workspace.warehouse.exists():
        raise WrongUse("there is no warehouse yet", workspace.warehouse, "lappendeken run")
    with duckdb.connect(str(workspace.warehouse), read_only=True) as connection:
        return {t.name: write_table(workspace, t.name, _frame(connection, t)).height for t in _TABLES}


def _frame(connection: "DuckDBPyConnection", table: Table) -> "pl.DataFrame":
    """The columns of the dictionary in their order and types; sorted, so that the file repeats to the byte."""
    import duckdb
    import polars as pl

    columns = ", ".join(f'cast("{c.name}" as {duckdb_type(c.type)}) as "{c.name}"' for c in table.columns)
    key = ", ".join(f'"{c}"' for c in table.key)
    try:
        arrow = connection.sql(f'select {columns} from "{table.name}" order by {key}').to_arrow_table()
    except (duckdb.CatalogException, duckdb.BinderException) as missing:
        raise WrongUse(
            f"the warehouse has no table '{table.name}' as the dictionary has it: {missing}",
            f"dbt/models/{table.stage}/{table.name}.sql",
            "lappendeken run",
        ) from missing
    return pl.DataFrame(pl.from_arrow(arrow))
