"""A workspace knows its kind and its scope, and says what is wrong with its settings."""

import pytest

from dagster_project.workspace import Workspace, WrongUse
from dagster_project.workspace.seeds import read_seed


def test_a_folder_without_settings_is_no_workspace(tmp_path):
    with pytest.raises(WrongUse, match="intake"):
        Workspace.at(tmp_path).require()


def test_an_unknown_kind_is_named(tmp_path):
    (tmp_path / "workspace.yml").write_text("kind: mixed\n")
    with pytest.raises(WrongUse, match="mixed"):
        _ = Workspace.at(tmp_path).kind


def test_scope_is_the_country_where_nothing_is_said(tmp_path):
    assert Workspace.at(tmp_path).create().scope is None


@pytest.mark.parametrize(("settings", "mend"), [("kind: real", "upgrade"), ("kind: real\nformat: 99", "version")])
def test_a_workspace_of_another_form_is_not_used(tmp_path, settings, mend):
    (tmp_path / "workspace.yml").write_text(settings + "\n")
    with pytest.raises(WrongUse, match=mend):
        Workspace.at(tmp_path).require()


@pytest.mark.parametrize("settings", ["kind: [", "- real", "kind: real\nformat: two"])
def test_broken_settings_name_the_file(tmp_path, settings):
    (tmp_path / "workspace.yml").write_text(settings + "\n")
    with pytest.raises(WrongUse, match=r"workspace\.yml"):
        Workspace.at(tmp_path).require()


def test_seeds_keep_their_contract():
    from dagster_project.dictionary import all_tables
    from dagster_project.dictionary.contract import enforce

    seeds = [t.name for t in all_tables().values() if t.stage == "seed"]
    assert len(seeds) > 15
    for name in seeds:
        enforce(name, read_seed(name))


@pytest.mark.parametrize("column", ["municipalities", "provinces", "water_boards"])
def test_the_organisations_of_a_snapshot_are_as_many_as_it_says(column):
    kind = {"municipalities": "municipality", "provinces": "province", "water_boards": "water_board"}[column]
    organisations = read_seed("organisation").filter(kind=kind).to_dicts()
    for snapshot in read_seed("snapshot").to_dicts():
        day = snapshot["reference_date"]
        there = [
            o
            for o in organisations
            if (o["valid_from"] is None or o["valid_from"] <= day) and (o["valid_to"] is None or o["valid_to"] > day)
        ]
        assert len(there) == snapshot[column], snapshot["snapshot"]
