"""A chart and its axes: from a specification of Vega-Lite to SVG and PNG.

Belongs here: drawing, text for who cannot see the drawing, numbers as Dutch writes them. Does not belong here: kinds of
charts, and colours (`style`).
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dagster_project.charts.style import CONFIG, FAMILY, FONTS

if TYPE_CHECKING:
    import altair as alt
    from lxml.etree import _Element

LOCALE = "nl-NL"
SVG = "{http://www.w3.org/2000/svg}"
SCALE = 2.0
"""Points of a PNG per point of the drawing: sharp in print and on a dense screen."""


@dataclass(frozen=True)
class Axis:
    """One axis of numbers: its ends, where it is marked, how marks are written (a format of d3, such as `.1~%`; the
    marks and commas become Dutch) and what it is of."""

    low: float
    high: float
    ticks: Sequence[float]
    format: str = ",.1~f"
    title: str = ""

    def encode(self, kind: "type[alt.X] | type[alt.Y]", field: str, **axis: object) -> "alt.X | alt.Y":
        """The axis as `alt.X` or `alt.Y` of a field; `axis` goes to `alt.Axis`."""
        import altair as alt

        return kind(
            field,
            type="quantitative",
            scale=alt.Scale(domain=[self.low, self.high], nice=False, zero=False),
            axis=alt.Axis(values=list(self.ticks), format=self.format, title=self.title or None, **axis),
        )


@dataclass(frozen=True)
class Chart:
    """What is drawn. `title` and `description` stand in the SVG for who cannot see it, and are not drawn."""

    drawing: "alt.LayerChart"
    title: str
    description: str

    def svg(self) -> str:
        """The chart as SVG, without XML header; the same chart gives the same bytes."""
        from lxml import etree

        return etree.tostring(self._root(), encoding="unicode")

    def element(self) -> "_Element":
        """The chart as an element to stand in a page of HTML, where SVG has no namespace."""
        from lxml import etree

        root = self._root()
        for element in root.iter():
            element.tag = etree.QName(element).localname
        etree.cleanup_namespaces(root)
        return root

    def png(self) -> bytes:
        """The chart as PNG; the same chart gives the same bytes with the same vl-convert."""
        return _converter().svg_to_png(self.svg(), scale=SCALE)

    def _root(self) -> "_Element":
        from lxml import etree

        drawn = _converter().vegalite_to_svg({**self.drawing.to_dict(), "config": CONFIG}, format_locale=LOCALE)
        root = etree.fromstring(drawn)
        root.set("class", "chart")
        root.set("role", "img")
        root.set("aria-label", self.title)
        for tag, text in (("desc", self.description), ("title", self.title)):
            element = etree.Element(SVG + tag)
            element.text = text
            root.insert(0, element)
        return root


@cache
def _converter():
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


@cache
def font_face() -> str:
    """The rule of CSS that brings our font into a page, so that its charts are laid out as they were measured."""
    font = base64.b64encode((FONTS / "LappendekenSans-Regular.ttf").read_bytes()).decode()
    return f"@font-face {{ font-family: '{FAMILY}'; src: url(data:font/ttf;base64,{font}); }}\n"
