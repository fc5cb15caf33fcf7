"""A release is whole, repeats to the byte, never changes, and is not made where the gate says no."""

import json
import re
import shutil

import polars as pl
import pytest

from dagster_project.linkage.ledger.crosswalk import MERGED, Step, as_csv
from dagster_project.release import make_release, root_hash, verify_release
from dagster_project.release.files import seal
from dagster_project.release.make import TEMPORARY
from dagster_project.release.published import rounded_figures
from dagster_project.workspace import (
    GateRefused,
    LappendekenError,
    Workspace,
    WrongUse,
    frame_of,
    read_table,
    write_table,
)
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.releases import newest_release
from tests.release.finished import rooms, write_finished

WHY = "Een beleidsterrein stond verkeerd."


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_it_is_sound_and_named_after_the_last_published_snapshot(made):
    workspace, folder = made
    assert folder == workspace.releases / "2024.1" == newest_release(workspace)
    assert verify_release(folder, root_hash(folder)).problems == []


def test_two_workspaces_with_the_same_input_give_the_same_bytes(made, tmp_path):
    other = write_finished(Workspace.at(tmp_path / "elsewhere"))
    first, second = contents(made[1]), contents(make_release(other, rooms=rooms()))
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_nothing_says_where_or_when_it_was_made(made):
    workspace, folder = made
    for path, content in contents(folder).items():
        assert str(workspace.root).encode() not in content, path
        assert b"/work/" not in content, path
    for name in ("LEESMIJ.md", "herkomst.json", "datapackage.json"):
        assert not re.search(r"\d\d:\d\d:\d\d", (folder / name).read_text(encoding="utf-8")), name


def test_the_papers_say_who_publishes_it_when_and_under_what(workspace):
    said = "publisher: {name: Het Bureau, identifier: 'https://example.org/b'}\nlicence: CC-BY-4.0\n"
    said += "contact: {name: De Balie, email: balie@example.org}\naddress: https://example.org/r\n"
    write_text(workspace.root / "publication.yml", said + "published_on: 2025-06-12\nembargo_until: 2025-06-11\n")
    folder = make_release(workspace, rooms=rooms(), reason="De uitgever is een ander.")
    assert folder.name == "2024.2"
    readme = (folder / "LEESMIJ.md").read_text(encoding="utf-8")
    assert "Het Bureau publiceert deze uitgave op 12 juni 2025. Tot 11 juni 2025 geldt een embargo" in readme
    assert "CC-BY-4.0" in (folder / "LICENSE").read_text(encoding="utf-8")
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert [c.get("email", c.get("path")) for c in package["contributors"]] == [
        "https://example.org/b",
        "balie@example.org",
    ]


def test_settings_that_cannot_be_used_stop_it_before_an_id_is_minted(workspace):
    write_text(workspace.root / "publication.yml", "licence: none\n")

    def mint(*_):
        raise AssertionError("an id was minted")

    with pytest.raises(WrongUse, match="is missing"):
        make_release(workspace, rooms=rooms(mint=mint))


def test_where_nothing_changed_the_newest_is_given_back(workspace, caplog):
    folder = make_release(workspace, rooms=rooms())
    assert folder.name == "2024.1"
    assert sorted(p.name for p in workspace.releases.iterdir()) == ["2024.1", "2024.1.root"]
    assert "nothing changed since release 2024.1" in caplog.text


def spoil_figure(folder):
    path = folder / "tabellen" / "figure.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",3,", ",4,", 1), encoding="utf-8")


def refuse_all(rows):
    raise AssertionError("the gate was asked before the release on disk was looked at")


def test_a_release_whose_figure_was_edited_by_hand_is_neither_given_back_nor_built_on(workspace):
    spoil_figure(workspace.releases / "2024.1")
    with pytest.raises(LappendekenError, match=r"2024\.1 is not what it was .*figure\.csv: changed") as refused:
        make_release(workspace, rooms=rooms(refuse_all))
    assert "dvc checkout --force 2024.1.dvc" in refused.value.mend
    write_table(workspace, "theme", read_table(workspace, "theme").with_columns(reviewed=pl.lit(True)))
    with pytest.raises(LappendekenError, match="not what it was"):
        make_release(workspace, rooms=rooms())
    assert sorted(p.name for p in workspace.releases.iterdir()) == ["2024.1", "2024.1.root"]


def test_an_edit_with_a_rewritten_manifest_is_found_by_what_the_tables_say(workspace):
    spoil_figure(workspace.releases / "2024.1")
    seal(workspace.releases / "2024.1")
    with pytest.raises(LappendekenError, match="by its formula"):
        make_release(workspace, rooms=rooms())


def test_an_older_release_that_was_edited_is_found_too(workspace):
    write_table(workspace, "theme", read_table(workspace, "theme").with_columns(reviewed=pl.lit(True)))
    make_release(workspace, rooms=rooms(), reason=WHY)
    spoil_figure(workspace.releases / "2024.1")
    with pytest.raises(LappendekenError, match=r"2024\.1 is not what it was"):
        make_release(workspace, rooms=rooms())


def test_nothing_is_built_beside_a_release_of_which_only_the_pointer_is_here(workspace):
    shutil.rmtree(workspace.releases / "2024.1")
    (workspace.releases / "2024.1.dvc").write_text("outs:\n- path: '2024.1'\n", encoding="utf-8")
    with pytest.raises(LappendekenError, match="only the pointer") as refused:
        make_release(workspace, rooms=rooms())
    assert "dvc pull" in refused.value.mend


def test_what_became_of_old_ids_goes_with_the_release(workspace):
    step = Step("sv0000002", "sv0000001", "2024.1", MERGED, "all/0001-001;all/0001-002")
    write_text(workspace.ledger / "crosswalk.csv", as_csv([step]))
    folder = make_release(workspace, rooms=rooms(), reason=WHY)
    said = (folder / "tabellen" / "identity_change.csv").read_text(encoding="utf-8").splitlines()
    assert said[1:] == ["sv0000002,sv0000001,2024.1,merged,all/0001-001; all/0001-002"]
    assert verify_release(folder).problems == []


def test_where_something_changed_a_correction_is_made_and_the_first_stays(workspace):
    before = contents(workspace.releases / "2024.1")
    write_table(workspace, "theme", read_table(workspace, "theme").with_columns(reviewed=pl.lit(True)))
    folder = make_release(workspace, rooms=rooms(), reason=WHY)
    assert folder.name == "2024.2"
    assert "2024.2" in (folder / "LEESMIJ.md").read_text(encoding="utf-8")
    assert contents(workspace.releases / "2024.1") == before


def test_the_ledger_is_hashed_as_minted_so_the_second_run_agrees(tmp_path):
    workspace = write_finished(Workspace.at(tmp_path))

    def mint(workspace, frame, release_id):
        ledger = workspace.ledger / "identity.csv"
        if not ledger.exists():
            write_text(ledger, "\n".join(f"{i},{release_id}" for i in frame["collaboration_id"]) + "\n")

    first = make_release(workspace, rooms=rooms(mint=mint))
    assert make_release(workspace, rooms=rooms(mint=mint)) == first
    assert set(pl.read_parquet(first / "tabellen/collaboration_identity.parquet")["status"]) == {"minted"}


def test_where_the_gate_refuses_nothing_is_left_and_no_id_is_minted(tmp_path):
    workspace = write_finished(Workspace.at(tmp_path))

    def refuse(rows):
        raise GateRefused("closure_holds fails")

    def mint(*_):
        raise AssertionError("an id was minted for a release that was refused")

    with pytest.raises(GateRefused):
        make_release(workspace, rooms=rooms(refuse, mint))
    assert not workspace.releases.exists() or list(workspace.releases.iterdir()) == []


def test_a_package_that_does_not_verify_is_not_published(tmp_path):
    workspace = write_finished(Workspace.at(tmp_path))
    member = read_table(workspace, "figure_member")
    write_table(workspace, "figure_member", member.with_row_index().filter(pl.col("index") > 0).drop("index"))
    with pytest.raises(LappendekenError, match="own verification"):
        make_release(workspace, rooms=rooms())
    assert list(workspace.releases.iterdir()) == []


def test_what_a_killed_run_left_is_removed(workspace):
    (workspace.releases / f"{TEMPORARY}2024.7" / "tabellen").mkdir(parents=True)
    make_release(workspace, rooms=rooms())
    assert sorted(p.name for p in workspace.releases.iterdir()) == ["2024.1", "2024.1.root"]


@pytest.mark.parametrize(
    ("wanted", "why"), [("2024.1", "never changes"), ("2020.1", "no id"), ("2024.01", "no id"), ("../2024.2", "no id")]
)
def test_an_id_that_cannot_be_used_is_wrong_use(workspace, wanted, why):
    with pytest.raises(WrongUse, match=why):
        make_release(workspace, wanted, rooms=rooms())


def test_an_id_before_one_that_exists_is_wrong_use(workspace):
    shutil.move(workspace.releases / "2024.1", workspace.releases / "2024.3")
    with pytest.raises(WrongUse, match="come before"):
        make_release(workspace, "2024.2", rooms=rooms())


def test_a_workspace_without_data_has_nothing_to_release(tmp_path):
    workspace = write_finished(Workspace.at(tmp_path))
    write_table(workspace, "collaboration", [])
    with pytest.raises(LappendekenError, match="nothing to release"):
        make_release(workspace, rooms=rooms())


CELL = {"figure": "f", "snapshot": 2024, "category": "all", "unit": "u", "break_ids": [], "sql_model": "m"}


def rounded_value(formula, decimals, **cell):
    definition = pl.DataFrame([{"figure": "f", "formula": formula, "decimals": decimals}])
    return rounded_figures(frame_of("figure", [{**CELL, "obs_status": "A", **cell}]), definition)["value"][0]


def test_figures_are_rounded_half_up_from_the_exact_fraction():
    assert rounded_value("mean", 0, value=2.5, numerator=5.0, denominator=2.0) == 3.0
    assert rounded_value("share", 1, value=100 / 800, numerator=1.0, denominator=800.0) == 0.1
    assert rounded_value("share", 1, value=100 * 23 / 400, numerator=23.0, denominator=400.0) == 5.8  # 5.75
    assert rounded_value("mean", 1, value=None, numerator=0.0, denominator=0.0) is None


def test_what_nobody_looked_at_has_no_value_whatever_rows_there_are():
    assert rounded_value("count", 0, value=None, numerator=3.0, obs_status="O") is None
    with pytest.raises(LappendekenError, match="is not count of"):
        rounded_value("count", 0, value=3.0, numerator=3.0, obs_status="O")
    with pytest.raises(LappendekenError, match="is not count of"):
        rounded_value("count", 0, value=None, numerator=3.0)


def test_an_estimate_is_rounded_with_its_bounds():
    assert rounded_value("count", 0, value=10.5, numerator=10.5, obs_status="E", lower=8.5, upper=12.4) == 11.0


def test_a_value_that_is_not_its_formula_is_refused():
    with pytest.raises(LappendekenError, match="is not mean of"):
        rounded_value("mean", 0, value=3.0, numerator=5.0, denominator=2.0)
