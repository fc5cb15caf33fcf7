"""The whole way once on the example: figures, faults, bytes, the gate, and a changed row that is explained."""

import json
import re
import shutil
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from dagster_project.lineage import as_text, trace
from dagster_project.release.published import rounded_figures
from dagster_project.workspace import Workspace, read_table
from tests.end_to_end.conftest import copy_of_example, lappendeken
from tests.release.dutch import not_dutch
from tools.example import expected
from tools.example.truth import collaborations

pytestmark = pytest.mark.xdist_group("end_to_end")


def release_of(folder: Path) -> Path:
    return folder / "releases" / "2024.1"


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def cells(folder: Path) -> dict:
    rows = read_table(Workspace.at(folder), "figure").iter_rows(named=True)
    return {(r["figure"], r["snapshot"], r["category"]): r for r in rows}


def published(folder: Path) -> dict:
    """The value of each cell as a release rounds it."""
    where = Workspace.at(folder)
    rows = rounded_figures(read_table(where, "figure"), read_table(where, "figure_definition"))
    return {(r["figure"], r["snapshot"], r["category"]): r["value"] for r in rows.iter_rows(named=True)}


@pytest.mark.parametrize("snapshot", [2017, 2020, 2024])
def test_all_that_the_sources_list_is_counted_once(finished, snapshot):
    not_counted = set(expected.one_government(snapshot)) if snapshot == 2024 else set()
    counted = set(expected.sources(snapshot)) - not_counted
    assert cells(finished[0])["total", snapshot, "all"]["value"] == len(counted)


@pytest.mark.parametrize("snapshot", [2017, 2020, 2024])
def test_parties_outside_government_and_ministries_are_those_of_the_truth(finished, snapshot):
    found, there = cells(finished[0]), collaborations(snapshot)
    several = [one.key for one in there if len(one.parties) > 1]
    assert several
    assert found["with_several_non_government_share", snapshot, "all"]["numerator"] == len(several)
    # No list of the ministries serves 2017: nobody looked, which is not nought.
    heard = {2020, 2024}
    for figure in ("with_ministry", "with_ministry_share"):
        cell = found[figure, snapshot, "all"]
        assert (cell["value"] is not None, cell["obs_status"] != "O") == (snapshot in heard, snapshot in heard)


@pytest.mark.parametrize("pair", [(2017, 2020), (2020, 2024)])
def test_dated_births_and_deaths_are_events(finished, pair):
    events = read_table(Workspace.at(finished[0]), "event").filter(from_snapshot=pair[0], to_snapshot=pair[1])
    flows = expected.flows(*pair)
    for kind in ("founded", "dissolved", "merged", "legal_form_changed"):
        assert events.filter(kind=kind).height == len(flows[kind.replace("_", " ")]), kind


def test_the_books_close(finished):
    workspace = Workspace.at(finished[0])
    assert read_table(workspace, "closure")["difference"].abs().max() == 0
    assert read_table(workspace, "stock_flow")["difference"].abs().max() == 0


def test_no_cell_of_the_workbook_is_other_than_dutch(finished):
    book = openpyxl.load_workbook(release_of(finished[0]) / "regionale-samenwerkingsverbanden-2024.xlsx")
    assert not_dutch(book) == []
    assert len([s for s in book.sheetnames if s.startswith("Figuur ")]) == 11


def test_two_workspaces_give_the_same_bytes(finished):
    first, another = (files_of(release_of(f)) for f in finished)
    assert list(first) == list(another)
    assert [name for name in first if first[name] != another[name]] == []


def test_a_second_release_of_the_same_is_the_first(finished):
    done = lappendeken(finished[0], "release")
    assert "2024.1" in done.stdout
    assert [p.name for p in (finished[0] / "releases").glob("[0-9]*") if p.is_dir()] == ["2024.1"]


def test_verify_finds_the_release_sound_and_a_changed_cell_not(finished, tmp_path):
    copy = shutil.copytree(release_of(finished[0]), tmp_path / "2024.1")
    assert "sound" in lappendeken(finished[0], "verify", str(copy)).stdout
    table = copy / "tabellen" / "figure.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("total,2024,all,", "total,2024,all,1"), encoding="utf-8")
    done = lappendeken(finished[0], "verify", str(copy), check=False)
    assert done.returncode == 1
    assert "figure.csv" in done.stdout


def test_trace_leads_to_the_line_of_a_document(finished):
    words = ("trace", "mean_collaborations", "--snapshot", "2024", "--category", "municipality")
    told = json.loads(lappendeken(finished[0], *words, "--json").stdout)
    text = json.dumps(told)
    assert "figure_mean" in text
    mention = read_table(Workspace.at(finished[0]), "mention").filter(source="budget", snapshot=2024).row(0, named=True)
    assert mention["locator"] in text
    shown = lappendeken(finished[0], "show", mention["mention_id"]).stdout
    assert mention["name_written"].split()[-1] in shown


def test_status_lists_refusals_and_quarantine(finished):
    state = json.loads(lappendeken(finished[0], "status", "--json").stdout)
    assert not state["stale"]
    assert {r["reason"] for r in state["refusals"]} >= {"empty_file", "corrupt", "unknown_media_type"}
    assert all(r["file_name"] and r["locator"] for r in state["refusals"] + state["quarantine"])
    assert {"unknown_organisation_name", "ends_before_begin"} <= {r["reason"] for r in state["quarantine"]}


def test_a_table_edited_by_hand_stops_a_release_and_leaves_nothing(finished, tmp_path):
    folder = shutil.copytree(finished[0], tmp_path / "broken", ignore=shutil.ignore_patterns("releases"))
    members = Workspace.at(folder).tables / "figure_member.parquet"
    rows = pl.read_parquet(members)
    kept = rows.filter((pl.col("figure") == "total") & (pl.col("snapshot") == 2024))
    rows.join(kept.head(1), on=rows.columns, how="anti").write_parquet(members)
    done = lappendeken(folder, "release", check=False)
    assert done.returncode == 1
    assert "figure_member.parquet" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "releases").exists() or not list((folder / "releases").iterdir())


def test_every_cell_that_a_changed_row_moves_is_explained(finished, tmp_path):
    folder = copy_of_example(tmp_path / "changed")
    for name in ("releases", "ledger"):
        shutil.copytree(finished[0] / name, folder / name, dirs_exist_ok=True)
    budget = folder / "raw" / "budgets" / "2024" / "gm0037_verbonden-partijen.csv"
    party = "Convenant Proefweide;Convenant;Veendam;Samen een fietspad onderhouden.;Stadskanaal, Veendam;;;;;"
    budget.write_bytes(budget.read_bytes().rstrip() + f"\r\n{party}\r\n".encode())
    lappendeken(folder, "run")
    before, told = cells(finished[0]), lappendeken(folder, "status", "--moved").stdout
    after = cells(folder)
    moved = [
        cell for cell in before if any(before[cell][part] != after[cell][part] for part in ("numerator", "denominator"))
    ]
    assert {figure for figure, _, _ in moved} >= {"total", "legal_form_group", "mean_collaborations", "theme_share"}
    assert after["total", 2024, "all"]["value"] == before["total", 2024, "all"]["value"] + 1
    shown = [published(place) for place in (finished[0], folder)]
    for figure, snapshot, category in moved:
        differs = shown[0][figure, snapshot, category] != shown[1][figure, snapshot, category]
        assert (f"{figure} {snapshot} {category}:" in told) == differs, (figure, snapshot, category)
        why = as_text(trace(Workspace.at(folder), figure, snapshot, category), limit=0)
        assert re.search(r"\(because of\) .*" + re.escape(budget.name), why), (figure, snapshot, category)
    assert "Convenant Proefweide" in lappendeken(folder, "trace", "total", "--snapshot", "2024").stdout
