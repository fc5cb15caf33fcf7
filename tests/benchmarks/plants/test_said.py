"""What is said of a country with a fault beyond what is said of it without one."""

from collections import Counter

from benchmarks.plants.said import Said, told_more

CLEAN = Said({"few_keys": ("warning", 3), "as_before": ("error", 2)}, Counter({"refusal unexplained": 4}))


def test_only_what_is_more_is_told_and_the_gravest_first():
    after = Said(
        {"few_keys": ("warning", 5), "as_before": ("error", 2), "new": ("error", 1), "worst": ("fatal", 1)},
        Counter({"refusal unexplained": 3, "quarantine no_name": 2}),
    )
    assert told_more(CLEAN, after) == [
        "worst (fatal, 1 more)", "new (error, 1 more)", "few_keys (warning, 2 more)", "quarantine no_name +2",
    ]  # fmt: skip


def test_a_country_of_which_no_more_is_said_tells_nothing():
    assert told_more(CLEAN, CLEAN) == []


def test_a_command_that_ended_badly_is_all_that_is_told():
    assert told_more(CLEAN, Said(ended="run: error: stopped")) == ["**run: error: stopped**"]
