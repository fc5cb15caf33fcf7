"""The whole pipeline on one page: raw files to a release.

Belongs here: which assets, jobs, schedule and sensor there are. How an asset works is told in its room.
"""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import dagster as dg

from dagster_project.budgets.assets import budget_mention
from dagster_project.coding.assets import decided_coding
from dagster_project.intake.assets import delivery, mention, refusal
from dagster_project.linkage.assets import identified_collaborations, proposed_succession
from dagster_project.organisations.assets import organisation_snapshot, resolved_participant
from dagster_project.quality.assets import quality_assets, quality_checks
from dagster_project.registers.assets import edition_mention, programme_mention, register_mention
from dagster_project.release.assets import release
from dagster_project.review.assets import audit_answer, review_question
from dagster_project.runs.resource import BuildingWorkspace, WorkspaceInForce
from dagster_project.surveys.assets import survey_mention
from dagster_project.uncertainty.assets import ASSETS as UNCERTAINTY
from dagster_project.warehouse.assets import dbt_resource, warehouse_assets
from dagster_project.workspace import PROJECT, Workspace
from dagster_project.workspace.hashing import sha256_of
from dagster_project.workspace.partitions import all_snapshots

PIPELINE, RELEASE = "pipeline", "release_job"


def build_definitions(
    workspace: Workspace | None = None,
    *,
    assets: Sequence[dg.AssetsDefinition] = (),
    checks: Sequence[dg.AssetChecksDefinition] = (),
    resources: Mapping[str, Any] | None = None,
    jobs: Sequence[Any] = (),
    schedules: Sequence[dg.ScheduleDefinition] = (),
    sensors: Sequence[dg.SensorDefinition] = (),
) -> dg.Definitions:
    """All assets, checks, jobs, the yearly schedule and the sensor, for one workspace.

    Without a workspace: the one that the environment variable LAPPENDEKEN_DATA names, else `data/`. The others are for
    tests and staging: each takes the place of the part of the same name (an asset of what makes the same tables), and
    comes beside the rest where there is none. Of an asset that makes several tables, all of them or none are replaced:
    Dagster refuses a table that two assets make.
    """
    workspace = workspace or Workspace.at(os.environ.get("LAPPENDEKEN_DATA", PROJECT / "data"))
    reading = [budget_mention, survey_mention, register_mention, edition_mention, programme_mention]
    judging = [
        organisation_snapshot,
        resolved_participant,
        identified_collaborations,
        proposed_succession,
        decided_coding,
    ]
    making = [*warehouse_assets(workspace), *quality_assets(), *UNCERTAINTY, review_question, audit_answer]
    all_assets = replaced([delivery, *reading, mention, refusal, *judging, *making, release], assets, lambda a: a.keys)
    all_but_release = dg.AssetSelection.all() - dg.AssetSelection.assets("release")
    own_jobs = [
        dg.define_asset_job(PIPELINE, selection=all_but_release),
        dg.define_asset_job(RELEASE, selection=dg.AssetSelection.assets("release")),
    ]
    all_jobs = replaced(own_jobs, jobs, named)
    pipeline = next(job for job in all_jobs if job.name == PIPELINE)
    folder = str(workspace.root)
    made = sorted({key.to_user_string() for asset in all_assets for key in asset.keys} - {"release"})
    return dg.Definitions(
        assets=all_assets,
        asset_checks=[*quality_checks(), *checks],
        jobs=all_jobs,
        schedules=replaced([yearly(pipeline)], schedules, named),
        sensors=replaced([new_delivery(pipeline, workspace.manifest)], sensors, named),
        resources={
            "workspace": BuildingWorkspace(folder=folder, pipeline=made),
            "in_force": WorkspaceInForce(folder=folder),
            "dbt": dbt_resource(workspace.built()),
            **(resources or {}),
        },
        executor=dg.in_process_executor,  # one process per run, so that one lock spans it
    )


def replaced(own: Sequence[Any], others: Sequence[Any], names: Callable[[Any], Collection]) -> list[Any]:
    """`others`, and of `own` those that have a name which none of `others` has."""
    taken = {name for one in others for name in names(one)}
    return [one for one in own if not taken.issuperset(names(one))] + list(others)


def named(part: Any) -> tuple[str]:
    """What a job, schedule or sensor is known by."""
    return (part.name,)


@dg.definitions
def defs() -> dg.Definitions:
    """What `dagster dev` and the daemon load."""
    return build_definitions()


def yearly(job) -> dg.ScheduleDefinition:
    """On the second of January, when the budgets of the new year are there."""

    @dg.schedule(job=job, cron_schedule="0 6 2 1 *", execution_timezone="Europe/Amsterdam")
    def yearly_run(context: dg.ScheduleEvaluationContext):
        return dg.RunRequest(tags=all_snapshots())

    return yearly_run


def new_delivery(job, manifest: Path) -> dg.SensorDefinition:
    """Starts a run when the manifest of deliveries has changed since the last one that it started."""

    @dg.sensor(job=job, minimum_interval_seconds=60)
    def new_delivery_taken_in(context: dg.SensorEvaluationContext):
        if not manifest.exists():
            return dg.SkipReason(f"nothing was taken in yet: there is no {manifest.name}")
        now = sha256_of(manifest)
        if now == context.cursor:
            return dg.SkipReason("no new delivery")
        context.update_cursor(now)
        return dg.RunRequest(run_key=now, tags=all_snapshots())

    return new_delivery_taken_in
