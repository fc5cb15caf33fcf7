"""The ledger is held against every release on disk, and made anew from them to the byte."""

import pytest

from dagster_project.linkage import LedgerLost, checked_ledger, diff_of_run, mint, restore_ledger
from dagster_project.linkage.ledger.identities import as_csv, read_ledger
from dagster_project.workspace import UnreadableInput, Workspace, WrongUse
from dagster_project.workspace.atomic import write_text
from tests.linkage.ledger.runs import decide, ledger_files, published, run

ONE, TWO, THREE = (f"sv000000{n}" for n in range(1, 4))


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """Three releases: two ids, one of which went into the other; a third; the third not seen any more."""
    workspace = Workspace.at(tmp_path).create("simulated")
    published(workspace, "2024.1", "ab", "c")
    decide(workspace, "must_link", f"{ONE}|{TWO}")
    published(workspace, "2024.2", "abc", "d")
    published(workspace, "2024.3", "abce")
    return workspace


@pytest.fixture
def identity(workspace):
    return run(workspace, "abce", "f")[1]


def spoil(workspace, key, **change):
    ledger = read_ledger(workspace)
    one = ledger.pop(key)
    values = {"minted_in": one.minted_in, "name": one.name, "anchors": one.anchors} | change
    write_text(workspace.ledger / "identity.csv", as_csv({**ledger, key: type(one)(key, **values)}))


def lose(workspace, key):
    ledger = read_ledger(workspace)
    del ledger[key]
    write_text(workspace.ledger / "identity.csv", as_csv(ledger))


FAULTS = {
    "all gone": (lambda w: [p.unlink() for p in w.ledger.glob("*.csv")], f"3 ids.*{ONE}.*missing", "identity.csv"),
    "emptied": (lambda w: write_text(w.ledger / "identity.csv", as_csv({})), f"3 ids.*{ONE}.*missing", "identity.csv"),
    "shortened": (lambda w: lose(w, THREE), f"1 ids.*{THREE} 'Sociaal'.*2024.2 is missing", "identity.csv"),
    "something else": (lambda w: spoil(w, TWO, anchors=frozenset({"mention:z"})), f"{TWO}.*stands for", "identity.csv"),
    "minted later": (lambda w: spoil(w, TWO, minted_in="2024.2"), "minted in '2024.2'.*2024.1 has it", "identity.csv"),
    "minted in nothing": (lambda w: spoil(w, TWO, minted_in="?"), r"minted in '\?'", "identity.csv"),
    "no crosswalk": (lambda w: (w.ledger / "crosswalk.csv").unlink(), f"1 changes.*{ONE} merged to {TWO}", "crosswalk"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_no_id_is_given_out_by_a_ledger_that_is_not_that_of_the_releases(workspace, identity, fault):
    whole = ledger_files(workspace)
    damage, told, file = FAULTS[fault]
    damage(workspace)
    left = ledger_files(workspace)
    for use in (
        lambda: run(workspace, "abce", "f"),
        lambda: mint(workspace, identity, "2024.4"),
        lambda: diff_of_run(workspace, identity),
    ):
        with pytest.raises(LedgerLost, match=told) as refused:
            use()
        assert file in str(refused.value.where)
        assert "restore ledger" in refused.value.mend
    assert ledger_files(workspace) == left
    restore_ledger(workspace)
    assert ledger_files(workspace) == whole


def test_the_next_run_and_the_next_release_are_those_of_a_ledger_never_lost(workspace, identity):
    mint(workspace, identity, "2024.4")
    wanted = ledger_files(workspace)
    for path in workspace.ledger.glob("*.csv"):
        path.unlink()
    done = restore_ledger(workspace)
    assert (done.ids, done.steps, done.kept, done.unreadable) == (3, 1, 0, [])
    again = run(workspace, "abce", "f")[1]
    assert again.equals(identity)
    mint(workspace, again, "2024.4")
    assert ledger_files(workspace) == wanted


def test_ids_that_only_the_ledger_knows_stay_and_are_not_given_again(workspace, identity):
    mint(workspace, identity, "2024.4")  # and killed before the release was there
    whole = ledger_files(workspace)
    lose(workspace, TWO)
    done = restore_ledger(workspace)
    assert (done.ids, done.kept) == (1, 1)
    assert ledger_files(workspace) == whole
    assert run(workspace, "abce", "f", "g")[0]["g"] == "sv0000005"


def test_a_ledger_that_cannot_be_read_is_made_anew(workspace):
    whole = ledger_files(workspace)
    write_text(workspace.ledger / "identity.csv", "half a li")
    [place] = restore_ledger(workspace).unreadable
    assert "identity.csv line 1" in place
    assert ledger_files(workspace) == whole


def test_releases_that_were_made_and_are_not_on_disk_come_first(workspace):
    for path in workspace.ledger.glob("*.csv"):
        path.unlink()
    (workspace.releases / "2024.2").rename(workspace.root / "elsewhere")
    write_text(workspace.releases / "2024.2.dvc", "outs: []\n")
    with pytest.raises(WrongUse, match=r"2024\.2 is not on disk.*dvc pull"):
        restore_ledger(workspace)
    for name in ("2024.1", "2024.3"):
        (workspace.releases / name).rename(workspace.root / name)
    with pytest.raises(LedgerLost, match=r"empty, and release 2024\.2 was made.*dvc pull"):
        run(workspace, "abce", "f")


def test_a_release_without_its_table_stops_with_the_mend(workspace):
    (workspace.releases / "2024.3" / "tabellen" / "collaboration_identity.parquet").write_bytes(b"PAR1")
    for use in (checked_ledger, restore_ledger):
        with pytest.raises(UnreadableInput, match="dvc pull"):
            use(workspace)


def test_without_a_release_there_is_nothing_to_restore_from(tmp_path):
    workspace = Workspace.at(tmp_path).create("simulated")
    with pytest.raises(WrongUse, match="no release"):
        restore_ledger(workspace)
    assert checked_ledger(workspace)[:2] == ({}, [])
