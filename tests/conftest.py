"""Tests of folders that share one built workspace run on one worker, so that it is built once (`--dist loadgroup`)."""

from pathlib import Path

import pytest

SHARED = {"dbt": "miniature", "warehouse": "miniature", "release": "release", "lineage": "release", "site": "release"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every test of these folders the group of its folder."""
    for item in items:
        folder = Path(item.path).relative_to(Path(__file__).parent).parts[0]
        if folder in SHARED:
            item.add_marker(pytest.mark.xdist_group(SHARED[folder]))
