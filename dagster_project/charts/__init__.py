"""Charts of one style for pages and releases: from numbers to SVG and PNG, the same bytes for the same numbers.

Belongs here: kinds of charts, the style, the font, and drawing. Does not belong here: which numbers are shown, and in
which words (the rooms that show them).
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "bar_rows": ["BarRow", "bars"],
        "calibration_curve": ["Bin", "calibration"],
        "chart": ["Axis", "Chart", "font_face"],
        "dot_rows": ["DotRow", "dots"],
        "line_chart": ["Mark", "lines"],
        "waterfall_chart": ["waterfall"],
    },
)
