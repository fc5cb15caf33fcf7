"""The seeds as tables for Python; dbt reads the same files."""

from functools import cache

from dagster_project.dictionary import table
from dagster_project.dictionary.types import polars_schema
from dagster_project.workspace.layout import PROJECT

SEEDS = PROJECT / "dbt" / "seeds"


@cache
def read_seed(name: str):
    """A seed as a polars frame with the types of the dictionary; empty fields are null."""
    import polars as pl

    spec = table(name)
    schema = polars_schema(spec)
    raw = pl.read_csv(SEEDS / f"{name}.csv", infer_schema=False, null_values=[""])
    return raw.select([pl.col(c).str.to_date() if t == pl.Date else pl.col(c).cast(t) for c, t in schema.items()])


@cache
def snapshots() -> tuple[int, ...]:
    """All snapshots in order, the interim ones too."""
    return tuple(sorted(read_seed("snapshot")["snapshot"].to_list()))
