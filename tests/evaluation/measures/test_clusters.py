"""Figures of a clustering against its truth."""

from dagster_project.evaluation.measures.clusters import score_links


def test_figures_of_a_linkage():
    truth = {"a": "1", "b": "1", "c": "2", "d": "2"}
    source = {"a": "x", "b": "y", "c": "x", "d": "y"}
    right = score_links(truth, truth, source, [("a", "c")])
    assert right["bcubed_f1"] == right["cross_source_f1"] == 1
    assert right["double"] == right["wrongly_merged"] == right["hard_negatives_merged"] == 0
    split = score_links({"a": "1", "b": "3", "c": "2", "d": "2"}, truth, source)
    assert (split["double"], split["bcubed_recall"]) == (0.5, 0.75)
    merged = score_links(dict.fromkeys("abcd", "1"), truth, source, [("a", "c")])
    assert merged["wrongly_merged"] == merged["hard_negatives_merged"] == 1
    assert merged["bcubed_precision"] == 0.5
