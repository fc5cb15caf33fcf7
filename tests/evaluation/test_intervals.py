"""Intervals over many countries are judged by how often they hold the truth, and a broken assumption must show."""

import pytest

from dagster_project.evaluation.intervals import evaluate_intervals
from dagster_project.evaluation.intervals.trials import Trial
from dagster_project.evaluation.intervals.verdict import below_promise, judged
from dagster_project.simulation import simulate_many
from dagster_project.workspace import UnreadableInput


def judgement(group: str, held: int, width: float = 1.1) -> dict:
    """Of a hundred countries with one interval each."""
    by_country = [(Trial(group, "all", number < held, width, 1.0),) for number in range(100)]
    chosen = {(number, group): trials[0] for number, trials in enumerate(by_country)}
    [row] = judged(by_country, chosen).tables[0].named()
    return row


@pytest.mark.parametrize(
    ("held", "width", "right"), [(97, 1.1, True), (92, 1.1, True), (85, 1.1, False), (97, 1.3, False)]
)
def test_a_group_holds_what_it_promises_and_is_no_wider_than_need_be(held, width, right):
    assert judgement("coverage", held, width)["as_it_must"] is right


@pytest.mark.parametrize(("held", "right"), [(97, False), (60, True)])
def test_a_group_whose_assumption_is_broken_must_fail(held, right):
    assert judgement("coverage.dependent", held)["as_it_must"] is right


def test_the_test_is_exact_and_one_sided():
    assert below_promise(20, 20) == 1.0
    assert below_promise(0, 1) == pytest.approx(0.05)
    assert below_promise(85, 100) < 0.001


def test_small_countries_are_tried_by_every_estimator(tmp_path):
    wanted = {"bodies": 8, "snapshots": (2024,), "processes": 1}
    simulate_many(tmp_path / "apart", 2, seed=1, independent=True, **wanted)
    simulate_many(tmp_path / "tied", 1, seed=9, **wanted)
    report = evaluate_intervals(tmp_path / "apart", tmp_path / "tied", processes=1)
    rows = {row["group"]: row for row in report.sections[0].tables[0].named()}
    assert {g: row["countries"] for g, row in rows.items()} == {
        "coverage": 2, "coverage.dependent": 1, "error_rate.legal_form": 2, "error_rate.theme": 2,
        "seen.legal_form": 2, "seen.theme": 2, "share.legal_form_group": 2, "share.theme_share": 2,
    }  # fmt: skip
    again = evaluate_intervals(tmp_path / "apart", tmp_path / "tied", processes=1)
    assert list(again.measures()) == list(report.measures())


@pytest.mark.parametrize(("apart", "tied"), [("empty", None), ("empty", "one"), ("one", "empty")])
def test_a_folder_without_countries_is_refused(tmp_path, apart, tied):
    (tmp_path / "one" / "000001" / "truth").mkdir(parents=True)
    with pytest.raises(UnreadableInput, match="no simulated country") as refused:
        evaluate_intervals(tmp_path / apart, tied and tmp_path / tied)
    assert str(tmp_path / "empty") in str(refused.value)
    assert ("--independent" in str(refused.value)) == (apart == "empty")
