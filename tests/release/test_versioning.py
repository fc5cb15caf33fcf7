"""Where the pointer of a release goes: with git, or into a DVC repository around the releases alone."""

import shutil
import subprocess
import sys

import pytest

from dagster_project.release import add_to_dvc
from dagster_project.workspace import PROJECT, Workspace


def run(folder, *words):
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True).stdout


def release_in(root):
    workspace = Workspace.at(root).create("example")
    folder = workspace.releases / "2024.1"
    folder.mkdir(parents=True)
    (folder / "LEESMIJ.md").write_text("uitgave", encoding="utf-8")
    return workspace, folder


@pytest.fixture
def repository(tmp_path):
    """A git repository with this project's own DVC settings."""
    run(tmp_path, "git", "init", "--quiet")
    (tmp_path / ".dvc").mkdir()
    for name in (".dvc/config", ".dvc/.gitignore", ".dvcignore"):
        shutil.copyfile(PROJECT / name, tmp_path / name)
    return tmp_path


def test_without_a_repository_the_releases_get_their_own_with_a_local_store(tmp_path):
    workspace, folder = release_in(tmp_path / "w")
    assert add_to_dvc(workspace, folder) == "releases/2024.1.dvc"
    config = (workspace.releases / ".dvc" / "config").read_text(encoding="utf-8")
    assert "analytics = false" in config
    assert "check_update = false" in config
    run(workspace.releases, sys.executable, "-m", "dvc", "push", "--quiet")
    assert [p for p in (workspace.root / ".dvc-remote").rglob("*") if p.is_file()]


def test_a_path_that_dvc_cannot_be_at_is_told_with_the_mend(tmp_path):
    workspace, folder = release_in(tmp_path / "{w}")
    assert add_to_dvc(workspace, folder).startswith("not versioned: ")
    assert "rename" in add_to_dvc(workspace, folder)
    assert (folder / "LEESMIJ.md").exists()


def test_in_a_repository_the_pointer_goes_with_git_and_the_release_does_not(repository):
    workspace, folder = release_in(repository / "data")
    assert add_to_dvc(workspace, folder) == "releases/2024.1.dvc"
    untracked = run(repository, "git", "status", "--short", "--untracked-files=all", "data").split("\n")
    assert "?? data/releases/2024.1.dvc" in untracked
    assert "?? data/releases/.gitignore" in untracked
    assert not any("LEESMIJ" in line for line in untracked)


def test_where_git_ignores_the_releases_git_sees_nothing_at_all(repository):
    workspace, folder = release_in(repository / "data" / "example")
    (repository / ".gitignore").write_text("data/example/releases/\ndata/example/.dvc-remote/\n", encoding="utf-8")
    assert add_to_dvc(workspace, folder) == "releases/2024.1.dvc"
    assert (workspace.releases / "2024.1.dvc").exists()
    assert run(repository, "git", "status", "--short", "--untracked-files=all", "data").split() == [
        "??", "data/example/workspace.yml",
    ]  # fmt: skip


def test_where_dvc_fails_the_release_stays_and_it_is_told(tmp_path, caplog):
    workspace, folder = release_in(tmp_path)
    (workspace.releases / ".dvc").write_text("in the way", encoding="utf-8")
    assert add_to_dvc(workspace, folder).startswith("not versioned: ")
    assert "is whole, but not versioned" in caplog.text
    assert (folder / "LEESMIJ.md").exists()


def test_the_stages_of_this_project_can_be_read():
    listed = run(PROJECT, sys.executable, "-m", "dvc", "stage", "list", "--name-only")
    assert listed.split() == ["canonical"]
