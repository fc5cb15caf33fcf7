"""The release of the finished miniature, with the site that it holds; tests that change it work on a copy."""

import shutil

import pytest

from tests.release.finished import released_workspace


@pytest.fixture(scope="session")
def release():
    """The folder of the release; not to be changed."""
    return released_workspace()[1]


@pytest.fixture(scope="session")
def site(release):
    """The site in it."""
    return release / "site"


@pytest.fixture
def copy(release, tmp_path):
    """A copy of the release without its site, to be changed."""
    return shutil.copytree(release, tmp_path / "2024.1", ignore=shutil.ignore_patterns("site"))
