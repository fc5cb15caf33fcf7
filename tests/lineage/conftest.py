"""The finished miniature with one release, for questions that do not change it."""

import pytest

from tests.release.finished import released_workspace


@pytest.fixture(scope="session")
def released():
    """The workspace; its one release is that of the last run. Not to be changed."""
    return released_workspace()[0]
