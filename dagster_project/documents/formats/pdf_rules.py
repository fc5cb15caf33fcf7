"""The rules of a PDF page, the straight lines that are drawn on it, from pdfium's path objects.

Belongs here: paths as edges. Does not belong here: which of them make a table (`pdf_tables`).
"""

import ctypes
from collections.abc import Callable, Iterator

from dagster_project.documents.formats.pdf_words import Turn

Edge = dict[str, object]
"""An edge as pdfplumber's table functions take it: orientation `h` or `v`, x0, x1, top, bottom."""

_STRAIGHT = 0.5
"""Points by which the ends of a straight line may differ."""

_DEPTH = 8
MOST_SEGMENTS = 60_000
"""Segments looked at on one page: a drawing has more, a table never."""


def edges_of_page(page, turn: Turn, origin: tuple[float, float] = (0.0, 0.0)) -> list[Edge]:
    """The horizontal and vertical edges of all paths of a page; none of a page that is a drawing."""
    import pypdfium2.raw as raw

    edges: list[Edge] = []
    seen = 0
    for thing in _paths(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, raw):
        seen += raw.FPDFPath_CountSegments(thing)
        if seen > MOST_SEGMENTS:
            return []
        lines = list(_lines(thing, raw))
        edges += [e for a, b in lines if (e := _edge(turn.point(*_moved(a, origin)), turn.point(*_moved(b, origin))))]
    return edges


def _paths(holder, count: Callable, get: Callable, raw, depth: int = 1) -> Iterator:
    """The paths of a page, or of a form that is drawn on it. From pdfium itself: a page may have thousands, and the
    objects of pypdfium2 cost more than what is asked of them."""
    for index in range(count(holder)):
        thing = get(holder, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield thing
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            yield from _paths(thing, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, raw, depth + 1)


def _moved(point: tuple[float, float], origin: tuple[float, float]) -> tuple[float, float]:
    return point[0] - origin[0], point[1] - origin[1]


def _lines(thing, raw) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = None
    for index in range(raw.FPDFPath_CountSegments(thing)):
        segment = raw.FPDFPath_GetPathSegment(thing, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO and before is not None:
            yield before, point
        before = point
        if raw.FPDFPathSegment_GetClose(segment) and start is not None:
            yield point, start


def _edge(a: tuple[float, float], b: tuple[float, float]) -> Edge | None:
    x0, x1 = sorted((a[0], b[0]))
    top, bottom = sorted((a[1], b[1]))
    if x1 - x0 <= _STRAIGHT and bottom - top > _STRAIGHT:
        orientation = "v"
        x0 = x1 = (x0 + x1) / 2
    elif bottom - top <= _STRAIGHT and x1 - x0 > _STRAIGHT:
        orientation = "h"
        top = bottom = (top + bottom) / 2
    else:
        return None
    box = {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top}
    return {"orientation": orientation, "object_type": "line", **box}
