"""The seeds for Python; dbt reads the same files. Also for which snapshot each counts, as the seed says."""

import csv
from functools import cache
from pathlib import Path

import yaml

from dagster_project.dictionary import table
from dagster_project.dictionary.types import polars_schema
from dagster_project.workspace.layout import PROJECT

SEEDS = PROJECT / "dbt" / "seeds"
_PLACES = Path(__file__).with_name("places.yml")


@cache
def read_seed(name: str):
    """A seed as a polars frame with the types of the dictionary; empty fields are null."""
    import polars as pl

    spec = table(name)
    schema = polars_schema(spec)
    raw = pl.read_csv(SEEDS / f"{name}.csv", infer_schema=False, glob=False, null_values=[""])
    return raw.select([pl.col(c).str.to_date() if t == pl.Date else pl.col(c).cast(t) for c, t in schema.items()])


@cache
def seed_rows(name: str) -> tuple[dict[str, str], ...]:
    """A seed as rows of text, for processes in which loading a library for tables would take most of the time."""
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def government_names() -> frozenset[str]:
    """All names of governments in the seeds, whenever they were in use; those that tell their province behind them, as
    `Hengelo (O.)`, without it too, for so they are written."""
    rows = (*seed_rows("organisation"), *seed_rows("organisation_name"), *seed_rows("former_organisation"))
    names = {row["name"] for row in rows}
    return frozenset(names | {name.partition(" (")[0] for name in names if name.endswith(")")})


@cache
def place_names() -> frozenset[str]:
    """Names in which an organisation may have its seat: those of municipalities and of towns that are none."""
    text = yaml.safe_load(_PLACES.read_text(encoding="utf-8"))["names"]
    return government_names() | {name.strip() for name in text.split(",")}


@cache
def regions_with_a_slash() -> frozenset[str]:
    """The names of regions that are written with a slash between two parts, with a space on either side of it."""
    names = {name for row in seed_rows("municipality_region") for name in row.values() if "/" in name}
    return frozenset(" / ".join(part.strip() for part in name.split("/")) for name in names)


@cache
def definition_labels() -> dict[str, str]:
    """What a definition (`2024`) and each criterion of it (`2024:a`) are called in Dutch."""
    rows = seed_rows("definition")
    labels = {row["definition"]: f"definitie van {row['definition']}" for row in rows}
    by_criterion = {
        f"{row['definition']}:{row['criterion']}": f"{labels[row['definition']]}, {row['criterion']}: {row['label_nl']}"
        for row in rows
    }
    return labels | by_criterion


@cache
def snapshots() -> tuple[int, ...]:
    """All snapshots in order, the interim ones too."""
    return tuple(sorted(read_seed("snapshot")["snapshot"].to_list()))


@cache
def codes(name: str) -> dict[str, dict[str, str]]:
    """The rows of a seed as texts by their first column, in the order of the file; read without polars, for speed."""
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {next(iter(row.values())): row for row in csv.DictReader(file)}


@cache
def published_snapshots() -> dict[int, int]:
    """Every snapshot to the published one that it counts for: an interim one feeds a later one."""
    return {int(r["snapshot"]): int(r["feeds"] or r["snapshot"]) for r in codes("snapshot").values()}


def counts_for(source: str, snapshot: int) -> int | None:
    """The published snapshot that a mention of this source counts for; None for a register at an interim date.

    A register is dated and serves the later snapshot itself: what it held at the interim date and no longer holds has
    ended. dbt has the same rule in its staging models; a test holds the two together.
    """
    published = published_snapshots().get(snapshot, snapshot)
    return None if source == "register" and published != snapshot else published
