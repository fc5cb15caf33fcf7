"""A run is spared only where it would make what is there already; each thing that it rests on has it begin."""

import json
import os
import shutil

import pytest

from dagster_project.runs import is_unchanged
from dagster_project.workspace import Workspace
from tests.runs.conftest import DECISIONS, PIPELINE


def unchanged(runs) -> bool:
    return is_unchanged(Workspace.at(runs.workspace.root))


@pytest.fixture
def done(runs):
    """A workspace of which a whole run made the state."""
    runs.budget(2020)
    runs.decide(DECISIONS)
    for place in ("ledger", "releases", "survey", "drafts"):
        (runs.workspace.root / place).mkdir(parents=True, exist_ok=True)
    runs.workspace.ledger.joinpath("identity.csv").write_text("id\n")
    (runs.workspace.root / "releases" / "of_old.txt").write_text("x")
    runs.run(assets=PIPELINE)
    assert unchanged(runs)
    return runs


def test_without_a_run_there_is_something_to_do(runs):
    assert not unchanged(runs)


def test_after_a_run_of_one_year_there_is_something_to_do(runs):
    runs.run(years=(2017,))
    assert not unchanged(runs)


def test_after_a_run_of_some_assets_there_is_something_to_do(done):
    done.run(assets=("link",))
    assert not unchanged(done)


def _edit(path, text="x"):
    path.write_bytes(path.read_bytes() + text.encode())


def _as_before(path):
    """Other content of the same size and time of change."""
    times = path.stat()
    path.write_text(path.read_text().replace("Proefkring", "Proefdring"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


CHANGES = {
    "a changed budget": lambda w: _edit(w.raw / "budgets" / "2017" / "gm0106_lijst.csv"),
    "a budget changed under its size and time": lambda w: _as_before(w.raw / "budgets" / "2017" / "gm0106_lijst.csv"),
    "a withdrawn delivery": lambda w: shutil.rmtree(w.raw / "budgets" / "2020"),
    "a decision": lambda w: (w.decisions / "all" / "0002-proef.csv").write_text(DECISIONS),
    "a setting": lambda w: _edit(w.config_file, "scope:\n  organisations: [gm0106]\n"),
    "an answer of a sample": lambda w: (w.audits / "a.csv").write_text("x\n"),
    "who was asked": lambda w: w.frame_file(2024).write_text("organisation_id,asked,reason\n"),
    "an id of the ledger": lambda w: _edit(w.ledger / "identity.csv"),
    "another release": lambda w: (w.releases / "2024.2").write_text("x"),
    "a changed release": lambda w: _edit(w.releases / "of_old.txt"),
    "a second reader": lambda w: _edit(w.config_file, "second_reader: {address: 'http://localhost/v1', model: m}\n"),
    "an edited table": lambda w: _edit(w.now().tables / "delivery.parquet"),
    "a deleted table": lambda w: (w.now().tables / "delivery.parquet").unlink(),
    "a table too many": lambda w: (w.now().tables / "more.parquet").write_text("x"),
    "another file of the state": lambda w: w.now().warehouse.write_text("x"),
    "an edited manifest": lambda w: _edit(w.manifest),
    "a run that died": lambda w: w.built().state.mkdir(),
    "a mark of a run that died": lambda w: (w.work / "alive" / "r.json").write_text("{}"),
    "a state renamed and not in force": lambda w: (w.states / "000099").mkdir(),
}


@pytest.mark.parametrize("what", CHANGES)
def test_each_change_has_a_run_begin(done, what):
    done.workspace.audits.mkdir(exist_ok=True)
    (done.workspace.work / "alive").mkdir(exist_ok=True)
    assert unchanged(done)
    CHANGES[what](done.workspace)
    assert not unchanged(done)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("dagster_project.runs.inputs.code_hash", lambda: "other"),
        ("dagster_project.runs.inputs.code_version", lambda module: "other"),
        ("dagster_project.runs.beside.recogniser", lambda: "tesseract-0"),
        ("dagster_project.runs.beside.distributions", lambda: []),
    ],
)
def test_other_code_seeds_and_libraries_have_a_run_begin(done, monkeypatch, place, found):
    monkeypatch.setattr(place, found)
    assert not unchanged(done)


def test_the_ledger_changed_during_a_run_has_the_next_begin(done):
    done.run(assets=PIPELINE, meanwhile=lambda: _edit(done.workspace.ledger / "identity.csv"))
    assert not unchanged(done)


def test_a_record_of_an_earlier_version_has_a_run_begin(done):
    path = done.workspace.now().state / "state.json"
    record = json.loads(path.read_text())
    del record["whole"]
    path.write_text(json.dumps(record))
    assert not unchanged(done)
