"""A second clone: git brings what people decided, DVC raw files and release; a run there gives the same bytes."""

import shutil
from pathlib import Path

import pytest

from dagster_project.intake import deliveries
from dagster_project.workspace import Workspace
from tests.end_to_end.conftest import call, dvc, lappendeken

pytestmark = pytest.mark.xdist_group("six")


@pytest.fixture(scope="module")
def clone(six) -> tuple[Path, Path]:
    """The workspace of six documents, and that of a clone of its repository into which nothing was pulled."""
    second = six.parent.parent / "second"  # the DVC store stands beside both
    call(second.parent, "git", "clone", "--quiet", str(six.parent), second.name)
    return six, second / "data"


def test_a_clone_gives_the_same_release_once_dvc_brought_the_raw_files(clone):
    first, second = clone
    assert not list((second / "raw" / "budgets").glob("*")), "git brought raw files"
    stopped = lappendeken(second, "run", check=False)
    assert stopped.returncode == 3
    assert "dvc pull" in stopped.stderr
    assert all(d.sha256 in stopped.stderr for d in deliveries(Workspace.at(first)))
    dvc(second, "pull", "--quiet")
    assert (second / "releases" / "2024.1" / "LEESMIJ.md").exists()
    shutil.rmtree(second / "releases" / "2024.1")
    lappendeken(second, "run")
    told = [lappendeken(folder, "release").stdout.splitlines()[-1] for folder in clone]
    assert told[0].startswith("root hash ")
    assert told[0] == told[1]
    assert [p.name for p in (second / "releases").iterdir() if p.is_dir()] == ["2024.1"]


def test_git_holds_pointers_and_no_raw_file(clone):
    held = call(clone[0], "git", "ls-files").split()
    assert {"raw/budgets.dvc", "raw/surveys.dvc", "releases/2024.1.dvc", "manifest.csv"} <= set(held)
    assert not [name for name in held if name.startswith(("raw/budgets/", "raw/surveys/", "releases/2024.1/"))]


def test_a_reference_that_is_not_there_stops_the_run(clone, tmp_path):
    folder = Path(shutil.copytree(clone[0], tmp_path / "data", ignore=shutil.ignore_patterns("work", "releases")))
    (outside := tmp_path / "budgets" / "2024").mkdir(parents=True)
    file = outside / "gm0106_lijst.csv"
    file.write_text("Naam;Vestigingsplaats\nProefkring;Assen\n")
    lappendeken(folder, "intake", "--reference", str(tmp_path / "budgets"))
    file.rename(tmp_path / "elders.csv")
    stopped = lappendeken(folder, "run", check=False)
    assert stopped.returncode == 3
    assert "gm0106_lijst.csv" in stopped.stderr
    assert "Traceback" not in stopped.stderr
