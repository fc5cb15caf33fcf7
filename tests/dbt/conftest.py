"""One built miniature for all tests of the models: a run of dbt takes seconds, a query none."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dagster_project.workspace import Workspace, read_table
from tests.dbt.compiled import Warehouse
from tests.miniature import built_miniature


@pytest.fixture(scope="session")
def miniature() -> Workspace:
    """The miniature, built and exported. Not to be changed."""
    return built_miniature()


@pytest.fixture(scope="session")
def rows(miniature: Workspace):
    """Rows of a table as dicts, those with the given values only: `rows("event", kind="founded")`."""

    def find(name: str, **values) -> list[dict]:
        found = read_table(miniature, name).to_dicts()
        return [r for r in found if all(r[k] == v for k, v in values.items())]

    return find


@pytest.fixture
def warehouse(miniature: Workspace, tmp_path: Path) -> Iterator[Warehouse]:
    """A copy of the warehouse to plant faults in, with the SQL that dbt ran."""
    copy = shutil.copy(miniature.warehouse, tmp_path / "warehouse.duckdb")
    with Warehouse(miniature, Path(copy)) as opened:
        yield opened
