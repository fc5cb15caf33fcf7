"""What all budgets of a country say, without writing them."""

from dagster_project.simulation.model import Population
from dagster_project.simulation.sources.budgets.reports import budget_reports, observations_of
from dagster_project.simulation.sources.faults import Conditions


def observed(country: Population, by: Conditions, snapshot: int):
    """Observations and faults of all budgets, without writing them."""
    observations, struck = [], []
    for plan in budget_reports(country, by, snapshot):
        places = ["document"] * len(plan.document.parties)
        said, wrong = observations_of(plan, places)
        observations += said
        struck += wrong
    return observations, struck
