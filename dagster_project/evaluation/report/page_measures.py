"""The measures of a section as a table that explains itself: what it is, outcome, interval, counts, goal.

Belongs here: how one measure is shown and whether its goal is met. Does not belong here: the words (`labels`).
"""

from lxml.builder import E
from lxml.etree import _Element

from dagster_project.evaluation.report.labels import bound, number, percent
from dagster_project.evaluation.report.model import Measure
from dagster_project.evaluation.report.wilson import wilson_interval

AS_GOOD_AS = 0.0005
"""So near its goal a share would be shown as the goal itself."""


def measure_table(headlines: list[tuple[Measure, dict]], words: dict) -> _Element:
    """A row per measure with its label of `labels.yml`."""
    keys = ("measure", "outcome", "interval", "counts", "goal")
    marks = ("text", "number", "number", "text", "text")
    head = E.tr(*[E.th(words[key], scope="col", **{"class": mark}) for key, mark in zip(keys, marks, strict=True)])
    rows = [_row(measure, label, words) for measure, label in headlines]
    return E.table(E.thead(head), E.tbody(*rows), **{"class": "measures"})


def interval_of(measure: Measure) -> tuple[float, float] | None:
    """Wilson's interval of a share; None for what is no share of things that were counted."""
    if measure.value is None or not measure.of or measure.count is None:
        return None
    if measure.count != int(measure.count) or measure.of != int(measure.of):
        return None
    return wilson_interval(int(measure.count), int(measure.of))


def outcome_text(measure: Measure, label: dict) -> str:
    """A share as the page shows it, with more decimals where it misses its goal by less than these show."""
    goal = label.get("at_least", label.get("at_most"))
    if goal is not None and is_met(measure, label) is False and abs(measure.value - goal) < AS_GOOD_AS:
        return f"{100 * measure.value:.3f}%".replace(".", ",")
    return percent(measure.value)


def interval_text(measure: Measure) -> str:
    """The interval of a share as the page shows it; empty for what has none."""
    ends = interval_of(measure)
    return f"{percent(ends[0])} – {percent(ends[1])}" if ends else ""


def goal_of(label: dict) -> str | None:
    """The goal of a measure as text, where it has one."""
    if "at_least" in label:
        return f"≥ {bound(label['at_least'])}"
    return f"≤ {bound(label['at_most'])}" if "at_most" in label else None


def is_met(measure: Measure, label: dict) -> bool | None:
    """Whether the goal is met; None where there was nothing to measure."""
    if measure.value is None:
        return None
    if "at_least" in label:
        return measure.value >= label["at_least"]
    return measure.value <= label["at_most"]


def _row(measure: Measure, label: dict, words: dict) -> _Element:
    what = E.th(E.span(label["label"]), scope="row")
    if label.get("text"):
        what.append(E.small(label["text"]))
    value = number(measure.value, 3) if label.get("plain") else outcome_text(measure, label)
    cells = [
        E.td(value, **{"class": "number outcome"}),
        E.td("" if label.get("plain") else interval_text(measure), **{"class": "number"}),
        E.td(_counts(measure, label, words)),
    ]
    goal, mark = goal_of(label), ""
    if goal and measure.value is not None:
        met = is_met(measure, label)
        mark = "good" if met else "bad"
        goal = f"{goal}: {words['met' if met else 'unmet']}"
    return E.tr(what, *cells, E.td(goal or "", **{"class": f"verdict {mark}".strip()}))


def _counts(measure: Measure, label: dict, words: dict) -> str:
    if measure.value is None:
        return words["nothing"]
    if not measure.of:
        return ""
    if label.get("plain"):
        return f"{number(measure.of)} {label.get('unit', '')}".strip()
    return f"{number(measure.count)} {words['of']} {number(measure.of)} {label.get('unit', '')}".strip()
