"""The types of the dictionary in the words of each library. Nothing else belongs here."""

from typing import Any

from dagster_project.dictionary.model import Table

_DUCKDB = {"string": "varchar", "integer": "bigint", "number": "double", "boolean": "boolean", "date": "date"}
_PACKAGE = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean", "date": "date"}


def duckdb_type(type_: str) -> str:
    """The DuckDB type, such as `varchar[]` for `list<string>`."""
    inner = type_.removeprefix("list<").removesuffix(">")
    return _DUCKDB[inner] + ("[]" if inner != type_ else "")


def package_type(type_: str) -> str:
    """The Data Package type; a list is text in a CSV, its items joined by a semicolon."""
    return "string" if type_.startswith("list<") else _PACKAGE[type_]


def polars_schema(table: Table) -> dict[str, Any]:
    """Column name to polars type, in the order of the dictionary."""
    import polars as pl

    scalar = {"string": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean, "date": pl.Date}
    return {c.name: pl.List(scalar[c.type[5:-1]]) if c.is_list else scalar[c.type] for c in table.columns}
