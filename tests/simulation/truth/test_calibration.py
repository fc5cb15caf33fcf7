"""The drawn country has the published figures, and the comparison can fail."""

from dataclasses import replace

import pytest

from dagster_project.simulation.model import Population
from dagster_project.simulation.truth.calibration import NOT_OF_THE_TRUTH, calibration_lines, calibration_table
from dagster_project.simulation.truth.figures import counted, expected_figures
from dagster_project.simulation.world.published_figures import PUBLICATION
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


def test_a_part_of_the_country_has_the_shares_of_the_whole():
    cells = expected_figures(part(150, 5))
    assert cells["legal_form_group", 2024, "other"] == pytest.approx(51, abs=1)
    assert cells["theme_count_share", 2024, "1"] == pytest.approx(69, abs=1.5)
    assert cells["mean_collaborations", 2024, "municipality"] == pytest.approx(43, abs=1)
