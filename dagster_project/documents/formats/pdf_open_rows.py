"""The row of a ruled table that a page breaks without a rule at its end: the rule that is missing.

Does not belong here: which rules make a table (`pdf_tables`).
"""

from dagster_project.documents.formats.pdf_rules import Edge

_NEAR = 3.0
"""Points within which ends of rules are one place."""

_LEAST_LINES = 3
"""Vertical rules that end together: a table of two columns has three."""

_LEAST_ABOVE = 3
"""Rules across above the open row: a head and a row. A table whose rows have no rules at all has fewer."""


def closing_rules(edges: list[Edge]) -> list[Edge]:
    """A rule across where vertical rules end together below the last rule of their table."""
    upright = [e for e in edges if e["orientation"] == "v"]
    across = [e for e in edges if e["orientation"] == "h"]
    lowest: dict[int, float] = {}
    for edge in upright:
        at = round(edge["x0"] / _NEAR)
        lowest[at] = max(lowest.get(at, 0.0), edge["bottom"])
    found: list[Edge] = []
    for end in sorted(set(lowest.values()), reverse=True):
        lines = [e for e in upright if abs(e["bottom"] - end) <= _NEAR]
        places = sorted({round(e["x0"] / _NEAR) for e in lines})
        if len(places) < _LEAST_LINES or any(abs(e["top"] - end) <= _NEAR for e in (*across, *found)):
            continue
        left, right = min(e["x0"] for e in lines), max(e["x0"] for e in lines)
        above = {round(e["top"] / _NEAR) for e in across if e["x0"] < right and e["x1"] > left and e["top"] < end}
        if len(above) >= _LEAST_ABOVE:
            box = {"x0": left, "x1": right, "top": end, "bottom": end, "width": right - left, "height": 0.0}
            found.append({"orientation": "h", "object_type": "line", **box})
    return found
