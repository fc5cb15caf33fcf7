"""Each kind draws all that it is given, in the order that it is given in."""

import re

from lxml import etree

from dagster_project.charts import Axis, DotRow, dots


def marks(chart, role: str, tag: str) -> list:
    """The elements of one kind of mark, in the order of drawing."""
    root = etree.fromstring(chart.svg())
    return [e for g in root.iter("{*}g") if f"mark-{role} role-mark" in (g.get("class") or "") for e in g.iter(tag)]


def written(chart) -> list[str]:
    return [element.text for element in etree.fromstring(chart.svg()).iter("{*}text")]


def test_dots_of_every_value_and_a_line_between_two(charts):
    assert len(marks(charts["dots"], "symbol", "{*}path")) == 3
    assert len(marks(charts["dots"], "rule", "{*}line")) == 1
    words = written(charts["dots"])
    assert [w for w in words if w in ('O\'Brien "x" \\ Súdwest', "leeg")] == ['O\'Brien "x" \\ Súdwest', "leeg"]
    assert [w for w in words if w in ("gevonden", "terecht")] == ["gevonden", "terecht"]
    assert {"50% / 100%", "– / 25%"} <= set(words)


def test_a_dot_is_seen_where_there_is_one_series():
    chart = dots([DotRow("a", (0.5,), "50%")], ["juist"], Axis(0.0, 1.0, (0.0, 1.0)), title="t", description="d")
    (dot,) = marks(chart, "symbol", "{*}path")
    assert re.match(r"M[1-9]", dot.get("d"))  # the radius of a circle


def test_a_bar_from_nought_for_each_value_with_its_words(charts):
    drawn = [re.match(r"M0,[\d.]+h([\d.]+)v", bar.get("d")) for bar in marks(charts["bars"], "rect", "{*}path")]
    assert [round(float(bar[1]), 2) for bar in drawn] == [22.4, 448.0, 0.0, 1.12]
    assert {"100", "2.000", "–", "5", "rij", "leeg", "2020", "2024"} <= set(written(charts["bars"]))


def test_lines_with_a_dot_where_the_mark_is(charts):
    assert len(marks(charts["lines"], "line", "{*}path")) == 2
    assert len(marks(charts["lines"], "symbol", "{*}path")) == 2
    assert {"gekozen", "precisie", "gevonden", "keren", "aandeel"} <= set(written(charts["lines"]))


def test_calibration_has_a_dot_per_bin_with_cases_and_a_count_per_bin(charts):
    assert len(marks(charts["calibration"], "symbol", "{*}path")) == 1
    assert len(marks(charts["calibration"], "rule", "{*}line")) == 1
    assert {"1.200", "0", "paren"} <= set(written(charts["calibration"]))


def test_a_waterfall_starts_each_step_where_the_last_one_ended(charts):
    bars = [bar.get("d") for bar in marks(charts["waterfall"], "rect", "{*}path")]
    spans = []
    for bar in bars:
        left, width = (float(n) for n in re.match(r"M([\d.]+),[\d.]+h([\d.]+)", bar).groups())
        spans.append((round(left, 3), round(left + width, 3)))
    first, second, total = spans
    assert first[0] == second[0]  # down to −6,5 and up from there
    assert total == (first[1], second[1])  # from nought to where the last step ended
