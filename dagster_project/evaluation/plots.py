"""Plots as SVG in the page: rows of dots on one axis, and a grid of shares. No script, so that a page can be archived.

Drawn here and not by a library: what Altair makes needs a browser or another package to become SVG, and two kinds of
plot are all there is.
"""

from collections.abc import Callable, Sequence

from lxml.builder import E
from lxml.etree import _Element

from dagster_project.evaluation.labels import percent

WIDTH, LEFT, RIGHT, ROW, TOP, BOTTOM, DOT = 900, 250, 150, 24, 26, 30, 5.5
LETTER = 6.4
"""Width of a letter of the labels in units of the plot, for cutting what does not fit."""
Series = dict[str, str]
"""Key of a series to its label, the first drawn last and filled."""


def dot_plot(
    rows: Sequence[tuple[str, dict[str, float | None]]],
    series: Series,
    *,
    low: float,
    high: float,
    ticks: Sequence[float],
    write: Callable[[float | None], str],
    tell: Callable[[float], str],
    title: str,
) -> _Element:
    """A row per label with a dot per series; two dots of a row are joined, so that their distance is seen.

    `write` says the values of a row at its right, `tell` the marks of the axis.
    """
    height = TOP + ROW * len(rows) + BOTTOM
    svg = E.svg(viewBox=f"0 0 {WIDTH} {height}", role="img", **{"class": "plot", "aria-label": title})
    for tick in ticks:
        x = _x(tick, low, high)
        svg.append(E.line(x1=x, x2=x, y1=fixed(TOP - 4), y2=fixed(height - BOTTOM), **{"class": "grid"}))
        svg.append(E.text(tell(tick), x=x, y=fixed(height - BOTTOM + 16), **{"class": "tick"}))
    for index, (label, values) in enumerate(rows):
        y = TOP + ROW * index + ROW / 2
        svg.append(E.text(_fit(label), x=fixed(LEFT - 12), y=fixed(y + 4), **{"class": "label"}))
        known = [value for value in values.values() if value is not None]
        if len(known) > 1:
            ends = {"x1": _x(min(known), low, high), "x2": _x(max(known), low, high)}
            svg.append(E.line(y1=fixed(y), y2=fixed(y), **ends, **{"class": "join"}))
        for place, key in reversed(list(enumerate(series))):
            if values.get(key) is not None:
                svg.append(
                    E.circle(
                        cx=_x(values[key], low, high),
                        cy=fixed(y),
                        r=fixed(DOT),
                        **{"class": f"series{place}"},
                    )
                )
        said = " / ".join(write(values.get(key)) for key in series)
        svg.append(E.text(said, x=fixed(WIDTH - RIGHT + 16), y=fixed(y + 4), **{"class": "value"}))
    svg.extend(_legend(series))
    return svg


def _legend(series: Series) -> list[_Element]:
    found, x = [], float(LEFT)
    for place, label in enumerate(series.values()):
        found.append(E.circle(cx=fixed(x + DOT), cy=fixed(10), r=fixed(DOT), **{"class": f"series{place}"}))
        found.append(E.text(label, x=fixed(x + 3 * DOT), y=fixed(14), **{"class": "legend"}))
        x += 3 * DOT + LETTER * len(label) + 24
    return found


def share_grid(rows: Sequence[str], columns: Sequence[str], shares: dict[tuple[int, int], float]) -> _Element:
    """A table of shares, darker where more is wrong; the text says the same as the colour."""
    head = E.tr(E.th(""), *[E.th(column, scope="col") for column in columns])
    body = []
    for i, row in enumerate(rows):
        cells = []
        for j in range(len(columns)):
            share = shares.get((i, j))
            cells.append(E.td("" if share is None else percent(share), **{"class": _shade(share)}))
        body.append(E.tr(E.th(row, scope="row"), *cells))
    return E.table(E.thead(head), E.tbody(*body), **{"class": "heat"})


SHADES = ((0.99, "s0"), (0.95, "s1"), (0.80, "s2"), (0.50, "s3"))


def _shade(share: float | None) -> str:
    if share is None:
        return "none"
    return next((name for bound, name in SHADES if share >= bound), "s4")


def _x(value: float, low: float, high: float) -> str:
    part = (value - low) / (high - low) if high > low else 0.5
    return fixed(LEFT + (WIDTH - LEFT - RIGHT) * part)


def fixed(value: float) -> str:
    """A place in a drawing, so that the same page has the same bytes."""
    return f"{value:.1f}"


def _fit(label: str) -> str:
    room = int((LEFT - 20) / LETTER)
    return label if len(label) <= room else label[: room - 1] + "…"
