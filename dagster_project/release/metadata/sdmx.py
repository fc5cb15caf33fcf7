"""The figures in long form, as a statistical office gives them: SDMX-CSV 2.0, and the codes in it with their words.

A table maker such as StatLine loads one row per observation: dimensions, value, status, bounds. Does not belong here:
the figures for people (`release.figures`).
"""

from typing import TYPE_CHECKING

from dagster_project.dictionary import code_lists
from dagster_project.release.verify_standalone import csv_text as csv_value
from dagster_project.release.wording import Words
from dagster_project.workspace.csv_text import csv_text

if TYPE_CHECKING:
    import polars as pl

STRUCTURE = "LAPPENDEKEN:REGIONALE_SAMENWERKINGSVERBANDEN(1.0)"
"""Agency, data flow and version of the structure: a dimension more or less is a new version."""
_UNITS = {"percent": "PT", "collaborations": "NUMBER", "collaborations per organisation": "NUMBER"}
_UNITS |= {"municipalities per collaboration": "NUMBER"}


def observations(frames: "dict[str, pl.DataFrame]") -> str:
    """A row per cell of `figure`, in the order of its key.

    LOWER and UPPER are those of the cell, or else those of `corrected_share`, where errors were measured. A value that
    is missing is empty, with O (nobody looked) or M (it cannot exist) as status.
    """
    measured = {
        (r["figure"], r["snapshot"], r["category"]): (r["lower"], r["upper"])
        for r in frames["corrected_share"].iter_rows(named=True)
    }
    decimals = dict(frames["figure_definition"].select("figure", "decimals").iter_rows())
    heads = ("STRUCTURE", "STRUCTURE_ID", "ACTION", "FIGURE", "CATEGORY", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS")
    heads += ("LOWER", "UPPER", "UNIT_MEASURE", "DECIMALS", "NUMERATOR", "DENOMINATOR")
    rows = []
    for cell in frames["figure"].sort("figure", "category", "snapshot").iter_rows(named=True):
        bounds = (cell["lower"], cell["upper"])
        if bounds == (None, None):
            bounds = measured.get((cell["figure"], cell["snapshot"], cell["category"]), bounds)
        values = (cell["figure"], cell["category"], cell["snapshot"], cell["value"], cell["obs_status"], *bounds)
        values += (_UNITS[cell["unit"]], decimals[cell["figure"]], cell["numerator"], cell["denominator"])
        rows.append(("dataflow", STRUCTURE, "I", *map(csv_value, values)))
    return csv_text(heads, rows)


def codes(frames: "dict[str, pl.DataFrame]") -> str:
    """Every code of the observations with its Dutch word: DIMENSION, CODE, NAME_NL."""
    words = Words.of(frames)
    used = {name: sorted(frames["figure"][name].unique().to_list()) for name in ("figure", "category", "snapshot")}
    rows = [("FIGURE", code, words.figures[code]) for code in used["figure"]]
    rows += [("CATEGORY", code, words.category(code)) for code in used["category"]]
    rows += [("TIME_PERIOD", str(year), f"Peiling {year}") for year in used["snapshot"]]
    rows += [("OBS_STATUS", code, word) for code, word in code_lists()["obs_status"].items()]
    rows += [("UNIT_MEASURE", "PT", "procent"), ("UNIT_MEASURE", "NUMBER", "aantal")]
    return csv_text(("DIMENSION", "CODE", "NAME_NL"), rows)
