"""A copy of the example, taken in, and what the readers make of it; read once for all tests here."""

import shutil
from datetime import date

import pytest

from dagster_project.budgets import read_budgets
from dagster_project.intake import scan
from dagster_project.registers import read_divisions, read_editions, read_programmes, read_register
from dagster_project.surveys import read_responses
from dagster_project.workspace import PROJECT, Workspace, read_table

READERS = (read_budgets, read_responses, read_register, read_divisions, read_programmes, read_editions)
SNAPSHOTS = (2017, 2020, 2023, 2024)


@pytest.fixture(scope="session")
def taken_in(tmp_path_factory) -> Workspace:
    """The example in a workspace of its own, after intake."""
    workspace = Workspace.at(tmp_path_factory.mktemp("example") / "workspace")
    shutil.copytree(PROJECT / "data" / "example" / "raw", workspace.raw)
    shutil.copy(PROJECT / "data" / "example" / "workspace.yml", workspace.config_file)
    scan(workspace, today=date(2025, 2, 1))
    return workspace


@pytest.fixture(scope="session")
def rows(taken_in) -> list[dict]:
    """All rows of intake's refusals and quarantine and of all readers, of whatever table."""
    found = [row for table in ("refusal", "quarantine") for row in read_table(taken_in, table).to_dicts()]
    parts = (part for reader in READERS for snapshot in SNAPSHOTS for part in reader(taken_in, snapshot))
    return found + [row for part in parts for row in part]


@pytest.fixture(scope="session")
def mentions(rows, taken_in) -> dict[str, list[dict]]:
    """Mentions by the file in which they stand."""
    files = {row["delivery_id"]: row["file_name"] for row in read_table(taken_in, "delivery").to_dicts()}
    by_file: dict[str, list[dict]] = {}
    for row in rows:
        if "mention_id" in row:
            by_file.setdefault(files[row["delivery_id"]], []).append(row)
    return by_file
