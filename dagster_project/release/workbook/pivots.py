"""The sheet of a figure: a row per category, a column per snapshot, and the sentences of the newest one beside it.

A plain table, so that any program shows it. Does not belong here: the figures themselves (`figures`).
"""

from typing import Any

from dagster_project.dictionary import Field, SheetLayout, table
from dagster_project.release.figures import FigureTable


def pivot_of(figure: FigureTable) -> tuple[SheetLayout, list[dict[str, Any]]]:
    """The layout of its sheet and its rows. Numerators and denominators stand there where the value is made of both."""
    labels = {c.name: c.label_nl for c in table("figure").columns} | {
        c.name: c.label_nl for c in table("figure_saying").columns
    }
    parts = ["value"] if figure.formula == "count" else ["value", "numerator", "denominator"]
    meanings = {
        "value": f"Het cijfer van {{}}, één keer afgerond, in {figure.unit}.",
        "numerator": "De teller van {}, onafgerond.",
        "denominator": "De noemer van {}, onafgerond.",
        "obs_status": "Gewoon, reeksbreuk, schatting of ontbreekt, in {}.",
    }
    fields = [Field("category_label", "Categorie", 36, "Waarover binnen de figuur het cijfer gaat.")]
    for part in [*parts, "obs_status"]:
        for year in figure.snapshots:
            decimals = f"decimals_{year}" if part == "value" else None
            width = 11 if part != "obs_status" else 19
            heading = f"{labels[part]} {year}"
            fields.append(Field(f"{part}_{year}", heading, width, meanings[part].format(year), decimals))
    newest = figure.snapshots[-1]
    for part, meaning in (
        ("says_nl", "Een zin die de cel van {} draagt."),
        ("says_not_nl", "Een die zij niet draagt."),
    ):
        fields.append(Field(part, f"{labels[part]}, {newest}", 48, meaning.format(newest)))
    return SheetLayout(figure.name, "figure", tuple(fields), 1), [
        _row(figure, c, label) for c, label in figure.categories
    ]


def _row(figure: FigureTable, category: str, label: str) -> dict[str, Any]:
    row: dict[str, Any] = {"category_label": label}
    for year in figure.snapshots:
        cell = figure.cells.get((category, year), {})
        for part in ("value", "numerator", "denominator", "obs_status"):
            row[f"{part}_{year}"] = cell.get(part)
        row[f"decimals_{year}"] = cell.get("decimals", 0)
    newest = figure.cells.get((category, figure.snapshots[-1]), {})
    return {**row, "says_nl": newest.get("says_nl"), "says_not_nl": newest.get("says_not_nl")}
