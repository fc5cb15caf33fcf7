"""The organisations that existed at the reference date of each snapshot.

Does not belong here: names as written; those are in `resolver`.
"""

from typing import TYPE_CHECKING

from dagster_project.workspace.errors import WrongUse
from dagster_project.workspace.seeds import read_seed

if TYPE_CHECKING:
    import datetime

    import polars as pl


def reference_date(snapshot: int) -> "datetime.date":
    """The reference date of a snapshot.

    Raises WrongUse for a year that is no snapshot.
    """
    dates = dict(read_seed("snapshot").select("snapshot", "reference_date").iter_rows())
    if snapshot not in dates:
        known = ", ".join(str(s) for s in sorted(dates))
        raise WrongUse(f"{snapshot} is no snapshot", "dbt/seeds/snapshot.csv", f"use one of {known} or add a row")
    return dates[snapshot]


def organisation_snapshots(scope: frozenset[str] | None) -> "pl.DataFrame":
    """One row per snapshot and organisation in existence (valid_from <= reference date < valid_to).

    `scope`: ids that the workspace counts in its denominators; None counts all. Columns as in the dictionary, table
    `organisation_snapshot`; sorted by snapshot and id.
    """
    import polars as pl

    dates = read_seed("snapshot").select("snapshot", "reference_date")
    corop = read_seed("municipality_region").select("organisation_id", "corop")
    there = (pl.col("valid_from").is_null() | (pl.col("valid_from") <= pl.col("reference_date"))) & (
        pl.col("valid_to").is_null() | (pl.col("reference_date") < pl.col("valid_to"))
    )
    at_date = (
        dates.join(read_seed("organisation"), how="cross")
        .filter(there)
        .join(corop, on="organisation_id", how="left", validate="m:1")
        .join(_official_names(), on="organisation_id", how="left")
        .with_columns(
            name=pl.col("name_then").fill_null(pl.col("name")),
            in_scope=pl.lit(True) if scope is None else pl.col("organisation_id").is_in(sorted(scope)),
        )
    )
    named_then = pl.col("name_then").is_null() | _covers("name_from", "name_to")
    fallback = at_date.with_columns(_fits=named_then).sort(
        ["snapshot", "organisation_id", "_fits", "name_from"], descending=[False, False, True, True], nulls_last=True
    )
    columns = ["snapshot", "organisation_id", "kind", "name", "province_id", "corop", "in_scope"]
    return fallback.unique(["snapshot", "organisation_id"], keep="first", maintain_order=True).select(columns)


def _official_names() -> "pl.DataFrame":
    import polars as pl

    return (
        read_seed("organisation_name")
        .filter(pl.col("kind_of_name") == "official")
        .select("organisation_id", name_then="name", name_from="valid_from", name_to="valid_to")
    )


def _covers(start: str, end: str) -> "pl.Expr":
    import polars as pl

    began = pl.col(start).is_null() | (pl.col(start) <= pl.col("reference_date"))
    return began & (pl.col(end).is_null() | (pl.col("reference_date") < pl.col(end)))
