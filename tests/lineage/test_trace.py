"""A cell is followed down to files, and a wrong question is told what there is."""

import json
import resource
import shutil
import subprocess
import sys

import pytest

from dagster_project.lineage import as_json, as_text, trace
from dagster_project.lineage.members import mentions_of
from dagster_project.lineage.source import open_source
from dagster_project.linkage.ledger.crosswalk import MERGED, Step, as_csv
from dagster_project.workspace import PROJECT, Workspace, WrongUse, read_table, write_table

CELL = ("mean_collaborations", 2024, "municipality")


def test_the_cell_its_parts_and_its_members_agree(released):
    found = trace(released, *CELL)
    for part in ("numerator", "denominator"):
        assert found.parts[part]["weight"] == found.cell[part]
        assert found.parts[part]["members"] == sum(m["part"] == part for m in found.members)


def test_every_counted_member_leads_to_a_file_with_its_hash(released):
    found = trace(released, *CELL)
    counted = [m for m in found.members if m["part"] == "numerator"]
    assert counted
    for member in counted:
        collaboration = found.ground.collaborations[member["collaboration_id"]]
        assert collaboration["criteria"]
        assert collaboration["mentions"]
        for mention_id in collaboration["mentions"]:
            mention = found.ground.mentions[mention_id]
            delivery = found.ground.deliveries[mention["delivery_id"]]
            assert len(delivery["sha256"]) == 64
            assert delivery["file_name"]
            assert mention["locator"]
        behind = {e["source_id"] for e in member["evidence"] if e["source_type"] == "mention"}
        assert behind
        assert behind <= set(collaboration["mentions"])


def test_an_interim_budget_stands_behind_the_later_snapshot_and_an_interim_register_does_not(released):
    mentions, links = (read_table(released, n) for n in ("mention", "link"))
    interim = mentions.filter(mentions["snapshot"] == 2023).join(links, on="mention_id")
    assert set(interim["source"]) == {"budget", "register"}
    behind = mentions_of(open_source(released), interim["collaboration_id"].to_list(), 2024)
    found = interim.filter(interim["mention_id"].is_in(list(behind)))
    assert set(found["source"]) == {"budget"}


def test_the_text_says_what_a_reader_must_know(released):
    text = as_text(trace(released, *CELL), limit=2)
    for words in (
        "VOORBEELDGEGEVENS",
        "figuur 5: Gemiddeld aantal samenwerkingsverbanden per organisatie (mean_collaborations)",
        "gemeente (municipality)",
        "6 samenwerkingsverbanden per organisatie  (onafgerond 5.5)",
        "gemiddelde (teller / noemer) (mean)",
        "22  22 leden, samen 22",
        "B2 total and everything per organisation",
        "Niet: dat een organisatie meer is gaan samenwerken",
        "leden (members): 2 van 26",
        "budget/2024/gm0014.csv  line=1",
        "sinds uitgave (since)      2024.1: +0 / -0 leden",
    ):
        assert words in text


def test_one_member_is_told_in_full(released):
    text = as_text(trace(released, *CELL, member="2024|sv0000002|gm0014"))
    assert "leden (members): 1 van 26" in text
    assert "bewijs: name = Afvalbedrijf Noord (niet gekozen) <- vermelding" in text
    assert "Vestigingsplaats (zoals geschreven) (seat_written): Groningen" in text
    assert "document: lappendeken show m" in text
    [amount] = [line for line in text.splitlines() if "(result)" in line]
    assert "1000" in amount
    assert "[twijfel: " in amount
    assert "zekerheid 0,40; andere lezing: 1]" in amount
    assert text.count("[twijfel") == 1
    assert len(trace(released, *CELL, member="sv0000002").members) == 2


def test_several_cells_are_listed(released):
    found = trace(released, "mean_collaborations")
    assert found.cell is None
    assert "3 cellen" in as_text(found)
    assert "2024  municipality                        6  = 22 / 4  gemeente" in as_text(found)


def test_the_json_has_every_member_and_reads_back(released):
    answer = json.loads(as_json(trace(released, *CELL)))
    assert len(answer["members"]) == 26
    assert answer["cells"][0]["value"] == 5.5
    assert answer["ground"]["deliveries"]


def test_a_release_answers_as_the_run_that_it_was_made_of(released):
    run, folder = trace(released, *CELL), trace(released.releases / "2024.1", *CELL)
    by_id = trace(released, *CELL, release="2024.1")
    assert folder.source == by_id.source == "uitgave 2024.1"
    assert folder.kind == "example"
    assert folder.members == by_id.members == run.members
    assert (run.cell["value"], folder.cell["value"]) == (5.5, 6.0)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (("mean_collaboration",), "did you mean 'mean_collaborations'.*legal_form_group, mean_collaborations, total"),
        (("total", 1999), "one of 2017, 2020, 2024"),
        (("legal_form_group", 2024, "wgrr"), "did you mean 'wgr'.*one of other, private, unknown, wgr"),
    ],
)
def test_what_does_not_exist_is_answered_with_what_does(released, question, told):
    with pytest.raises(WrongUse, match=told):
        trace(released, *question)


def test_an_unknown_member_or_release_is_wrong_use(released, tmp_path):
    with pytest.raises(WrongUse, match="such as 2024"):
        trace(released, *CELL, member="sv9999999")
    with pytest.raises(WrongUse, match="of one cell"):
        trace(released, "total", member="sv0000001")
    with pytest.raises(WrongUse, match=r"one of: 2024\.1"):
        trace(released, *CELL, release="2031.4")
    with pytest.raises(WrongUse, match="is no release"):
        trace(tmp_path, *CELL)


def test_a_retired_id_is_told_where_it_went(released, tmp_path):
    workspace = Workspace.at(shutil.copytree(released.root, tmp_path / "w"))
    step = Step("sv0009999", "sv0000001", "2024.1", MERGED, "all/0001-001")
    (workspace.ledger / "crosswalk.csv").write_text(as_csv([step]), encoding="utf-8")
    with pytest.raises(WrongUse, match="'sv0009999' is retired and went on as sv0000001"):
        trace(workspace, *CELL, member="sv0009999")


def test_before_the_first_run_the_mend_is_told(tmp_path):
    with pytest.raises(WrongUse, match="lappendeken run"):
        trace(Workspace.at(tmp_path).create("example"), *CELL)


def test_a_decision_behind_a_value_is_told_with_its_reason(released, tmp_path):
    workspace = Workspace.at(shutil.copytree(released.root, tmp_path / "w"))
    evidence = read_table(workspace, "evidence").to_dicts()
    row = {"row_table": "participant", "row_key": "2024|sv0000002|gm0014", "attribute": "status", "value": "decided"}
    write_table(
        workspace, "evidence", [*evidence, {**row, "source_type": "decision", "source_id": "0001-005", "won": True}]
    )
    text = as_text(trace(workspace, *CELL, member="2024|sv0000002|gm0014"))
    assert "besluit 0001-005: by hand (data steward, 2025-01-15)" in text


SLOW = ("dagster", "dbt", "great_expectations", "pandera", "polars", "pandas", "splink", "openpyxl", "frictionless")


@pytest.mark.parametrize(
    "question",
    [
        "from dagster_project.lineage import as_text, trace; print(as_text(trace(workspace, *{cell})))",
        "from dagster_project.release import verify_release; print(verify_release(workspace.releases / '2024.1').ok)",
    ],
)
def test_answers_cold_in_two_seconds_and_loads_nothing_slow(released, question):
    code = f"""
import sys
from dagster_project.workspace import Workspace
workspace = Workspace.at({str(released.root)!r})
{question.format(cell=CELL)}
loaded = [m for m in {SLOW!r} if m in sys.modules]
assert not loaded, loaded
"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Seconds of the processor, for the tests share the machine.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2
