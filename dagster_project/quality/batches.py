"""What an expectation looks at, and the SQL that lists its failing keys: DuckDB over the Parquet of a workspace.

Great Expectations caps the failing rows that it gives, so the list, which is always whole, comes from here.
"""

import glob
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from dagster_project.dictionary import all_tables
from dagster_project.persons import ALL, Kind, find, titles_a_person
from dagster_project.quality.declaration import Expectation
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.tables import files_of

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_ARGUMENT = re.compile(r"\$(\w+)")


class Batches:
    """The tables of a workspace as views of one connection."""

    def __init__(self, workspace: Workspace, connection):
        self._workspace, self._sql = workspace, connection
        self._frames: dict[str, pd.DataFrame] = {}
        for name in all_tables():
            if files := files_of(workspace, name):
                connection.read_parquet([glob.escape(str(f)) for f in files], hive_partitioning=False).create_view(name)

    def frame(self, expectation: Expectation) -> "pd.DataFrame":
        """The rows that Great Expectations looks at; also makes them the view `rows`.

        Raises WrongUse where the table is not there, duckdb.Error where the SQL cannot run.
        """
        if expectation.rows is None:
            if expectation.table not in self._frames:
                self._frames[expectation.table] = _pandas(read_table(self._workspace, expectation.table))
            return self._frames[expectation.table]
        if expectation.rows not in self._frames:
            self._frames[expectation.rows] = self._sql.sql(expectation.rows).to_arrow_table().to_pandas()
        self._sql.execute(f"create or replace temp view rows as {expectation.rows}")
        return self._frames[expectation.rows]

    def failing_keys(self, expectation: Expectation) -> list[str]:
        """All failing keys, sorted; call `frame` first.

        Raises duckdb.Error where the SQL cannot run, ValueError where it gives anything but one column `key`.
        """
        wanted = {name: expectation.kwargs[name] for name in _ARGUMENT.findall(expectation.failing_sql)}
        result = self._sql.execute(expectation.failing_sql, wanted)
        if [c[0] for c in result.description] != ["key"]:
            raise ValueError(f"failing_sql of {expectation.id} must give one column 'key'")
        return sorted(str(key) for (key,) in result.fetchall())


@contextmanager
def batches_of(workspace: Workspace) -> Iterator[Batches]:
    """The batches of a workspace; nothing is written."""
    import duckdb

    with duckdb.connect(config={"threads": 1}) as connection:
        connection.create_function("personal_data", _personal_data, ["VARCHAR"], "VARCHAR")
        yield Batches(workspace, connection)


@cache
def _personal_data(text: str) -> str:
    """For SQL: the kinds of personal data in a text, parted by blanks.

    A person is what a title or an office tells; a body may be called after somebody.
    """
    kinds = {str(span.kind) for span in find(text, ALL - {Kind.PERSON})}
    return " ".join(sorted(kinds | ({Kind.PERSON} if titles_a_person(text) else set())))


def _pandas(frame: "pl.DataFrame") -> "pd.DataFrame":
    """For Great Expectations: a list becomes text, as its metrics hash values."""
    import polars as pl

    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    return frame.with_columns(pl.col(c).cast(pl.List(pl.String)).list.join("; ") for c in lists).to_pandas()
