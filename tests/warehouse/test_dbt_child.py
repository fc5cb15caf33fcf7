"""dbt as a child: what it answers without reading dbt, and so without asking anybody."""

import sys
from importlib.metadata import version

from dagster_project.warehouse import dbt_child


def test_its_version_is_told_without_reading_dbt(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["lappendeken-dbt", "--version"])
    monkeypatch.setattr(dbt_child, "end_with_parent", lambda: None)
    monkeypatch.setitem(sys.modules, "dbt.cli.main", None)  # reading it would fail
    dbt_child.main()
    assert capsys.readouterr().out == f"dbt-core {version('dbt-core')}\n"
