"""Every way to spoil a release is found, and the message names file and place."""

import ast
import csv
import json
import os
import shutil
import subprocess
import sys
import time
from collections import Counter

import pytest

from dagster_project.cli.pipeline import verify as verify_command
from dagster_project.release import root_hash, verify_release
from dagster_project.release.files import seal
from dagster_project.release.verifier import standalone
from dagster_project.workspace import WrongUse


def edit(release, name, change):
    """Change the rows of a CSV as dicts, and reseal, so that only what is wrong inside is found."""
    path = release / "tabellen" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames), list(reader)
    rows = change(rows) or rows
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    seal(release)


def setting(column, value, row=0):
    def change(rows):
        rows[row][column] = value

    return change


def problems_of(release, without_parquet=True):
    found = verify_release(release).problems
    return [p for p in found if ".parquet" not in p] if without_parquet else found


def test_a_sound_release_has_no_problems(release):
    assert problems_of(release, without_parquet=False) == []


def test_manifest_missing_extra_and_changed(release):
    (release / "LICENSE").unlink()
    (release / "tabellen" / "note.txt").write_text("x", encoding="utf-8")
    with (release / "LEESMIJ.md").open("a", encoding="utf-8") as file:
        file.write("x")
    assert problems_of(release) == [
        "LEESMIJ.md: changed, its content is not the one listed in MANIFEST.sha256",
        "LICENSE: missing, but listed in MANIFEST.sha256",
        "tabellen/note.txt: extra, not listed in MANIFEST.sha256",
        "LICENSE: missing, and every release of this form holds it",
    ]


@pytest.mark.parametrize("name", ["CITATION.cff", "dcat.ttl", "kwaliteit.html", "tabellen/csv-metadata.json"])
def test_a_file_that_every_release_holds_is_missed_though_the_manifest_is_rewritten(release, name):
    (release / name).unlink()
    seal(release)
    assert problems_of(release) == [f"{name}: missing, and every release of this form holds it"]


@pytest.mark.parametrize("name", ["cijfers.sdmx.csv", "figuren/figuur-01.csv"])
def test_a_figure_that_says_otherwise_elsewhere_is_found(release, name):
    path = release / name
    said = path.read_text(encoding="utf-8")
    cell = next(r for r in csv.DictReader(said.splitlines()) if {"total", "samenwerkingsverbanden"} & set(r.values()))
    value = cell.get("OBS_VALUE") or cell["Waarde"]
    path.write_text(said.replace(f",{value},", ",4321,", 1), encoding="utf-8")
    seal(release)
    (problem,) = problems_of(release)
    assert problem.startswith(f"{name}: ")
    assert " is 4321, in tabellen/figure.csv " in problem


def test_a_cell_left_out_of_the_long_form_and_a_picture_left_out_are_found(release):
    lines = (release / "cijfers.sdmx.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (release / "cijfers.sdmx.csv").write_text("".join(lines[:-1]), encoding="utf-8")
    (release / "figuren" / "figuur-01.png").unlink()
    seal(release)
    left_out, picture = problems_of(release)
    assert "is not in both it and tabellen/figure.csv" in left_out
    assert picture == "figuren/figuur-01.csv: there is no figuur-01.png beside it"


def test_a_rewritten_manifest_is_found_by_the_root_hash(release):
    published = root_hash(release)
    (release / "LEESMIJ.md").write_text("x", encoding="utf-8")
    seal(release)
    assert verify_release(release).ok
    assert "root hash is" in verify_release(release, published).problems[0]


@pytest.mark.parametrize("line", ["nonsense", "0" * 64 + "  ../outside", "0" * 64 + "  /etc/hostname"])
def test_a_manifest_that_leads_elsewhere_is_refused(release, line):
    with (release / "MANIFEST.sha256").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    assert any(p.startswith("MANIFEST.sha256, line") for p in problems_of(release))


def test_a_folder_that_is_no_release(tmp_path):
    assert verify_release(tmp_path).problems[0].startswith("MANIFEST.sha256: missing")


SPOILT = [
    ("collaboration", setting("snapshot", "tweeduizend"), "row 2, column snapshot: 'tweeduizend' is no integer"),
    ("collaboration", setting("obligation", "perhaps"), "column obligation: 'perhaps' is none of mandatory"),
    ("collaboration", setting("name", ""), "column name: empty, but required"),
    ("collaboration", setting("meets_definition", "ja"), "'ja' is no boolean"),
    ("collaboration", setting("name", "=1+1"), "would start a formula"),
    ("collaboration", lambda rows: [*rows, rows[0]], "stands in row 2 already"),
    ("delivery", setting("received_on", "2024-02-30"), "'2024-02-30' is no date"),
    ("delivery", setting("snapshots", "2024; x"), "is no list of integers"),
    ("link", setting("collaboration_id", "sv9999999"), "sv9999999 is not in tabellen/collaboration_identity.csv"),
    ("figure", setting("numerator", "99", -1), "numerator is 99, its members add up to"),
    ("figure", setting("value", "99", -1), "value is 99, by its formula (count) it is"),
    ("figure", setting("value", "", -1), "value is empty, by its formula"),
    ("figure", setting("obs_status", "O", -1), "by its formula (count) it is empty"),
    ("figure_member", setting("weight", "2"), "its members add up to"),
    ("figure_member", setting("row_key", "2024|sv9999999"), "there is no row 2024|sv9999999 in the table"),
    ("figure_member", setting("category", "elsewhere"), "which is no cell of tabellen/figure.csv"),
    ("stock_flow", setting("first_seen", "7"), "stock_after is"),
    ("stock_flow", setting("stock_before", "7"), "counted in tabellen/collaboration.csv"),
    ("collaboration", setting("meets_definition", "false"), "counted in tabellen/collaboration.csv"),
]


@pytest.mark.parametrize(("name", "change", "expected"), SPOILT)
def test_what_is_spoilt_is_found_at_its_place(release, name, change, expected):
    edit(release, name, change)
    problems = problems_of(release)
    assert any(expected in p for p in problems), problems


def test_a_column_too_few_and_a_ragged_row(release):
    path = release / "tabellen" / "theme.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",reviewed", "", 1), encoding="utf-8")
    other = release / "tabellen" / "event.csv"
    other.write_text(other.read_text(encoding="utf-8") + "a,b\n", encoding="utf-8")
    seal(release)
    problems = problems_of(release)
    assert any(p.startswith("tabellen/theme.csv, row 1: columns are") for p in problems)
    assert any(p.startswith("tabellen/event.csv, row 2: not 8 fields") for p in problems)


def test_parquet_that_says_something_else_than_the_csv_is_found(release):
    edit(release, "collaboration", setting("name", "Een andere naam"))
    assert any(p.startswith("tabellen/collaboration.parquet, column name: ") for p in verify_release(release).problems)


def test_a_long_list_of_problems_is_told_with_its_length(release):
    edit(release, "figure_member", lambda rows: [r.update(row_key="x" + r["row_key"]) for r in rows] and None)
    assert any("more of these" in p for p in problems_of(release))


def test_a_package_without_its_description(release):
    (release / "datapackage.json").write_text(json.dumps({"resources": [{}]}), encoding="utf-8")
    assert any("cannot be read as a data package" in p for p in problems_of(release))


PIPED = ["datapackage.json", "MANIFEST.sha256", "tabellen/figure.csv", "tabellen/figure.parquet", "LICENSE"]


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
@pytest.mark.parametrize("path", PIPED)
def test_a_pipe_or_a_folder_in_the_place_of_a_file_is_told_and_never_waited_for(release, path, make):
    (release / path).unlink()
    make(release / path)
    verify = [sys.executable, str(release / "verify.py")]
    done = subprocess.run(verify, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"problem: {path}: " in done.stdout


def test_a_pipe_beside_the_files_is_told(release):
    os.mkfifo(release / "pijp")
    assert problems_of(release) == ["pijp: extra, not listed in MANIFEST.sha256"]


@pytest.mark.parametrize("path", ["datapackage.json", "MANIFEST.sha256", "tabellen/figure.csv"])
@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"[" * 70_000, b"{}", b""])
def test_a_file_that_is_no_such_file_is_told(release, path, content):
    (release / path).write_bytes(content)
    assert problems_of(release)


def test_a_description_that_describes_nothing_is_told(release):
    package = json.loads((release / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"][0]["schema"]["fields"] = [
        {**f, "type": "?"} for f in package["resources"][0]["schema"]["fields"]
    ]
    package["resources"][1]["path"] = "../elders.csv"
    (release / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    problems = problems_of(release)
    assert any("cannot be checked" in p for p in problems)
    assert any(p.startswith("../elders.csv: cannot be read") for p in problems)


@pytest.mark.parametrize("root", ["", " ", "abc", "g" * 64])
def test_a_root_hash_that_is_none_is_wrong_use(release, root):
    with pytest.raises(WrongUse, match="no root hash"):
        verify_command(release, root)
    bare = [sys.executable, "-I", "-S", str(release / "verify.py"), "--root", root]
    assert subprocess.run(bare, capture_output=True, check=False).returncode == 2


def test_verify_py_needs_nothing_but_python(release, tmp_path):
    """Isolated from everything that is installed, from another folder, in under two seconds."""
    bare = [sys.executable, "-I", "-S", str(release / "verify.py")]
    start = time.monotonic()
    good = subprocess.run(
        [*bare, "--root", root_hash(release)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert time.monotonic() - start < 2
    told = "2024.1: sound as far as was looked; not looked at: Parquet beside CSV, for which pyarrow must be installed"
    assert (good.returncode, good.stdout.splitlines()) == (4, [told, f"root hash {root_hash(release)}"])
    (release / "LICENSE").unlink()
    bad = subprocess.run([*bare, str(release)], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (bad.returncode, "LICENSE: missing" in bad.stdout) == (1, True)


def test_verify_py_is_the_parts_of_the_package_in_one_file(release):
    text = (release / "verify.py").read_text(encoding="utf-8")
    assert text == standalone()
    assert "dagster_project" not in text
    named = [n for node in ast.parse(text).body for n in names_of(node)]
    assert [n for n, times in Counter(named).items() if times > 1] == []


def names_of(node):
    """What a statement of a module defines; a constant may be added to."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    return [t.id for t in node.targets if isinstance(t, ast.Name)] if isinstance(node, ast.Assign) else []


def test_another_verifier_than_that_of_the_code_is_told(release):
    (release / "verify.py").write_text(standalone() + "\n", encoding="utf-8")
    seal(release)
    assert problems_of(release) == ["verify.py: it is not the verifier of the code that made it"]


def test_a_copy_elsewhere_is_as_good(release, tmp_path):
    assert verify_release(shutil.copytree(release, tmp_path / "elders" / "kopie")).ok


def test_a_name_in_a_release_does_not_steer_the_screen(tmp_path):
    (tmp_path / "a\x1b[31m\u202e").write_text("")
    (tmp_path / "MANIFEST.sha256").write_text("")
    verifier = tmp_path.with_name("verify.py")
    verifier.write_text(standalone(), encoding="utf-8")
    words = [sys.executable, "-I", "-S", verifier, tmp_path]
    told = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (told.returncode, "\x1b" in told.stdout, "\u202e" in told.stdout) == (1, False, False)
    assert r"a\x1b[31m\u202e: extra" in told.stdout
