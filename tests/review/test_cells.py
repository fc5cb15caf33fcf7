"""What one collaboration adds to the figures, summed over all, is what the models of dbt say."""

from collections import Counter

import pytest

from dagster_project.review.cells import added_by
from dagster_project.review.effects import Effects
from dagster_project.review.register import Register
from dagster_project.workspace import read_table
from tests.miniature import built_miniature


@pytest.fixture(scope="module")
def miniature():
    return built_miniature()


def test_the_sum_over_all_collaborations_is_the_figures_of_the_models(miniature):
    effects, sums = Effects(Register(miniature)), Counter()
    for (snapshot, _), body in effects.bodies.items():
        for (figure, category, part), number in added_by(body).items():
            sums[figure, snapshot, category, part] += number
    cells = read_table(miniature, "figure").filter(snapshot=2024).to_dicts()
    assert len(cells) > 60
    for cell in cells:
        key = cell["figure"], cell["snapshot"]
        assert sums[*key, cell["category"], "numerator"] == cell["numerator"], cell
        if cell["denominator"] is not None and cell["figure"] != "mean_collaborations":
            found = sums[*key, cell["category"], "denominator"] + sums[*key, None, "denominator"]
            assert found == cell["denominator"], cell
