"""Runs that want the workspace at one moment: those of a schedule wait in line and say so, others say who has it."""

import subprocess
import sys
import threading

import dagster as dg
import pytest
from dagster._core.errors import DagsterResourceFunctionError

from dagster_project.runs.resource import WAITS, BuildingWorkspace
from dagster_project.workspace import Workspace
from dagster_project.workspace.errors import for_people
from dagster_project.workspace.lock import Locked, workspace_lock

HOLD = """
import sys
from dagster_project.workspace import Workspace
from dagster_project.workspace.lock import workspace_lock
with workspace_lock(Workspace.at(sys.argv[1]), "intake"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.at(tmp_path / "w").create()


@pytest.fixture
def holder(workspace):
    """Another process that holds the workspace until its input ends."""
    words = [sys.executable, "-c", HOLD, str(workspace.root)]
    found = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert found.stdout.readline() == "held\n"
    yield found
    found.kill()
    found.wait()


class Log:
    """What a run tells, and something to do at the first line that holds a word."""

    def __init__(self, word: str, then):
        self.lines, self._word, self._then = [], word, then

    def logger(self) -> dg.LoggerDefinition:
        import logging

        log = self

        class Handler(logging.Handler):
            def emit(self, record):
                log.lines.append(record.getMessage())
                if log._word in log.lines[-1]:
                    log._then()

        @dg.logger
        def told(_) -> logging.Logger:
            found = logging.Logger("told", logging.DEBUG)
            found.addHandler(Handler())
            return found

        return told


def job_of(workspace: Workspace, during=lambda: None) -> dg.JobDefinition:
    """A job of one table that calls `during` while it holds the workspace."""

    @dg.asset
    def table(workspace: BuildingWorkspace) -> None:
        during()
        (workspace.workspace.tables / "table.parquet").write_text("made")

    building = BuildingWorkspace(folder=str(workspace.root), pipeline=["table"])
    jobs = [dg.define_asset_job("all")]
    return dg.Definitions([table], jobs=jobs, resources={"workspace": building}).resolve_job_def("all")


def test_a_run_of_a_schedule_waits_in_line_and_says_for_whom(workspace, holder):
    log = Log("waiting for the workspace", lambda: holder.stdin.close())
    job = job_of(workspace).with_logger_defs({"console": log.logger()})
    assert job.execute_in_process(run_config={"loggers": {"console": {}}}).success
    [waiting] = [line for line in log.lines if "waiting for the workspace" in line]
    assert "intake" in waiting
    assert str(holder.pid) in waiting
    assert "since" in waiting
    assert (workspace.now().tables / "table.parquet").exists()


def test_a_run_of_the_command_line_does_not_wait(workspace, holder):
    with pytest.raises(DagsterResourceFunctionError) as failed:
        job_of(workspace).execute_in_process(tags={WAITS: "no"})
    told = for_people(failed.value)
    assert isinstance(told, Locked)
    assert told.what.startswith(f"intake (process {holder.pid}, since ")
    assert not workspace.now().state.exists()


def test_an_intake_during_a_run_is_told_of_the_run_and_the_run_goes_on(workspace):
    seen = []

    def intake():
        try:
            with workspace_lock(workspace, "intake"):
                seen.append("taken")
        except Locked as locked:
            seen.append(locked.what)

    def during():  # a lock of the same process is another one in another thread, as each opens the file anew
        thread = threading.Thread(target=intake)
        thread.start()
        thread.join()

    done = job_of(workspace, during).execute_in_process(tags={WAITS: "no"})
    assert done.success
    assert seen == [line for line in seen if f"run {done.run_id[:8]}" in line]
    assert len(seen) == 1


def test_of_two_runs_at_the_same_moment_both_come_to_their_end_one_after_the_other(workspace):
    at_work, most = [], []

    def during():
        at_work.append(1)
        most.append(len(at_work))
        threading.Event().wait(0.3)
        at_work.pop()

    ended = []
    threads = [
        threading.Thread(target=lambda: ended.append(job_of(workspace, during).execute_in_process().success))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ended == [True, True]
    assert most == [1, 1]
    assert workspace.now().state.name == "000002"
