"""The curves of the page of a linkage: thresholds with the chosen one and its why, and calibration.

Belongs here: what they show and the sentences beside them. Does not belong here: drawing (`charts`).
"""

import math

from lxml.builder import E
from lxml.etree import _Element

from dagster_project.charts import Axis, Bin, Mark, calibration, lines
from dagster_project.evaluation.report.labels import number, percent
from dagster_project.evaluation.report.model import Section
from dagster_project.evaluation.report.wilson import wilson_interval

SHARES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
FORMAT = ".2~%"
"""How the marks of shares are written, as a format of d3."""
NEIGHBOUR = 1.0
"""Bits lower and higher than the chosen threshold of which the text tells what they would have brought."""


def curves_of(section: Section, words: dict) -> list[_Element]:
    """The curves of a section, each with its heading; none for a section that has none."""
    tables = {table.key: table for table in section.tables}
    if "by_threshold" in tables:
        return _thresholds(tables["by_threshold"].named(), words["curves"])
    if "by_probability" in tables:
        return _calibration(tables["by_probability"].named(), words["curves"])
    return []


def _thresholds(rows: list[dict], words: dict) -> list[_Element]:
    chosen = next(row for row in rows if row["chosen"])
    across = Axis(rows[0]["threshold"], rows[-1]["threshold"], range(-6, 13, 2), title=words["threshold"])
    mark = Mark(chosen["threshold"], words["mark"].format(_bits(chosen["threshold"])))
    found = [E.p(part, **{"class": "text"}) for part in (_sentence(chosen, rows, words), words["why"])]
    for title, keys in (("pairs", ("precision", "recall")), ("clusters", ("bcubed_f1",))):
        found += _lines(rows, keys, words["titles"][title], across, mark, words)
    return found + _lines(rows, ("double_share", "merged_share"), words["titles"]["errors"], across, mark, words)


def _lines(rows: list[dict], keys: tuple, title: str, across: Axis, mark: Mark, words: dict) -> list[_Element]:
    series = [(words[key], [(row["threshold"], row[key]) for row in rows if row[key] is not None]) for key in keys]
    values = [value for _, points in series for _, value in points]
    if not values:
        return []
    # From nought to one where the values use the room, and else the part in which they differ; the axis says which.
    low, high = (0.0, _ceiling(max(values))) if min(values) < 0.5 else (math.floor(min(values) * 10) / 10, 1.0)
    up = Axis(low, high, [low + (high - low) * step / 5 for step in range(6)], FORMAT, words["share"])
    at = [f"{name} {percent(value)}" for name, points in series for place, value in points if place == mark.place]
    description = f"{mark.text}: {', '.join(at)}"
    return [E.h3(title), lines(series, across, up, mark, title=title, description=description).element()]


def _ceiling(value: float) -> float:
    return next(step for step in (0.05, 0.1, 0.2, 0.5, 1.0) if value <= step)


def _sentence(chosen: dict, rows: list[dict], words: dict) -> str:
    """What the chosen threshold brings, and what its neighbours would have brought."""
    parts = [words["at"].format(_bits(chosen["threshold"]), *_outcome(chosen))]
    for key, step in (("lower", -NEIGHBOUR), ("higher", NEIGHBOUR)):
        beside = next((row for row in rows if row["threshold"] == chosen["threshold"] + step), None)
        if beside:
            parts.append(words[key].format(_bits(beside["threshold"]), *_outcome(beside)))
    return " ".join(parts)


def _outcome(row: dict) -> list[str]:
    return [percent(row[key]) for key in ("precision", "recall", "bcubed_f1", "double_share", "merged_share")]


def _calibration(rows: list[dict], words: dict) -> list[_Element]:
    if not any(row["pairs"] for row in rows):
        return []
    bins = [_bin(row) for row in rows]
    axes = [Axis(0.0, 1.0, SHARES, FORMAT, words[key]) for key in ("expected", "observed")]
    title = words["titles"]["calibration"]
    texts = [(percent(one.expected), percent(one.observed), one.count) for one in bins if one.expected is not None]
    description = "; ".join(f"{expected}: {observed} ({count} {words['pairs']})" for expected, observed, count in texts)
    chart = calibration(bins, words["pairs"], *axes, title=title, description=description)
    return [E.h3(title), chart.element()]


def _bin(row: dict) -> Bin:
    middle = (row["probability_from"] + row["probability_to"]) / 2
    if not row["pairs"]:
        return Bin(middle, number(0))
    ends = wilson_interval(row["right"], row["pairs"])
    return Bin(middle, number(row["pairs"]), row["expected"], row["observed"], *ends)


def _bits(value: float) -> str:
    return number(round(value)) if value == round(value) else number(value, 1)
