"""Each fault planted in the example is told as docs/example.md says, and nothing else is."""

import re

import pytest

from dagster_project.workspace import PROJECT

ROW = re.compile(r"^\| `([^`]+)` \| `([^`]+)` \| (refusal|quarantine) \| `(\w+)` \|", re.MULTILINE)


def told_by_the_page() -> set[tuple[str, str, str, str]]:
    """File, place, table and reason of each row of the page's list of faults."""
    return set(ROW.findall((PROJECT / "docs" / "example.md").read_text(encoding="utf-8")))


@pytest.fixture
def told_by_the_pipeline(rows) -> set[tuple[str, str, str, str]]:
    """The same of what intake and the readers say."""
    told = {"refusal": "refusal_id", "quarantine": "quarantine_id"}
    return {
        (row["file_name"], row["locator"], table, row["reason"])
        for table, key in told.items()
        for row in rows
        if key in row
    }


def test_each_fault_is_told(told_by_the_pipeline):
    assert told_by_the_page() - told_by_the_pipeline == set()


def test_nothing_else_is_told(told_by_the_pipeline):
    assert told_by_the_pipeline - told_by_the_page() == set()


def test_the_page_lists_the_kinds_of_bad_input_that_the_pipeline_must_bear():
    assert {reason for *_, reason in told_by_the_page()} >= {
        "unknown_media_type", "empty_file", "corrupt", "missing_columns", "duplicate_delivery", "conflicting_delivery",
        "ends_before_begin",
    }  # fmt: skip
