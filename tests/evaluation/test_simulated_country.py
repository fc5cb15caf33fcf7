"""The truth that the simulation writes is the truth that the evaluation reads."""

import pytest

from dagster_project.evaluation.extract import evaluate_extract
from dagster_project.evaluation.link import evaluate_link
from dagster_project.evaluation.truth.country import Country
from dagster_project.simulation import layouts, simulate


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("land") / "land"
    simulate(where, bodies=5, snapshots=(2017, 2020, 2024), seed=1)
    return where


def test_every_table_is_read(folder):
    country = Country.at(folder / "truth")
    assert country.snapshots == (2017, 2020, 2024)
    assert country.counted
    assert country.counted <= country.collaborations.keys()
    assert country.participants.keys() <= country.collaborations.keys()
    assert {party.source for party in country.parties} == {"budget", "survey", "register", "edition", "programme"}
    budgets = [party for party in country.parties if party.source == "budget"]
    assert {party.layout for party in budgets} <= layouts().keys()
    assert any(party.fields["equity_end"] is not None for party in budgets)


def test_documents_of_a_country(folder):
    files = sorted((folder / "raw" / "budgets" / "2017").glob("*.docx"))
    report = evaluate_extract(folder / "truth", files=files)
    measures = [m for m in report.measures() if m.name.startswith("extraction.recall.layout.docx")]
    assert measures
    assert report.measure("extraction.recall").of == measures[0].of > 0


def test_linkage_of_a_country(folder):
    report = evaluate_link(folder / "truth")
    assert report.measure("linkage.bcubed_f1").value > 0.9
    assert report.measure("linkage.double_within_snapshot").of > 0
