"""Nobody can take a file of the example for a real one."""

import csv
import zipfile
from pathlib import Path

import pytest

from dagster_project.workspace import PROJECT

RAW = PROJECT / "data" / "example" / "raw"
NOTHING_IN_IT = {"gm0047_leeg.csv", "gm0765_bijlage.bin"}
MARKED_BY_THEIR_LIST = {"registers", "programmes"}
"""Folders whose CSV files have the columns of their source alone: `deliveries.csv` says that they are invented."""


def is_marked(path: Path) -> bool:
    """Whether the content says `Voorbeeld`."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return any(b"Voorbeeld" in archive.read(name) for name in archive.namelist())
    return b"Voorbeeld" in path.read_bytes()


@pytest.mark.parametrize("folder", ["budgets", "surveys", "editions", "programmes"])
def test_documents_say_so_themselves(folder):
    files = [path for path in sorted((RAW / folder).rglob("*")) if path.is_file() and path.name not in NOTHING_IN_IT]
    by_list = [path for path in files if folder in MARKED_BY_THEIR_LIST and path.suffix == ".csv"]
    assert files
    assert [path.name for path in files if path not in by_list and not is_marked(path)] == []


@pytest.mark.parametrize("folder", ["registers", "programmes", "editions"])
def test_lists_say_so_of_all_files_beside_them(folder):
    with (RAW / folder / "deliveries.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["file"] for row in rows} == {path.name for path in (RAW / folder).iterdir()} - {"deliveries.csv"}
    assert all("Voorbeeld" in row["origin"] for row in rows)


def test_an_unmarked_file_is_noticed(tmp_path):
    (tmp_path / "begroting.csv").write_text("Naam;Rechtsvorm\n")
    assert not is_marked(tmp_path / "begroting.csv")
