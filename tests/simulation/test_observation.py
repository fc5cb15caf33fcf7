"""Who sees what: the inventory stays whole, nobody sees the unseen, faults strike at their rates."""

import math
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from dagster_project.simulation.model import Population
from dagster_project.simulation.sources import faults
from dagster_project.simulation.sources.budgets.amounts import rounded, true_amounts
from dagster_project.simulation.sources.budgets.reports import each_report, observations_of, reports
from dagster_project.simulation.sources.capture import keeper, region_side, seen
from dagster_project.simulation.sources.editions import editions
from dagster_project.simulation.sources.faults import fault_kinds
from dagster_project.simulation.sources.register_versions import versions
from dagster_project.simulation.world.organisations import merged_before, reference_date, written
from tests.simulation.small_country import NEW, collaboration, population

BUDGET_KINDS = (
    "abbreviation", "old_name", "typing_error", "missing_participants", "old_participant", "claimed_participant",
    "participants_in_prose", "mixed_amounts", "forgotten_party", "no_collaboration_bank", "no_collaboration_own",
)  # fmt: skip


def told(country: Population, seed: int, snapshot: int):
    """Observations and faults of all budgets, without writing them."""
    observations, struck = [], []
    for plan in reports(country, seed, snapshot):
        places = ["document"] * len(plan.document.parties)
        said, wrong = observations_of(plan, places)
        observations += said
        struck += wrong
    return observations, struck


@pytest.mark.parametrize("snapshot", [2017, 2024])
def test_all_reports_together_hold_every_member_of_everything_inventoried(snapshot):
    country = population()
    observations, _ = told(country, 5, snapshot)
    for one in seen(country, snapshot):
        said = [o for o in observations if o.truth_id == one.truth_id]
        found = {name for o in said for name in o.participants_written} | {
            written(o.reporter, snapshot) for o in said if o.reporter
        }
        for member in region_side(one):
            old = {written(before, snapshot) for before in merged_before(snapshot).get(member, ())}
            assert found & ({written(member, snapshot)} | old), (one.truth_id, member)
        assert set(one.non_government) <= found


def test_a_report_without_further_fields_tells_the_same():
    for plan, bare in zip(
        reports(population(), 3, 2024), each_report(population(), 3, 2024, extras=False), strict=True
    ):
        places = ["document"] * len(plan.document.parties)
        assert observations_of(plan, places) == observations_of(bare, places)
        assert not any(party.extras for party in bare.document.parties)
    assert any(party.extras for plan in reports(population(), 3, 2024) for party in plan.document.parties)


def test_nobody_sees_what_is_not_inventoried():
    country = population()
    for snapshot in (2017, 2024):
        observations, _ = told(country, 1, snapshot)
        assert observations
        assert "t000009" not in {o.truth_id for o in observations}


def test_what_can_be_written_in_one_way_only_can_stand_twice_in_an_edition():
    named = {"name": "Zorg en werk", "abbreviation": None, "former_names": (), "legal_form": "convenant"}
    ones = tuple(collaboration(number, 2020, NEW[:4], **named, register_versions=()) for number in range(200))
    said = [o for o in editions(Population(ones, ()), 1, (2020,)).observations if "edition_duplicate" in o.faults]
    assert said
    assert {o.name_written for o in said} == {"Samenwerking Zorg en werk"}


def test_no_budgets_in_2020():
    assert reports(population(), 1, 2020) == []


def test_the_keeper_neither_forgets_nor_leaves_out():
    country = population(40)
    _, struck = told(country, 3, 2024)
    missing = [fault for fault in struck if fault.kind in ("missing_participants", "forgotten_party")]
    assert missing
    keepers = {one.truth_id: keeper(one, 3) for one in seen(country, 2024)}
    for fault in missing:
        assert keepers[fault.truth_id] not in fault.file
    assert keeper(collaboration(1, 2024, ()), 3) is None


def test_another_seed_tells_another_story_and_the_same_seed_the_same():
    country = population()
    assert told(country, 1, 2024) == told(country, 1, 2024)
    assert told(country, 1, 2024) != told(country, 2, 2024)


@pytest.fixture(scope="module")
def counted():
    """Opportunities and planted faults of each kind, over many seeds."""
    opportunities, planted = Counter(), Counter()
    share = faults.share

    def counting(*question):
        opportunities[question[1]] += 1
        return share(*question)

    faults.share = counting
    try:
        for seed in range(6):
            country = population(40)
            for snapshot in (2017, 2024):
                opportunities_before = Counter(opportunities)
                _, struck = told(country, seed, snapshot)
                assert opportunities != opportunities_before
                lost = {(f.file, f.truth_id) for f in struck if f.kind == "missing_participants"}
                planted.update(f.kind for f in struck if f.kind != "missing_participants")
                planted["missing_participants"] += len(lost)
    finally:
        faults.share = share
    return opportunities, planted


@pytest.mark.parametrize("kind", BUDGET_KINDS)
def test_faults_strike_at_their_rate(counted, kind):
    """Within five standard deviations of the binomial: no seed of the test happens to fail."""
    opportunities, planted = counted
    rate, chances = fault_kinds()[kind].rate, opportunities[kind]
    assert chances > 50
    spread = 5 * math.sqrt(chances * rate * (1 - rate)) + 1
    assert abs(planted[kind] - chances * rate) <= spread, (kind, planted[kind], chances * rate)


def test_each_kind_of_fault_has_a_rate_and_a_reason():
    for kind in fault_kinds().values():
        assert 0 < kind.rate < 1, kind
        assert len(kind.why) > 30, kind
        assert kind.per, kind
        assert kind.found, kind
    with pytest.raises(KeyError):
        faults.strikes("no_such_fault", 1)


def test_strangers_are_no_collaborations_and_2017_has_none_of_its_own():
    country = population()
    names = {one.name for one in country.collaborations}
    for snapshot in (2017, 2024):
        strangers = [o for o in told(country, 1, snapshot)[0] if o.truth_id is None]
        assert strangers
        assert not names & {o.name_written for o in strangers}
        if snapshot == 2017:
            assert {o.name_written for o in strangers} <= {"BNG Bank N.V.", "Nederlandse Waterschapsbank N.V."}


def test_all_reporters_of_a_year_give_the_same_amounts_up_to_their_unit():
    observations, _ = told(population(), 1, 2024)
    for observation in observations:
        for name, value in observation.amounts.items():
            true = true_amounts(observation.truth_id or observation.name_written, "openbaar_lichaam", 2024)[name]
            assert abs(value - true) <= 50_000, observation


def test_amounts_are_rounded_away_from_zero_and_only_where_given():
    from dataclasses import replace

    from dagster_project.simulation.sources.budgets.house_style import style_of

    style = replace(style_of(1, "gm0014", 2024), unit=1_000_000, amounts=("result",))
    assert rounded({"result": -250_000, "equity_end": 1}, style, mixed=False) == {"result": -300_000}
    assert rounded({"result": 12_000}, style, mixed=True) == {"result": 12_000}
    assert rounded({}, style, mixed=False) == {}


def test_a_version_is_in_force_at_the_snapshot_whose_last_it_is():
    rows = [
        collaboration(0, 2017, NEW[:3], register_versions=("a", "b")),
        collaboration(0, 2020, NEW[:3], register_versions=("a", "b", "c")),
    ]
    chain = versions(rows, (2017, 2020, 2024))
    assert [version.roo for version in chain] == ["a", "b", "c"]
    for one in rows:
        day = reference_date(one.snapshot)
        [there] = [v for v in chain if v.begins <= day and (v.ends is None or v.ends > day)]
        assert there.roo == one.register_versions[-1]
    assert chain[-1].ends == date(2024, 12, 31)
    assert all(before.ends == after.begins for before, after in pairwise(chain))
