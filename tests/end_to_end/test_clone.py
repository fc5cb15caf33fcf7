"""A second clone: git brings what people decided, DVC brings raw files and release; a run without these stops."""

import shutil
from pathlib import Path

import pytest

from dagster_project.intake import deliveries
from dagster_project.workspace import Workspace
from tests.end_to_end.conftest import call, lappendeken

pytestmark = pytest.mark.xdist_group("six")


def test_a_clone_stops_until_dvc_brought_the_raw_files(six, clone):
    assert clone.before.returncode == 3
    assert "dvc pull" in clone.before.stderr
    assert all(d.sha256 in clone.before.stderr for d in deliveries(Workspace.at(six)))
    assert (clone.workspace / "releases" / "2024.1" / "LEESMIJ.md").exists()


def test_git_holds_pointers_and_no_raw_file(six):
    held = call(six, "git", "ls-files").split()
    assert {"raw/budgets.dvc", "raw/surveys.dvc", "releases/2024.1.dvc", "manifest.csv"} <= set(held)
    assert not [name for name in held if name.startswith(("raw/budgets/", "raw/surveys/", "releases/2024.1/"))]


def test_a_reference_that_is_not_there_stops_the_run(six, tmp_path):
    folder = Path(shutil.copytree(six, tmp_path / "data", ignore=shutil.ignore_patterns("work", "releases")))
    (outside := tmp_path / "budgets" / "2024").mkdir(parents=True)
    file = outside / "gm0106_lijst.csv"
    file.write_text("Naam;Vestigingsplaats\nProefkring;Assen\n")
    lappendeken(folder, "intake", "--reference", str(tmp_path / "budgets"))
    file.rename(tmp_path / "elders.csv")
    stopped = lappendeken(folder, "run", check=False)
    assert stopped.returncode == 3
    assert "gm0106_lijst.csv" in stopped.stderr
    assert "Traceback" not in stopped.stderr
