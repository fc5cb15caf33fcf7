"""What a report must reach, and what is said where it does not."""

import pytest

from dagster_project.evaluation.report.model import Measure, Report, Section
from dagster_project.evaluation.thresholds import read_thresholds, unmet
from dagster_project.workspace import WrongUse


def test_thresholds():
    section = Section("x", [Measure("x.a", 0.5, 1, 2), Measure("x.b", None)])
    report = Report("r", [section])
    assert unmet(report, read_thresholds(["x.a=0.5"], ["x.a=0.5"])) == []
    assert unmet(report, read_thresholds([], ["x.a=0.4"])) == ["x.a: 0.5000, wanted at most 0.4"]
    assert unmet(report, read_thresholds(["x.b=0"], [])) == ["x.b: there was nothing to measure"]
    with pytest.raises(WrongUse, match="there is no measure"):
        unmet(report, read_thresholds(["x.c=1"], []))
    for wrong in ("x.a", "=1", "x.a=much"):
        with pytest.raises(WrongUse, match="no threshold"):
            read_thresholds([wrong], [])
