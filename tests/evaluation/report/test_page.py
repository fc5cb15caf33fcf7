"""The page of an evaluation: in Dutch, self-contained, the same bytes, and whole in a real browser."""

import html
import re

import pytest

from dagster_project.evaluation.report.labels import labels
from dagster_project.evaluation.report.page import write_page
from tests.evaluation.report.browser import faults_shown
from tests.evaluation.tiny_country import evaluate, pipeline_tables


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    tables = pipeline_tables()
    tables["link"][2]["collaboration_id"] = "sv0000004"
    tables["figure"][1]["value"] = 50.0
    tables["mention"][3]["name_written"] = "<b>Betadiensten & co</b>"
    return evaluate(tmp_path_factory.mktemp("land"), tables)


@pytest.fixture(scope="module")
def page(report, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "out" / "page.html"
    write_page(report, path)
    return path


def test_self_contained_dutch_and_repeatable(report, page, tmp_path):
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"https?://|<script|<link|src=", text)
    assert '<html lang="nl">' in text
    for section in report.sections:
        assert html.escape(labels()["sections"][section.key]["title"]) in text
    assert "<b>Betadiensten" not in text
    assert "&lt;b&gt;Betadiensten &amp; co&lt;/b&gt;" in text
    write_page(report, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == page.read_bytes()


def test_every_label_is_of_a_measure_or_table_that_there_is(report):
    sections = {section.key: section for section in report.sections}
    for key, said in labels()["sections"].items():
        section = sections[key]
        assert {m.name for m in section.measures} >= said["measures"].keys()
        assert {t.key for t in section.tables} >= set(said["tables"])
        assert labels()["tables"].keys() >= set(said["tables"])


def test_a_goal_that_is_missed_is_said(page):
    text = page.read_text(encoding="utf-8")
    assert "≤ 0,5%: niet gehaald" in text
    assert "≥ 99%: gehaald" in text


@pytest.mark.parametrize("width", [400, 1200])
def test_in_a_browser_nothing_is_cut_off(page, tmp_path, width):
    assert faults_shown(page, tmp_path, width) == "none"
