"""The committed raw files are those that the truth gives, to the byte, on any day and machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dagster_project.workspace import PROJECT
from dagster_project.workspace.hashing import sha256_of
from tools.example.raw import write_raw

RAW = PROJECT / "data" / "example" / "raw"
MEND = "run `python -m tools.example` and commit data/example/raw with the truth"


def differences(one: Path, other: Path) -> list[str]:
    """Paths below two folders that only one has or whose content differs."""
    hashes = [{p.relative_to(f).as_posix(): sha256_of(p) for p in f.rglob("*") if p.is_file()} for f in (one, other)]
    return sorted(path for path in hashes[0].keys() | hashes[1].keys() if hashes[0].get(path) != hashes[1].get(path))


def write_elsewhere(folder: Path) -> None:
    """Write the raw files in a process with another hash seed and time zone than this one."""
    environment = os.environ | {"PYTHONHASHSEED": "20170101", "TZ": "Pacific/Auckland"}
    command = [sys.executable, "-m", "tools.example", str(folder)]
    subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)


def test_the_files_are_those_of_the_truth(tmp_path):
    write_elsewhere(tmp_path / "raw")
    assert differences(tmp_path / "raw", RAW) == [], MEND


def test_a_change_is_noticed(tmp_path):
    for name, content in {
        "a/same": "1",
        "a/other": "1",
        "a/lost": "1",
        "b/same": "1",
        "b/other": "2",
        "b/new": "",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    assert differences(tmp_path / "a", tmp_path / "b") == ["lost", "new", "other"]


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    (tmp_path / "brief.txt").write_text("")
    with pytest.raises(ValueError, match=r"brief\.txt"):
        write_raw(tmp_path)
    assert (tmp_path / "brief.txt").exists()


def test_it_is_small():
    assert sum(path.stat().st_size for path in RAW.rglob("*") if path.is_file()) < 1_000_000
