"""`restore ledger` says what it put back; without a ledger no run begins."""

from types import SimpleNamespace

import pytest

from dagster_project.cli.pipeline import run as run_pipeline
from dagster_project.cli.restore import ledger
from dagster_project.cli.state import gather
from dagster_project.linkage import LedgerLost
from dagster_project.workspace import Workspace
from tests.linkage.ledger.runs import ledger_files, published


def test_a_run_is_refused_at_once_until_the_ledger_is_back(tmp_path, capsys):
    workspace = Workspace.at(tmp_path).create("simulated")
    published(workspace, "2024.1", "ab", "c")
    whole = ledger_files(workspace)
    (workspace.ledger / "identity.csv").unlink()
    context = SimpleNamespace(obj=workspace)
    with pytest.raises(LedgerLost, match="2 ids of releases"):
        run_pipeline(context)
    assert "restore ledger" in gather(workspace)["ledger"]
    ledger(context)
    assert gather(workspace)["ledger"] is None
    assert "2 ids and 0 changes of ids put back" in capsys.readouterr().out
    assert ledger_files(workspace) == whole
