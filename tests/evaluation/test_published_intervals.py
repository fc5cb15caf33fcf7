"""Published cells of a run country against the intervals beside them."""

import pytest

from dagster_project.evaluation.intervals.published import _cell, published_cells
from dagster_project.workspace import WrongUse
from tests.evaluation.tiny_country import evaluate, pipeline_tables


@pytest.mark.parametrize(
    ("true", "lower", "upper", "half", "holds"),
    [
        (31.0, 28.0, 34.0, 0.5, True),
        (34.4, 28.0, 34.0, 0.5, True),  # is published as 34
        (34.6, 28.0, 34.0, 0.5, False),
        (175.0, 120.0, 174.0, 0.0, False),
    ],
)
def test_a_cell_holds_as_far_as_a_release_rounds(true, lower, upper, half, holds):
    assert _cell("corrected", "total", "all", true, lower, upper, half)[-1] is holds


@pytest.mark.parametrize(("upper", "outside"), [(3.0, []), (2.0, ["total"])])
def test_a_total_is_held_by_its_bounds_or_told(tmp_path, upper, outside):
    section = _scored(tmp_path, [{"figure": "total", "category": "all", "value": 2.0, "lower": 1.0, "upper": upper}])
    assert [row["figure"] for row in section.tables[0].named()] == outside
    assert _measures(section)["intervals.published.criteria"] == (0.0 if outside else 1.0)


@pytest.mark.parametrize(("true", "outside"), [(100.0, 0), (80.0, 1)])
def test_a_share_is_held_by_what_a_blind_sample_measures(tmp_path, true, outside):
    """All three collaborations are looked at and right, so the interval is 100 percent of ruimte alone."""
    share = {"figure": "theme_share", "category": "ruimte", "value": 100.0, "numerator": 3.0, "denominator": 3.0}
    section = _scored(tmp_path, [share], ("theme_share", 2024, "ruimte", true))
    assert [(r["lower"], r["upper"], r["true"]) for r in section.tables[0].named()] == [(100.0, 100.0, 80.0)] * outside


def test_a_cell_without_an_interval_is_counted_apart(tmp_path):
    section = _scored(tmp_path, [{"figure": "mean_municipalities", "category": "all", "value": 2.0}])
    assert _measures(section)["intervals.published.without"] == 1.0
    assert _measures(section)["intervals.published"] is None


def test_a_folder_without_a_truth_is_said(tmp_path):
    with pytest.raises(WrongUse, match="truth"):
        published_cells([tmp_path], 1)


def _scored(folder, cells, *true):
    tables = pipeline_tables()
    tables["figure"] = [{"snapshot": 2024, **cell} for cell in cells]
    evaluate(folder, tables)
    with (folder / "truth" / "figure.csv").open("a", encoding="utf-8") as file:
        file.writelines(",".join(map(str, row)) + "\n" for row in true)
    return published_cells([folder], 1)


def _measures(section):
    return {measure.name: measure.value for measure in section.measures}
