"""The partition: what is put together, and which rule refuses it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.linkage.rules import partition
from dagster_project.linkage.rules.partition import Partition
from tests.linkage.making import record

LETTERS = "abcdefgh"


def four(**values) -> list:
    return [record(m, **values) for m in "abcd"]


@given(st.lists(st.tuples(st.sampled_from(LETTERS), st.sampled_from(LETTERS))))
def test_groups_are_the_connected_parts_whatever_the_order(pairs):
    found = Partition([record(m) for m in LETTERS])
    assert all(found.union(a, b) for a, b in pairs)
    again = Partition([record(m) for m in LETTERS])
    for a, b in reversed(pairs):
        again.union(b, a)
    assert found.groups() == again.groups()
    assert sorted(m for group in found.groups() for m in group) == list(LETTERS)
    assert all((found.find(a) == found.find(b)) for a, b in pairs)


def test_what_must_not_link_stays_apart_through_others_and_leaves_the_groups_as_they_are():
    found = Partition(four(), must_not=[("a", "d")])
    assert found.union("a", "b")
    assert found.union("c", "d")
    assert not found.union("b", "c")
    assert found.decided_apart("b", "c")
    assert found.groups() == [["a", "b"], ["c", "d"]]
    assert found.union("b", "c", by_decision=True)


def test_chains_of_one_register_stay_apart_and_those_of_others_do_not():
    chains = [record(m, register=register, chain=chain) for m, register, chain in
              (("a", "r", "1"), ("b", "r", "2"), ("c", "q", "2"), ("d", "r", "1"))]  # fmt: skip
    found = Partition(chains)
    assert not found.union("a", "b", by_identifier=True)
    assert found.two_in_register("a", "b")
    assert found.union("a", "c")
    assert found.union("c", "d")
    assert not found.union("d", "b")


def test_an_identifier_breaks_a_rule_and_a_name_does_not():
    systems = [record("a", "Veiligheidsregio Berk"), record("b", "GGD Berk")]
    assert not Partition(systems).union("a", "b")
    assert Partition(systems).cannot_link_rule("a", "b") == "systems"
    assert Partition(systems).union("a", "b", by_identifier=True)


@pytest.mark.parametrize(("snapshots", "whole"), [((2020, 2020, 2020, 2020), False), ((2017, 2017, 2020, 2020), True)])
def test_a_group_is_full_by_the_mentions_of_one_snapshot(monkeypatch, snapshots, whole):
    monkeypatch.setattr(partition, "MAX_CLUSTER_SIZE", 2)
    found = Partition([record(m, snapshot=year) for m, year in zip("abcd", snapshots, strict=True)])
    assert found.union("a", "b")
    assert found.union("c", "d")
    assert found.union("a", "c") == whole
    assert bool(found.refused_for_size) != whole
