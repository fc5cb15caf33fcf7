"""The programme of statement A8 is solved, and its sets add up."""

from collections import Counter

import pytest

from dagster_project.simulation.population.theme_targets import ThemeTargets, theme_sets, theme_targets
from dagster_project.simulation.truth.figures import counted, expected_figures
from tests.simulation.whole_country import whole


def test_statement_a8_forces_the_overlap_and_is_met():
    ones = counted(whole())[2024]
    with_all_three = sum({"ruimte", "economie", "sociaal"} <= set(one.themes) for one in ones)
    assert with_all_three / len(ones) >= 0.08
    assert max(Counter(theme for one in ones for theme in one.themes).items(), key=lambda item: item[1])[0] == "ruimte"


def test_themes_grow_as_section_4_says():
    cells = expected_figures(whole())
    single = [cells["theme_count_share", snapshot, "1"] for snapshot in (2017, 2020, 2024)]
    assert single == sorted(single, reverse=True)


@pytest.mark.parametrize("total", [40, 187, 933, 1750, 1168])
def test_theme_sets_add_up_to_their_targets(total):
    targets = theme_targets(2024, total)
    sets = theme_sets(targets, Counter())
    having = Counter(theme for themes, count in sets.items() for theme in themes for _ in range(count))
    assert sum(sets.values()) == total
    assert sum(count for themes, count in sets.items() if len(themes) == 1) == targets.one
    assert sum(count for themes, count in sets.items() if len(themes) > 2) == targets.three
    assert having["ruimte"] == targets.ruimte
    pair = sum(count for themes, count in sets.items() if {"ruimte", "economie"} <= set(themes))
    assert pair == targets.ruimte_economie


def test_a_programme_without_solution_is_told_by_its_overlap():
    """With 5 of a hundred on three themes, 28 and 15 on the pairs do not fit in the 31 with more than one."""
    impossible = ThemeTargets(100, 69, 5, 33, 30, 20, 28, 15)
    assert impossible.least_overlap == impossible.all_three == 12 > impossible.three
