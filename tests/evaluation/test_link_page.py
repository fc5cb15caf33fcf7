"""Thresholds, calibration and weak links: worked out by hand, and as a page that is whole and repeats."""

import re

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from dagster_project.cli.main import app
from dagster_project.evaluation.labels import link_labels
from dagster_project.evaluation.link import evaluate_link
from dagster_project.evaluation.page_curves import wilson
from dagster_project.evaluation.report import Section
from dagster_project.evaluation.thresholds import (
    BINS,
    labelled_pairs,
    probability,
    score_calibration,
    tell_weak_links,
)
from dagster_project.linkage.linking.clustering import THRESHOLD
from dagster_project.linkage.linking.link import LinkResult
from dagster_project.linkage.model.score_cache import Scored
from dagster_project.workspace import WrongUse
from tests.evaluation.browser import faults_shown

ROWS = [
    ("a", "A", "Recreatieschap Zwarte Berk", "gm0106;gm0114;gm0118"),
    ("b", "B", "Recreatie Zwarteberk en Plassen", "gm0106;gm0114;gm0118"),
    ("c", "A", "Veiligheidsregio <b>Zwarte Berk</b>", "gm0106;gm0114;gm0118"),
    ("d", "B", "Havenschap Gele Klif", "gm0983;gm0984;gm0988"),
    ("e", "C", "Haven Gele Klif", "gm0983;gm0984;gm0988"),
]
TRUTH = {"a": 1, "b": 1, "c": 2, "d": 3, "e": 3}


def result(pairs, barred=()):
    units = [["a", "x"], ["b"], ["c"], ["d"]]
    schema = {"unit_id_l": pl.Int64, "unit_id_r": pl.Int64, "match_weight": pl.Float64}
    frame = pl.DataFrame(pairs, schema=schema, orient="row")
    links = pl.DataFrame({"mention_id": ["a", "b", "c", "d", "x"], "cluster": [0, 0, 0, 1, 0]})
    return LinkResult(links, [], units, Scored(frame, len(units), len(units)), frozenset(barred))


def test_only_what_the_model_decides_on_and_the_truth_knows_is_counted():
    some = result([(0, 1, 2.0), (0, 2, 1.0), (1, 2, 4.0), (2, 3, 3.0)], barred=[(1, 2)])
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


@given(st.integers(1, 500).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))))
def test_the_range_holds_what_was_seen(seen):
    right, count = seen
    least, most = wilson(right, count)
    assert 0 <= least <= right / count + 1e-9
    assert right / count - 1e-9 <= most <= 1


def test_a_probability_is_of_the_odds():
    assert [probability(w) for w in (0.0, 1.0, -1.0)] == [0.5, 2 / 3, 1 / 3]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("lists")
    lines = ["mention_id,source,name_as_written,participant_codes", *(",".join(row) for row in ROWS)]
    (where / "mentions.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    known = [f"{mention},{entity},true" for mention, entity in TRUTH.items()]
    (where / "truth_dev.csv").write_text("\n".join(["mention_id,entity_id,scored", *known, ""]), encoding="utf-8")
    return where


@pytest.fixture(scope="module")
def page(folder):
    words = ["evaluate", "link", "--truth", str(folder), "--html", str(folder / "page.html")]
    out = CliRunner().invoke(app, words)
    assert out.exit_code == 0, out.output
    return folder / "page.html"


def test_the_chosen_threshold_is_the_one_of_the_linkage(folder):
    report = evaluate_link(folder, curves=True)
    rows = next(s for s in report.sections if s.key == "thresholds").tables[0].named()
    assert [row["threshold"] for row in rows if row["chosen"]] == [THRESHOLD]
    assert [row["threshold"] for row in rows] == sorted({row["threshold"] for row in rows})
    accepted = [row["accepted"] for row in rows]
    assert accepted == sorted(accepted, reverse=True)
    chosen = next(row for row in rows if row["chosen"])
    assert chosen["bcubed_f1"] == report.measure("linkage.bcubed_f1").value
    assert chosen["double_share"] == report.measure("linkage.double").value


def test_curves_are_of_the_linkage_itself(folder):
    for given_too in ({"answers": 5}, {"linked": folder / "mentions.csv"}):
        with pytest.raises(WrongUse, match="curves"):
            evaluate_link(folder, curves=True, **given_too)


def test_every_label_of_the_page_is_of_something_that_there_is(folder):
    sections = {section.key: section for section in evaluate_link(folder, curves=True).sections}
    said = link_labels(country=False)
    assert said["sections"].keys() == sections.keys()
    for key, own in said["sections"].items():
        assert {m.name for m in sections[key].measures} >= own["measures"].keys()
        assert {t.key for t in sections[key].tables} >= set(own["tables"])
    columns = {c for s in sections.values() for t in s.tables for c in t.columns if t.key in said["tables"]}
    assert said["columns"].keys() >= columns
    assert link_labels(country=True)["sections"]["linkage"]["measures"]["linkage.double"]["at_most"] == 0.005


def test_self_contained_dutch_and_repeatable(folder, page):
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"https?://|<script|<link|src=", text)
    assert "<b>Zwarte" not in text
    assert f"gekozen: {THRESHOLD:g}".replace(".", ",") in text
    assert "Brierscore" in text
    again = folder / "again.html"
    CliRunner().invoke(app, ["evaluate", "link", "--truth", str(folder), "--html", str(again)])
    assert again.read_bytes() == page.read_bytes()


@pytest.mark.parametrize("width", [400, 1200])
def test_in_a_browser_nothing_is_cut_off(page, tmp_path, width):
    assert faults_shown(page, tmp_path, width) == "none"
