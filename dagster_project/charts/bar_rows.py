"""Bars in rows: one or more values of each thing beside each other, from nought, each with its value in words."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.charts.chart import Axis, Chart
from dagster_project.charts.style import BAR, INK, LABELS, SERIES, WIDTH

GAP = 12
"""Between the rows, in points."""


class BarRow(NamedTuple):
    """A thing, its value in each series (None where it has none), and each value in words."""

    label: str
    values: Sequence[float | None]
    texts: Sequence[str]


def bars(
    rows: Sequence[BarRow],
    series: Sequence[str],
    axis: Axis,
    *,
    heading: Sequence[str] = (),
    title: str,
    description: str,
) -> Chart:
    """A row per thing with a bar per series, its words at the end of the bar. Rows and series keep their order.

    `series` are the words of at most four series; of one there is no legend. `heading` is drawn above: a chart that
    stands alone in a file says what it is; its first line is the largest.
    """
    import altair as alt

    names = list(series)
    marks = [
        {"row": number, "series": name, "value": value or 0, "text": text}
        for number, row in enumerate(rows)
        for name, value, text in zip(names, row.values, row.texts, strict=True)
    ]
    labels = [row.label for row in rows]
    y = alt.Y(
        "row:O",
        axis=alt.Axis(title=None, labelExpr=f"{json.dumps(labels)}[datum.value]", labelColor=INK, minExtent=LABELS),
        scale=alt.Scale(domain=list(range(len(rows))), padding=0),
    )
    within = alt.YOffset("series:N", scale=alt.Scale(domain=names, paddingOuter=GAP / 2 / BAR, paddingInner=0.1))
    legend = alt.Legend() if len(names) > 1 else None
    color = alt.Color("series:N", scale=alt.Scale(domain=names, range=list(SERIES[: len(names)])), legend=legend)
    placed = alt.Chart(alt.Data(values=marks)).encode(x=axis.encode(alt.X, "value"), y=y, yOffset=within)
    drawing = alt.layer(
        placed.mark_bar().encode(color=color),
        placed.mark_text(align="left", dx=6, color=INK).encode(text="text:N"),
    ).properties(width=WIDTH, height=(BAR * len(names) + GAP) * len(rows))
    if heading:
        first, *rest = heading
        drawing = drawing.properties(title=alt.TitleParams(first, subtitle=rest) if rest else alt.TitleParams(first))
    return Chart(drawing, title, description)
