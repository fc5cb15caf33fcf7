"""The command answers at once, takes --data anywhere, and its exit codes mean what they say."""

import subprocess
import sys
import tomllib

import pytest

from dagster_project.cli.main import hoisted
from dagster_project.workspace import PROJECT


def run(*words: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "dagster_project.cli.main", *words], capture_output=True, text=True)


def test_help_loads_nothing_heavy():
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, dagster_project.cli.main; print([m for m in ('dagster', 'dbt', 'great_expectations', 'polars',"
            " 'pandera', 'splink', 'pandas', 'dagster_project.budgets', 'dagster_project.persons')"
            " if m in sys.modules])",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["run", "--data", "d"], ["--data", "d", "run"]),
        (["run", "--data=d", "--dry-run"], ["--data=d", "run", "--dry-run"]),
        (["--data", "d", "run"], ["--data", "d", "run"]),
        (["run", "--", "--data", "d"], ["run", "--", "--data", "d"]),
    ],
)
def test_data_may_stand_anywhere(words, expected):
    assert hoisted(words) == expected


def test_the_version_is_that_of_the_project_and_its_log_of_changes():
    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"lappendeken {declared}\n")
    assert f"\n## {declared}\n" in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_a_folder_that_is_no_workspace_is_wrong_use(tmp_path):
    done = run("status", "--data", str(tmp_path))
    assert done.returncode == 2
    assert "no workspace" in done.stderr
    assert "mend:" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_snapshot_is_wrong_use(tmp_path):
    (tmp_path / "workspace.yml").write_text("kind: real\nformat: 2\n")
    done = run("run", "--data", str(tmp_path), "--snapshot", "1999")
    assert done.returncode == 2
    assert "1999" in done.stderr


def test_intake_of_what_is_all_refused_ends_as_unreadable_and_of_a_part_does_not(tmp_path):
    folder = tmp_path / "in" / "budgets" / "2024"
    folder.mkdir(parents=True)
    (folder / "gm0014_leeg.csv").write_text("")
    words = ("intake", str(tmp_path / "in" / "budgets"), "--data", str(tmp_path / "data"))
    done = run(*words)
    assert done.returncode == 3
    assert "empty_file" in done.stdout
    assert "mend:" in done.stderr
    (folder / "gm0014_begroting.csv").write_text("Naam;Rechtsvorm\nGGD Noord;NV\n")
    assert [run(*words).returncode for _ in range(2)] == [0, 0]


def test_a_release_of_tables_that_are_stale_is_refused(tmp_path):
    (tmp_path / "workspace.yml").write_text("kind: real\nformat: 2\n")
    done = run("release", "--data", str(tmp_path))
    assert done.returncode == 1
    assert "lappendeken run" in done.stderr


def test_unknown_commands_are_wrong_use():
    assert run("dance").returncode == 2
