"""The clean register on disk, written once; each test spoils a copy."""

import shutil

import pytest

from dagster_project.workspace import Workspace
from tests.quality.register import clean, write


@pytest.fixture(scope="session")
def _written(tmp_path_factory):
    workspace = Workspace.at(tmp_path_factory.mktemp("register")).create("example")
    write(workspace, clean())
    return workspace


@pytest.fixture
def workspace(_written, tmp_path):
    """A workspace that passes every expectation."""
    shutil.copytree(_written.root, tmp_path / "w")
    return Workspace.at(tmp_path / "w")
