"""What somebody who rewrites the manifest too may change, and what the release itself says against it."""

import csv
import json
import random

import openpyxl
import pytest

from dagster_project.release import verify_release
from dagster_project.release.files import seal
from dagster_project.workspace.hashing import sha256_of
from tests.release.test_verify import edit, setting

BYTES = 40  # of a release of 120 files; each is hashed whole, so that one byte more or less tests the same


def replaced_workbook(release):
    path = next(release.glob("*.xlsx"))
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "niets"
    workbook.save(path)


def deleted_table(release):
    for end in ("csv", "parquet"):
        (release / "tabellen" / f"event.{end}").unlink()
    path = release / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["resources"] = [r for r in package["resources"] if r["name"] != "event"]
    path.write_text(json.dumps(package), encoding="utf-8")


def altered_verdict(release):
    path = release / "kwaliteit.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**said, "oordeel": "afgekeurd"}), encoding="utf-8")


def wider_enum(release):
    path = release / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"denied"', '"misschien"', 1), encoding="utf-8")


def swapped_forms(rows):
    one = rows[0]
    other = next(r for r in rows if r["legal_form"] != one["legal_form"])
    for column in ("legal_form", "legal_form_group"):
        one[column], other[column] = other[column], one[column]


def other_member(rows):
    first = next(r for r in rows if r["figure"] == "legal_form_group" and r["part"] == "numerator")
    same = next(r for r in rows if r["figure"] == "total" and r["snapshot"] == first["snapshot"]
                and r["row_key"] != first["row_key"])  # fmt: skip
    first["row_key"] = same["row_key"]


def other_mention(rows):
    next(r for r in rows if r["source_type"] == "mention")["source_id"] = "m0000000000000000"


FILES = [
    (replaced_workbook, "of the collaborations is not in it"),
    (deleted_table, "tabellen/event.csv: missing, and every release of this form holds it"),
    (altered_verdict, "the verdict is afgekeurd"),
    (wider_enum, "is described otherwise than in this form of release"),
]
ROWS = [
    ("participant", setting("status", "confirmed"), "status is confirmed, its evidence says named_by_others"),
    ("participant", setting("counted", "false"), "counted is false with status named_by_others"),
    ("collaboration", swapped_forms, "legal_form is"),
    ("collaboration", setting("name", "Een andere naam"), "name is 'Een andere naam', its evidence says"),
    ("collaboration", setting("legal_form_group", "other"), "is not of the group other"),
    ("collaboration", setting("municipality_count", "99"), "municipality_count is 99, its counted participants"),
    ("criterion", setting("met", "no"), "meets_definition is true, its criteria say otherwise"),
    ("evidence", other_mention, "there is no mention m0000000000000000"),
    ("evidence", setting("won", "false"), "its evidence says nothing"),
    ("mention", lambda rows: [r.update(claim="denies_participation") for r in rows] and None, "its mention says other"),
    ("theme", lambda rows: rows[1:], "is not there, though its evidence won"),
    ("closure", setting("members", "99"), "members is 99, there are"),
    ("figure_member", other_member, "does not belong in its numerator"),
    ("delivery", setting("file_name", "anders.xlsx"), "herkomst.json: delivery"),
    ("quality_result", setting("outcome", "failed"), "the outcomes of the expectations come to afgekeurd"),
]


@pytest.mark.parametrize(("change", "expected"), FILES)
def test_a_file_that_was_tampered_with_is_found_behind_a_rewritten_manifest(release, change, expected):
    change(release)
    seal(release)
    problems = verify_release(release).problems
    assert any(expected in p for p in problems), problems


@pytest.mark.parametrize(("name", "change", "expected"), ROWS)
def test_a_row_that_was_tampered_with_is_contradicted_by_the_others(release, name, change, expected):
    with (release / "tabellen" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)), "nothing to tamper with"
    edit(release, name, change)
    described(release, name)
    problems = [p for p in verify_release(release).problems if ".parquet" not in p]
    assert any(expected in p for p in problems), problems


def described(release, name):
    """The description follows the file, as somebody who knows it would see to."""
    path, file = release / "datapackage.json", release / "tabellen" / f"{name}.csv"
    package = json.loads(path.read_text(encoding="utf-8"))
    resource = next(r for r in package["resources"] if r["name"] == name)
    resource |= {"bytes": file.stat().st_size, "hash": f"sha256:{sha256_of(file)}"}
    path.write_text(json.dumps(package), encoding="utf-8")
    seal(release)


def test_every_single_byte_that_changes_is_found(release):
    chance = random.Random(20240101)
    files = sorted(p for p in release.rglob("*") if p.is_file() and p.stat().st_size)
    for _ in range(BYTES):
        path = chance.choice(files)
        before = path.read_bytes()
        at = chance.randrange(len(before))
        path.write_bytes(before[:at] + bytes([before[at] ^ chance.randint(1, 255)]) + before[at + 1 :])
        assert verify_release(release, quick=True).problems, (path, at)
        path.write_bytes(before)
