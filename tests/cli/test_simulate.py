"""The command that writes a country: what it leaves, what it refuses, and its calibration."""

import csv
import shutil
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from dagster_project.cli.main import app
from dagster_project.simulation import CalibrationRow
from dagster_project.workspace.errors import WrongUse

TINY = ("--bodies", "12", "--seed", "5", "--snapshots", "2024")


def simulate(*words: str):
    return CliRunner().invoke(app, ["simulate", *words], catch_exceptions=False)


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def country(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("country") / "country"
    done = simulate(*TINY, str(folder))
    assert done.exit_code == 0
    assert f"intake {folder / 'raw'}" in done.output
    return folder


def test_the_same_seed_writes_the_same_bytes_and_another_does_not(tmp_path):
    for name, seed in (("one", "5"), ("again", "5"), ("other", "6")):
        simulate("--bodies", "12", "--snapshots", "2024", "--no-documents", "--seed", seed, str(tmp_path / name))
    assert files_of(tmp_path / "one") == files_of(tmp_path / "again")
    assert files_of(tmp_path / "one") != files_of(tmp_path / "other")


def test_intake_takes_all_of_it(country, tmp_path):
    from dagster_project.intake import take_in
    from dagster_project.workspace import Workspace

    workspace = Workspace.at(shutil.copytree(country, tmp_path / "taken"))
    raw = [p for p in workspace.raw.rglob("*") if p.is_file() and p.name != "deliveries.csv"]
    report = take_in(workspace, [workspace.raw], today=date(2026, 1, 1))
    assert report.refused == []
    assert report.taken == len(raw)


def test_the_truth_names_files_that_are_there(country):
    with (country / "truth" / "mention.csv").open(encoding="utf-8") as file:
        said = list(csv.DictReader(file))
    assert said
    assert all((country / "raw" / row["file"]).is_file() for row in said)


def test_a_folder_with_something_in_it_is_left_alone(country):
    before = files_of(country)
    with pytest.raises(WrongUse, match="must be empty"):
        simulate(*TINY, str(country))
    assert files_of(country) == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--bodies", "1"), "too few"),
        (("--snapshots", "2019"), "2019"),
        (("--snapshots", "last year"), "no list of snapshots"),
        (("--snapshots", ""), "no list of snapshots"),
    ],
)
def test_what_cannot_be_drawn_is_said(tmp_path, words, says):
    with pytest.raises(WrongUse, match=says):
        simulate(*words, str(tmp_path / "none"))


def test_a_folder_is_asked_for():
    with pytest.raises(WrongUse, match="no folder"):
        simulate()


def test_the_calibration_of_the_whole_country_is_within_rounding():
    done = simulate("--calibration", "--snapshots", "2017")
    assert done.exit_code == 0
    assert " NO" not in done.output
    assert "mean_collaborations" in done.output


def test_a_figure_out_of_its_rounding_is_a_failure(monkeypatch):
    row = CalibrationRow("total", 2017, "all", "1168", 1.0, within_rounding=False)
    monkeypatch.setattr("dagster_project.simulation.calibration_table", lambda population: [row], raising=False)
    monkeypatch.setattr("dagster_project.simulation.build_population", lambda **asked: None, raising=False)
    assert simulate("--calibration", "--snapshots", "2017").exit_code == 1


def test_a_repeated_country_is_mentions_only(tmp_path):
    simulate(*TINY, "--multiply", "3", str(tmp_path / "three"))
    names = pl.read_parquet(tmp_path / "three" / "mentions.parquet")["reporting_organisation_id"].unique()
    assert {name[2:6] for name in names if name[2] == "x"} == {"x002", "x003"}
    assert not list((tmp_path / "three").glob("raw/**/*.pdf"))


def test_many_countries_are_tables_each_of_its_own_seed(tmp_path):
    words = ("--bodies", "12", "--snapshots", "2024", "--no-documents")
    done = simulate(*words, "--countries", "3", "--seed", "4", str(tmp_path / "many"))
    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "many").iterdir()) == ["000004", "000005", "000006"]
    simulate(*words, "--seed", "5", str(tmp_path / "alone"))
    assert files_of(tmp_path / "many" / "000005") == files_of(tmp_path / "alone")
    with pytest.raises(WrongUse, match="tables only"):
        simulate("--bodies", "12", "--countries", "2", str(tmp_path / "documents"))
    with pytest.raises(WrongUse, match="nor --plant"):
        simulate(*words, "--countries", "2", "--plant", "zero_dates", str(tmp_path / "planted"))
    assert not (tmp_path / "planted").exists()
    with pytest.raises(WrongUse, match="must be empty"):
        simulate(*words, "--countries", "2", str(tmp_path / "many"))


def test_without_faults_none_is_planted(tmp_path):
    done = simulate(*TINY, "--faultless", str(tmp_path / "faultless"))
    assert "none planted" in done.output
    for name in ("fault", "error"):
        text = (tmp_path / "faultless" / "truth" / f"{name}.csv").read_text(encoding="utf-8")
        assert text.count("\n") == 1


def test_a_simulated_country_is_a_workspace_of_this_form(country):
    from dagster_project.workspace import Workspace

    assert Workspace.at(country).require().raw == country / "raw"
