"""The systems that cover the country."""

from collections import Counter, defaultdict

from dagster_project.simulation.world.geography import country_of
from tests.simulation.whole_country import SNAPSHOTS, at, whole


def test_every_municipality_is_in_exactly_one_body_of_each_system():
    for snapshot in SNAPSHOTS:
        having = defaultdict(Counter)
        for one in at(whole(), snapshot).values():
            if one.statutory_system:
                having[one.statutory_system].update(m for m in one.participants if m.startswith("gm"))
        assert set(having) >= {"safety_region", "health_region", "environment_service", "labour_market_region"}
        for system, members in having.items():
            assert set(members.values()) == {1}, system
            assert len(members) == len(country_of(None, SNAPSHOTS, 0).of("gm", snapshot))


def test_the_environment_services_of_the_veluwe_merge_in_2024():
    [gone] = [one for one in at(whole(), 2020).values() if one.name == "Omgevingsdienst Noord-Veluwe"]
    [event] = [event for event in whole().events if event.truth_id == gone.truth_id]
    assert event.kind == "merged"
    assert at(whole(), 2024)[event.successors[0]].name == "Omgevingsdienst Veluwe"
    assert event.on.isoformat() == "2024-01-01"
