"""The chart of a figure, inline in its page.

Belongs here: which chart, its axis, and its words for who cannot see it. Does not belong here: drawing (`charts`).
"""

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from dagster_project.site.figures import Figure
from dagster_project.site.words import NONE

if TYPE_CHECKING:
    from dagster_project.charts import DotRow

STEPS = 5
"""About so many marks on the axis."""


def chart_of(figure: Figure) -> Markup:
    """Dots by category, one per snapshot; where there is one category only, a row per snapshot. Empty where no cell has
    a value."""
    from dagster_project.charts import DotRow

    years = figure.snapshots
    value = {key: cell["value"] for key, cell in figure.cells.items()}
    if all(v is None for v in value.values()):
        return Markup("")
    text = {key: cell["text"] for key, cell in figure.cells.items()}
    if figure.single:
        ((category, _),) = figure.categories
        series = [figure.title]
        rows = [DotRow(str(y), (value.get((category, y)),), text.get((category, y), NONE)) for y in years]
    else:
        series = [str(year) for year in years]
        rows = [
            DotRow(
                label,
                tuple(value.get((category, y)) for y in years),
                " · ".join(text.get((category, y), NONE) for y in years),
            )
            for category, label in figure.categories
        ]
    ticks = _ticks(max(v for v in value.values() if v is not None))
    unit = next(iter(figure.cells.values()))["unit_nl"]
    return _drawn(tuple(rows), tuple(series), tuple(ticks), unit, figure.title)


@lru_cache(maxsize=64)  # a release that may be the newest one again has its pages made twice
def _drawn(rows: "tuple[DotRow, ...]", series: tuple[str, ...], ticks: tuple[float, ...], unit: str, title: str):
    from lxml import etree

    from dagster_project.charts import Axis, dots

    described = "; ".join(f"{row.label}: {row.text}" for row in rows)
    chart = dots(
        rows,
        series,
        Axis(0, ticks[-1], ticks, title=unit),
        title=title,
        description=f"{', '.join(series)}. {described}.",
    )
    drawn = chart.element()
    for part in drawn.iterdescendants():  # the whole is one picture with its words; its parts have none
        for name in ("role", "aria-roledescription"):
            part.attrib.pop(name, None)
    return Markup(etree.tostring(drawn, encoding="unicode", method="html"))


def _ticks(most: float) -> list[float]:
    """Marks from nought to at least the greatest value, at steps of 1, 2 or 5."""
    if most <= 0:
        return [0, 1]
    rough = most / STEPS
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough)
    return [round(step * n, 10) for n in range(math.ceil(most / step) + 1)]
