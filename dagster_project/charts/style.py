"""The style of all charts: font, colours, sizes. Nowhere else is a colour or a size of a chart written.

Belongs here: what every kind of chart shares. Does not belong here: any chart.
"""

from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Lappendeken Sans"
"""The font in `fonts/` (no bold). Its name is nobody else's, so that a font of the machine never takes its place."""
FONT = f"{FAMILY}, Liberation Sans, Arial, Helvetica, sans-serif"
"""An SVG may be shown where our font is not (a page brings it along): Liberation Sans, Arial and Helvetica are as wide,
letter by letter."""

INK, GREY, LINE = "#1b1b1b", "#5f6b7a", "#d5dbe3"
SERIES = ("#154273", "#d55e00", "#009e73", "#cc79a7")
"""Told apart by people who are colour-blind, also in grey; charts give each series a shape or dash of its own too."""
TOTAL = "#5f6b7a"
SHAPES = ("circle", "diamond", "square", "triangle-up")
SIZES = (60, 190, 320, 450)
"""Of the dots of each series: of equal values the larger still shows below the smaller."""
DASHES = ([1, 0], [7, 4], [2, 3], [9, 3, 2, 3])

WIDTH, HEIGHT, SQUARE, ROW, BAR = 560, 260, 400, 24, 17
"""Of the frame in points, without axes and words; ROW is the height of a row of a chart with a row per thing, BAR that
of one of its bars."""
LABELS, LABEL = 190, 290
"""Room for the labels of rows, so that charts below each other begin at one place, and the widest label, in points;
what is longer is cut and ends in `…`."""

CONFIG = {
    "aria": False,
    "background": "white",
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": GREY,
        "labelFontSize": 13,
        "labelLimit": LABEL,
        "titleColor": GREY,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
        "titlePadding": 10,
        "gridColor": LINE,
        "domain": False,
        "ticks": False,
        "labelPadding": 8,
        "labelFlush": False,
    },
    "legend": {
        "orient": "top",
        "title": None,
        "labelColor": INK,
        "labelFontSize": 13,
        "labelLimit": 0,
        "columnPadding": 24,
        "symbolSize": 90,
        "symbolStrokeWidth": 2.5,
    },
    "title": {
        "anchor": "start",
        "color": INK,
        "fontSize": 17,
        "fontWeight": "normal",
        "frame": "bounds",
        "offset": 14,
        "subtitleColor": GREY,
        "subtitleFontSize": 13,
        "subtitleLineHeight": 18,
        "subtitlePadding": 6,
    },
    "text": {"color": GREY, "fontSize": 13},
    "point": {"size": SIZES[0], "filled": True, "opacity": 1},
    "line": {"strokeWidth": 2.5},
    "rule": {"color": LINE},
}
