"""The workspace as Dagster's runs have it: locked for one run, whose tables come into force when all of it succeeded.

Belongs here: what happens at the beginning and the end of a run. The executor of this project runs all steps of a run
in one process, so the resource is set up once per run, whoever started it: the command line, the daemon or the pages.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from dagster_project.intake import refuse_if_absent
from dagster_project.runs.dead import announce, free_dead_runs, leave
from dagster_project.runs.inputs import inputs_of
from dagster_project.runs.record import note_run
from dagster_project.workspace import Workspace
from dagster_project.workspace.lock import workspace_lock
from dagster_project.workspace.resource import WorkspaceResource
from dagster_project.workspace.room import require_room
from dagster_project.workspace.states import begin, discard, put_in_force

SCHEDULED_WAIT = 6 * 3600.0
"""Seconds that a run of the schedule, the sensor or the pages waits for one before it; a command does not wait."""
WAITS = "lappendeken/waits"
"""The tag of runs of the command line, with the value `no`."""


class BuildingWorkspace(WorkspaceResource):
    """Gives assets the state that the run builds. `pipeline` has the names of all assets that make its tables."""

    pipeline: list[str]

    @property
    def workspace(self) -> Workspace:
        return Workspace.at(self.folder).require().built()

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator["BuildingWorkspace"]:
        workspace = Workspace.at(self.folder).require()
        with _run_of(workspace, context):
            require_room(workspace)
            refuse_if_absent(workspace)
            before = inputs_of(workspace)
            building = begin(workspace)
            try:
                yield self
                made = _made(context)
                if made is not None:
                    note_run(building, before, made, self.pipeline)
                    put_in_force(building)
            finally:
                discard(workspace)


class WorkspaceInForce(WorkspaceResource):
    """Gives the release the state in force, which it reads and does not change."""

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator["WorkspaceInForce"]:
        with _run_of(Workspace.at(self.folder).require(), context):
            yield self


@contextmanager
def _run_of(workspace: Workspace, context: dg.InitResourceContext) -> Iterator[None]:
    run, log = context.run, context.log
    waits = 0.0 if run.tags.get(WAITS) == "no" else SCHEDULED_WAIT
    announce(workspace, run.run_id)
    try:
        with workspace_lock(workspace, f"run {run.run_id[:8]}", waits=waits, tell=log.info if log else print):
            for line in free_dead_runs(workspace, context.instance, run.run_id):
                if log:
                    log.warning(line)
            yield
    finally:
        leave(workspace, run.run_id)


def _made(context: dg.InitResourceContext) -> set[str] | None:
    """The assets that the run made, those of a partition as `name|partition`; None where not every step succeeded."""
    instance, run = context.instance, context.instance.get_run_by_id(context.run.run_id)
    plan = instance.get_execution_plan_snapshot(run.execution_plan_snapshot_id)
    succeeded = instance.get_records_for_run(run.run_id, of_type=dg.DagsterEventType.STEP_SUCCESS).records
    if {r.event_log_entry.step_key for r in succeeded} != set(plan.step_keys_to_execute):
        return None
    found = set()
    for record in instance.get_records_for_run(run.run_id, of_type=dg.DagsterEventType.ASSET_MATERIALIZATION).records:
        made = record.event_log_entry.dagster_event.event_specific_data.materialization
        name = made.asset_key.to_user_string()
        found.add(f"{name}|{made.partition}" if made.partition else name)
    return found
