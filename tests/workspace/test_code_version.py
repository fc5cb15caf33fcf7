"""The version of code changes with all that the code rests on, and with nothing else."""

import shutil

import pytest

from dagster_project.workspace.code_version import code_version, reached
from dagster_project.workspace.layout import PROJECT

READER = "dagster_project.budgets.reading"
SCORES = "dagster_project.linkage.model.predict"

SOURCES = {
    "__init__.py": "",
    "start.py": "from dagster_project.room import wanted\nTARGET = 'dagster_project.named:run'\n"
    "from dagster_project.workspace.seeds import read_seed\nread_seed('used')\nimport yaml, csv\n"
    "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import polars\n",
    "room/__init__.py": "lazy.attach(__name__, submod_attrs={'part': ['wanted'], 'other': ['left']})\n",
    "room/part.py": "def wanted():\n    from dagster_project import late\n",
    "room/other.py": "",
    "room/words.yml": "",
    "late.py": "import_module(f'dagster_project.plugins.{name}')\n",
    "plugins/__init__.py": "",
    "plugins/one.py": "",
    "plugins/deep/data.json": "",
    "named.py": "",
    "stranger.py": "",
    "workspace/__init__.py": "",
    "workspace/seeds.py": "def read_seed(name): ...\n",
}


def project(folder, **changed):
    for name, text in {**SOURCES, **changed}.items():
        path = folder / "dagster_project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / "dbt" / "seeds").mkdir(parents=True)
    for seed in ("used", "unused"):
        (folder / "dbt" / "seeds" / f"{seed}.csv").write_text("a\n")
    return folder


def names(found, root):
    return {p.relative_to(root).as_posix().removeprefix("dagster_project/") for p in found.files}


def test_all_that_is_imported_named_or_read_is_reached(tmp_path):
    root = project(tmp_path)
    found = reached("dagster_project.start", root)
    assert names(found, root) == set(SOURCES) - {"stranger.py", "room/other.py"} | {"dbt/seeds/used.csv"}
    assert found.libraries == {"yaml"}


@pytest.mark.parametrize("code", ["read_seed(name)\n", "from dagster_project.workspace.seeds import SEEDS\n"])
def test_where_a_seed_is_known_only_when_the_code_runs_all_are_reached(tmp_path, code):
    root = project(tmp_path, **{"named.py": code})
    assert "dbt/seeds/unused.csv" in names(reached("dagster_project.start", root), root)


def test_a_module_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        code_version("dagster_project.nothing", tmp_path)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    ignored = shutil.ignore_patterns("__pycache__", "evaluation", "simulation", "*.ttf")
    shutil.copytree(PROJECT / "dagster_project", root / "dagster_project", ignore=ignored)
    shutil.copytree(PROJECT / "dbt" / "seeds", root / "dbt" / "seeds")
    return root


@pytest.mark.parametrize(
    ("module", "path", "changes"),
    [
        (READER, "dbt/seeds/organisation_name.csv", True),
        (READER, "dbt/seeds/published_figure.csv", False),
        (READER, "dagster_project/persons/words.yml", True),
        (READER, "dagster_project/documents/formats/docx.py", True),
        (READER, "dagster_project/release/export.py", False),
        (SCORES, "dagster_project/linkage/model/weights.json", True),
        (SCORES, "dagster_project/linkage/model/comparisons.py", True),
        (SCORES, "dagster_project/budgets/reader.py", False),
    ],
)
def test_the_version_changes_with_what_is_reached_and_with_nothing_else(copy, module, path, changes):
    before = code_version(module, copy)
    with (copy / path).open("a") as file:
        file.write("\n")
    code_version.cache_clear()
    assert (code_version(module, copy) != before) == changes


def test_the_same_code_elsewhere_has_the_same_version(tmp_path):
    versions = {code_version("dagster_project.start", project(tmp_path / place)) for place in ("one", "other")}
    assert len(versions) == 1
    assert len(*versions) == 12
