"""`ledger diff` says what a person must write, `ledger crosswalk` where an id went."""

import json
from types import SimpleNamespace

import pytest

from dagster_project.cli.ledger import crosswalk, diff
from dagster_project.workspace import Workspace, WrongUse, write_table
from tests.linkage.ledger.runs import decide, released, run

ONE, TWO = "sv0000001", "sv0000002"


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """A release of two collaborations, and a run that takes them for one and finds a third."""
    workspace = Workspace.at(tmp_path).create("simulated")
    released(workspace, "2024.1", "ab", "c")
    write_table(workspace, "collaboration_identity", run(workspace, "abc", "d")[1])
    return workspace


def said(workspace, capsys, command, *given, **options) -> str:
    command(SimpleNamespace(obj=SimpleNamespace(require=lambda: workspace)), *given, **options)
    return capsys.readouterr().out


def test_the_diff_tells_names_numbers_and_both_decisions(workspace, capsys):
    text = said(workspace, capsys, diff)
    assert f"{ONE} 'Havenschap Gele Klif' (1 vermelding) valt samen met {TWO}" in text
    assert f"aanvaarden: besluit must_link met target {ONE}|{TWO}" in text
    assert "ongedaan maken: besluit must_not_link" in text
    assert "Nieuwe nummers die de volgende uitgave zou geven: 1\n  sv0000003 'Sociaal' (1 vermelding)" in text
    assert "geweigerd" in text
    decide(workspace, "must_link", f"{ONE}|{TWO}")
    text = said(workspace, capsys, diff)
    assert "aanvaard door besluit all/0001-002" in text
    assert "geweigerd" not in text


def test_a_split_says_how_many_stay_and_go(workspace, capsys):
    write_table(workspace, "collaboration_identity", run(workspace, "a", "b", "c")[1])
    text = said(workspace, capsys, diff)
    assert f"{TWO} 'Recreatieschap Zwarte Berk' valt uiteen: van de vermeldingen 1 blijft, 1 gaat naar" in text
    assert "aanvaarden: besluit must_not_link met target a|b" in text


def test_the_diff_for_machines_has_all_of_it(workspace, capsys):
    data = json.loads(said(workspace, capsys, diff, json=True))
    [change] = data["changes"]
    assert (change["reason"], change["accepted"], change["accepts"]) == ("merged", False, "must_link")
    assert data["new"] == [{"collaboration_id": "sv0000003", "name": "Sociaal", "mentions": 1}]


def test_the_crosswalk_says_where_an_id_went(workspace, capsys):
    assert "geen enkel" in said(workspace, capsys, crosswalk)
    decide(workspace, "must_link", f"{ONE}|{TWO}")
    released(workspace, "2024.2", "abc")
    text = said(workspace, capsys, crosswalk, ONE)
    assert text.startswith(f"{ONE} is opgegaan in {TWO} (uitgave 2024.2, besluit all/0001-002)\nnu: {TWO} '")
    assert said(workspace, capsys, crosswalk, TWO).startswith(f"nu: {TWO}")
    data = json.loads(said(workspace, capsys, crosswalk, ONE, json=True))
    assert (data["now"], len(data["steps"])) == ([TWO], 1)


def test_an_id_that_was_never_given_is_wrong_use(workspace):
    with pytest.raises(WrongUse, match="never minted"):
        crosswalk(SimpleNamespace(obj=SimpleNamespace(require=lambda: workspace)), "sv0009999")
