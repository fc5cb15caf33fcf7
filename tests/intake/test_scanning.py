"""What a run begins with: `raw/` and references as they are now, and the tables of intake."""

import shutil
from datetime import date

import pytest

from dagster_project.intake import deliveries, raw_differences, scan, take_in
from dagster_project.workspace import PROJECT, Workspace, read_table
from tests.intake.files import BUDGET, TODAY, listing, write

LATER = date(2026, 1, 1)


def _statuses(workspace):
    return dict(read_table(workspace, "delivery").select("file_name", "status").iter_rows())


def _refusals(workspace):
    return [(r["file_name"], r["reason"]) for r in read_table(workspace, "refusal").iter_rows(named=True)]


def test_an_empty_workspace_has_empty_tables(workspace):
    scan(workspace, today=TODAY)
    assert [read_table(workspace, t).height for t in ("file", "delivery", "refusal", "quarantine")] == [0, 0, 0, 0]


def test_a_file_dropped_into_raw_is_taken_in_where_it_lies(workspace):
    write(workspace.raw, "budgets/2024/gm0014_begroting.csv", BUDGET)
    scan(workspace, today=TODAY)
    scan(workspace, today=LATER)
    (row,) = read_table(workspace, "delivery").to_dicts()
    assert (row["file_name"], row["received_on"]) == ("budgets/2024/gm0014_begroting.csv", TODAY)
    assert read_table(workspace, "file")["sha256"].to_list() == [row["sha256"]]


def test_scanning_again_writes_the_same_bytes(workspace):
    write(workspace.raw, "budgets/2024/gm0014_begroting.csv", BUDGET)
    write(workspace.raw, "budgets/2024/leeg.csv", "")
    scan(workspace, today=TODAY)
    before = {p: p.read_bytes() for p in workspace.root.rglob("*") if p.is_file()}
    scan(workspace, today=LATER)
    assert before == {p: p.read_bytes() for p in workspace.root.rglob("*") if p.is_file()}


def test_a_file_that_goes_is_withdrawn_and_comes_back(workspace):
    path = write(workspace.raw, "budgets/2024/gm0014_begroting.csv", BUDGET)
    scan(workspace, today=TODAY)
    path.unlink()
    scan(workspace, today=LATER)
    assert _statuses(workspace) == {"budgets/2024/gm0014_begroting.csv": "withdrawn"}
    assert _refusals(workspace) == [("budgets/2024/gm0014_begroting.csv", "listed_but_missing")]
    write(workspace.raw, "budgets/2024/gm0014_begroting.csv", BUDGET)
    scan(workspace, today=LATER)
    assert _statuses(workspace) == {"budgets/2024/gm0014_begroting.csv": "accepted"}
    assert _refusals(workspace) == []
    assert deliveries(workspace)[0].received_on == TODAY


def test_a_file_that_moves_is_the_same_delivery(workspace):
    path = write(workspace.raw, "budgets/2024/gm0014_begroting.csv", BUDGET)
    scan(workspace, today=TODAY)
    path.rename(path.with_name("gm0014_verbonden-partijen.csv"))
    scan(workspace, today=LATER)
    assert _statuses(workspace) == {"budgets/2024/gm0014_verbonden-partijen.csv": "accepted"}
    assert _refusals(workspace) == []


def test_a_copy_keeps_what_its_list_elsewhere_said(workspace, inbox):
    write(inbox, "a.csv", BUDGET)
    write(inbox, "deliveries.csv", listing("a.csv,edition,,2017,2018-01-01,,"))
    take_in(workspace, [inbox], today=TODAY)
    write(workspace.raw, "inbox/a.csv", BUDGET + "Nieuw;BV\n")
    scan(workspace, today=LATER)
    (delivery,) = deliveries(workspace, "edition", 2017)
    assert delivery.received_on == LATER
    assert sorted(read_table(workspace, "delivery")["status"]) == ["accepted", "replaced"]


def test_a_file_taken_off_its_list_is_no_longer_read(workspace):
    write(workspace.raw, "editions/a.csv", BUDGET)
    write(workspace.raw, "editions/deliveries.csv", listing("a.csv,edition,,2017,,,"))
    scan(workspace, today=TODAY)
    write(workspace.raw, "editions/deliveries.csv", listing())
    scan(workspace, today=TODAY)
    assert _statuses(workspace) == {"editions/a.csv": "withdrawn"}
    assert _refusals(workspace) == [("editions/a.csv", "not_listed")]


def test_a_corrected_list_replaces_the_delivery(workspace):
    write(workspace.raw, "editions/a.csv", BUDGET)
    write(workspace.raw, "editions/deliveries.csv", listing("a.csv,edition,,2017,,,"))
    scan(workspace, today=TODAY)
    write(workspace.raw, "editions/deliveries.csv", listing("a.csv,edition,,2020,,,"))
    scan(workspace, today=TODAY)
    assert [d.snapshots for d in deliveries(workspace)] == [(2020,)]


def test_references_are_looked_at_again(workspace, inbox):
    path = write(inbox, "budgets/2024/gm0014_begroting.csv", BUDGET)
    write(inbox, "budgets/README.md", "lees mij")
    take_in(workspace, [inbox / "budgets"], reference=True, today=TODAY)
    path.write_text(BUDGET + "Nieuw;BV\n")
    scan(workspace, today=LATER)
    assert sorted(read_table(workspace, "delivery")["status"]) == ["accepted", "replaced"]
    assert deliveries(workspace)[0].received_on == LATER
    assert _refusals(workspace) == [("budgets/README.md", "no_source_or_snapshot")]
    path.unlink()
    scan(workspace, today=LATER)
    assert deliveries(workspace) == []
    assert ("budgets/2024/gm0014_begroting.csv", "listed_but_missing") in _refusals(workspace)
    path.write_text("")
    scan(workspace, today=LATER)
    assert ("budgets/2024/gm0014_begroting.csv", "empty_file") in _refusals(workspace)
    path.write_text(BUDGET)
    scan(workspace, today=LATER)
    assert [d.received_on for d in deliveries(workspace)] == [TODAY]


def test_no_path_of_the_machine_reaches_a_table(workspace, inbox):
    write(inbox, "budgets/2024/gm0014_a.csv", BUDGET)
    write(inbox, "budgets/2024/gm0014_b.csv", BUDGET + "Nieuw;BV\n")
    write(inbox, "budgets/leeg.csv", "")
    take_in(workspace, [inbox / "budgets"], reference=True, today=TODAY)
    scan(workspace, today=TODAY)
    for table in ("file", "delivery", "refusal", "quarantine"):
        assert str(inbox.parent) not in str(read_table(workspace, table).to_dicts())


def test_the_example_that_ships_is_as_a_run_leaves_it(tmp_path):
    shipped = PROJECT / "data" / "example"
    there = tmp_path / "example"
    shutil.copytree(shipped, there, ignore=shutil.ignore_patterns("work", "releases"))
    scan(Workspace.at(there), today=LATER)
    for name in ("manifest.csv", "manifest_refusals.csv"):
        assert (there / name).read_text() == (shipped / name).read_text(), "run the example once and commit the file"


@pytest.mark.parametrize("reference", [False, True])
@pytest.mark.parametrize("bad", ["", "{}", None])
def test_a_file_refused_for_its_content_is_taken_in_when_it_is_right_again(workspace, inbox, reference, bad):
    write(inbox, "a.csv", BUDGET)
    write(inbox, "deliveries.csv", listing("a.csv,edition,,2017,2018-01-01,,"))
    take_in(workspace, [inbox], reference=reference, today=TODAY)
    path = deliveries(workspace)[0].path
    if bad is None:
        path.unlink()
        path.symlink_to("elders")
    else:
        path.write_text(bad)
    scan(workspace, today=LATER)
    assert deliveries(workspace) == []
    assert raw_differences(workspace, every_byte=False) == []
    path.unlink()
    path.write_text(BUDGET)
    assert "back" in raw_differences(workspace, every_byte=False)[0]
    scan(workspace, today=LATER)
    assert [d.received_on for d in deliveries(workspace)] == [date(2018, 1, 1)]
    assert _refusals(workspace) == []


def test_a_reference_taken_off_its_list_does_not_come_back_by_itself(workspace, inbox):
    write(inbox, "a.csv", BUDGET)
    write(inbox, "deliveries.csv", listing("a.csv,edition,,2017,,,"))
    take_in(workspace, [inbox], reference=True, today=TODAY)
    write(inbox, "deliveries.csv", listing())
    take_in(workspace, [inbox], reference=True, today=TODAY)
    scan(workspace, today=LATER)
    assert deliveries(workspace) == []
