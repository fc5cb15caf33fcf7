"""A workspace may be called anything: its own tables are read, never those of a neighbour."""

import os
from pathlib import Path

import duckdb
import pytest

from dagster_project.lineage.source import open_source
from dagster_project.quality.batches import Batches
from dagster_project.workspace import Workspace, WrongUse, read_table, write_table
from dagster_project.workspace.plain_path import plain_path

NAMES = ("a*", "[ab]", 'it\'s "a"', "{x} #1%20", "a b", "é")


def _refusal(name: str) -> dict:
    return {
        "refusal_id": name, "stage": "intake", "file_name": name, "locator": "document", "reason": "corrupt",
        "detail": "x",
    }  # fmt: skip


@pytest.fixture
def neighbours(tmp_path) -> list[Workspace]:
    """Workspaces beside each other, of which one's name is a pattern of another's, with a row in two parts each."""
    found = [Workspace.at(tmp_path / name).create("simulated") for name in (*NAMES, "ab", "a", "b")]
    for workspace in found:
        write_table(workspace, "refusal", [_refusal(workspace.root.name)], part="intake")
        write_table(workspace, "refusal", [], part="budget-2024")
    return found


def test_each_reads_its_own_tables(neighbours):
    for workspace in neighbours:
        own = [workspace.root.name]
        assert read_table(workspace, "refusal")["file_name"].to_list() == own
        source = open_source(workspace)
        assert [r["file_name"] for r in source.ask(f"select file_name from {source.sql('refusal')}")] == own
        with duckdb.connect() as connection:
            Batches(workspace, connection)
            assert connection.sql("select file_name from refusal").fetchall() == [(own[0],)]


def test_libraries_that_make_addresses_of_paths_get_a_plain_one(neighbours, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    reached = [plain_path(workspace.root) for workspace in neighbours]
    assert len(set(reached)) == len(neighbours)
    for workspace, path in zip(neighbours, reached, strict=True):
        assert path.resolve() == workspace.root
        assert not set("*[]'\"{}#%") & set(str(path))
        assert plain_path(workspace.root) == path
    assert plain_path(tmp_path / "b") == tmp_path / "b"
    assert set("é") <= set(str(plain_path(tmp_path / "é")))


def test_a_link_that_leads_elsewhere_is_made_anew(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    odd = tmp_path / "a*"
    odd.mkdir()
    link = plain_path(odd)
    link.unlink()
    link.symlink_to(tmp_path)
    assert os.readlink(plain_path(odd)) == str(odd)


def test_a_question_mark_is_refused_for_duckdb_cannot_be_there(tmp_path):
    with pytest.raises(WrongUse, match="question mark"):
        Workspace.at(tmp_path / "w?").create()
    assert not Path(tmp_path / "w?").exists()
