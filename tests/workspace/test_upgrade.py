"""A workspace goes to another form and back; what people made stays, what a run makes goes."""

import pytest

from dagster_project.workspace import Workspace, WrongUse
from dagster_project.workspace.states import begin, put_in_force
from dagster_project.workspace.upgrade import change_form


def old(tmp_path) -> Workspace:
    (tmp_path / "workspace.yml").write_text("# ours\nkind: real  # not an example\nscope:\n  organisations: [gm0014]\n")
    (tmp_path / "work" / "tables").mkdir(parents=True)
    (tmp_path / "manifest.csv").write_text("delivery_id\n")
    return Workspace.at(tmp_path)


def test_an_old_workspace_is_brought_to_this_form(tmp_path):
    assert change_form(old(tmp_path)) == 1
    workspace = Workspace.at(tmp_path).require()
    assert workspace.config_file.read_text().startswith("# ours\nkind: real  # not an example\n")
    assert workspace.scope == {"gm0014"}
    assert not (workspace.work / "tables").exists()
    assert workspace.manifest.exists()


def test_and_back(tmp_path):
    workspace = Workspace.at(tmp_path).create()
    put_in_force(begin(workspace))
    assert change_form(Workspace.at(tmp_path), to=1) == 2
    assert Workspace.at(tmp_path).format == 1
    assert not workspace.states.exists()
    assert change_form(Workspace.at(tmp_path)) == 1
    Workspace.at(tmp_path).require()


def test_a_form_of_the_future_is_left_alone(tmp_path):
    (tmp_path / "workspace.yml").write_text("kind: real\nformat: 99\n")
    with pytest.raises(WrongUse, match="99"):
        change_form(Workspace.at(tmp_path))
    assert "99" in (tmp_path / "workspace.yml").read_text()
