"""Taking in by copy and by reference, and everything that is refused at the door."""

import unicodedata
from datetime import date

import pytest

from dagster_project.intake import deliveries, take_in
from dagster_project.intake.manifest import load
from dagster_project.workspace import WrongUse
from tests.intake import files
from tests.intake.files import BUDGET, TODAY, listing, write


def _reasons(report):
    return {row["file_name"]: row["reason"] for row in report.refused}


def test_the_path_says_what_a_file_is(workspace, inbox):
    write(inbox, "budgets/2024/gm0014_begroting.csv", BUDGET)
    report = take_in(workspace, [inbox / "budgets"], today=TODAY)
    (delivery,) = deliveries(workspace, "budget", 2024)
    assert (report.taken, report.already, report.refused) == (1, 0, [])
    assert (delivery.organisation_ids, delivery.snapshots) == (("gm0014",), (2024,))
    assert delivery.file_name == "budgets/2024/gm0014_begroting.csv"
    assert delivery.path == workspace.raw / delivery.file_name
    assert delivery.path.read_text() == BUDGET
    assert delivery.received_on == TODAY
    assert deliveries(workspace, "budget", 2020) == []


def test_a_single_file_keeps_the_folders_that_say_what_it_is(workspace, inbox):
    path = write(inbox, "budgets/2024/gm0014_begroting.csv", BUDGET)
    take_in(workspace, [path], today=TODAY)
    assert (workspace.raw / "budgets/2024/gm0014_begroting.csv").exists()


def test_a_list_says_what_files_are(workspace, inbox):
    write(inbox, "partijen/a.csv", BUDGET)
    write(inbox, "deliveries.csv", listing("partijen/a.csv,budget,gm0014;gm0037,2020;2024,2024-12-01,gemeente,CC0-1.0"))
    take_in(workspace, [inbox], today=TODAY)
    (delivery,) = deliveries(workspace)
    assert delivery.organisation_ids == ("gm0014", "gm0037")
    assert delivery.snapshots == (2020, 2024)
    assert (delivery.received_on, delivery.origin, delivery.licence) == (date(2024, 12, 1), "gemeente", "CC0-1.0")


@pytest.mark.parametrize("origin", ["mail van Noor Proefman", "proef@voorbeeld.nl"])
def test_a_list_that_names_a_person_is_refused_at_its_line(workspace, inbox, origin):
    write(inbox, "a.csv", BUDGET)
    write(inbox, "deliveries.csv", listing(f"a.csv,register,,,,{origin},"))
    take_in(workspace, [inbox], today=TODAY)
    assert deliveries(workspace) == []
    (refused,) = load(workspace).refusals.values()
    assert refused["reason"] == "personal_name"
    assert "regel 2" in refused["detail"]
    assert origin not in str(refused)


def test_no_snapshot_in_a_list_means_all(workspace, inbox):
    write(inbox, "register.csv", BUDGET)
    write(inbox, "deliveries.csv", listing("register.csv,register,,,,,"))
    take_in(workspace, [inbox], today=TODAY)
    (delivery,) = deliveries(workspace, "register", 2017)
    assert all(delivery.serves(year) for year in (2017, 2020, 2023, 2024))
    assert [year for year in (2017, 2020, 2023, 2024) if delivery.is_first(year)] == [2017]


def test_by_reference_nothing_is_copied(workspace, inbox):
    path = write(inbox, "budgets/2024/gm0014_begroting.csv", BUDGET)
    take_in(workspace, [inbox / "budgets"], reference=True, today=TODAY)
    (delivery,) = deliveries(workspace)
    assert delivery.path == path
    assert delivery.file_name == "budgets/2024/gm0014_begroting.csv"
    assert list(workspace.raw.rglob("*")) == []


@pytest.mark.parametrize("reference", [False, True])
def test_taking_in_again_changes_nothing(workspace, inbox, reference):
    write(inbox, "budgets/2024/gm0014_begroting.csv", BUDGET)
    write(inbox, "budgets/README.md", "lees mij")
    first = take_in(workspace, [inbox / "budgets"], reference=reference, today=TODAY)
    manifest = workspace.manifest.read_bytes()
    refusals = (workspace.root / "manifest_refusals.csv").read_bytes()
    second = take_in(workspace, [inbox / "budgets"], reference=reference, today=date(2030, 1, 1))
    assert (first.taken, second.taken, second.already) == (1, 0, 1)
    assert workspace.manifest.read_bytes() == manifest
    assert (workspace.root / "manifest_refusals.csv").read_bytes() == refusals
    assert b"\r" not in manifest


@pytest.mark.parametrize("reference", [False, True])
def test_other_content_in_the_same_place_is_a_replacement(workspace, inbox, reference):
    write(inbox, "budgets/2024/gm0014_begroting.csv", BUDGET)
    take_in(workspace, [inbox / "budgets"], reference=reference, today=TODAY)
    (old,) = deliveries(workspace)
    write(inbox, "budgets/2024/gm0014_begroting.csv", BUDGET + "Nieuw;BV\n")
    report = take_in(workspace, [inbox / "budgets"], reference=reference, today=TODAY)
    (new,) = deliveries(workspace)
    assert "replaces" in report.notes[0]
    assert load(workspace).deliveries[old.delivery_id].status == "replaced"
    assert new.path.read_text().endswith("Nieuw;BV\n")
    write(inbox, "budgets/2024/gm0014_begroting.csv", BUDGET)
    take_in(workspace, [inbox / "budgets"], reference=reference, today=TODAY)
    assert [d.delivery_id for d in deliveries(workspace)] == [old.delivery_id]


def test_a_file_put_there_by_hand_is_recorded_before_it_gives_way(workspace, inbox):
    write(workspace.raw, "budgets/2024/gm0014_begroting.csv", "Naam;Vorm\nMet de hand;BV\n")
    write(inbox, "budgets/2024/gm0014_begroting.csv", BUDGET)
    take_in(workspace, [inbox / "budgets"], today=TODAY)
    assert sorted(d.status for d in load(workspace).deliveries.values()) == ["accepted", "replaced"]


def test_refusals_at_the_door(workspace, inbox):
    budgets = inbox / "budgets"
    write(budgets, "2024/gm0014_leeg.csv", "")
    write(budgets, "2024/gm0014_plaatje.bin", b"\x89PNG\r\n\x1a\n\x00")
    write(budgets, "2024/gm0014_werkmap.csv", files.workbook({"Blad1": [["x"]]}))
    write(budgets, "2024/gm0037_een.csv", BUDGET)
    write(budgets, "2024/gm0037_twee.csv", BUDGET)
    write(budgets, "2024/gm9999_begroting.csv", BUDGET)
    write(budgets, "1999/gm0014_begroting.csv", BUDGET)
    write(budgets, "2024/naamloos.csv", BUDGET)
    write(budgets, "README.md", "lees mij")
    write(budgets, "truth/gm0014.json", "{}")
    write(budgets, ".gitignore", "*")
    write(budgets, "2024.dvc", "outs: []")
    report = take_in(workspace, [budgets], today=TODAY)
    assert _reasons(report) == {
        "budgets/2024/gm0014_leeg.csv": "empty_file",
        "budgets/2024/gm0014_plaatje.bin": "unknown_media_type",
        "budgets/2024/gm0014_werkmap.csv": "name_and_content_disagree",
        "budgets/2024/gm0037_twee.csv": "duplicate_delivery",
        "budgets/2024/gm9999_begroting.csv": "unknown_organisation",
        "budgets/1999/gm0014_begroting.csv": "unknown_snapshot",
        "budgets/2024/naamloos.csv": "no_source_or_snapshot",
        "budgets/README.md": "no_source_or_snapshot",
        "budgets/truth/gm0014.json": "no_source_or_snapshot",
    }
    assert [d.file_name for d in deliveries(workspace)] == ["budgets/2024/gm0037_een.csv"]


def test_refusals_of_a_list(workspace, inbox):
    for name in ("a.csv", "b.csv", "c.csv", "d.csv", "e.csv", "los.csv", "twee.csv"):
        write(inbox, name, f"Naam;Vorm\n{name};NV\n")
    write(
        inbox,
        "deliveries.csv",
        listing(
            "a.csv,krant,gm0014,2024,,,",
            "b.csv,budget,,2024,,,",
            "c.csv,budget,gm9999,2024,,,",
            "d.csv,budget,gm0014,volgend jaar,,,",
            "e.csv,budget,gm0014,2024,gisteren,,",
            "weg.csv,budget,gm0014,2024,,,",
            "../buiten.csv,budget,gm0014,2024,,,",
            "twee.csv,budget,gm0014,2024,,,",
            "twee.csv,budget,gm0037,2024,,,",
        ),
    )
    report = take_in(workspace, [inbox], today=TODAY)
    assert report.taken == 0
    assert _reasons(report) == {
        "inbox/a.csv": "unknown_source",
        "inbox/b.csv": "unknown_organisation",
        "inbox/c.csv": "unknown_organisation",
        "inbox/d.csv": "unknown_snapshot",
        "inbox/e.csv": "row_unreadable",
        "inbox/weg.csv": "listed_but_missing",
        "inbox/deliveries.csv": "row_unreadable",
        "inbox/los.csv": "not_listed",
        "inbox/twee.csv": "row_unreadable",
    }


def test_a_list_without_its_columns_is_refused_itself(workspace, inbox):
    write(inbox, "a.csv", BUDGET)
    write(inbox, "deliveries.csv", "bestand,bron\na.csv,budget\n")
    reasons = _reasons(take_in(workspace, [inbox], today=TODAY))
    assert reasons == {"inbox/a.csv": "not_listed", "inbox/deliveries.csv": "missing_columns"}


def test_headings_of_a_list_may_be_in_capitals_but_its_name_may_not(workspace, inbox):
    lines = listing("a.csv,edition,,2017,,,").replace("file,source", "File,SOURCE")
    write(inbox, "goed/a.csv", BUDGET)
    write(inbox, "goed/deliveries.csv", lines)
    write(inbox, "fout/Deliveries.CSV", lines)
    report = take_in(workspace, [inbox], today=TODAY)
    assert report.taken == 1
    (refusal,) = report.refused
    assert refusal["file_name"] == "inbox/fout/Deliveries.CSV"
    assert "moet deliveries.csv heten" in refusal["detail"]


def test_a_quotation_mark_never_closed_in_a_list_costs_its_line_only(workspace, inbox):
    for name in ("a.csv", "b.csv"):
        write(inbox, name, BUDGET + f"{name};NV\n")
    line = '"a.csv,budget,gm0014,2024,,"van, ons",'
    write(inbox, "deliveries.csv", listing(line, "b.csv,budget,gm0018,2024,,,"))
    report = take_in(workspace, [inbox], today=TODAY)
    assert report.taken == 1
    assert _reasons(report) == {"inbox/a.csv": "not_listed", "inbox/deliveries.csv": "row_unreadable"}
    assert [r["locator"] for r in report.refused if r["reason"] == "row_unreadable"] == ["line=2"]


def test_a_listed_name_that_no_file_can_have_is_missing(workspace, inbox):
    write(inbox, "deliveries.csv", listing(f"{'a' * 300}.csv,edition,,2017,,,"))
    assert [r["reason"] for r in take_in(workspace, [inbox], today=TODAY).refused] == ["listed_but_missing"]


def test_a_listed_name_in_other_case_is_pointed_at(workspace, inbox):
    write(inbox, "Editie.CSV", BUDGET)
    write(inbox, "deliveries.csv", listing("editie.csv,edition,,2017,,,"))
    report = take_in(workspace, [inbox], today=TODAY)
    assert _reasons(report) == {"inbox/Editie.CSV": "not_listed", "inbox/editie.csv": "listed_but_missing"}
    assert any("er is wel Editie.CSV" in r["detail"] for r in report.refused)


@pytest.mark.parametrize("reference", [False, True])
def test_what_is_listed_and_passed_over_is_refused_by_name(workspace, inbox, reference):
    elsewhere = write(inbox.parent, "elders/begroting.csv", BUDGET).parent
    (inbox / "map").symlink_to(elsewhere)
    listed = (".verborgen.csv", ".weg/begroting.csv", "een.csv.dvc", "deliveries.csv", "map/begroting.csv")
    for name in (".verborgen.csv", ".weg/begroting.csv", "een.csv.dvc", ".niet_genoemd.csv"):
        write(inbox, name, BUDGET)
    write(inbox, "deliveries.csv", listing(*(f"{name},edition,,2017,,," for name in listed)))
    report = take_in(workspace, [inbox], reference=reference, today=TODAY)
    assert report.taken == 0
    reasons = dict.fromkeys((f"inbox/{name}" for name in listed), "row_unreadable")
    assert _reasons(report) == reasons | {"inbox/map": "link"}
    hidden = {row["file_name"] for row in report.refused if "punt" in row["detail"]}
    assert hidden == {"inbox/.verborgen.csv", "inbox/.weg/begroting.csv"}


def test_a_mended_file_loses_its_refusal(workspace, inbox):
    write(inbox, "budgets/2024/gm0014_begroting.csv", "")
    take_in(workspace, [inbox / "budgets"], today=TODAY)
    assert len(load(workspace).refusals) == 1
    write(inbox, "budgets/2024/gm0014_begroting.csv", BUDGET)
    take_in(workspace, [inbox / "budgets"], today=TODAY)
    assert load(workspace).refusals == {}


def test_the_importer_says_what_files_are(workspace, inbox):
    write(inbox, "gm0014_antwoord.xlsx", files.workbook({"Blad1": [["x"]]}))
    write(inbox, "toelichting.txt", "tekst")
    report = take_in(workspace, [inbox], today=TODAY, source="survey", snapshot=2024)
    (delivery,) = deliveries(workspace, "survey", 2024)
    assert delivery.file_name == "surveys/2024/gm0014_antwoord.xlsx"
    assert _reasons(report) == {"surveys/2024/toelichting.txt": "no_source_or_snapshot"}


def test_a_folder_that_holds_the_workspace_is_wrong_use(workspace):
    with pytest.raises(WrongUse, match="holds the workspace"):
        take_in(workspace, [workspace.root.parent], today=TODAY)


def test_a_path_that_is_not_there_is_wrong_use(workspace, inbox):
    with pytest.raises(WrongUse, match="no such file"):
        take_in(workspace, [inbox / "weg"], today=TODAY)


@pytest.mark.parametrize("day", ["15-1-2025", "15.01.2025", "2025-01-15", "15/1/2025"])
def test_a_list_that_excel_saved_keeps_its_days(workspace, inbox, day):
    write(inbox, "a.csv", BUDGET)
    text = listing(f"a.csv,budget,gm0014,2024,{day},,").replace(",", ";")
    write(inbox, "deliveries.csv", text.encode("cp1252"))
    take_in(workspace, [inbox], today=TODAY)
    assert [d.received_on for d in deliveries(workspace)] == [date(2025, 1, 15)]


@pytest.mark.parametrize("day", ["3/4/2025", "15-1-25", "gisteren", "31-2-2025"])
def test_a_day_that_may_be_another_is_refused(workspace, inbox, day):
    write(inbox, "a.csv", BUDGET)
    write(inbox, "deliveries.csv", listing(f"a.csv,budget,gm0014,2024,{day},,"))
    (refusal,) = take_in(workspace, [inbox], today=TODAY).refused
    assert (refusal["reason"], "2024-12-31" in refusal["detail"]) == ("row_unreadable", True)


@pytest.mark.parametrize(("listed", "stands"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_name_with_accents_is_found_in_either_form(workspace, inbox, listed, stands):
    name = "fryslân/coöperatie.csv"
    write(inbox, unicodedata.normalize(stands, name), BUDGET)
    write(inbox, "deliveries.csv", listing(f"{unicodedata.normalize(listed, name)},budget,gm0014,2024,,,"))
    report = take_in(workspace, [inbox], today=TODAY)
    assert (report.taken, report.refused) == (1, [])
