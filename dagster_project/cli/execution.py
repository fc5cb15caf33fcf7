"""Runs a job of the definitions: through the daemon where one lives for this workspace, in this process otherwise."""

import json
import signal
import subprocess
import sys
import time
import traceback
import uuid
from contextlib import redirect_stdout

from dagster_project.cli.progress import event_logger
from dagster_project.cli.screen import say_error
from dagster_project.cli.stopping import Stopped
from dagster_project.workspace.errors import LappendekenError, for_people
from dagster_project.workspace.instance import dagster_home
from dagster_project.workspace.layout import Workspace
from dagster_project.workspace.lock import workspace_lock

# The daemon beats every 30 s; after three missed beats it is taken for dead.
DEADLINE = 90.0
POLL = 1.0
LOG = "run.log"
MOST = 600
"""Characters of an error that are told; a list of hundreds of keys says no more than its beginning."""


def run_job(workspace: Workspace, job: str, tags: dict[str, str], config: dict | None = None) -> None:
    """Run the job to its end.

    Raises what a step raised, or LappendekenError with the steps that failed.
    """
    import dagster as dg

    from dagster_project.runs.resource import WAITS

    dagster_home(workspace)
    with dg.DagsterInstance.get() as instance:
        if daemon_lives(instance):
            _through_daemon(instance, job, tags, config or {})
        else:
            with workspace_lock(workspace, f"the command {job}"):  # at once, before anything is loaded or parsed
                _in_process(workspace, instance, job, {**tags, WAITS: "no"}, config or {})


def daemon_lives(instance) -> bool:
    """Whether a daemon of this storage gave a sign of life lately."""
    from dagster._daemon.controller import all_daemons_healthy

    return all_daemons_healthy(instance, heartbeat_tolerance_seconds=DEADLINE)


def _in_process(workspace: Workspace, instance, job: str, tags: dict[str, str], config: dict) -> None:
    from dagster._core.errors import DagsterExecutionInterruptedError

    from dagster_project.definitions import build_definitions

    definition = build_definitions(workspace).resolve_job_def(job)
    steps = len(definition.asset_layer.selected_asset_keys)
    # What dbt tells goes to a file; the screen has a line per table.
    with event_logger(steps) as logger, (workspace.work / LOG).open("w", encoding="utf-8") as log, redirect_stdout(log):
        try:
            definition.with_logger_defs({"console": logger}).execute_in_process(
                instance=instance, tags=tags, run_config={**config, "loggers": {"console": {}}}
            )
        except DagsterExecutionInterruptedError:  # Dagster's own answer to a signal
            raise Stopped(signal.SIGTERM) from None
        except Exception as failed:
            traceback.print_exception(failed, file=log)
            raise _error_for_people(failed) from None


def _error_for_people(failed: Exception) -> LappendekenError:
    told = for_people(failed)
    if told is not None:
        return told
    cause: BaseException = failed
    while cause.__cause__ is not None:
        cause = cause.__cause__
    what = " ".join(f"{type(cause).__name__}: {cause}".split())
    return LappendekenError(what[:MOST], getattr(failed, "step_key", None), f"the whole of it stands in work/{LOG}")


def _through_daemon(instance, job: str, tags: dict[str, str], config: dict) -> None:
    from dagster import DagsterRunStatus

    run_id = str(uuid.uuid4())
    words = ["-m", "dagster_project.definitions", "-j", job, "--run-id", run_id]
    words += ["--tags", json.dumps(tags)] + (["--config-json", json.dumps(config)] if config else [])
    launched = subprocess.run(
        [sys.executable, "-m", "dagster", "job", "launch", *words], capture_output=True, text=True, check=False
    )
    if launched.returncode:
        raise LappendekenError("the run could not be handed to the daemon", job, launched.stderr.strip()[-800:])
    say_error(f"run {run_id} handed to the daemon")
    while not (run := instance.get_run_by_id(run_id)).is_finished:
        if run.status == DagsterRunStatus.QUEUED and not daemon_lives(instance):
            raise LappendekenError("the daemon stopped before it took the run", run_id, "stop it and run again")
        time.sleep(POLL)
    if run.status != DagsterRunStatus.SUCCESS:
        raise LappendekenError(f"the run ended as {run.status.value}: {_why(instance, run_id)}", run_id)


def _why(instance, run_id: str) -> str:
    from dagster import DagsterEventType

    failures = instance.get_records_for_run(run_id, of_type=DagsterEventType.STEP_FAILURE).records
    errors = [f.event_log_entry.get_dagster_event().event_specific_data.error for f in failures]
    causes = [e.cause or e for e in errors if e]
    return "; ".join(e.message.strip() for e in causes) or "no step failed"
