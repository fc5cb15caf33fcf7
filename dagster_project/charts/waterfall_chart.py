"""A waterfall: how steps up and down add to a sum, beside a limit."""

import json
from collections.abc import Sequence
from itertools import accumulate

from dagster_project.charts.chart import Chart
from dagster_project.charts.line_chart import Mark
from dagster_project.charts.style import INK, LABEL, LINE, ROW, SERIES, TOTAL, WIDTH

COLOURS = {"up": SERIES[0], "down": SERIES[1], "sum": TOTAL}
MARGIN = 0.5
"""Room beside the outermost bar, in the unit of the steps."""


def waterfall(
    steps: Sequence[tuple[str, float]], total: str, limit: Mark, *, format: str = "+,.1f", title: str, description: str
) -> Chart:
    """A bar per step from where the one before it ended, and the sum below under the word `total`.

    `steps` are words and sizes, `format` the format of d3 for sizes; `limit` is drawn over the whole height.
    """
    import altair as alt

    sizes = [size for _, size in steps]
    ends = [0.0, *accumulate(sizes)]
    bars = [
        {"row": number, "from": begin, "to": begin + size, "size": size, "kind": "up" if size >= 0 else "down"}
        for number, (size, begin) in enumerate(zip(sizes, ends, strict=False))
    ]
    bars.append({"row": len(steps), "from": 0.0, "to": ends[-1], "size": ends[-1], "kind": "sum"})
    for bar in bars:
        bar["right"] = max(bar["from"], bar["to"])
    labels = [label for label, _ in steps] + [total]
    low, high = min(*ends, limit.place) - MARGIN, max(*ends, limit.place) + MARGIN
    scale = alt.Scale(domain=[low, high], nice=False)
    y = alt.Y(
        "row:O",
        axis=alt.Axis(
            title=None, labelExpr=f"{json.dumps(labels)}[datum.value]", labelColor=INK, labelLimit=LABEL + 50
        ),
        scale=alt.Scale(domain=list(range(len(bars))), padding=0.2),
    )
    data = alt.Data(values=bars)
    color = alt.Color("kind:N", legend=None, scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())))
    limits = alt.Chart(alt.Data(values=[{"from": limit.place, "text": limit.text}]))
    x = alt.X("from:Q", scale=scale, axis=None)
    size = alt.Text("size:Q", format=format)
    sizes_at = alt.Chart(data).encode(x=alt.X("right:Q", scale=scale, axis=None), y=y, text=size)
    drawing = alt.layer(
        alt.Chart(alt.Data(values=[{"from": 0.0}])).mark_rule(color=LINE).encode(x=x),
        alt.Chart(data).mark_bar(height={"band": 0.7}).encode(x=x, x2="to", y=y, color=color),
        limits.mark_rule(color=INK, strokeDash=[5, 4]).encode(x=x),
        # A rim of paper around the sizes, so that they are read where the limit passes.
        sizes_at.mark_text(align="left", dx=6, stroke="white", strokeWidth=4),
        sizes_at.mark_text(align="left", dx=6),
        limits.mark_text().encode(x=x, y=alt.value(-10), text="text:N"),
    ).properties(width=WIDTH - 80, height=ROW * len(bars))
    return Chart(drawing, title, description)
