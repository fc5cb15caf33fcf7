"""What merged into what, and which part of the country a number of bodies gives."""

from dagster_project.simulation.world.geography import country_of, province_of, successors_of
from tests.simulation.whole_country import SNAPSHOTS


def test_split_municipalities_have_several_heirs():
    assert successors_of(2020, 2024)["gm0788"] == ("gm0757", "gm0824", "gm0855", "gm0865")


def test_a_part_is_connected_and_of_the_asked_size():
    country = country_of(60, SNAPSHOTS, 4)
    assert sum(len(country.of(kind, 2024)) for kind in ("gm", "pv", "ws")) in (58, 59, 60)
    corops = {province_of(one) for one in country.of("gm", 2024)}
    assert len(corops) <= 4
