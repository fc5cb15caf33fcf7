"""A repeated country has other bodies and other places."""

from dataclasses import replace

from dagster_project.simulation.population.draw import build_population
from tests.simulation.whole_country import SNAPSHOTS, part


def test_copies_are_the_same_country_with_other_bodies_and_places():
    twice = build_population(bodies=40, snapshots=SNAPSHOTS, seed=3, multiply=3)
    assert len(twice.collaborations) == 3 * len(part(40, 3).collaborations)
    assert len({(one.snapshot, one.truth_id) for one in twice.collaborations}) == len(twice.collaborations)
    copies = [one for one in twice.collaborations if one.truth_id.startswith("t003")]
    assert copies
    assert all(member[2] == "x" for one in copies for member in one.participants)
    assert not {one.name for one in copies} & {one.name for one in part(40, 3).collaborations}
    one = replace(copies[0], snapshot=0)
    assert one.register_versions == ()
