"""Data that are not of the country are marked as such; real data are not."""

import pytest

from dagster_project.workspace.marking import marker, warning


@pytest.mark.parametrize(("kind", "word"), [("example", "VOORBEELD"), ("simulated", "GESIMULEERD")])
def test_invented_data_are_marked_and_warned_of(kind, word):
    assert marker(kind).startswith(word)
    assert "Nederland" in warning(kind)


def test_real_data_are_not():
    assert (marker("real"), warning("real")) == ("", "")
