"""Tables that a page cuts in two within a row: the rules down end in nothing, and are closed there.

A cell is only found where rules enclose it, so a row that goes on over pages would be lost. Does not belong here: which
rules make cells (`pdf_tables`), and whose row goes on.
"""

import itertools

from dagster_project.documents.formats.pdf_rules import Edge

LEAST_RULES = 3
"""Rules down that end at one height and make a table: two columns; a frame around text has two."""


def closed(edges: list[Edge], near: float) -> list[Edge]:
    """The edges, and one more across wherever rules down end together without one; `near` are points that are one."""
    down = [e for e in edges if e["orientation"] == "v"]
    across = [e for e in edges if e["orientation"] == "h"]
    added = []
    for end in ("top", "bottom"):
        for ends in _alike(sorted(down, key=lambda e: (e[end], e["x0"])), end, near):
            loose = [e for e in ends if not any(_meets(rule, e, end, near) for rule in across)]
            if len(loose) >= LEAST_RULES:
                added.append(_across(loose, loose[0][end]))
    return [*edges, *added]


def _alike(down: list[Edge], end: str, near: float) -> list[list[Edge]]:
    """The rules, in the order of where they end, by this place; those with too few beside them are left out."""
    starts = [i for i, (a, b) in enumerate(itertools.pairwise(down), start=1) if b[end] - a[end] > near]
    parts = [down[a:b] for a, b in itertools.pairwise([0, *starts, len(down)])]
    return [part for part in parts if len(part) >= LEAST_RULES]


def _meets(rule: Edge, down: Edge, end: str, near: float) -> bool:
    return abs(rule["top"] - down[end]) <= near and rule["x0"] - near <= down["x0"] <= rule["x1"] + near


def _across(down: list[Edge], height: float) -> Edge:
    x0, x1 = min(e["x0"] for e in down), max(e["x1"] for e in down)
    box = {"x0": x0, "x1": x1, "top": height, "bottom": height, "width": x1 - x0, "height": 0.0}
    return {"orientation": "h", "object_type": "line", **box}
