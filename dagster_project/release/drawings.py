"""`figuren/`: the figures of the article as SVG and PNG in Dutch, each beside the table that it is drawn from.

Belongs here: which chart a figure gets, what it says to who cannot see it, and its table as CSV. Does not belong here:
how bars are drawn (`charts`), which cells a figure has (`figures`).
"""

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import dutch
from dagster_project.release.figures import FigureTable
from dagster_project.release.texts import Edition
from dagster_project.release.verify_standalone import csv_text as csv_value
from dagster_project.uncertainty import in_dutch
from dagster_project.workspace.csv_text import csv_text

if TYPE_CHECKING:
    from dagster_project.charts import Chart

FOLDER = "figuren"
NONE = "–"
BREAK_SIGN = "*"
BREAK_NOTE = f"{BREAK_SIGN} reeksbreuk: niet zonder meer met een eerdere peiling te vergelijken"
STEPS = 5
"""About so many marks on the axis."""


def write_figures(folder: Path, edition: Edition, figures: list[FigureTable]) -> None:
    """Each figure as `figuren/figuur-01.svg`, `.png` and `.csv`, below `folder`; what stood there is removed."""
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    for old in place.iterdir():
        old.unlink()
    for figure in figures:
        chart, stem = chart_of(figure, edition), f"figuur-{figure.number:02}"
        (place / f"{stem}.svg").write_text(chart.svg() + "\n", encoding="utf-8")
        (place / f"{stem}.png").write_bytes(chart.png())
        (place / f"{stem}.csv").write_text(csv_of(figure), encoding="utf-8")


def csv_of(figure: FigureTable) -> str:
    """The table of a figure in Dutch: a row per category and snapshot, empty where there is no value."""
    heads = ("Categorie", "Peiling", "Waarde", "Eenheid", "Teller", "Noemer", "Waarnemingsstatus", "Adres")
    rows = [
        (
            label,
            str(year),
            csv_value(cell["value"]),
            cell["unit"],
            csv_value(cell["numerator"]),
            csv_value(cell["denominator"]),
            cell["obs_status"],
            cell["address"],
        )
        for category, label in figure.categories
        for year in figure.snapshots
        if (cell := figure.cells.get((category, year)))
    ]
    return csv_text(heads, rows)


def chart_of(figure: FigureTable, edition: Edition) -> "Chart":
    """Bars by category, one per snapshot; where there is one category only, a row per snapshot."""
    from dagster_project.charts import Axis, BarRow, bars

    years = [str(year) for year in figure.snapshots]
    if len(figure.categories) == 1 and len(years) > 1:
        category = figure.categories[0][0]
        cells = [figure.cells.get((category, year)) for year in figure.snapshots]
        rows, series = [BarRow(y, [_value(c)], [_text(c)]) for y, c in zip(years, cells, strict=True)], [figure.title]
    else:
        series = years
        of = {c: [figure.cells.get((c, year)) for year in figure.snapshots] for c, _ in figure.categories}
        rows = [BarRow(label, list(map(_value, of[c])), list(map(_text, of[c]))) for c, label in figure.categories]
    most = max((value for row in rows for value in row.values if value is not None), default=0)
    ticks = _ticks(most)
    axis = Axis(0, ticks[-1], ticks, title=figure.unit)
    broken = any(_is_broken(cell) for cell in figure.cells.values())
    under = [*([edition.marker] if edition.marker else []), *([BREAK_NOTE] if broken else [])]
    title = f"{figure.name}. {figure.title}"
    return bars(rows, series, axis, heading=[title, *under], title=title, description=described(figure, edition))


def described(figure: FigureTable, edition: Edition) -> str:
    """The figure in words, for who cannot see it: what is marked, every value, and the breaks."""
    parts = [f"{edition.marker}. {edition.warning}"] if edition.marker else []
    parts.append(f"Staafdiagram, in {figure.unit}.")
    for category, label in figure.categories:
        told = [f"{year} {_text(cell)}" for year in figure.snapshots if (cell := figure.cells.get((category, year)))]
        parts.append(f"{label}: {', '.join(told)}.")
    if any(_is_broken(cell) for cell in figure.cells.values()):
        parts.append(f"{BREAK_NOTE}.")
    if any(cell["value"] is None for cell in figure.cells.values()):
        parts.append(f"{NONE} is: geen waarde.")
    return " ".join(parts)


def _value(cell: dict[str, Any] | None) -> float | None:
    return cell["value"] if cell else None


def _text(cell: dict[str, Any] | None) -> str:
    if not cell or cell["value"] is None:
        return NONE
    return in_dutch(cell["value"], cell["decimals"]) + (f" {BREAK_SIGN}" if _is_broken(cell) else "")


def _is_broken(cell: dict[str, Any]) -> bool:
    return cell["obs_status"] == dutch("B", "obs_status")


def _ticks(most: float) -> list[float]:
    """Round marks from nought to at least `most`."""
    if most <= 0:
        return [0, 1]
    size = 10.0 ** math.floor(math.log10(most / STEPS))
    step = next(size * times for times in (1, 2, 5, 10) if most / (size * times) <= STEPS)
    return [round(step * n, 10) for n in range(math.ceil(round(most / step, 9)) + 1)]
