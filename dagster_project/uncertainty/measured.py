"""The tables of what blind samples measured, each from the samples of a workspace.

Does not belong here: any estimator (`errors`).
"""

from collections.abc import Iterator
from typing import Any

from dagster_project.uncertainty.errors import agreements, audits, confusions, corrected_shares, error_rates
from dagster_project.workspace import Workspace

Rows = Iterator[dict[str, Any]]


def audit_agreements(workspace: Workspace) -> Rows:
    """Rows of `audit_agreement`."""
    return agreements(list(audits(workspace)))


def measured_error_rates(workspace: Workspace) -> Rows:
    """Rows of `error_rate`."""
    return error_rates(list(audits(workspace)))


def measured_confusions(workspace: Workspace) -> Rows:
    """Rows of `confusion`."""
    return confusions(list(audits(workspace)))


def measured_corrections(workspace: Workspace) -> Rows:
    """Rows of `corrected_share`."""
    return corrected_shares(list(audits(workspace)))
