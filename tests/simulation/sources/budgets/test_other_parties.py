"""Parties that are no collaboration."""

from dagster_project.simulation.sources.faults import Conditions
from tests.simulation.reported import observed
from tests.simulation.small_country import population


def test_strangers_are_no_collaborations_and_2017_has_none_of_its_own():
    country = population()
    names = {one.name for one in country.collaborations}
    for snapshot in (2017, 2024):
        strangers = [o for o in observed(country, Conditions(1), snapshot)[0] if o.truth_id is None]
        assert strangers
        assert not names & {o.name_written for o in strangers}
        if snapshot == 2017:
            assert {o.name_written for o in strangers} <= {"BNG Bank N.V.", "Nederlandse Waterschapsbank N.V."}
