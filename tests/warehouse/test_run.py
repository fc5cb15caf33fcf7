"""dbt runs with the environment of the workspace, and its failures say what failed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dagster_project.warehouse import DbtFailed, dbt_environment, failure, run_dbt
from dagster_project.warehouse.run import failing_nodes
from dagster_project.workspace import Workspace, read_table, write_table
from tests.miniature import built_miniature


def test_nothing_is_written_into_the_project_and_nothing_sent(tmp_path: Path):
    environment = dbt_environment(Workspace.at(tmp_path))
    assert environment["LAPPENDEKEN_DATA"] == str(tmp_path)
    for place in ("DBT_TARGET_PATH", "DBT_LOG_PATH"):
        assert Path(environment[place]).is_relative_to(tmp_path / "work")
    assert environment["DO_NOT_TRACK"] == "1"
    assert environment["DBT_SEND_ANONYMOUS_USAGE_STATS"] == "false"


def test_a_failing_test_is_named_with_its_message(tmp_path: Path):
    """Two parts of one table that each keep the contract, and together have a key twice."""
    shutil.copytree(built_miniature().root, tmp_path / "copy")
    workspace = Workspace.at(tmp_path / "copy")
    links = read_table(workspace, "link")
    (workspace.tables / "link.parquet").unlink()
    for part in ("a", "b"):
        write_table(workspace, "link", links.head(1), part=part)
    with pytest.raises(DbtFailed, match=r"test\.lappendeken\.link_key_is_unique.*: Got 1 result") as failed:
        run_dbt(workspace, ["test", "--select", "link_key_is_unique"])
    assert failed.value.mend == "see work/dbt/logs/dbt.log"


def test_what_failed_before_any_node_is_told_by_the_output(tmp_path: Path):
    with pytest.raises(DbtFailed, match="No such command"):
        run_dbt(Workspace.at(tmp_path).create("simulated"), ["bild"])


def test_a_dbt_that_was_ended_from_outside_is_told_so(tmp_path: Path):
    failed = failure(Workspace.at(tmp_path), ["build"], -9, tmp_path / "absent.json", "")
    assert "SIGKILL" in failed.what
    assert "memory" in failed.mend


def test_a_warehouse_that_another_process_holds_is_told_with_its_number(tmp_path: Path):
    workspace = Workspace.at(tmp_path).create("simulated")
    code = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    workspace.warehouse.parent.mkdir(parents=True)
    words = [sys.executable, "-c", code, str(workspace.warehouse)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "held\n"
        with pytest.raises(DbtFailed, match=rf"^process {other.pid} has the warehouse") as failed:
            run_dbt(workspace, ["run-operation", "anything"])
        other.stdin.close()
    assert "Traceback" not in str(failed.value)


def test_only_failing_nodes_are_told(tmp_path: Path):
    nodes = [
        {"unique_id": "model.a", "status": "success", "message": "OK"},
        {"unique_id": "model.b", "status": "error", "message": "Catalog Error:\n  no table"},
        {"unique_id": "test.c", "status": "fail", "message": None},
        {"unique_id": "test.d", "status": "skipped", "message": None},
    ]
    results = tmp_path / "run_results.json"
    results.write_text(json.dumps({"results": nodes}), encoding="utf-8")
    assert failing_nodes(results) == "model.b: Catalog Error: no table; test.c: no message"
    assert failing_nodes(tmp_path / "absent.json") == ""


def test_of_many_failing_nodes_the_first_are_told_and_the_rest_counted(tmp_path: Path):
    nodes = [{"unique_id": f"seed.s{n}", "status": "error", "message": "no room"} for n in range(20)]
    results = tmp_path / "run_results.json"
    results.write_text(json.dumps({"results": nodes}), encoding="utf-8")
    told = failing_nodes(results)
    assert "seed.s2" in told
    assert "seed.s3" not in told
    assert told.endswith("17 more")
