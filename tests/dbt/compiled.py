"""The SQL that dbt compiled, run again on changed data: what a model or test says of a fault, without a run of dbt."""

import re
from pathlib import Path

import duckdb

from dagster_project.warehouse.functions import register_functions
from dagster_project.workspace import Workspace


class Warehouse:
    """A copy of a built warehouse in which any table, sources too, may be changed and any model built anew."""

    def __init__(self, workspace: Workspace, file: Path):
        self._compiled = workspace.work / "dbt" / "compiled" / "lappendeken"
        self._sources = workspace.state / "sources"
        self._connection = duckdb.connect(str(file))
        register_functions(self._connection)

    def __enter__(self) -> "Warehouse":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def run(self, sql: str, *values: object) -> list[tuple]:
        """Run a statement; gives back its rows."""
        return self._connection.execute(sql, list(values)).fetchall()

    def source(self, name: str) -> str:
        """The name of a table that from now on stands for the source of that name."""
        table = f"changed_{name}"
        path = self._sources / f"{name}.parquet"
        self.run(f"create table if not exists {table} as select * from read_parquet('{path}')")
        return table

    def rebuild(self, *names: str) -> None:
        """Build these models anew, in this order, from what is in the tables now; constraints do not stop it."""
        for name in names:
            (file,) = self._compiled.glob(f"models/*/{name}.sql")
            self.run(f"create or replace table {name} as {self._sql(file)}")

    def failures(self, test: str) -> list[tuple]:
        """The failing rows of the dbt test of that name."""
        (file,) = self._compiled.glob(f"**/{test}.sql")
        return self.run(self._sql(file))

    def _sql(self, file: Path) -> str:
        """The compiled SQL, reading changed sources and this file in place of the one that dbt wrote."""
        sql = file.read_text(encoding="utf-8").replace('"warehouse"."main".', "main.")
        changed = {t for (t,) in self.run("select table_name from duckdb_tables() where table_name like 'changed_%'")}
        for table in changed:
            name = table.removeprefix("changed_")
            sql = re.sub(rf"read_parquet\('[^']*/{name}\.parquet'[^)]*\)", table, sql)
        return sql
