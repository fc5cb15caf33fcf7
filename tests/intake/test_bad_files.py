"""One bad file is one refusal: the others are taken in, and no link, pipe, lock or odd name does more than that."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from dagster_project.intake import deliveries, raw_differences, scan, take_in
from dagster_project.intake.manifest import load
from dagster_project.sandbox import Refused, limits
from dagster_project.workspace import read_table
from tests.intake import files
from tests.intake.files import BUDGET, TODAY, listing, write

GOOD = "budgets/2024/gm0014_goed.csv"
BOTH = pytest.mark.parametrize("reference", [False, True])


def _take(workspace, inbox, reference=False) -> dict[str, str]:
    """Take in a good file with what else is there; gives the reasons of the refusals by name."""
    write(inbox, GOOD, BUDGET)
    report = take_in(workspace, [inbox / "budgets"], reference=reference, today=TODAY)
    assert [d.file_name for d in deliveries(workspace)] == [GOOD]
    again = take_in(workspace, [inbox / "budgets"], reference=reference, today=TODAY)
    assert (report.taken, again.already, again.refused) == (1, 1, report.refused)
    scan(workspace, today=TODAY)
    assert raw_differences(workspace, every_byte=True) == []
    return {r["file_name"].removeprefix("budgets/2024/"): r["reason"] for r in report.refused}


def _zip_with_broken_mimetype() -> bytes:
    good = files.zipped({"mimetype": b"application/vnd.oasis.opendocument.text" * 9})
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        start = archive.infolist()[0].header_offset + 38
    return good[:start] + b"\xff" * 12 + good[start + 12 :]


@BOTH
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[" * 65_000, "unknown_media_type"),
        (b'{"a":' * 13_000, "unknown_media_type"),
        (_zip_with_broken_mimetype(), "corrupt"),
        (b"PK\x05\x06" + b"\xff" * 18, "corrupt"),
        (b"PK\x03\x04", "corrupt"),
    ],
)
def test_content_that_breaks_a_library_is_refused(workspace, inbox, reference, content, reason):
    write(inbox, "budgets/2024/gm0014_stuk.csv", content)
    assert _take(workspace, inbox, reference) == {"gm0014_stuk.csv": reason}


@BOTH
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"gm0014_caf\xe9.csv", r"gm0014_caf\xe9.csv"),
        (b"gm0014_\x1b[31mrood.csv", r"gm0014_\x1b[31mrood.csv"),
        (b"gm0014_a\nb.csv", r"gm0014_a\x0ab.csv"),
        ("gm0014_\u202evsc.exe".encode(), r"gm0014_\u202evsc.exe"),
    ],
)
def test_a_name_that_is_no_text_is_refused_and_shown_as_it_is(workspace, inbox, reference, name, shown):
    folder = os.fsencode(inbox / "budgets" / "2024")
    os.makedirs(folder)
    with open(folder + b"/" + name, "wb") as file:
        file.write(BUDGET.encode())
    assert _take(workspace, inbox, reference) == {shown: "bad_name"}
    assert shown in read_table(workspace, "refusal")["file_name"][0]


def test_a_folder_above_a_reference_that_is_no_text_is_refused(workspace, inbox):
    folder = os.fsdecode(os.fsencode(inbox) + b"/\xe9")
    os.makedirs(f"{folder}/budgets/2024")
    path = f"{folder}/budgets/2024/gm0014_a.csv"
    with open(path, "w") as file:
        file.write(BUDGET)
    found = [take_in(workspace, [Path(folder, "budgets")], reference=r, today=TODAY) for r in (True, False)]
    assert [[r["reason"] for r in report.refused] for report in found] == [["bad_name"], []]
    assert len(deliveries(workspace)) == 1


@BOTH
def test_a_name_as_long_as_a_name_can_be_is_taken_in(workspace, inbox, reference):
    name = "budgets/2024/gm0014_" + "a" * (255 - 11) + ".csv"
    write(inbox, name, BUDGET)
    assert take_in(workspace, [inbox / "budgets"], reference=reference, today=TODAY).taken == 1
    assert deliveries(workspace)[0].path.read_text() == BUDGET


def test_a_path_that_gets_too_long_below_raw_is_refused(workspace, inbox):
    deep = inbox / "budgets"
    deep.mkdir()
    here = os.getcwd()
    try:
        os.chdir(deep)
        for _ in range(19):  # deeper than a path may be long, in steps that are not
            os.mkdir("d" * 200)
            os.chdir("d" * 200)
        write(Path(), "gm0014_a.csv", BUDGET)
    finally:
        os.chdir(here)
    assert list(_take(workspace, inbox).values()) in (["bad_name"], ["unreadable"], ["no_source_or_snapshot"])


@BOTH
def test_links_are_not_followed(workspace, inbox, reference):
    outside = write(inbox.parent, "elders/gm0014_geheim.csv", BUDGET + "Geheim;BV\n")
    folder = inbox / "budgets" / "2024"
    folder.mkdir(parents=True)
    (folder / "gm0014_link.csv").symlink_to(outside)
    (folder / "gm0014_binnen.csv").symlink_to("gm0014_goed.csv")
    (folder / "gm0014_stuk.csv").symlink_to(inbox / "nergens")
    (folder / "gm0014_rond.csv").symlink_to("gm0014_rond.csv")
    (folder / "gm0037_map").symlink_to(outside.parent)
    (folder / "omhoog").symlink_to("..")
    (folder / "deliveries.csv").symlink_to(write(inbox.parent, "elders/lijst.csv", listing("x.csv,edition,,2017,,,")))
    reasons = _take(workspace, inbox, reference)
    assert set(reasons) == {f.name for f in folder.iterdir() if f.is_symlink()}
    assert set(reasons.values()) == {"link"}
    assert not any("Geheim" in p.read_text() for p in workspace.raw.rglob("*.csv"))


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_link_given_by_itself_is_refused_too(workspace, inbox, kind):
    """For `intake inbox/*` gives the links of an inbox one by one."""
    target = write(inbox, GOOD, BUDGET)
    link = inbox / "link"
    link.symlink_to(target if kind == "file" else target.parent.parent)
    assert [r["reason"] for r in take_in(workspace, [link], today=TODAY).refused] == ["link"]
    assert deliveries(workspace) == []


def test_nothing_is_written_through_a_link_below_raw(workspace, inbox):
    elsewhere = inbox.parent / "elders"
    elsewhere.mkdir()
    (workspace.raw / "budgets").symlink_to(elsewhere)
    write(inbox, GOOD, BUDGET)
    report = take_in(workspace, [inbox / "budgets"], today=TODAY)
    assert [r["reason"] for r in report.refused] == ["link"]
    assert list(elsewhere.iterdir()) == []


def test_the_folder_raw_itself_may_be_a_link(workspace, inbox):
    big = inbox.parent / "grote-schijf"
    workspace.raw.rename(big)
    workspace.raw.symlink_to(big)
    assert _take(workspace, inbox) == {}
    assert (big / GOOD).exists()


@BOTH
def test_what_is_no_file_is_refused_without_waiting_for_it(workspace, inbox, reference):
    folder = inbox / "budgets" / "2024"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "gm0014_pijp.csv")
    os.mkfifo(folder / "deliveries.csv")
    os.mknod(folder / "gm0014_socket.csv", stat.S_IFSOCK | 0o600)
    assert _take(workspace, inbox, reference) == dict.fromkeys(
        ("gm0014_pijp.csv", "gm0014_socket.csv", "deliveries.csv"), "no_file"
    )


@BOTH
def test_what_may_not_be_read_is_refused(workspace, inbox, reference, monkeypatch):
    shut, locked = write(inbox, "budgets/2024/gm0014_dicht.csv", BUDGET), inbox / "budgets" / "op-slot"
    locked.mkdir()
    really_open, really_list = os.open, os.listdir

    def refuse(really, closed):
        def call(path, *more, **named):
            if path == closed:
                raise PermissionError(13, "Permission denied", str(path))
            return really(path, *more, **named)

        return call

    monkeypatch.setattr(os, "open", refuse(really_open, shut))
    monkeypatch.setattr(os, "listdir", refuse(really_list, locked))
    assert _take(workspace, inbox, reference) == {"gm0014_dicht.csv": "unreadable", "budgets/op-slot": "unreadable"}


@BOTH
def test_a_file_that_changes_while_it_is_read_is_refused(workspace, inbox, reference, monkeypatch):
    path = write(inbox, "budgets/2024/gm0014_groeit.csv", BUDGET)
    really = os.fstat

    def grow(handle):
        stat = really(handle)
        if os.path.samestat(stat, path.stat()):
            with path.open("a") as more:
                more.write("nog een regel;BV\n")
        return stat

    monkeypatch.setattr(os, "fstat", grow)
    assert _take(workspace, inbox, reference) == {"gm0014_groeit.csv": "unreadable"}


@BOTH
def test_a_file_that_disappears_before_it_is_read_is_refused(workspace, inbox, reference, monkeypatch):
    path, really = write(inbox, "budgets/2024/gm0014_weg.csv", BUDGET), os.open

    def vanish(name, *more, **named):
        if name == path:
            raise FileNotFoundError(2, "No such file or directory", str(path))
        return really(name, *more, **named)

    monkeypatch.setattr(os, "open", vanish)
    assert _take(workspace, inbox, reference) == {"gm0014_weg.csv": "unreadable"}


def test_a_file_larger_than_the_room_on_the_disk_is_refused(workspace, inbox):
    path = write(inbox, "budgets/2024/gm0014_reus.csv", "")
    os.truncate(path, 1 << 42)
    assert _take(workspace, inbox) == {"gm0014_reus.csv": "too_large"}


def test_a_folder_in_raw_where_the_file_belongs_is_refused(workspace, inbox):
    (workspace.raw / "budgets/2024/gm0014_map.csv").mkdir(parents=True)
    write(inbox, "budgets/2024/gm0014_map.csv", BUDGET)
    assert _take(workspace, inbox) == {"gm0014_map.csv": "bad_name"}


def test_a_file_in_raw_where_the_folder_belongs_is_refused(workspace, inbox):
    write(workspace.raw, "budgets/2023", "een bestand")
    write(inbox, "budgets/2023/gm0014_a.csv", BUDGET + "Nieuw;BV\n")
    write(inbox, GOOD, BUDGET)
    report = take_in(workspace, [inbox / "budgets"], today=TODAY)
    assert (report.taken, [r["reason"] for r in report.refused]) == (1, ["bad_name"])


def test_an_empty_folder_is_refused(workspace, inbox):
    report = take_in(workspace, [inbox], today=TODAY)
    assert [(r["file_name"], r["reason"]) for r in report.refused] == [("inbox", "no_file")]
    write(inbox, GOOD, BUDGET)
    assert take_in(workspace, [inbox], today=TODAY).taken == 1
    assert load(workspace).refusals == {}


@pytest.mark.parametrize(
    "name",
    [
        "~$gm0014_enquete.xlsx",
        ".~lock.gm0014_enquete.ods#",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "__MACOSX/._gm0014_enquete.xlsx",
        "@eaDir/gm0014_enquete.xlsx",
        "~WRL0001.tmp",
        "Icon\r",
    ],
)
def test_files_of_offices_and_systems_are_passed_over(workspace, inbox, name):
    path = write(inbox, f"budgets/2024/{name}", b"\x00\x05office")
    assert _take(workspace, inbox) == {}
    if "/" not in name:
        assert take_in(workspace, [path], today=TODAY).refused == []


def test_a_damaged_list_costs_that_list_only(workspace, inbox):
    write(inbox, "budgets/lijst/deliveries.csv", "file,source\n" + "x" * 200_000 + ",edition\n")
    reasons = _take(workspace, inbox)
    assert reasons == {"budgets/lijst/deliveries.csv": "row_unreadable"}


def test_a_list_that_costs_too_much_is_refused(workspace, inbox):
    path = write(inbox, "budgets/lijst/deliveries.csv", "file,source\n")
    os.truncate(path, limits.MAX_TEXT + 1)
    assert _take(workspace, inbox) == {"budgets/lijst/deliveries.csv": "too_large"}


def test_a_list_that_brings_its_reader_down_costs_that_list_only(workspace, inbox, monkeypatch):
    def fall(path, *_):
        raise Refused("memory_limit", "document", "te veel")

    write(inbox, "budgets/lijst/deliveries.csv", listing())
    monkeypatch.setattr("dagster_project.intake.describe.read_limited", fall)
    assert _take(workspace, inbox) == {"budgets/lijst/deliveries.csv": "memory_limit"}
