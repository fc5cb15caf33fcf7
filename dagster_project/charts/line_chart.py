"""Lines over one axis, with a marked place: how some values go as one number goes up."""

from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.charts.chart import Axis, Chart
from dagster_project.charts.style import DASHES, HEIGHT, INK, SERIES, WIDTH


class Mark(NamedTuple):
    """A place on the axis and what is there."""

    place: float
    text: str


def lines(
    series: Sequence[tuple[str, Sequence[tuple[float, float]]]],
    across: Axis,
    up: Axis,
    mark: Mark,
    *,
    title: str,
    description: str,
) -> Chart:
    """A line per series (its words and its points), at most four, and a dashed line at the mark with its words."""
    import altair as alt

    points = [{"series": name, "x": x, "y": y} for name, some in series for x, y in some]
    at = [point for point in points if point["x"] == mark.place]
    names = [name for name, _ in series]
    colours = alt.Scale(domain=names, range=list(SERIES[: len(names)]))
    color = alt.Color("series:N", scale=colours, legend=alt.Legend(symbolType="stroke", symbolSize=500))
    dash = alt.StrokeDash("series:N", scale=alt.Scale(domain=names, range=list(DASHES[: len(names)])))
    same = alt.Color("series:N", scale=colours, legend=None)
    x = across.encode(alt.X, "x")
    y = up.encode(alt.Y, "y")
    data = alt.Data(values=points)
    marked = alt.Chart(alt.Data(values=[{"x": mark.place, "text": mark.text}]))
    drawing = alt.layer(
        marked.mark_rule(color=INK, strokeDash=[3, 3]).encode(x=x),
        marked.mark_text(align="left", dx=8, color=INK).encode(x=x, y=alt.value(HEIGHT - 12), text="text:N"),
        alt.Chart(data).mark_line().encode(x=x, y=y, color=color, strokeDash=dash),
        alt.Chart(alt.Data(values=at)).mark_point().encode(x=x, y=y, color=same),
    ).properties(width=WIDTH, height=HEIGHT)
    return Chart(drawing, title, description)
