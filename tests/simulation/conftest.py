"""The deliveries of a small country, written once for all tests that look at them."""

from dataclasses import replace

import pytest

from dagster_project.simulation.files.deliveries import write_deliveries
from dagster_project.simulation.sources.budgets.reports import budget_reports
from dagster_project.simulation.sources.faults import Conditions
from tests.simulation.small_country import SNAPSHOTS, population

REPORTERS = ("gm0014", "pv20", "ws0646")
BODIES = ("gm0014", "gm0085")


@pytest.fixture(scope="session")
def delivered(tmp_path_factory):
    folder = tmp_path_factory.mktemp("country")
    observations, faults = write_deliveries(
        population(24), folder, by=Conditions(7), snapshots=SNAPSHOTS, bodies=("gm0014", "gm0085")
    )
    return folder, observations, faults


@pytest.fixture(scope="session")
def documents():
    """A document of a municipality, a province and a water board."""
    plans = {plan.document.reporter: plan.document for plan in budget_reports(population(), Conditions(2), 2024)}
    return [replace(plans[reporter], pages_around=0) for reporter in REPORTERS]
