"""One release of the finished miniature, made once; tests that change it work on a copy."""

import shutil

import pytest

from dagster_project.workspace import Workspace
from tests.release.finished import released_workspace


@pytest.fixture(scope="session")
def made():
    """The workspace with its release; not to be changed."""
    return released_workspace()


@pytest.fixture
def release(made, tmp_path):
    """A copy of the release, to be spoilt."""
    return shutil.copytree(made[1], tmp_path / made[1].name)


@pytest.fixture
def workspace(made, tmp_path):
    """A copy of the workspace with its release."""
    return Workspace.at(shutil.copytree(made[0].root, tmp_path / "workspace"))
