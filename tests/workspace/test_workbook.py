"""A workbook repeats to the byte whatever the clock says, and what a source wrote is never a formula."""

import io
import time
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from dagster_project.workspace.workbook import append_row, save_workbook


def _save(path, *rows):
    book = Workbook()
    for row in rows:
        append_row(book.active, row)
    save_workbook(book, path)
    return path.read_bytes()


def test_the_clock_does_not_reach_the_bytes(tmp_path):
    first = _save(tmp_path / "a.xlsx", ["naam", 1])
    time.sleep(2.1)  # a zip stamps every two seconds, the properties every second
    assert _save(tmp_path / "b.xlsx", ["naam", 1]) == first
    assert _save(tmp_path / "c.xlsx", ["naam", 2]) != first


def test_the_content_types_come_first(tmp_path):
    with zipfile.ZipFile(io.BytesIO(_save(tmp_path / "a.xlsx", ["x"]))) as parts:
        assert parts.namelist()[0] == "[Content_Types].xml"
        assert parts.namelist() == sorted(parts.namelist())


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("=1+1", "=1+1"),
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),
        ("a\x07b", "a b"),
        (["gm0014", "gm0037"], "gm0014; gm0037"),
        ([], None),
        (None, None),
        (2.5, 2.5),
        (True, True),
    ],
)
def test_values_come_back_as_values(tmp_path, value, read):
    _save(tmp_path / "a.xlsx", [value, "end"])
    cell = load_workbook(tmp_path / "a.xlsx").active["A1"]
    assert (cell.value, cell.data_type == "f") == (read, False)
