"""What is kept of an earlier linking spares comparing, and changes nothing."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.linkage import record_of
from dagster_project.linkage.linking.link import grouped_units, link_records
from dagster_project.linkage.model import score_cache
from dagster_project.linkage.model.features import token_weights, unit_features
from dagster_project.linkage.model.predict import compare_pair, score_pairs
from tests.linkage.linking.test_incremental import rows
from tests.linkage.making import record

RECORDS = [record_of(row) for row in rows(120)]


def same(one, other) -> bool:
    return (
        one.links.equals(other.links)
        and one.pairs.equals(other.pairs)
        and one.cannot_link_pairs == other.cannot_link_pairs
    )


@settings(max_examples=6, deadline=None)
@given(st.lists(st.sets(st.integers(0, 119), min_size=30), min_size=1, max_size=3))
def test_whatever_was_linked_before_it_is_as_linking_all_anew(tmp_path_factory, before):
    folder = tmp_path_factory.mktemp("kept")
    for there in [*before, range(120)]:
        records = [RECORDS[i] for i in sorted(there)]
        assert same(link_records(records, score_cache=folder), link_records(records))


def test_a_new_mention_is_compared_and_the_others_are_not(tmp_path):
    link_records(RECORDS, score_cache=tmp_path)
    assert link_records(RECORDS, score_cache=tmp_path).scored.fresh == 0
    new = record_of({**rows(1)[0], "mention_id": "m999", "name_as_written": "Havenschap Blauwe Beuk"})
    grown = link_records([*RECORDS, new], score_cache=tmp_path)
    assert 0 < grown.scored.fresh < grown.scored.units / 4
    assert same(grown, link_records([*RECORDS, new]))


def test_of_units_that_are_alike_only_the_new_one_is_compared(tmp_path):
    alike = [record(m, "Havenschap Zwarte Berk") for m in "abc"]
    three = unit_features([[r] for r in alike], token_weights(alike), frozenset())
    assert [score_cache.score_with_cache(three[:n], tmp_path).fresh for n in (2, 2, 3, 3)] == [2, 0, 1, 0]
    assert score_cache.score_with_cache(three, tmp_path).pairs.equals(score_pairs(three))


@pytest.mark.parametrize("harm", ["cut", "emptied", "other columns", "gone"])
def test_what_is_damaged_is_made_anew(tmp_path, harm):
    once = link_records(RECORDS, score_cache=tmp_path)
    file = tmp_path / score_cache.FILE
    if harm == "cut":
        file.write_bytes(file.read_bytes()[:-100])
    elif harm == "emptied":
        file.write_bytes(b"")
    elif harm == "other columns":
        pl.DataFrame({"a": [1]}).write_parquet(file)
    else:
        file.unlink()
    again = link_records(RECORDS, score_cache=tmp_path)
    assert again.scored.fresh == again.scored.units
    assert same(once, again)
    assert link_records(RECORDS, score_cache=tmp_path).scored.fresh == 0


def test_another_model_uses_nothing_of_what_is_kept(tmp_path, monkeypatch):
    link_records(RECORDS, score_cache=tmp_path)
    monkeypatch.setattr(score_cache, "code_version", lambda module: "another")
    assert link_records(RECORDS, score_cache=tmp_path).scored.fresh > 0


def test_no_comparison_asks_which_of_two_comes_first():
    """Numbers change from linking to linking, so a pair must weigh the same either way round."""
    units = grouped_units(RECORDS)[2][:8]
    for i, left in enumerate(units):
        for right in units[i + 1 :]:
            assert compare_pair(left, right) == compare_pair(right, left)
