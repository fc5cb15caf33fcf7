"""What one organisation lists."""

from dagster_project.simulation.sources.budgets.reports import budget_reports, iter_reports, observations_of
from dagster_project.simulation.sources.faults import Conditions
from tests.simulation.reported import observed
from tests.simulation.small_country import population


def test_a_report_without_further_fields_tells_the_same():
    for plan, bare in zip(
        budget_reports(population(), Conditions(3), 2024),
        iter_reports(population(), Conditions(3), 2024, extras=False),
        strict=True,
    ):
        places = ["document"] * len(plan.document.parties)
        assert observations_of(plan, places) == observations_of(bare, places)
        assert not any(party.extras for party in bare.document.parties)
    assert any(
        party.extras for plan in budget_reports(population(), Conditions(3), 2024) for party in plan.document.parties
    )


def test_no_budgets_in_2020():
    assert budget_reports(population(), Conditions(1), 2020) == []


def test_another_seed_tells_another_story_and_the_same_seed_the_same():
    country = population()
    assert observed(country, Conditions(1), 2024) == observed(country, Conditions(1), 2024)
    assert observed(country, Conditions(1), 2024) != observed(country, Conditions(2), 2024)
