"""Names: each given once but for planted namesakes far apart, made of words of tasks and regions."""

import re
from collections import defaultdict

import pytest

from dagster_project.simulation.population.names import abbreviation
from dagster_project.simulation.population.theme_targets import ORDER
from dagster_project.simulation.population.vocabulary import tasks, words
from dagster_project.simulation.truth.figures import counted
from dagster_project.simulation.world.geography import regions_of
from dagster_project.workspace.seeds import read_seed
from tests.simulation.whole_country import SNAPSHOTS, whole


def bearers(snapshot: int) -> dict[str, list]:
    found = defaultdict(list)
    for one in whole().collaborations:
        if one.snapshot == snapshot:
            found[one.name].append(one)
    return found


@pytest.mark.parametrize("snapshot", SNAPSHOTS)
def test_namesakes_share_no_participant(snapshot):
    for name, ones in bearers(snapshot).items():
        members = [member for one in ones for member in one.participants]
        assert len(members) == len(set(members)) or len(ones) == 1, name


def test_there_are_namesakes_and_tasks_that_share_their_participants():
    assert [name for snapshot in SNAPSHOTS for name, ones in bearers(snapshot).items() if len(ones) > 1]
    ones = [one for one in counted(whole())[2024] if len(one.participants) > 2]
    assert len({one.participants for one in ones}) < 0.95 * len(ones)


def test_names_are_clean_and_hold_no_form_that_is_not_their_own():
    ends = {"B.V.": "bv", "N.V.": "nv", "C.V.": "vof_cv"}
    for one in whole().collaborations:
        assert one.name == re.sub(r"\s+", " ", one.name).strip()
        assert "(" not in one.name
        assert "{" not in one.name
        for end, form in ends.items():
            assert not one.name.endswith(f" {end}") or one.legal_form == form
        if one.name.startswith("Stichting "):
            assert one.legal_form == "stichting"


def test_every_theme_of_a_task_is_a_theme_and_every_theme_has_tasks_of_both_sorts():
    for single in (False, True):
        mine = [task for task in tasks().values() if task.single == single]
        assert {theme for task in mine for theme in task.themes} == set(ORDER)
        assert {task.themes[0] for task in mine if len(task.themes) == 1} == set(ORDER)


def test_themes_are_those_of_the_seed_in_its_order():
    assert list(ORDER) == read_seed("theme_code")["theme"].to_list()


def test_every_region_has_toponyms():
    corops = {regions_of(one)["corop"] for one in read_seed("municipality_region")["organisation_id"]}
    assert corops == set(words().toponyms)


def test_abbreviations_take_the_initials_of_the_words_that_carry_meaning():
    assert abbreviation("Regionale Dienst Werk en Inkomen Waddeneilanden") == "RDWIW"
    assert abbreviation("Werkplein Eemvallei") is None
