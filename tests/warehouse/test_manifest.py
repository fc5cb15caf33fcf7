"""The manifest is parsed anew when the project or the workspace is another one, and only then."""

from pathlib import Path

import pytest

from dagster_project.warehouse import manifest
from dagster_project.workspace import Workspace


@pytest.fixture
def parses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A project of one model, and the workspaces for which dbt would have parsed it."""
    project = tmp_path / "dbt"
    (project / "models").mkdir(parents=True)
    (project / "models" / "a.sql").write_text("select 1")
    calls: list[Path] = []

    def parse(workspace: Workspace, args: list[str]) -> None:
        assert args == ["parse"]
        calls.append(workspace.root)
        (workspace.work / "dbt" / "manifest.json").write_text("{}")

    monkeypatch.setattr(manifest, "DBT_PROJECT", project)
    monkeypatch.setattr(manifest, "call_dbt", parse)
    return calls


def test_parsed_once(tmp_path: Path, parses: list[Path]):
    workspace = Workspace.at(tmp_path / "one").create("simulated")
    first, second = manifest.prepare_manifest(workspace), manifest.prepare_manifest(workspace)
    assert first == second == workspace.work / "dbt" / "manifest.json"
    assert len(parses) == 1


def test_a_changed_model_is_parsed_anew(tmp_path: Path, parses: list[Path]):
    workspace = Workspace.at(tmp_path / "one").create("simulated")
    manifest.prepare_manifest(workspace)
    (tmp_path / "dbt" / "models" / "a.sql").write_text("select 2")
    manifest.prepare_manifest(workspace)
    assert len(parses) == 2


def test_what_dbt_leaves_behind_is_no_change(tmp_path: Path, parses: list[Path]):
    workspace = Workspace.at(tmp_path / "one").create("simulated")
    manifest.prepare_manifest(workspace)
    (tmp_path / "dbt" / "logs").mkdir()
    (tmp_path / "dbt" / "logs" / "dbt.log").write_text("ran")
    manifest.prepare_manifest(workspace)
    assert len(parses) == 1


def test_a_moved_workspace_is_parsed_anew(tmp_path: Path, parses: list[Path]):
    manifest.prepare_manifest(Workspace.at(tmp_path / "one").create("simulated"))
    (tmp_path / "one").rename(tmp_path / "two")
    manifest.prepare_manifest(Workspace.at(tmp_path / "two"))
    assert parses == [tmp_path / "one", tmp_path / "two"]
