"""Calibration and weak links, worked out by hand."""

import polars as pl
import pytest

from dagster_project.evaluation.measures.match_weights import (
    BINS,
    labelled_pairs,
    probability,
    score_calibration,
    tell_weak_links,
)
from dagster_project.evaluation.report.model import Section
from dagster_project.linkage import THRESHOLD
from dagster_project.linkage.linking.link import LinkResult
from dagster_project.linkage.model.score_cache import ScoredPairs


def result(pairs, cannot_link_pairs=()):
    units = [["a", "x"], ["b"], ["c"], ["d"]]
    schema = {"unit_id_l": pl.Int64, "unit_id_r": pl.Int64, "match_weight": pl.Float64}
    frame = pl.DataFrame(pairs, schema=schema, orient="row")
    links = pl.DataFrame({"mention_id": ["a", "b", "c", "d", "x"], "cluster": [0, 0, 0, 1, 0]})
    return LinkResult(links, [], units, ScoredPairs(frame, len(units), len(units)), frozenset(cannot_link_pairs))


def test_only_what_the_model_decides_on_and_the_truth_knows_is_counted():
    some = result([(0, 1, 2.0), (0, 2, 1.0), (1, 2, 4.0), (2, 3, 3.0)], cannot_link_pairs=[(1, 2)])
    labelled = labelled_pairs(some, {"a": "1", "x": "1", "b": "1", "c": "2"})
    assert labelled.pairs == ((2.0, True), (1.0, False))
    assert labelled.true == 1
    mixed = labelled_pairs(some, {"a": "1", "x": "9", "b": "1", "c": "2"})
    assert mixed.pairs == ()


def test_calibration_by_hand():
    section = Section("calibration")
    truth = {"a": "1", "b": "1", "c": "2"}
    score_calibration(section, labelled_pairs(result([(0, 1, 0.0), (0, 2, 0.0), (1, 2, -2.0)]), truth))
    (brier,) = section.measures
    assert brier.value == pytest.approx((0.25 + 0.25 + 0.04) / 3)
    rows = {row["probability_from"]: row for row in section.tables[0].named()}
    assert len(rows) == BINS
    assert (rows[0.5]["pairs"], rows[0.5]["expected"], rows[0.5]["observed"]) == (2, 0.5, 0.5)
    assert (rows[0.2]["pairs"], rows[0.2]["observed"], rows[0.9]["observed"]) == (1, 0.0, None)


def test_a_weak_link_is_told_with_what_the_truth_says():
    section, names = Section("weak_links"), {m: m.upper() for m in "abcdx"}
    tell_weak_links(section, result([(0, 1, 8.0), (1, 2, THRESHOLD + 1)]), {"a": "1", "c": "2"}, names)
    (row,) = section.tables[0].named()
    assert (row["names_a"], row["mentions_a"], row["names_b"], row["same"]) == ("A / B / X", "a; b; x", "C", False)
    assert [m.value for m in section.measures] == [1, 1.0]


def test_a_probability_is_of_the_odds():
    assert [probability(w) for w in (0.0, 1.0, -1.0)] == [0.5, 2 / 3, 1 / 3]
