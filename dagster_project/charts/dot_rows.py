"""Rows of dots on one axis: few values of many things, and how far those of one thing lie apart."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.charts.chart import Axis, Chart
from dagster_project.charts.style import INK, LABELS, ROW, SERIES, SHAPES, SIZES, WIDTH


class DotRow(NamedTuple):
    """A thing, its value in each series (None where it has none), and these values in words."""

    label: str
    values: Sequence[float | None]
    text: str


def dots(rows: Sequence[DotRow], series: Sequence[str], axis: Axis, *, title: str, description: str) -> Chart:
    """A row per thing with a dot per series, joined by a line, and its words at the right.

    `series` are the words of at most four series; the first is drawn over the others. Rows keep their order.
    """
    import altair as alt

    marks = [
        {"row": number, "series": name, "value": row.values[place], "size": SIZES[place]}
        for place, name in reversed(list(enumerate(series)))
        for number, row in enumerate(rows)
        if row.values[place] is not None
    ]
    ends = [
        {"row": number, "least": min(known), "most": max(known)}
        for number, row in enumerate(rows)
        if len(known := [value for value in row.values if value is not None]) > 1
    ]
    labels = [row.label for row in rows]
    y = alt.Y(
        "row:O",
        axis=alt.Axis(title=None, labelExpr=f"{json.dumps(labels)}[datum.value]", labelColor=INK, minExtent=LABELS),
        scale=alt.Scale(domain=list(range(len(rows)))),
    )
    x = axis.encode(alt.X, "value")
    names = list(series)
    color = alt.Color("series:N", scale=alt.Scale(domain=names, range=list(SERIES[: len(names)])))
    shape = alt.Shape("series:N", scale=alt.Scale(domain=names, range=list(SHAPES[: len(names)])))
    area = alt.Size("size:Q", scale=None, legend=None)
    words = [{"row": number, "text": row.text} for number, row in enumerate(rows)]
    drawing = alt.layer(
        alt.Chart(alt.Data(values=ends)).mark_rule(strokeWidth=3).encode(x=axis.encode(alt.X, "least"), x2="most", y=y),
        alt.Chart(alt.Data(values=marks)).mark_point().encode(x=x, y=y, color=color, shape=shape, size=area),
        alt.Chart(alt.Data(values=words))
        .mark_text(align="left")
        .encode(x=alt.value(WIDTH + 16), y=y, text=alt.Text("text:N")),
    ).properties(width=WIDTH, height=ROW * len(rows))
    return Chart(drawing, title, description)
