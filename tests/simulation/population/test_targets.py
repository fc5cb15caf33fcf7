"""Targets are whole numbers inside what was published."""

from dagster_project.simulation.population.targets import proportional


def test_percentages_that_add_to_99_are_stretched_and_still_round_to_what_is_published():
    counts = proportional({"wgr": 46, "private": 28, "other": 25}, 1168)
    assert sum(counts.values()) == 1168
    assert [round(100 * count / 1168) for count in counts.values()] == [46, 28, 25]
