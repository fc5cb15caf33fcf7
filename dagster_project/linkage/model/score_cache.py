"""Scores of an earlier linking, used again: what was compared before and did not change is not compared anew.

Belongs here: what is kept, and when it still holds. Does not belong here: scoring (`model`).

The score of two units is made of their two rows and of nothing else, and so is whether blocking brings them together.
So two rows that were both there before, as they are now, have the score that they had, and linking with what is kept
gives the very same as linking all anew.
"""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.linkage.model.predict import SCORES, score_pairs
from dagster_project.workspace.code_version import code_version
from dagster_project.workspace.tables import write_parquet

if TYPE_CHECKING:
    import polars as pl

FILE = "scores.parquet"


@dataclass(frozen=True)
class ScoredPairs:
    """`pairs` as from `score_pairs`; `fresh` of the `units` were new or had changed, and were compared with all."""

    pairs: "pl.DataFrame"
    units: int
    fresh: int


def score_with_cache(units: list[dict], folder: Path) -> ScoredPairs:
    """Score as `score_pairs` does, comparing only the pairs of which one unit is not among those kept in `folder`.

    What was scored is kept there in its turn. What another model scored, or what is damaged, counts as not there.
    """
    import polars as pl

    numbers = {key: unit["unit_id"] for key, unit in zip(_keys(units), units, strict=True)}
    known, cached = _read(folder)
    fresh = frozenset(number for key, number in numbers.items() if key not in known)
    schema = {"key": pl.String, "unit": pl.Int64}
    there = pl.DataFrame([(k, n) for k, n in numbers.items() if n not in fresh], schema=schema, orient="row")
    again = cached.join(there, left_on="key_l", right_on="key").join(
        there, left_on="key_r", right_on="key", suffix="_r"
    )
    pairs = again.select(
        pl.min_horizontal("unit", "unit_r").alias("unit_id_l"),
        pl.max_horizontal("unit", "unit_r").alias("unit_id_r"),
        *SCORES,
    )
    if fresh:
        pairs = pl.concat([pairs, score_pairs(units, fresh=fresh)])
        _write(folder, {number: key for key, number in numbers.items()}, pairs)
    return ScoredPairs(pairs.sort("unit_id_l", "unit_id_r"), len(units), len(fresh))


def _keys(units: list[dict]) -> list[str]:
    """A key per unit for all that its row holds but its number; of equal rows the first, the second and so on."""
    times: Counter[str] = Counter()
    keys = []
    for unit in units:
        row = json.dumps({k: v for k, v in unit.items() if k != "unit_id"}, sort_keys=True)
        key = hashlib.blake2b(row.encode(), digest_size=12).hexdigest()
        times[key] += 1
        keys.append(f"{key}-{times[key]}")
    return keys


def _model_hash() -> str:
    """All that a score rests on beside the two rows."""
    return code_version("dagster_project.linkage.model.predict")


def _read(folder: Path) -> "tuple[frozenset[str], pl.DataFrame]":
    """The keys of the units that were compared with each other, and the scores of their pairs."""
    import polars as pl

    try:
        rows = (
            pl.read_parquet(folder / FILE, glob=False)
            .filter(pl.col("model") == _model_hash())
            .select("key_l", "key_r", *SCORES)
        )
    except (OSError, pl.exceptions.PolarsError):
        rows = pl.DataFrame(schema={"key_l": pl.String, "key_r": pl.String, **dict.fromkeys(SCORES, pl.Float64)})
    return frozenset(rows.filter(pl.col("key_r").is_null())["key_l"]), rows.filter(pl.col("key_r").is_not_null())


def _write(folder: Path, keys: dict[int, str], pairs: "pl.DataFrame") -> None:
    """One file, so that units and pairs are always of one linking: a unit is a row without a second key."""
    import polars as pl

    of = [pl.col(f"unit_id_{side}").replace_strict(keys, return_dtype=pl.String).alias(f"key_{side}") for side in "lr"]
    scored = pairs.select(*of, *SCORES)
    alone = pl.DataFrame({"key_l": sorted(keys.values())})
    rows = pl.concat([scored, alone], how="diagonal").with_columns(model=pl.lit(_model_hash()))
    write_parquet(rows, folder / FILE, ("key_l", "key_r"))
