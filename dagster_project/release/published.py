"""The tables as they are published: rounded once, with the ids that this release mints.

Belongs here: the little that a release changes in the tables of the run. Does not belong here: how they are written.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary.datapackage import published_tables
from dagster_project.linkage import read_crosswalk
from dagster_project.release.verify_standalone import figure_value, rounded
from dagster_project.workspace import LappendekenError, Workspace, frame_of, read_table

if TYPE_CHECKING:
    import polars as pl

_OF_THE_RELEASE = ("quality_result", "identity_change")
"""Tables that no run wrote: the release makes them."""
# The warehouse computes in doubles; more than this apart is another number, not another way of computing it.
RELATIVE_TOLERANCE = 1e-9


def published_frames(workspace: Workspace, quality: Iterable[Mapping[str, Any]]) -> "dict[str, pl.DataFrame]":
    """The published tables by name, each sorted by its key, but for the changes of ids: see `identity_changes`.

    Raises WrongUse where the last run did not write one of them, LappendekenError where a figure is not its formula.
    """
    import polars as pl

    frames = {t.name: read_table(workspace, t.name) for t in published_tables() if t.name not in _OF_THE_RELEASE}
    frames["quality_result"] = frame_of("quality_result", quality).sort("expectation_id")
    frames["figure"] = rounded_figures(frames["figure"], frames["figure_definition"])
    # The ids were minted a moment ago, so that the first release and one made again of the same run agree.
    frames["collaboration_identity"] = frames["collaboration_identity"].with_columns(status=pl.lit("minted"))
    return frames


def identity_changes(workspace: Workspace) -> "pl.DataFrame":
    """The table `identity_change` as the ledger has it after minting."""
    steps = ({**asdict(s), "decisions": [d for d in s.decisions.split(";") if d]} for s in read_crosswalk(workspace))
    return frame_of("identity_change", steps)


def rounded_figures(figure: "pl.DataFrame", definition: "pl.DataFrame") -> "pl.DataFrame":
    """The figures with value and bounds rounded half up to the decimals of their definition.

    A value is computed again from numerator and denominator, exactly, so that no double decides a half. An estimate
    has no formula; its own value is rounded.

    Raises LappendekenError where the value of the warehouse is not that of the formula.
    """
    import polars as pl

    rules = {d["figure"]: (d["formula"], d["decimals"]) for d in definition.iter_rows(named=True)}
    rows = [{**row, **_rounded(row, *rules[row["figure"]])} for row in figure.iter_rows(named=True)]
    return pl.DataFrame(rows, schema=figure.schema, orient="row")


def _rounded(row: dict[str, Any], formula: str, decimals: int) -> dict[str, float | None]:
    bounds = {b: _plain_rounding(row[b], decimals) for b in ("lower", "upper")}
    if row["obs_status"] == "E":
        return {"value": _plain_rounding(row["value"], decimals), **bounds}
    texts = ["" if row[part] is None else repr(row[part]) for part in ("numerator", "denominator")]
    # What nobody looked at has no value, whatever rows there are: its source was not delivered.
    missing = row["obs_status"] == "O"
    value, unrounded = (None if missing else figure_value(formula, places, *texts) for places in (decimals, 12))
    stated = row["value"]
    if (stated is None) != (value is None) or (
        stated is not None and not math.isclose(stated, float(unrounded), rel_tol=RELATIVE_TOLERANCE, abs_tol=1e-11)
    ):
        raise LappendekenError(
            f"the value {stated} is not {formula} of {row['numerator']} and {row['denominator']}",
            f"figure {row['figure']} {row['snapshot']} {row['category']}",
            f"see the dbt model {row['sql_model']}",
        )
    return {"value": None if value is None else float(value), **bounds}


def _plain_rounding(value: float | None, decimals: int) -> float | None:
    return None if value is None else float(rounded(Fraction(repr(value)), decimals))
