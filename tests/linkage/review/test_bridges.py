"""Clusters that hang by one weak link: a bridge of accepted pairs little over the threshold, and nothing else."""

import csv

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from dagster_project.cli.main import app
from dagster_project.linkage.linking.clustering import THRESHOLD
from dagster_project.linkage.linking.link import LinkResult
from dagster_project.linkage.model.score_cache import ScoredPairs
from dagster_project.linkage.review.bridges import NEAR, weak_links, write_weak_links
from dagster_project.linkage.review.spanning_tree import maximum_spanning_tree, sides_of_bridges
from tests.linkage.explain.test_explain import COLUMNS
from tests.linkage.review.test_clerical_review import SLIGHTLY


def linked(pairs, units=4):
    """One cluster of units of two mentions each: `0a`, `0b`, `1a`, and so on."""
    ids = [[f"{unit}a", f"{unit}b"] for unit in range(units)]
    links = pl.DataFrame({"mention_id": [m for unit in ids for m in unit], "cluster": [7] * (2 * units)})
    schema = {"unit_id_l": pl.Int64, "unit_id_r": pl.Int64, "match_weight": pl.Float64}
    scored = ScoredPairs(pl.DataFrame(pairs, schema=schema, orient="row"), len(ids), len(ids))
    return LinkResult(links, [], ids, scored, frozenset())


WEAK, STRONG = THRESHOLD + 1, THRESHOLD + NEAR + 1


def test_a_weak_bridge_is_told_with_both_sides():
    (link,) = weak_links(linked([(0, 1, STRONG), (1, 2, WEAK), (2, 3, STRONG)]))
    assert (link.left, link.right, link.weight, link.cluster) == ("1a", "2a", WEAK, 7)
    assert link.sides == (("0a", "0b", "1a", "1b"), ("2a", "2b", "3a", "3b"))


@pytest.mark.parametrize(
    "pairs",
    [
        [(0, 1, STRONG), (1, 2, STRONG), (2, 3, STRONG)],  # all strong
        [(0, 1, STRONG), (1, 2, WEAK), (2, 3, STRONG), (0, 3, WEAK)],  # two ways from side to side
    ],
)
def test_what_is_strong_or_double_is_no_weak_link(pairs):
    assert weak_links(linked(pairs)) == []


def test_a_pair_that_was_not_accepted_holds_nothing():
    pairs = [(0, 1, STRONG), (1, 2, WEAK), (2, 3, STRONG), (0, 3, THRESHOLD - 0.001)]
    assert [(w.left, w.right) for w in weak_links(linked(pairs))] == [("1a", "2a")]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0, 9)), max_size=20))
def test_a_tree_has_a_pair_less_than_units_and_each_pair_parts_them(drawn):
    pairs = [(weight, a, b) for a, b, weight in drawn if a != b]
    tree = maximum_spanning_tree(pairs)
    units = {unit for _, a, b in tree for unit in (a, b)}
    assert units == {unit for _, a, b in pairs for unit in (a, b)}
    for (_, a, b), ours, theirs in sides_of_bridges(tree):
        assert a in ours
        assert b in theirs
        assert not ours & theirs
        assert sum((x in ours and y in theirs) or (x in theirs and y in ours) for _, x, y in tree) == 1


def test_the_list_on_a_file(tmp_path):
    source = tmp_path / "m.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *[(i, f"list {i}", n, p, s) for i, n, p, s in SLIGHTLY]])
    alone, beside = tmp_path / "w.csv", tmp_path / "w2.csv"
    out = CliRunner().invoke(app, ["link", str(source), "--weak-links", str(alone)])
    assert out.exit_code == 0, out.output
    both = ["link", str(source), "--out", str(tmp_path / "o.csv"), "--weak-links", str(beside)]
    assert CliRunner().invoke(app, both).exit_code == 0
    assert alone.read_bytes() == beside.read_bytes()
    assert f"{len(alone.read_text(encoding='utf-8').splitlines()) - 1} weak links" in out.output


def test_the_columns(tmp_path):
    links = weak_links(linked([(0, 1, WEAK)], units=2))
    write_weak_links(tmp_path / "w.csv", links, {"0a": 'Naam, "een"', "1a": "Naam twee"})
    (row,) = csv.DictReader((tmp_path / "w.csv").read_text(encoding="utf-8").splitlines())
    assert (row["name_a"], row["mentions_b"], row["side_b"], row["weight"]) == (
        'Naam, "een"',
        "2",
        "1a; 1b",
        f"{WEAK:.3f}",
    )
