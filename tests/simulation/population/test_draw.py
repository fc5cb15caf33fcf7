"""The truth: the same for the same seed, in line with law and geography, with books that close."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.simulation.population.draw import build_population
from dagster_project.simulation.population.forms import group_of, rests_on_wgr
from dagster_project.simulation.truth.figures import counted, is_counted
from dagster_project.simulation.world.geography import (
    country_of,
    ended_municipalities,
    municipality_distance,
    province_of,
    successors_of,
)
from dagster_project.simulation.world.organisations import exists, reference_date
from dagster_project.workspace.errors import WrongUse
from tests.simulation.stock_flow import stock_flow_accounts
from tests.simulation.whole_country import SNAPSHOTS, at, part, whole


def test_the_same_seed_gives_the_same_truth_and_another_one_another():
    again = build_population(bodies=40, snapshots=SNAPSHOTS, seed=3)
    assert again == part(40, 3)
    assert again != part(40, 4)


def test_rows_stand_in_the_order_of_snapshot_and_id_each_once():
    keys = [(one.snapshot, one.truth_id) for one in whole().collaborations]
    assert keys == sorted(set(keys))


def test_participants_exist_at_their_snapshot_and_stand_there_once():
    for one in whole().collaborations:
        assert all(exists(member, one.snapshot) for member in (*one.participants, *one.ministries)), one
        assert len(set(one.participants)) == len(one.participants)


def test_merged_municipalities_go_on_in_their_successor():
    """Haren went up in Groningen in 2019: whoever had Haren has Groningen, or has ended or let it go."""
    assert successors_of(2017, 2020)["gm0017"] == ("gm0014",)
    assert ended_municipalities(2017, 2020)["gm0017"][1].isoformat() == "2019-01-01"
    before, after = at(whole(), 2017), at(whole(), 2020)
    kept = [after[key] for key, one in before.items() if "gm0017" in one.participants and key in after]
    assert kept
    assert sum("gm0014" in one.participants for one in kept) >= 0.8 * len(kept)


def test_every_kind_of_event_happens_and_dates_lie_in_the_interval():
    kinds = {event.kind for event in whole().events}
    assert kinds == {
        "founded", "first_seen", "dissolved", "no_longer_seen", "merged", "split", "renamed", "legal_form_changed",
        "entered_scope", "left_scope",
    }  # fmt: skip
    for event in whole().events:
        assert event.on is None or reference_date(event.from_snapshot) < event.on <= reference_date(event.to_snapshot)


def test_events_say_what_the_rows_say():
    rows = {snapshot: at(whole(), snapshot) for snapshot in SNAPSHOTS}
    for event in whole().events:
        old, new = rows[event.from_snapshot].get(event.truth_id), rows[event.to_snapshot].get(event.truth_id)
        if event.kind == "renamed":
            assert old.name != new.name
            assert old.name in new.former_names
        elif event.kind == "legal_form_changed":
            assert old.legal_form != new.legal_form
        elif event.kind in ("dissolved", "merged"):
            assert new is None
            assert old.ended_on == event.on
        elif event.kind == "founded":
            assert old is None
            assert new.founded_on == event.on
        elif event.kind == "first_seen":
            assert not old.inventoried
            assert is_counted(new)
        elif event.kind == "no_longer_seen":
            assert not new.inventoried
            assert not old.register_versions, "what the dated register holds stays in sight until it ends there"
        elif event.kind == "left_scope":
            assert new.inventoried
            assert not is_counted(new)
        for successor in event.successors:
            assert is_counted(rows[event.to_snapshot][successor])


def test_what_changed_without_an_event_kept_name_and_form():
    told = {(e.truth_id, e.to_snapshot, e.kind) for e in whole().events}
    for before, after in ((2017, 2020), (2020, 2024)):
        old, new = counted(whole())[before], {one.truth_id: one for one in counted(whole())[after]}
        for one in old:
            if one.truth_id in new and (one.truth_id, after, "renamed") not in told:
                assert one.name == new[one.truth_id].name
            if one.truth_id in new and (one.truth_id, after, "legal_form_changed") not in told:
                assert one.legal_form == new[one.truth_id].legal_form


def test_parties_of_one_government_count_until_the_definition_is_tightened():
    alone = {s: [o for o in counted(whole())[s] if len(o.participants) == 1] for s in SNAPSHOTS}
    assert len(alone[2017]) > 80
    assert alone[2024] == []
    assert not [one for one in alone[2017] if group_of(one.legal_form) == "wgr"]


def test_a_planted_share_is_seen_by_no_source():
    for snapshot in SNAPSHOTS:
        hidden = [one for one in at(whole(), snapshot).values() if not one.inventoried]
        assert len(hidden) / len(counted(whole())[snapshot]) == pytest.approx(0.08, abs=0.005)


def test_a_quarter_is_in_the_register_and_only_what_rests_on_the_wgr():
    ones = counted(whole())[2024]
    listed = [one for one in ones if one.register_versions]
    assert len(listed) / len(ones) == pytest.approx(0.25, abs=0.03)
    assert all(rests_on_wgr(one.legal_form) for one in listed)
    for one in at(whole(), 2020).values():
        later = at(whole(), 2024).get(one.truth_id)
        if later and later.register_versions:
            assert later.register_versions[: len(one.register_versions)] == one.register_versions


def test_only_governments_take_part_in_bodies_of_the_wgr():
    assert not [o for o in whole().collaborations if group_of(o.legal_form) == "wgr" and o.non_government]


def test_neighbours_join_more_often():
    ones = [o for o in counted(whole())[2024] if not o.statutory_system and 3 <= len(o.participants) <= 12]
    same = [len({province_of(m) for m in one.participants if m.startswith("gm")}) <= 1 for one in ones]
    assert sum(same) / len(same) > 0.7
    assert municipality_distance("gm0014", "gm0037") < municipality_distance("gm0014", "gm0363")


def test_no_province_or_water_board_is_left_out():
    for snapshot, ones in counted(whole()).items():
        taking_part = {member for one in ones for member in one.participants}
        for kind in ("gm", "pv", "ws"):
            assert set(country_of(None, SNAPSHOTS, 0).of(kind, snapshot)) <= taking_part


@settings(max_examples=12, deadline=None)
@given(
    bodies=st.integers(5, 30),
    seed=st.integers(0, 10**6),
    snapshots=st.sets(st.sampled_from(SNAPSHOTS), min_size=1),
)
def test_any_part_of_the_country_is_sound(bodies, seed, snapshots):
    population = build_population(bodies=bodies, snapshots=tuple(snapshots), seed=seed)
    assert all(account.difference == 0 for account in stock_flow_accounts(population))
    for one in population.collaborations:
        assert one.name.strip() == one.name != ""
        assert one.purpose
        assert one.seat
        assert len(set(one.themes)) == len(one.themes) > 0
        assert all(exists(member, one.snapshot) for member in one.participants)
    for snapshot in snapshots:
        members = {m for one in at(population, snapshot).values() for m in one.participants}
        assert len(members) <= bodies + len(successors_of(2017, 2024))


@pytest.mark.parametrize(("bodies", "snapshots"), [(4, (2024,)), (40, (2023,)), (40, ())])
def test_what_cannot_be_drawn_is_refused_with_its_mend(bodies, snapshots):
    with pytest.raises(WrongUse):
        build_population(bodies=bodies, snapshots=snapshots, seed=1)
