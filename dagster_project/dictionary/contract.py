"""The contract of a table as a pandera schema, and its enforcement.

Belongs here: what follows from the dictionary alone (columns, types, nulls, accepted values, the key). Relations
between tables are tested by dbt, judgements about content by the expectations.
"""

from functools import cache
from typing import TYPE_CHECKING

from dagster_project.dictionary.fields import all_doubts, well_formed
from dagster_project.dictionary.model import Column, Table, table
from dagster_project.dictionary.types import polars_schema

if TYPE_CHECKING:
    import pandera.polars as pa
    import polars as pl


class ContractBroken(Exception):
    """A table does not keep the contract of the dictionary."""


@cache
def schema_of(name: str) -> "pa.DataFrameSchema":
    """The pandera schema of a table: strict columns in order, types, nulls, accepted values and the key."""
    import pandera.polars as pa

    spec: Table = table(name)
    types = polars_schema(spec)
    return pa.DataFrameSchema(
        {
            c.name: pa.Column(
                types[c.name],
                nullable=c.nullable,
                checks=_checks(spec, c),
            )
            for c in spec.columns
        },
        strict=True,
        ordered=True,
        unique=list(spec.key),
        name=name,
    )


def _checks(spec: Table, column: Column) -> "list[pa.Check]":
    import pandera.polars as pa
    import polars as pl

    if column.enum:
        return [pa.Check.isin(list(column.enum))]
    if column.holds == "doubts":
        known = sorted(all_doubts(spec))
        listed = pl.col(column.name).list.eval(pl.element().is_in(known)).list.all()
        return [pa.Check(lambda data: data.lazyframe.select(listed), name="field:reason of the dictionary")]
    if column.holds:
        checked = well_formed(spec, column.holds)
        return [pa.Check(checked, element_wise=True, name=f"{column.holds} by column")]
    return []


def enforce(name: str, frame: "pl.DataFrame") -> "pl.DataFrame":
    """Give back the frame if it keeps the contract; a LazyFrame would only have its schema checked.

    Raises ContractBroken with the table, the columns and the first failing values.
    """
    import pandera.errors

    try:
        return schema_of(name).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as broken:
        lines = [f"{f.get('column') or name}: {f.get('check')} {f.get('failure_case')}" for f in _cases(broken)]
        raise ContractBroken(
            f"table '{name}' breaks its contract in dictionary/tables/{name}.yml: " + "; ".join(lines[:10])
        ) from None


def _cases(broken) -> list[dict]:
    cases = broken.failure_cases
    return cases.to_dicts() if hasattr(cases, "to_dicts") else cases.to_dict("records")
