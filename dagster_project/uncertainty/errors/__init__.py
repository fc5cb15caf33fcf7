"""Errors measured: what blind samples say of how often the register errs, and what that does to its shares.

- `audit`: a sample beside the register; `agreement`: of two coders
- `intervals`: exact bounds for a finite population, and bounds of sums
- `rates`: how many errors; `correction`: what they do to a share
"""

from dagster_project.uncertainty.errors.agreement import agreements
from dagster_project.uncertainty.errors.audit import Audit, Unit, audits
from dagster_project.uncertainty.errors.correction import classes, corrected, corrected_shares
from dagster_project.uncertainty.errors.rates import confusions, error_bounds, error_rates

__all__ = [
    "Audit",
    "Unit",
    "agreements",
    "audits",
    "classes",
    "confusions",
    "corrected",
    "corrected_shares",
    "error_bounds",
    "error_rates",
]
