"""Earlier editions."""

from dagster_project.simulation.model import Population
from dagster_project.simulation.sources.editions import edition_source
from dagster_project.simulation.sources.faults import Conditions
from tests.simulation.small_country import NEW, collaboration


def test_what_can_be_written_in_one_way_only_can_stand_twice_in_an_edition():
    named = {"name": "Zorg en werk", "abbreviation": None, "former_names": (), "legal_form": "convenant"}
    ones = tuple(collaboration(number, 2020, NEW[:4], **named, register_versions=()) for number in range(200))
    said = [
        o
        for o in edition_source(Population(ones, ()), Conditions(1), (2020,)).observations
        if "edition_duplicate" in o.faults
    ]
    assert said
    assert {o.name_written for o in said} == {"Samenwerking Zorg en werk"}
