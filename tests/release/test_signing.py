"""A draft is looked at, approved and then final; a correction says why; a release that was wrong is withdrawn."""

import json
import subprocess
import sys
from datetime import date

import polars as pl
import pytest

from dagster_project.release import (
    approve_release,
    make_release,
    root_hash,
    verify_release,
    withdraw_release,
)
from dagster_project.release.files import seal
from dagster_project.workspace import (
    GateRefused,
    LappendekenError,
    UnreadableInput,
    Workspace,
    WrongUse,
    read_table,
    write_table,
)
from dagster_project.workspace.atomic import write_text
from tests.release.finished import rooms, write_finished

ON = date(2026, 12, 1)
PUBLICATION = """\
publisher: {name: Het Bureau, identifier: 'https://example.org/b'}
contact: {name: De Balie, email: balie@example.org}
licence: CC0-1.0
address: https://example.org/r
published_on: 2027-02-01
"""
WHO = {"role": "afdelingshoofd", "reviewer": "BZK-07", "on": ON}


def mint(workspace, frame, release_id):
    ledger = workspace.ledger / "identity.csv"
    if not ledger.exists():
        write_text(ledger, "\n".join(frame["collaboration_id"]) + f"\n{release_id}\n")


@pytest.fixture
def real(tmp_path):
    """A finished workspace of real data, without any release."""
    workspace = write_finished(Workspace.at(tmp_path / "w"))
    workspace.config_file.write_text("kind: real\nformat: 2\n", encoding="utf-8")
    (workspace.root / "publication.yml").write_text(PUBLICATION, encoding="utf-8")
    return Workspace.at(workspace.root)


def draft_of(workspace, **more):
    return make_release(workspace, rooms=rooms(mint=mint), draft=True, **more)


def changed(workspace):
    write_table(workspace, "theme", read_table(workspace, "theme").with_columns(reviewed=pl.lit(True)))


def test_a_release_of_real_data_is_not_made_without_approval(real):
    with pytest.raises(GateRefused, match=r"nobody approved release 2024\.1"):
        make_release(real, rooms=rooms())
    assert list(real.releases.iterdir()) == []


def test_a_draft_that_is_approved_becomes_the_release(real):
    draft = draft_of(real)
    looked_at = root_hash(draft)
    assert draft.name == "concept-2024.1"
    assert verify_release(draft).problems == []
    assert not (real.ledger / "identity.csv").exists()
    folder = approve_release(real, "2024.1", **WHO)
    said = json.loads((folder / "goedkeuring.json").read_text(encoding="utf-8"))
    assert said == {
        "uitgave": "2024.1", "concept": looked_at, "rol": "afdelingshoofd", "beoordelaar": "BZK-07",
        "goedgekeurd_op": "2026-12-01",
    }  # fmt: skip
    assert (real.root / "approvals/2024.1.json").read_bytes() == (folder / "goedkeuring.json").read_bytes()
    assert (real.releases / "2024.1.root").read_text(encoding="ascii") == root_hash(folder) + "\n"
    assert verify_release(folder).problems == []
    assert (real.ledger / "identity.csv").read_text(encoding="utf-8").endswith("2024.1\n")
    assert sorted(p.name for p in real.releases.iterdir()) == ["2024.1", "2024.1.root"]


def test_the_same_inputs_with_the_approval_give_the_same_release(real, tmp_path):
    draft_of(real)
    folder = approve_release(real, "2024.1", **WHO)
    other = write_finished(Workspace.at(tmp_path / "other"))
    other.config_file.write_text("kind: real\nformat: 2\n", encoding="utf-8")
    write_text(other.root / "publication.yml", PUBLICATION)
    other = Workspace.at(other.root)
    write_text(other.root / "approvals/2024.1.json", (real.root / "approvals/2024.1.json").read_text(encoding="utf-8"))
    assert root_hash(make_release(other, rooms=rooms(mint=mint))) == root_hash(folder)
    assert make_release(real, rooms=rooms(mint=mint)) == folder


def test_an_approval_holds_for_its_own_draft_only(real):
    draft = draft_of(real)
    changed(real)
    with pytest.raises(WrongUse, match="no draft"):
        approve_release(real, "2024.2", **WHO)
    write_text(real.root / "approvals/2024.1.json", json.dumps({
        "uitgave": "2024.1", "concept": root_hash(draft), "rol": "hoofd", "beoordelaar": "BZK-07",
        "goedgekeurd_op": "2026-12-01",
    }))  # fmt: skip
    with pytest.raises(GateRefused, match="another draft"):
        make_release(real, rooms=rooms(mint=mint))


def test_a_draft_that_was_edited_is_not_approved(real):
    draft = draft_of(real)
    (draft / "LEESMIJ.md").write_text("anders", encoding="utf-8")
    with pytest.raises(LappendekenError, match="draft is not what it was"):
        approve_release(real, "2024.1", **WHO)


def test_a_draft_of_another_ledger_is_not_approved(real):
    draft_of(real)
    write_text(real.ledger / "identity.csv", "iets anders\n")
    with pytest.raises(LappendekenError, match="not the one that the draft"):
        approve_release(real, "2024.1", **WHO)
    assert not (real.releases / "2024.1").exists()


def test_a_release_that_is_not_its_draft_is_found(real):
    draft_of(real)
    folder = approve_release(real, "2024.1", **WHO)
    (folder / "LEESMIJ.md").write_text("anders", encoding="utf-8")
    seal(folder)
    assert verify_release(folder).problems == ["goedkeuring.json: the draft that was approved is not this release"]


@pytest.mark.parametrize("wrong", [{"reviewer": "Jan"}, {"role": ""}, {"embargo": date(2026, 11, 30)}])
def test_a_name_for_a_code_or_an_embargo_in_the_past_is_wrong_use(real, wrong):
    draft_of(real)
    with pytest.raises(WrongUse):
        approve_release(real, "2024.1", **{**WHO, **wrong})


def test_a_correction_needs_its_reason_and_carries_a_notice(workspace):
    changed(workspace)
    with pytest.raises(WrongUse, match=r"2024\.2 corrects 2024\.1, and nobody said why"):
        make_release(workspace, rooms=rooms())
    draft = make_release(workspace, rooms=rooms(), draft=True, reason="Een beleidsterrein stond verkeerd.")
    folder = approve_release(workspace, "2024.2", **WHO)
    notice = (folder / "RECTIFICATIE.md").read_text(encoding="utf-8")
    assert "Uitgave 2024.2 komt in de plaats van uitgave 2024.1" in notice
    assert "Een beleidsterrein stond verkeerd." in notice
    changes = json.loads((folder / "wijzigingen.json").read_text(encoding="utf-8"))
    assert (changes["van"], changes["naar"]) == ("2024.1", "2024.2")
    assert [t["tabel"] for t in changes["tabellen"]] == ["theme"]
    assert "Rectificatie." in (folder / "wijzigingen.html").read_text(encoding="utf-8")
    assert not draft.exists()
    assert make_release(workspace, rooms=rooms()) == folder


def test_the_first_release_says_that_there_is_none_before_it(made):
    assert "eerste uitgave" in (made[1] / "wijzigingen.html").read_text(encoding="utf-8")
    assert not (made[1] / "RECTIFICATIE.md").exists()


def test_a_release_that_was_withdrawn_is_told_and_not_given_back(workspace):
    before = root_hash(workspace.releases / "2024.1")
    file = withdraw_release(workspace, "2024.1", "De cijfers van 2020 zijn verwisseld.", **WHO)
    assert before in file.read_text(encoding="utf-8")
    folder = workspace.releases / "2024.1"
    assert root_hash(folder) == before
    told = subprocess.run([sys.executable, "-I", str(folder / "verify.py")], capture_output=True, text=True, check=True)
    assert "note: withdrawn" in told.stdout
    with pytest.raises(GateRefused, match="was withdrawn"):
        make_release(workspace, rooms=rooms())
    with pytest.raises(WrongUse, match="already"):
        withdraw_release(workspace, "2024.1", "Nog eens.", **WHO)


def test_an_embargo_goes_with_the_release_and_is_told(real):
    draft_of(real)
    folder = approve_release(real, "2024.1", **WHO, embargo=date(2026, 12, 15))
    told = subprocess.run([sys.executable, "-I", str(folder / "verify.py")], capture_output=True, text=True, check=True)
    assert "note: embargo until 2026-12-15" in told.stdout


def test_the_embargo_of_the_settings_holds_unless_another_is_given(real):
    write_text(real.root / "publication.yml", PUBLICATION + "embargo_until: 2026-12-20\n")
    draft_of(real)
    folder = approve_release(real, "2024.1", **WHO)
    assert json.loads((folder / "goedkeuring.json").read_text(encoding="utf-8"))["embargo_tot"] == "2026-12-20"


@pytest.mark.parametrize("content", ["{", "[]", '{"uitgave": "2024.1", "naam": "x"}', '{"uitgave": "2024.9"}'])
def test_a_sign_off_that_is_none_is_told(real, content):
    write_text(real.root / "approvals/2024.1.json", content)
    with pytest.raises(UnreadableInput):
        make_release(real, rooms=rooms())


def test_the_root_hash_beside_a_release_finds_a_rewritten_manifest(workspace):
    folder = workspace.releases / "2024.1"
    (folder / "LICENSE").write_text("iets anders", encoding="utf-8")
    seal(folder)
    with pytest.raises(LappendekenError, match="root hash is"):
        make_release(workspace, rooms=rooms())
