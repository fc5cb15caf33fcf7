"""After one raw row changes, every figure that moved is explained by what the sources say now."""

import shutil

import pytest

from dagster_project.lineage import as_text, moved_cells, trace
from dagster_project.lineage.why import RULES
from dagster_project.workspace import Workspace
from dagster_project.workspace.hashing import short_id
from tests import miniature
from tests.release.finished import write_finished

WASTE = miniature.sv(2)


@pytest.fixture
def changed(released, tmp_path):
    """The released workspace after another run, on tables that `spoil` changed first."""
    workspace = Workspace.at(shutil.copytree(released.root, tmp_path / "w"))
    return lambda spoil: write_finished(workspace, spoil)


def another_file(tables, delivery_id):
    """The file of the delivery has another hash: the delivery and all its mentions have other ids."""
    new = short_id("d", "changed", delivery_id)
    delivery = next(d for d in tables["delivery"] if d["delivery_id"] == delivery_id)
    sha256 = short_id("", new) * 4
    tables["file"].append({"sha256": sha256, "media_type": "text/csv", "bytes": 101})
    delivery.update(delivery_id=new, sha256=sha256)
    ids = {
        m["mention_id"]: short_id("m", new, m["mention_id"])
        for m in tables["mention"]
        if m["delivery_id"] == delivery_id
    }
    for name in ("mention", "link", "resolved_participant"):
        for row in tables[name]:
            row["mention_id"] = ids.get(row["mention_id"], row["mention_id"])
            if row.get("delivery_id") == delivery_id:
                row["delivery_id"] = new


def mention_of(tables, snapshot, source, name):
    return next(
        m for m in tables["mention"] if (m["snapshot"], m["source"], m["name_written"]) == (snapshot, source, name)
    )


def test_nothing_moved_where_nothing_changed(released):
    assert moved_cells(released) == []


def test_nothing_moved_before_the_first_release(tmp_path):
    assert moved_cells(Workspace.at(tmp_path).create("example")) == []


def test_a_participant_struck_from_one_row(changed):
    def strike(tables):
        mention = mention_of(tables, 2020, "edition", "Afvalbedrijf Noord")
        gone = mention["participants_written"].pop(1)
        tables["resolved_participant"] = [
            r
            for r in tables["resolved_participant"]
            if (r["mention_id"], r["name_written"]) != (mention["mention_id"], gone)
        ]
        another_file(tables, mention["delivery_id"])

    workspace = changed(strike)
    moved = {(c.figure, c.snapshot, c.category): c for c in moved_cells(workspace)}
    assert list(moved) == [("mean_collaborations", 2020, "municipality")]
    cell = moved["mean_collaborations", 2020, "municipality"]
    assert (cell.release, cell.before, cell.after) == ("2024.1", "4 (14/4)", "3 (13/4)")
    assert (cell.gained, cell.lost, cell.as_published) == (0, 1, True)
    found = trace(workspace, "mean_collaborations", 2020, "municipality")
    (lost,) = found.since
    assert lost.row_key == f"2020|{WASTE}|{miniature.STADSKANAAL}"
    assert any("Deelnemer (participant)" in w and "is er niet meer" in w for w in lost.why)
    says = next(w for w in lost.why if w.startswith("vermelding zegt iets anders"))
    assert "edition/2020/all.csv, line=2" in says
    assert "participants_written: ['gm0014'; 'gm0037'; 'ws0646'] -> ['gm0014'; 'ws0646']" in says
    assert not any("vermelding nieuw" in w or "vermelding weg" in w for w in lost.why), "same words, other ids"
    text = as_text(found)
    assert "sinds uitgave (since)      2024.1: +0 / -1 leden" in text
    assert f"- teller: Deelnemer 2020|{WASTE}|gm0037" in text


def test_a_row_struck_takes_its_collaboration_with_it(changed):
    def strike(tables):
        gone = mention_of(tables, 2017, "register", "Werkplein")["mention_id"]
        for name in ("mention", "link", "resolved_participant"):
            tables[name] = [r for r in tables[name] if r["mention_id"] != gone]

    workspace = changed(strike)
    moved = {(c.figure, c.category): c for c in moved_cells(workspace) if c.snapshot == 2017}
    assert (moved["total", "all"].before, moved["total", "all"].after) == ("5", "4")
    (lost,) = trace(workspace, "total", 2017, "all").since
    assert lost.row_key == f"2017|{miniature.sv(6)}"
    assert any(w.startswith("vermelding weg: 'Werkplein' in register/2017/all.csv, line=6") for w in lost.why)
    assert any("was er, is er niet meer" in w for w in lost.why)


def test_a_new_row_and_one_that_is_linked_elsewhere(changed):
    def add(tables):
        waste = mention_of(tables, 2017, "edition", "Afvalbedrijf Noord")
        new = {**waste, "mention_id": "m" + "1" * 16, "name_written": "Nieuw Verband", "participants_written": []}
        tables["mention"].append(new)
        tables["link"].append(
            {"mention_id": new["mention_id"], "collaboration_id": miniature.sv(16), "weight": 1.0, "basis": "alone"}
        )

    workspace = changed(add)
    (gained,) = trace(workspace, "total", 2017, "all").since
    assert (gained.before, gained.after) == (None, 1.0)
    assert any(w.startswith("vermelding nieuw: 'Nieuw Verband' in edition/2017/all.csv") for w in gained.why)


def test_a_changed_value_is_told_with_both_values(changed):
    def recode(tables):
        for row in tables["coding"]:
            if row["collaboration_id"] == miniature.sv(1) and row["attribute"] == "legal_form":
                row["value"] = "stichting"

    workspace = changed(recode)
    found = trace(workspace, "legal_form_group", 2017, "wgr")
    assert [(m.part, m.after) for m in found.since] == [("numerator", None)]
    assert any("Rechtsvorm (legal_form): 'openbaar_lichaam' -> 'stichting'" in w for w in found.since[0].why)


def test_a_change_of_the_rules_alone_is_told_as_that(changed, monkeypatch):
    from tests.release import finished

    made = finished._figures

    def without_one(canonical, organisations, kinds):
        tables = made(canonical, organisations, kinds)
        total = [m for m in tables["figure_member"] if (m["figure"], m["snapshot"]) == ("total", 2017)]
        tables["figure_member"].remove(total[0])
        return tables

    monkeypatch.setattr(finished, "_figures", without_one)
    workspace = changed(lambda tables: None)
    (lost,) = trace(workspace, "total", 2017, "all").since
    assert (lost.why, lost.files) == ([RULES], [])
    assert "geen bron: besluiten of regels" in as_text(trace(workspace, "total", 2017, "all"), limit=0)


def test_a_mention_that_moved_to_another_collaboration_is_followed(changed):
    def relink(tables):
        mention_id = mention_of(tables, 2017, "register", "Werkplein")["mention_id"]
        next(r for r in tables["link"] if r["mention_id"] == mention_id)["collaboration_id"] = miniature.sv(5)

    workspace = changed(relink)
    (lost,) = trace(workspace, "total", 2017, "all").since
    assert any(w.startswith("vermelding weg: 'Werkplein'") and w.endswith("hoort nu bij sv0000005") for w in lost.why)


def test_a_decision_that_was_taken_is_told(changed):
    def decide(tables):
        taken = {**tables["decision"][0], "decision_id": "0009-001", "kind": "criterion", "target": miniature.sv(6)}
        tables["decision"].append(taken)
        gone = mention_of(tables, 2017, "register", "Werkplein")["mention_id"]
        tables["link"] = [r for r in tables["link"] if r["mention_id"] != gone]
        tables["mention"] = [r for r in tables["mention"] if r["mention_id"] != gone]
        tables["resolved_participant"] = [r for r in tables["resolved_participant"] if r["mention_id"] != gone]

    (lost,) = trace(changed(decide), "total", 2017, "all").since
    assert "Besluit (decision) 0009-001: is nieuw" in lost.why
