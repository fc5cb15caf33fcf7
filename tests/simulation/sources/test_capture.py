"""Who sees what: the inventory stays whole, nobody sees the unseen."""

import pytest

from dagster_project.simulation.sources.capture import acknowledged_members, complete_reporter, observable
from dagster_project.simulation.world.organisations import listed_name, predecessors
from tests.simulation.reported import observed
from tests.simulation.small_country import collaboration, population


@pytest.mark.parametrize("snapshot", [2017, 2024])
def test_all_reports_together_hold_every_member_of_everything_inventoried(snapshot):
    country = population()
    observations, _ = observed(country, 5, snapshot)
    for one in observable(country, snapshot):
        said = [o for o in observations if o.truth_id == one.truth_id]
        found = {name for o in said for name in o.participants_written} | {
            listed_name(o.reporter, snapshot) for o in said if o.reporter
        }
        for member in acknowledged_members(one):
            old = {listed_name(before, snapshot) for before in predecessors(snapshot).get(member, ())}
            assert found & ({listed_name(member, snapshot)} | old), (one.truth_id, member)
        assert set(one.non_government) <= found


def test_nobody_sees_what_is_not_inventoried():
    country = population()
    for snapshot in (2017, 2024):
        observations, _ = observed(country, 1, snapshot)
        assert observations
        assert "t000009" not in {o.truth_id for o in observations}


def test_the_keeper_neither_forgets_nor_leaves_out():
    country = population(40)
    _, struck = observed(country, 3, 2024)
    missing = [fault for fault in struck if fault.kind in ("missing_participants", "forgotten_party")]
    assert missing
    keepers = {one.truth_id: complete_reporter(one, 3) for one in observable(country, 2024)}
    for fault in missing:
        assert keepers[fault.truth_id] not in fault.file
    assert complete_reporter(collaboration(1, 2024, ()), 3) is None
