"""A measure on the page: interval, counts with what they are of, goal."""

import pytest
from lxml import html

from dagster_project.evaluation.report.labels import labels
from dagster_project.evaluation.report.model import Measure
from dagster_project.evaluation.report.page_measures import interval_of, measure_table, outcome_text


def test_wilson_s_interval():
    # Known values of Wilson's interval for 8 of 10.
    assert interval_of(Measure.share("x", 8, 10)) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert interval_of(Measure.share("x", 10, 10))[1] == pytest.approx(1)


@pytest.mark.parametrize("measure", [Measure("x", 0.5), Measure.share("x", 0, 0), Measure("x", 0.5, 1.5, 3)])
def test_what_counts_nothing_has_no_interval(measure):
    assert interval_of(measure) is None


def test_a_row_explains_itself():
    label = {"label": "gevonden", "text": "Het deel dat is gevonden.", "unit": "dingen", "at_least": 0.9}
    shown = html.tostring(measure_table([(Measure.share("x", 8, 10), label)], labels()), encoding="unicode")
    for part in ("gevonden", "Het deel dat is gevonden.", "80,0%", "49,0% – 94,3%", "8 van 10 dingen", "≥ 90%: niet"):
        assert part in shown
    empty = html.tostring(measure_table([(Measure.share("x", 0, 0), label)], labels()), encoding="unicode")
    assert labels()["nothing"] in empty
    assert "gehaald" not in empty


def test_what_just_misses_its_goal_does_not_look_like_it():
    assert outcome_text(Measure.share("x", 11, 2188), {"at_most": 0.005}) == "0,503%"
    assert outcome_text(Measure.share("x", 11, 2200), {"at_most": 0.005}) == "0,50%"
    assert outcome_text(Measure.share("x", 8, 10), {"at_least": 0.9}) == "80,0%"
    assert outcome_text(Measure.share("x", 0, 0), {"at_least": 0.9}) == "–"


def test_every_measure_with_a_denominator_says_what_it_counts():
    """A share on the page of a country has a unit, unless it is one of pairs."""
    for key, section in labels()["sections"].items():
        for name, label in section["measures"].items():
            assert "text" in label, name
            assert "unit" in label or key == "linkage", name
