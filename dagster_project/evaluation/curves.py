"""Curves as SVG in the page: lines over one axis with a mark, and a reliability curve with its counts.

Belongs here: drawing, as in `plots`. Does not belong here: what is drawn and in which words (`page_curves`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml.builder import E
from lxml.etree import _Element

from dagster_project.evaluation.plots import LETTER, fixed

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 900, 380, 70, 40, 46, 54
SQUARE = 520
"""Width of a plot whose two axes are both shares, so that its diagonal is one."""
Tell = Callable[[float], str]


@dataclass(frozen=True)
class Axis:
    """One axis: its ends, its marks, how a mark is said, and what it is of."""

    low: float
    high: float
    ticks: Sequence[float]
    tell: Tell
    title: str


class Canvas:
    """Axes in a frame; `x` and `y` turn values into places."""

    def __init__(self, across: Axis, up: Axis, title: str, *, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.across, self.up, self.width, self.height = across, up, width, height
        classes = "plot square" if width == SQUARE else "plot"
        self.svg = E.svg(viewBox=f"0 0 {width} {height}", role="img", **{"class": classes, "aria-label": title})
        for tick in across.ticks:
            self.line((tick, up.low), (tick, up.high), "grid")
            self.text(across.tell(tick), self.x(tick), height - BOTTOM + 18, "tick")
        for tick in up.ticks:
            self.line((across.low, tick), (across.high, tick), "grid")
            self.text(up.tell(tick), LEFT - 8, self.y(tick) + 4, "label")
        self.text(across.title, (LEFT + width - RIGHT) / 2, height - 12, "axis")
        self.text(up.title, LEFT, 14, "legend")

    def x(self, value: float) -> float:
        return LEFT + (self.width - LEFT - RIGHT) * (value - self.across.low) / (self.across.high - self.across.low)

    def y(self, value: float) -> float:
        room = self.height - TOP - BOTTOM
        return self.height - BOTTOM - room * (value - self.up.low) / (self.up.high - self.up.low)

    def line(self, start: tuple[float, float], end: tuple[float, float], style: str) -> None:
        (x1, y1), (x2, y2) = start, end
        ends = {
            "x1": fixed(self.x(x1)),
            "y1": fixed(self.y(y1)),
            "x2": fixed(self.x(x2)),
            "y2": fixed(self.y(y2)),
        }
        self.svg.append(E.line(**ends, **{"class": style}))

    def path(self, points: Sequence[tuple[float, float]], style: str) -> None:
        places = " ".join(f"{fixed(self.x(x))},{fixed(self.y(y))}" for x, y in points)
        self.svg.append(E.polyline(points=places, **{"class": style}))

    def dot(self, x: float, y: float, style: str, radius: float = 4.5) -> None:
        self.svg.append(E.circle(cx=fixed(self.x(x)), cy=fixed(self.y(y)), r=fixed(radius), **{"class": style}))

    def text(self, said: str, x: float, y: float, style: str) -> None:
        self.svg.append(E.text(said, x=fixed(x), y=fixed(y), **{"class": style}))


def line_plot(
    series: Sequence[tuple[str, Sequence[tuple[float, float]]]],
    across: Axis,
    up: Axis,
    mark: tuple[float, str],
    title: str,
) -> _Element:
    """A line per series over one axis, named above the frame, and a dashed line with its words at the mark."""
    canvas = Canvas(across, up, title)
    place, words = mark
    canvas.line((place, up.low), (place, up.high), "mark")
    canvas.text(words, canvas.x(place) + 8, canvas.y(up.low) - 10, "told")
    x = LEFT + LETTER * len(up.title) + 40
    for number, (label, points) in enumerate(series):
        canvas.path(points, f"line{number}")
        for at, value in points:
            if at == place:
                canvas.dot(at, value, f"mark{number}")
        canvas.svg.append(E.line(x1=fixed(x), x2=fixed(x + 24), y1="10", y2="10", **{"class": f"line{number}"}))
        canvas.text(label, x + 30, 14, "legend")
        x += 30 + LETTER * len(label) + 24
    return canvas.svg


def reliability_plot(
    bins: Sequence[tuple[float, float, float, float]],
    counts: tuple[str, Sequence[tuple[float, str]]],
    across: Axis,
    up: Axis,
    title: str,
) -> _Element:
    """A dot per bin at (expected, observed) with its range as a whisker; on the diagonal the model is as right as it is
    sure. A bin is expected, observed, least and most; `counts` is a row of words above the frame: what they are, and
    those of each bin at its middle."""
    canvas = Canvas(across, up, title, width=SQUARE, height=SQUARE)
    canvas.line((across.low, up.low), (across.high, up.high), "diagonal")
    canvas.path([(expected, observed) for expected, observed, *_ in bins], "line0")
    for expected, observed, least, most in bins:
        canvas.line((expected, least), (expected, most), "whisker")
        canvas.dot(expected, observed, "mark0", 5.5)
    label, row = counts
    canvas.text(label, LEFT - 8, TOP - 8, "label count")
    for middle, said in row:
        canvas.text(said, canvas.x(middle), TOP - 8, "tick")
    return canvas.svg
