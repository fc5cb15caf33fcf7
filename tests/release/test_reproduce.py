"""A release is made again in an empty workspace; other code stops it, and a differing byte is explained."""

import json
import shutil

import pytest

from dagster_project.release import make_release, reproduce
from dagster_project.release.differences import differences
from dagster_project.release.files import seal
from dagster_project.release.reproduce import OtherInputs
from dagster_project.workspace import LappendekenError, Workspace, WrongUse
from dagster_project.workspace.releases import root_file
from tests.release.finished import rooms, write_finished


def pipeline(data, project=None, *words):
    """Instead of a process: the finished tables, and the release of them."""
    workspace = Workspace.at(data)
    if not words:
        write_finished(workspace)
        return
    make_release(Workspace.at(data), words[1], rooms=rooms())


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    import sys

    monkeypatch.setattr(sys.modules["dagster_project.release.reproduce"], "run_pipeline", pipeline)


def test_the_same_inputs_give_the_same_bytes_and_nothing_is_left(workspace):
    found = reproduce(workspace, "2024.1")
    assert (found.same, found.differences) == (True, [])
    assert not (workspace.work / "reproduce").exists()


def test_on_other_code_it_stops_and_names_the_tag(workspace):
    folder = workspace.releases / "2024.1"
    origin = json.loads((folder / "herkomst.json").read_text(encoding="utf-8"))
    (folder / "herkomst.json").write_text(json.dumps({**origin, "codeversie": "0" * 64}), encoding="utf-8")
    seal(folder)
    with pytest.raises(OtherInputs, match="other code") as stopped:
        reproduce(workspace, "2024.1")
    assert "git checkout 2024.1" in stopped.value.mend


def test_other_decisions_stop_it_too(workspace):
    (workspace.decisions / "0001-later.csv").write_text("x", encoding="utf-8")
    with pytest.raises(OtherInputs, match="other decisions"):
        reproduce(workspace, "2024.1")


def test_a_release_that_was_edited_or_is_not_there_is_told(workspace):
    with pytest.raises(WrongUse, match="no release 2024"):
        reproduce(workspace, "2024.9")
    (workspace.releases / "2024.1" / "LICENSE").write_text("x", encoding="utf-8")
    with pytest.raises(LappendekenError, match="not sound"):
        reproduce(workspace, "2024.1")


def test_a_release_that_is_not_what_its_inputs_give_is_explained(workspace):
    folder = workspace.releases / "2024.1"
    (folder / "LICENSE").write_text("iets anders\n", encoding="utf-8")
    seal(folder)
    root_file(folder).unlink()
    found = reproduce(workspace, "2024.1")
    assert not found.same
    assert found.differences[0].startswith("LICENSE: byte 0, line 1: 'iets anders\\n' before, ")
    assert (workspace.work / "reproduce" / "releases" / "2024.1").is_dir()


def test_a_differing_byte_is_explained_by_file_table_and_row(made, tmp_path):
    one, other = (shutil.copytree(made[1], tmp_path / name) for name in ("a", "b"))
    path = other / "tabellen" / "collaboration.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0], lines[1].replace("voluntary", "unknown"), *lines[3:]]), encoding="utf-8")
    (other / "tabellen" / "event.csv").unlink()
    (other / "tabellen" / "theme.parquet").write_bytes((one / "tabellen" / "link.parquet").read_bytes())
    told = differences(one, other)
    assert told[0] == "tabellen/collaboration.csv, row 2017|sv0000001: obligation: 'voluntary' before, 'unknown' now"
    assert told[1].endswith(": was not made again")
    assert "tabellen/event.csv: was not made again" in told
    assert "tabellen/theme.parquet: other values; see the CSV beside it" in told
