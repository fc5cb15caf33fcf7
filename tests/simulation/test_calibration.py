"""The drawn country has the published figures, the comparison can fail, and the programme of A8 is solved."""

from collections import Counter
from dataclasses import replace

import pytest

from dagster_project.simulation.model import Population
from dagster_project.simulation.population.targets import proportional
from dagster_project.simulation.population.theme_targets import ThemeTargets, theme_sets, theme_targets
from dagster_project.simulation.truth.calibration import NOT_OF_THE_TRUTH, calibration_lines, calibration_table
from dagster_project.simulation.truth.figures import counted, expected_figures
from dagster_project.simulation.world.definitions import least_governments
from dagster_project.simulation.world.published_figures import PUBLICATION, counts_of_share, interval
from dagster_project.workspace.seeds import read_seed
from tests.simulation.whole_country import part, whole


def test_every_published_figure_comes_out_within_its_rounding():
    off = [row for row in calibration_table(whole()) if not row.within_rounding]
    assert off == []


def test_no_published_figure_of_the_country_is_left_out():
    published = read_seed("published_figure")
    rows = published.filter((published["publication"] == PUBLICATION) & ~published["figure"].is_in(NOT_OF_THE_TRUTH))
    keys = {(row.figure, row.snapshot, row.category) for row in calibration_table(whole())}
    assert set(rows.filter(rows["snapshot"] > 2006).select("figure", "snapshot", "category").iter_rows()) <= keys


def test_a_country_that_lacks_something_is_off():
    """One more collaboration than there is; half of all memberships gone."""
    some = whole().collaborations
    more = Population((*some, replace(counted(whole())[2024][0], truth_id="t999999")), ())
    assert {row.figure for row in calibration_table(more) if not row.within_rounding} >= {"total"}
    fewer = Population(tuple(replace(one, participants=one.participants[::2] or one.participants) for one in some), ())
    assert "mean_collaborations" in {row.figure for row in calibration_table(fewer) if not row.within_rounding}


def test_the_text_says_how_many_are_within_rounding_and_which_are_not():
    rows = calibration_table(whole())
    lines = calibration_lines([replace(rows[0], within_rounding=False), *rows[1:]])
    assert lines[1].endswith("NO")
    assert lines[-1] == f"{len(rows) - 1} of {len(rows)} within rounding"
    assert any("as a ratio" in line for line in lines)


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


def test_published_values_leave_the_interval_of_their_decimals():
    assert interval("28") == (27.5, 28.5)
    assert interval("11.3") == pytest.approx((11.25, 11.35))
    assert list(counts_of_share("11.3", 1750)) == [197, 198]
    assert list(counts_of_share("11.3", 30)) == [3]


def test_percentages_that_add_to_99_are_stretched_and_still_round_to_what_is_published():
    counts = proportional({"wgr": 46, "private": 28, "other": 25}, 1168)
    assert sum(counts.values()) == 1168
    assert [round(100 * count / 1168) for count in counts.values()] == [46, 28, 25]


def test_the_definition_says_how_many_governments():
    assert [least_governments(snapshot) for snapshot in (2017, 2020, 2024)] == [1, 1, 2]


def test_a_part_of_the_country_has_the_shares_of_the_whole():
    cells = expected_figures(part(150, 5))
    assert cells["legal_form_group", 2024, "other"] == pytest.approx(51, abs=1)
    assert cells["theme_count_share", 2024, "1"] == pytest.approx(69, abs=1.5)
    assert cells["mean_collaborations", 2024, "municipality"] == pytest.approx(43, abs=1)
