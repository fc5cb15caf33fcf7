"""A workspace and a decision that is right, for a test to spoil."""

from datetime import date

import pytest

from dagster_project.workspace import Workspace


@pytest.fixture
def workspace(tmp_path):
    return Workspace.at(tmp_path).create()


@pytest.fixture
def decision():
    return {
        "decided_on": date(2025, 2, 1),
        "role": "beleidsmedewerker",
        "reviewer": "BZK-07",
        "kind": "attribute",
        "snapshot": 2024,
        "target": "sv0000001",
        "attribute": "legal_form",
        "value": "stichting",
        "reason": "statuten van 2019",
    }
