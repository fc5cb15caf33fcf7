"""What may be said of each cell: the rows of `figure_saying`.

Belongs here: which sentences a cell gets and what is filled in. Does not belong here: the sentences (`words`), how
numbers are written (`numbers`), how errors are measured (`errors`).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from dagster_project.lineage import category_label
from dagster_project.uncertainty.sayings.numbers import in_dutch, sensible_decimals, share_in_words
from dagster_project.uncertainty.sayings.words import sayings
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]
Cell = tuple[str, int, str]

CODED = {
    "legal_form_group": "legal_form",
    "independent_share": "legal_form",
    "theme_count": "theme",
    "theme_share": "theme",
    "theme_count_share": "theme",
    "theme_pair_share": "theme",
    "mean_municipalities_per_theme": "theme",
}
"""Figures that rest on what was coded, and the attribute: without a measured error their sentence says so."""


def figure_sayings(workspace: Workspace) -> Iterator[Row]:
    """A row per cell of the table `figure`, with the bounds of `corrected_share` where its errors were measured."""
    certain: dict[int, int] = {}
    for row in read_table(workspace, "collaboration").iter_rows(named=True):
        certain[row["snapshot"]] = certain.get(row["snapshot"], 0) + bool(row["all_criteria_met"])
    bounds = {
        (r["figure"], r["snapshot"], r["category"]): (r["lower"], r["upper"])
        for r in read_table(workspace, "corrected_share").iter_rows(named=True)
    }
    names = dict(read_seed("theme_code").select("theme", "label_nl").iter_rows())
    names |= dict(read_seed("organisation").select("organisation_id", "name").iter_rows())
    definitions = {d["figure"]: d for d in read_seed("figure_definition").iter_rows(named=True)}
    for cell in read_table(workspace, "figure").iter_rows(named=True):
        yield saying(cell, definitions[cell["figure"]], certain.get(cell["snapshot"], 0), bounds, names)


def saying(
    cell: Row,
    definition: Row,
    certain: int,
    bounds: Mapping[Cell, tuple[float, float]],
    names: Mapping[str, str],
) -> Row:
    """The sentences of one cell; `certain` collaborations of its snapshot have every criterion met."""
    key: Cell = (cell["figure"], cell["snapshot"], cell["category"])
    words, formula, denominator = sayings(), definition["formula"], cell["denominator"]
    decimals = sensible_decimals(formula, definition["decimals"], denominator)
    filled = {"peiling": cell["snapshot"], "categorie": category_label(cell["category"], dict(names))}
    if cell["value"] is None:
        says, says_not = words.missing[cell["obs_status"]], words.missing_not[cell["obs_status"]]
        after: list[str] = []
    else:
        filled |= {
            "waarde": in_dutch(cell["value"], decimals),
            "teller": in_dutch(cell["numerator"]),
            "noemer": in_dutch(denominator or 0),
            "zeker": in_dutch(certain),
            "boven": "" if cell.get("upper") is None else in_dutch(cell["upper"]),
            "deel": share_in_words(cell["numerator"], denominator, decimals) if formula == "share" else "",
        }
        says, says_not = words.says[cell["figure"]], words.says_not[cell["figure"]]
        after = list(_uncertainty(cell, formula, bounds.get(key)))
        if cell["break_ids"]:
            says_not = f"{says_not} {words.breaks.format(breuken=', '.join(cell['break_ids']))}"
    return {
        **dict(zip(("figure", "snapshot", "category"), key, strict=True)),
        "says_nl": " ".join([says.format(**filled), *after]),
        "says_not_nl": says_not.format(**filled),
        "decimals": decimals,
    }


def _uncertainty(cell: Row, formula: str, bounds: tuple[float, float] | None) -> Iterator[str]:
    """What the number does not say of itself: small counts, and errors of what was coded."""
    words, denominator = sayings(), cell["denominator"]
    if formula == "share" and denominator < 100:
        yield words.few.format(stap=in_dutch(100 / denominator, 0 if denominator <= 20 else 1))
    if bounds is not None:
        yield words.measured.format(onder=in_dutch(bounds[0]), boven=in_dutch(bounds[1]))
    elif cell["figure"] in CODED:
        yield words.unmeasured
