"""Thresholds, calibration and weak links: worked out by hand, and as a page that is whole and repeats."""

import re

import pytest
from typer.testing import CliRunner

from dagster_project.cli.main import app
from dagster_project.evaluation.link import evaluate_link
from dagster_project.evaluation.report.labels import link_labels
from dagster_project.evaluation.report.page import write_page
from dagster_project.linkage.linking.clustering import THRESHOLD
from dagster_project.workspace import WrongUse
from tests.evaluation.report.browser import faults_shown

ROWS = [
    ("a", "A", "Recreatieschap Zwarte Berk", "gm0106;gm0114;gm0118"),
    ("b", "B", "Recreatie Zwarteberk en Plassen", "gm0106;gm0114;gm0118"),
    ("c", "A", "Veiligheidsregio <b>Zwarte Berk</b>", "gm0106;gm0114;gm0118"),
    ("d", "B", "Havenschap Gele Klif", "gm0983;gm0984;gm0988"),
    ("e", "C", "Haven Gele Klif", "gm0983;gm0984;gm0988"),
]
TRUTH = {"a": 1, "b": 1, "c": 2, "d": 3, "e": 3}


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


@pytest.fixture(scope="module")
def report(folder):
    return evaluate_link(folder, curves=True)


def test_the_chosen_threshold_is_the_one_of_the_linkage(report):
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


def test_every_label_of_the_page_is_of_something_that_there_is(report):
    sections = {section.key: section for section in report.sections}
    said = link_labels(country=False)
    assert said["sections"].keys() == sections.keys()
    for key, own in said["sections"].items():
        assert {m.name for m in sections[key].measures} >= own["measures"].keys()
        assert {t.key for t in sections[key].tables} >= set(own["tables"])
    columns = {c for s in sections.values() for t in s.tables for c in t.columns if t.key in said["tables"]}
    assert said["columns"].keys() >= columns
    assert link_labels(country=True)["sections"]["linkage"]["measures"]["linkage.double"]["at_most"] == 0.005


def test_self_contained_dutch_and_repeatable(report, page, tmp_path):
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"https?://|<script|<link|src=", text)
    assert "<b>Zwarte" not in text
    assert f"gekozen: {THRESHOLD:g}".replace(".", ",") in text
    assert "Brierscore" in text
    write_page(report, tmp_path / "again.html", link_labels(country=False))
    assert (tmp_path / "again.html").read_bytes() == page.read_bytes()


@pytest.mark.parametrize("width", [400, 1200])
def test_in_a_browser_nothing_is_cut_off(page, tmp_path, width):
    assert faults_shown(page, tmp_path, width) == "none"
