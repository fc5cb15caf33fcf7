"""The finished miniature with one release, for questions that do not change it."""

import pytest

from dagster_project.release import make_release
from dagster_project.workspace import Workspace
from tests.release.finished import rooms, write_finished


@pytest.fixture(scope="session")
def released(tmp_path_factory):
    """The workspace; its one release is that of the last run. Not to be changed."""
    workspace = write_finished(Workspace.at(tmp_path_factory.mktemp("released")))
    make_release(workspace, rooms=rooms())
    return workspace
