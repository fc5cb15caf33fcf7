"""Coverage estimated: how many collaborations no list has, for a range of dependence between lists."""

from dagster_project.uncertainty.coverage.estimates import ODDS_RATIOS, coverage_estimates, estimates
from dagster_project.uncertainty.coverage.lists import Listed
from dagster_project.uncertainty.coverage.two_lists import Seen, population

__all__ = ["ODDS_RATIOS", "Listed", "Seen", "coverage_estimates", "estimates", "population"]
