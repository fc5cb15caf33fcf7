"""The ruled lines of a picture of a page, which recognition of text takes for letters or passes over.

Belongs here: long straight dark strokes as edges in points, and the picture without them. Does not belong here: which
of them make a table (`formats.pdf_tables`), and the recognition of text (`scanned`).
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

_DARK = 150
"""Grey value below which a dot is ink."""

_SHORTEST = 24.0
"""Points of the shortest rule: longer than any stroke of a letter of running text."""

_THICKEST = 4.0
"""Points of the thickest rule; what is thicker is a bar or a picture."""


def without_rules(grey: "np.ndarray", scale: float) -> tuple["np.ndarray", list[dict[str, Any]]]:
    """A grey picture (rows, columns; uint8) with its rules wiped out, and these as edges in points from the top left.

    `scale` is the number of dots per point. A page that is a little askew keeps its rules as several short ones.
    """
    import numpy as np

    ink = grey < _DARK
    clean = grey.copy()
    edges: list[dict[str, Any]] = []
    for orientation, dots in (("h", ink), ("v", ink.T)):
        strokes = _long_runs(dots, int(_SHORTEST * scale))
        thick = _long_runs(strokes.T, int(_THICKEST * scale) + 1).T
        strokes &= ~thick
        edges += [_edge(orientation, *stroke, scale) for stroke in _strokes(strokes)]
        around = strokes.copy()
        around[1:] |= strokes[:-1]
        around[:-1] |= strokes[1:]
        clean[around if orientation == "h" else around.T] = np.uint8(255)
    return clean, edges


def _long_runs(dots: "np.ndarray", least: int) -> "np.ndarray":
    """Where a row has at least so many dark dots in a row."""
    import numpy as np

    padded = np.zeros((dots.shape[0], dots.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = dots
    steps = np.diff(padded, axis=1)
    rows, begins = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    long = ends - begins >= least
    marks = np.zeros((dots.shape[0], dots.shape[1] + 1), dtype=np.int32)
    np.add.at(marks, (rows[long], begins[long]), 1)
    np.add.at(marks, (rows[long], ends[long]), -1)
    return np.cumsum(marks, axis=1)[:, :-1] > 0


def _strokes(strokes: "np.ndarray") -> list[tuple[float, int, int]]:
    """Per stroke the middle of its rows, its first column and the one after its last."""
    import numpy as np

    steps = np.diff(np.pad(strokes.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, begins = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    return [(r + 0.5, int(b), int(e)) for r, b, e in zip(rows.tolist(), begins.tolist(), ends.tolist(), strict=True)]


def _edge(orientation: str, middle: float, begin: int, end: int, scale: float) -> dict[str, Any]:
    across, first, last = middle / scale, begin / scale, end / scale
    if orientation == "h":
        box = {"x0": first, "x1": last, "top": across, "bottom": across, "width": last - first, "height": 0.0}
    else:
        box = {"x0": across, "x1": across, "top": first, "bottom": last, "width": 0.0, "height": last - first}
    return {"orientation": orientation, "object_type": "line", **box}
