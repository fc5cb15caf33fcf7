"""Average linkage: the whole of both sides counts, and what is as near to a third is left alone."""

import polars as pl

from dagster_project.linkage.linking.clustering import THRESHOLD, TIE, UNSEEN, cluster
from dagster_project.linkage.rules.partition import Partition
from tests.linkage.making import record

SCHEMA = {"unit_id_l": pl.Int64, "unit_id_r": pl.Int64, "match_weight": pl.Float64}
STRONG = THRESHOLD + 5


def clustered(pairs, units="abcd", must_not=(), threshold=THRESHOLD):
    """The groups, the unions in their order, and the ambiguous pairs."""
    partition, ambiguous = Partition([record(m) for m in units], must_not), set()
    frame = pl.DataFrame(pairs, schema=SCHEMA, orient="row")
    unions = list(cluster([[m] for m in units], frame, partition, ambiguous, threshold))
    return ["".join(group) for group in partition.groups()], unions, ambiguous


def test_the_strongest_pair_comes_first_and_nothing_under_the_threshold():
    pairs = [(0, 1, THRESHOLD), (1, 2, THRESHOLD - 0.001), (2, 3, STRONG)]
    assert clustered(pairs) == (["ab", "cd"], [(2, 3, STRONG), (0, 1, THRESHOLD)], set())


def test_a_chain_is_one_only_where_the_mean_of_all_its_pairs_is():
    chain = [(0, 1, STRONG + 1), (1, 2, STRONG)]
    assert clustered([*chain, (0, 2, THRESHOLD)], "abc")[0] == ["abc"]
    against = 2 * THRESHOLD - STRONG - 0.1
    assert clustered([*chain, (0, 2, against)], "abc")[0] == ["ab", "c"]


def test_a_pair_never_compared_speaks_against_but_not_by_much():
    alone = clustered([(0, 1, STRONG + 9), (1, 2, STRONG)], "abc")[0]
    enough = clustered([(0, 1, STRONG + 9), (1, 2, 2 * THRESHOLD - UNSEEN)], "abc")[0]
    assert (alone, enough) == (["abc"], ["abc"])
    assert clustered([(0, 1, STRONG + 9), (1, 2, 2 * THRESHOLD - UNSEEN - 0.1)], "abc")[0] == ["ab", "c"]


def test_of_two_that_are_as_near_neither_is_meant():
    tie = [(0, 1, STRONG), (0, 2, STRONG - TIE)]
    groups, unions, ambiguous = clustered([*tie, (1, 2, THRESHOLD - 1)], "abc")
    assert (groups, unions) == (["a", "b", "c"], [])
    assert (0, 1) in ambiguous
    assert clustered([*tie, (1, 2, THRESHOLD)], "abc")[0] == ["abc"]  # the two are one themselves
    assert clustered([tie[0], (0, 2, STRONG - TIE - 0.1), (1, 2, -STRONG)], "abc")[0] == ["ab", "c"]


def test_a_union_that_the_partition_refuses_is_not_made():
    assert clustered([(0, 1, STRONG)], "ab", must_not=[("a", "b")]) == (["a", "b"], [], set())
    assert clustered([(0, 1, 2.0)], "ab", threshold=3.0)[0] == ["a", "b"]
