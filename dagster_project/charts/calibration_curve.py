"""A calibration curve: what a model expects beside what is seen, with intervals; on the diagonal it is right."""

from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.charts.chart import Axis, Chart
from dagster_project.charts.style import GREY, SERIES, SQUARE


class Bin(NamedTuple):
    """A range of probabilities: its middle, the words of how many cases fall in it, the mean probability that was
    expected, the share that was seen, and the interval of that share. Without cases all but the first two are None."""

    middle: float
    count: str
    expected: float | None = None
    observed: float | None = None
    least: float | None = None
    most: float | None = None


def calibration(bins: Sequence[Bin], counted: str, across: Axis, up: Axis, *, title: str, description: str) -> Chart:
    """A dot per bin at (expected, observed), its interval as a line, and the counts in a row above.

    `counted` is the word before that row.
    """
    import altair as alt

    held = alt.Data(values=[one._asdict() for one in bins if one.expected is not None])
    x = across.encode(alt.X, "expected")
    y = up.encode(alt.Y, "observed")
    ends = [{"expected": place, "observed": place} for place in (across.low, across.high)]
    drawing = alt.layer(
        alt.Chart(alt.Data(values=ends)).mark_line(color=GREY, strokeDash=[4, 4], strokeWidth=1).encode(x=x, y=y),
        alt.Chart(held).mark_line(color=SERIES[0]).encode(x=x, y=y),
        alt.Chart(held).mark_rule(color=SERIES[0], strokeWidth=1.5).encode(x=x, y=up.encode(alt.Y, "least"), y2="most"),
        alt.Chart(held).mark_point(color=SERIES[0]).encode(x=x, y=y),
        alt.Chart(alt.Data(values=[one._asdict() for one in bins]))
        .mark_text()
        .encode(x=across.encode(alt.X, "middle"), y=alt.value(-20), text="count:N"),
        alt.Chart(alt.Data(values=[{"text": counted}]))
        .mark_text(align="right")
        .encode(x=alt.value(-8), y=alt.value(-20), text="text:N"),
    ).properties(width=SQUARE, height=SQUARE)
    return Chart(drawing, title, description)
