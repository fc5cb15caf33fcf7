"""Documents that lack, are another's, come twice or late."""

import csv
import io
from collections import Counter

import pytest

from dagster_project.simulation.sources.budgets import mishaps
from dagster_project.simulation.sources.budgets.mishaps import COPY, delivered, late_lists, missing
from dagster_project.simulation.sources.budgets.reports import budget_reports, observations_of
from dagster_project.simulation.sources.faults import Conditions
from tests.simulation.small_country import population

KINDS = ("budget_missing", "budget_wrong_file", "budget_late", "budget_double")


@pytest.fixture(scope="module")
def reports():
    return budget_reports(population(), Conditions(1, faultless=True), 2024)


class Only(Conditions):
    """One kind strikes always, the others never."""

    def strikes(self, kind, *question, body=None):
        return kind == self.kind


def only(kind: str) -> Only:
    by = Only(1)
    object.__setattr__(by, "kind", kind)
    return by


def kinds_of(came_in) -> Counter:
    return Counter(kind for report in came_in for kind, _ in report.mishaps)


def test_without_faults_all_come_in_as_they_are(reports):
    assert delivered(reports, Conditions(1, faultless=True)) == reports
    assert missing(reports, reports) == []
    assert late_lists(reports) == {}


def test_what_does_not_come_in_is_told_without_a_file(reports):
    assert delivered(reports, only("budget_missing")) == []
    gone = missing(reports, [])
    assert [fault.detail for fault in gone] == [f"nothing <- {report.path}" for report in reports]
    assert {fault.file for fault in gone} == {""}


def test_the_wrong_file_has_the_content_of_another_and_the_name_of_its_own(reports):
    came_in = delivered(reports, only("budget_wrong_file"))
    moved = [report for report in came_in if report.mishaps]
    assert moved
    for report in moved:
        assert report.document.reporter != report.reporter
        assert report.path.startswith(f"budgets/2024/{report.reporter}_")
        said, faults = observations_of(report, ["x"] * len(report.document.parties))
        assert {one.reporter for one in said} <= {report.reporter}
        assert "budget_wrong_file" in {fault.kind for fault in faults}


def test_a_copy_says_the_same_under_another_name(reports):
    came_in = delivered(reports, only("budget_double"))
    assert len(came_in) == 2 * len(reports)
    for report, copy in zip(came_in[::2], came_in[1::2], strict=True):
        assert copy.document == report.document
        assert copy.path.rpartition(".")[0] == report.path.rpartition(".")[0] + COPY


def test_what_is_late_stands_on_a_list_with_its_day(reports):
    came_in = delivered(reports, only("budget_late"))
    [(path, content)] = late_lists(came_in).items()
    assert path == "budgets/2024/deliveries.csv"
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    assert [row["organisation_ids"] for row in rows] == [report.reporter for report in reports]
    assert {row["received_on"] for row in rows} <= {f"2025-{day}" for day in mishaps.LATE}


def test_a_budget_of_another_year_says_so_and_is_delivered_for_its_snapshot(monkeypatch):
    [first, *_] = budget_reports(population(), only("budget_wrong_year"), 2024)
    assert first.document.year == 2023
    assert first.snapshot == 2024
    assert first.path.startswith("budgets/2024/")
    assert kinds_of([first]) == {"budget_wrong_year": 1}
    said, _ = observations_of(first, ["x"] * len(first.document.parties))
    assert {one.snapshot for one in said} == {2024}
