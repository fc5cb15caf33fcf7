"""Each word of the vocabulary stands in it once."""

import pytest

from dagster_project.linkage.names import vocabulary
from dagster_project.linkage.names.parse import tasks_of
from dagster_project.workspace import UnreadableInput


def test_a_word_that_stands_twice_is_refused():
    with pytest.raises(UnreadableInput, match="berk"):
        vocabulary.by_word([("tree", ["eik", "berk"]), ("lake", ["berk"])])


def test_of_two_starts_of_a_task_the_longer_counts():
    assert {vocabulary.TASKS["afval"], vocabulary.TASKS["afvalwater"]} == {"waste", "water_chain"}
    assert tasks_of(("afvalwaterketen",)) == {"water_chain"}
    assert tasks_of(("afvalservice", "berk")) == {"waste"}


def test_a_region_that_begins_as_a_task_names_none():
    region = next(r for r in sorted(vocabulary.REGIONS) if any(r.startswith(start) for start in vocabulary.TASKS))
    assert tasks_of((region,)) == set()
