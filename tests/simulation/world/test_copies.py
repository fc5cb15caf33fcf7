"""Copies of bodies and their invented places."""

from dagster_project.simulation.population.multiply import copied_name
from dagster_project.simulation.population.places import known_places
from dagster_project.simulation.world.copies import copied_body, invented_place, original_of


def test_a_copy_has_an_id_that_leads_back_and_an_invented_place():
    assert copied_body("gm0014", 2) == "gmx0020014"
    assert original_of("gmx0020014") == ("gm0014", 2)
    assert original_of("gm0014") == ("gm0014", 1)
    assert copied_name("Werkplein Twente", 2) == f"Werkplein {invented_place('Twente', 2)}"
    assert copied_name("Circupunt", 2).startswith("Circupunt ")
    assert invented_place("Twente", 2) not in known_places()
