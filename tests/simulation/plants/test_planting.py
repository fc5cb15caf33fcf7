"""Several kinds at once, kinds that find nothing, and kinds by the command."""

import csv

import pytest
from typer.testing import CliRunner

from dagster_project.cli.main import app
from dagster_project.simulation import simulate
from dagster_project.simulation.plants.catalogue import plant_kinds
from dagster_project.simulation.plants.hand import Country
from dagster_project.simulation.plants.planting import plant
from dagster_project.simulation.plants.raw_files import RawFiles
from dagster_project.workspace.errors import WrongUse


def test_kinds_come_together_whatever_their_order(planted):
    kinds = ("half_of_budgets_missing", "ministries_emptied", "unit_dropped")
    one, other = planted(*kinds), planted(*reversed(kinds))
    assert one.files.changed() == other.files.changed()
    assert {planted.kind for planted in one.plants} == set(kinds)
    assert any(content is None for content in one.files.changed().values())


def test_a_country_without_the_source_is_told_so(small):
    files = RawFiles(small.raw)
    for path in [path for path in files if path.startswith("surveys/")]:
        del files[path]
    country = Country(small.population, 1, files, dict(small.plans))
    for kind in ("survey_missing", "survey_rows_twice", "answers_emptied"):
        with pytest.raises(WrongUse, match=f"nothing to plant '{kind}'"):
            plant(country, [kind])


@pytest.fixture(scope="module")
def countries(tmp_path_factory):
    """One small country without and with a kind on disk."""
    folder = tmp_path_factory.mktemp("countries")
    sizes = {"bodies": 5, "snapshots": (2017, 2020), "seed": 1}
    simulate(folder / "clean", **sizes)
    made = simulate(folder / "planted", **sizes, kinds=["zero_dates", "edition_missing"])
    return folder, made


def _files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_on_disk_only_the_files_named_differ(countries):
    folder, made = countries
    clean, planted = _files(folder / "clean"), _files(folder / "planted")
    with (folder / "planted" / "truth" / "plant.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    differing = {path for path in {*clean, *planted} if clean.get(path) != planted.get(path)}
    assert differing == {f"raw/{row['file']}" for row in rows} | {"truth/plant.csv"}
    assert made.planted == {"edition_missing": 2, "zero_dates": sum(row["kind"] == "zero_dates" for row in rows)}


def test_faults_need_raw_files(tmp_path):
    with pytest.raises(WrongUse, match="raw files"):
        simulate(tmp_path, bodies=5, snapshots=(2017,), seed=1, documents=False, kinds=["zero_dates"])


def test_an_unknown_kind_makes_no_country(tmp_path):
    with pytest.raises(WrongUse, match="no kind of fault"):
        simulate(tmp_path / "new", bodies=5, snapshots=(2017,), seed=1, kinds=["zero_days"])
    assert not (tmp_path / "new").exists()


def test_the_command_names_all_kinds():
    said = CliRunner().invoke(app, ["simulate", "--plant", "list"])
    assert said.exit_code == 0
    assert [line.split()[2] for line in said.stdout.splitlines()] == list(plant_kinds())
