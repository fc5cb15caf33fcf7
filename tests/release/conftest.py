"""One release of the finished miniature, made once; tests that change it work on a copy."""

import shutil

import pytest

from dagster_project.release import make_release
from dagster_project.workspace import Workspace
from tests.release.finished import rooms, write_finished


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The workspace with its release; not to be changed."""
    workspace = write_finished(Workspace.at(tmp_path_factory.mktemp("made")))
    return workspace, make_release(workspace, rooms=rooms())


@pytest.fixture
def release(made, tmp_path):
    """A copy of the release, to be spoilt."""
    return shutil.copytree(made[1], tmp_path / made[1].name)


@pytest.fixture
def workspace(made, tmp_path):
    """A copy of the workspace with its release."""
    return Workspace.at(shutil.copytree(made[0].root, tmp_path / "workspace"))
