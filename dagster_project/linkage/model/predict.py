"""The model: Splink on DuckDB, with the weights of `weights.json`.

Belongs here: settings, prediction, the table of scored pairs. Does not belong here: what is compared (`comparisons`)
and what is done with the scores (`linking`).
"""

import json
import logging
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.linkage.model.comparisons import BLOCKING, COMPARISONS, ELSE, MACROS

if TYPE_CHECKING:
    import polars as pl

WEIGHTS = Path(__file__).parent / "weights.json"
# Splink wants m and u, of which only the ratio counts; u is held here so that m stays below one for any weight.
_U = 2.0**-24
# Pairs that score below this are never linked and need not leave the database.
FLOOR = -6.0
SCORES = ("match_weight", *(f"mw_{c}" for c in COMPARISONS))


@cache
def match_weights() -> dict:
    """`prior` and per comparison the match weight (log2 of the odds) of every level."""
    return json.loads(WEIGHTS.read_text(encoding="utf-8"))


def splink_settings(given: dict, fresh_only: bool = False):
    """Settings of Splink for weights as in `match_weights`; with `fresh_only` no two units are compared that are both
    not fresh."""
    from splink import SettingsCreator
    from splink.blocking_rule_library import CustomRule

    comparisons = []
    for name, (null, levels) in COMPARISONS.items():
        of_level = given["comparisons"][name]
        made = [{"sql_condition": null, "label_for_charts": "null", "is_null_level": True}]
        for label, condition in (*levels, (ELSE, "ELSE")):
            m = _U * 2.0 ** of_level[label]
            made.append(
                {"sql_condition": condition, "label_for_charts": label, "m_probability": m, "u_probability": _U}
            )
        comparisons.append({"output_column_name": name, "comparison_levels": made})
    among = " AND (l.fresh OR r.fresh)" if fresh_only else ""
    rules = [CustomRule(f"l.{column} = r.{column}{among}", arrays_to_explode=[column]) for column in BLOCKING]
    odds = 2.0 ** given["prior"]
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unit_id",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules,
        probability_two_random_records_match=odds / (1 + odds),
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=True,
    )


def score_pairs(
    units: list[dict], given: dict | None = None, floor: float | None = FLOOR, fresh: frozenset[int] | None = None
) -> "pl.DataFrame":
    """Score the pairs of units that blocking brings together; with `fresh` only those that hold one of these.

    A unit without a name is compared with none, whoever takes part: then nothing says that two are one.

    Gives unit_id_l < unit_id_r, match_weight (log2 of the odds, three decimals) and mw_<comparison> (the part of it
    that each comparison gives, 0 where one side is silent), sorted by both ids. Pairs below `floor` are left out.
    """
    import duckdb
    import polars as pl
    from splink import Linker
    from splink.backends.duckdb import DuckDBAPI

    units = [unit for unit in units if unit["forms"]]
    if len(units) < 2:
        ids = dict.fromkeys(("unit_id_l", "unit_id_r"), pl.Int64)
        return pl.DataFrame(schema={**ids, **dict.fromkeys(SCORES, pl.Float64)})
    logging.getLogger("splink").setLevel(logging.ERROR)
    connection = duckdb.connect(config={"threads": 1})
    try:
        for macro in MACROS:
            connection.execute(macro)
        frame = _frame(units).with_columns(fresh=pl.col("unit_id").is_in(sorted(fresh or ())))
        connection.register("given_units", frame.to_arrow())
        connection.execute("CREATE TABLE units AS SELECT * FROM given_units ORDER BY unit_id")
        api = DuckDBAPI(connection)
        linker = Linker(
            api.register("units"),
            splink_settings(given or match_weights(), fresh is not None),
            log_level=logging.ERROR,
            validate_settings=False,
        )
        scored = linker.inference.predict(threshold_match_weight=floor, warning_mode="never")
        table = connection.sql(f"SELECT * FROM {scored.physical_name}").pl()
    finally:
        connection.close()
    columns = [
        "unit_id_l",
        "unit_id_r",
        *[pl.col(c).round(3) for c in SCORES],
    ]
    return table.select(columns).sort("unit_id_l", "unit_id_r")


def compare_pair(left: dict, right: dict) -> dict[str, tuple[str | None, float]]:
    """Per comparison the level on which two units stand (None where one is silent) and what it weighs.

    Also for units that blocking would never bring together. The prior is not among them; with it the weights add up to
    what `score_pairs` gives.
    """
    import duckdb

    columns = [f"{side}.{c} AS {c}_{side}" for c in left for side in "lr"]
    cases = []
    for name, (null, levels) in COMPARISONS.items():
        whens = " ".join(f"WHEN {condition} THEN '{label}'" for label, condition in levels)
        cases.append(f"CASE WHEN {null} THEN NULL {whens} ELSE '{ELSE}' END AS {name}")
    connection = duckdb.connect(config={"threads": 1})
    try:
        for macro in MACROS:
            connection.execute(macro)
        # Numbered anew, so that the two are told apart whatever their own numbers are.
        connection.register("two", _frame([{**left, "unit_id": 0}, {**right, "unit_id": 1}]).to_arrow())
        pair = f"SELECT {', '.join(columns)} FROM two AS l, two AS r WHERE l.unit_id = 0 AND r.unit_id = 1"
        levels = connection.sql(f"SELECT {', '.join(cases)} FROM ({pair})").pl().row(0, named=True)
    finally:
        connection.close()
    given = match_weights()["comparisons"]
    return {name: (level, given[name][level] if level else 0.0) for name, level in levels.items()}


def _frame(units: list[dict]) -> "pl.DataFrame":
    import polars as pl

    text = pl.List(pl.String)
    token = pl.List(pl.List(pl.Struct({"t": pl.String, "w": pl.Float64})))
    lists = ("forms", "compass", "tasks", "abbreviations", "initials", "participants", "near", "provinces", "seats",
             "postcodes", "bodies", "listings", "block_tokens", "block_people", "block_places", "block_initials",
             "subjects", "own_words")  # fmt: skip
    schema = {
        "unit_id": pl.Int64, **dict.fromkeys(lists, text), "form_tokens": token, "starts": pl.List(pl.Int64),
        "ends": pl.List(pl.Int64), "span_from": pl.Int64, "span_to": pl.Int64, "dated": pl.Boolean,
        "first_year": pl.Int64, "last_year": pl.Int64,
    }  # fmt: skip
    return pl.DataFrame(units, schema=schema, orient="row")
