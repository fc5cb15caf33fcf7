"""A run that died is told from one that lives, and what it held is free."""

import os
import subprocess
import sys

import dagster as dg
import pytest

from dagster_project.runs.dead import announce, free_dead_runs, leave
from dagster_project.workspace import Workspace
from dagster_project.workspace.states import begin


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.at(tmp_path / "w").create()


@pytest.fixture
def instance():
    with dg.DagsterInstance.ephemeral() as found:
        yield found


def started(instance) -> str:
    """A run in progress, as Dagster holds it."""

    @dg.job
    def anything():
        pass

    run = instance.create_run_for_job(anything)
    instance.report_engine_event("began", run)
    instance.handle_new_event(_start(run.run_id))
    return run.run_id


def _start(run_id: str):
    from dagster._core.events import DagsterEvent, DagsterEventType
    from dagster._core.events.log import EventLogEntry

    event = DagsterEvent(DagsterEventType.RUN_START.value, "anything")
    return EventLogEntry(
        error_info=None,
        level=10,
        user_message="",
        run_id=run_id,
        timestamp=0.0,
        job_name="anything",
        dagster_event=event,
    )


def status(instance, run_id: str) -> str:
    return instance.get_run_by_id(run_id).status.value


def test_a_run_without_a_process_is_marked_as_failed(workspace, instance):
    run_id = started(instance)
    assert status(instance, run_id) == "STARTED"
    told = free_dead_runs(workspace, instance)
    assert status(instance, run_id) == "FAILURE"
    assert [line for line in told if run_id[:8] in line]
    assert free_dead_runs(workspace, instance) == []


def test_a_run_of_a_process_that_ended_is_dead(workspace, instance):
    run_id = started(instance)
    code = (
        "import sys; from dagster_project.workspace import Workspace; from dagster_project.runs.dead import announce; "
    )
    code += "announce(Workspace.at(sys.argv[1]), sys.argv[2])"
    subprocess.run([sys.executable, "-c", code, workspace.root, run_id], check=True)
    free_dead_runs(workspace, instance)
    assert status(instance, run_id) == "FAILURE"


def test_a_run_that_lives_stays(workspace, instance):
    run_id = started(instance)
    announce(workspace, run_id)
    assert free_dead_runs(workspace, instance) == []
    assert status(instance, run_id) == "STARTED"
    leave(workspace, run_id)
    free_dead_runs(workspace, instance)
    assert status(instance, run_id) == "FAILURE"


def test_another_process_under_the_old_number_is_not_the_run(workspace, instance):
    run_id = started(instance)
    announce(workspace, run_id)
    mark = workspace.work / "alive" / f"{run_id}.json"
    mark.write_text(mark.read_text().replace('"started": "', '"started": "another boot '))
    free_dead_runs(workspace, instance)
    assert status(instance, run_id) == "FAILURE"


def test_half_a_state_and_temporary_files_go_and_what_people_made_stays(workspace, instance):
    begin(workspace)
    kept = [workspace.raw / ".theirs.tmp", workspace.decisions / "0001-a.csv", workspace.ledger / "identity.csv"]
    gone = [workspace.root / ".manifest.csv.x1.tmp", workspace.decisions / ".0002-b.csv.x2.tmp"]
    for path in kept + gone:
        path.write_text("x")
    told = free_dead_runs(workspace, instance)
    assert len(told) == 2
    assert not workspace.built().state.exists()
    assert all(map(os.path.exists, kept))
    assert not any(map(os.path.exists, gone))
