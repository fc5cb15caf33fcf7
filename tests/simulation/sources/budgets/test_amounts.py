"""The figures of a party."""

from dagster_project.simulation.sources.budgets.amounts import rounded, true_amounts
from dagster_project.simulation.sources.faults import Conditions
from tests.simulation.reported import observed
from tests.simulation.small_country import population


def test_all_reporters_of_a_year_give_the_same_amounts_up_to_their_unit():
    observations, _ = observed(population(), Conditions(1), 2024)
    for observation in observations:
        for name, value in observation.amounts.items():
            true = true_amounts(observation.truth_id or observation.name_written, "openbaar_lichaam", 2024)[name]
            assert abs(value - true) <= 50_000, observation


def test_amounts_are_rounded_away_from_zero_and_only_where_given():
    from dataclasses import replace

    from dagster_project.simulation.sources.budgets.house_style import style_of

    style = replace(style_of(1, "gm0014", 2024), unit=1_000_000, amounts=("result",))
    assert rounded({"result": -250_000, "equity_end": 1}, style, mixed=False) == {"result": -300_000}
    assert rounded({"result": 12_000}, style, mixed=True) == {"result": 12_000}
    assert rounded({}, style, mixed=False) == {}
