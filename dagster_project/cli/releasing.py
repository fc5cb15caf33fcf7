"""`release`, `approve`, `withdraw` and `reproduce`: from the tables of a run to what a ministry puts its name under."""

from datetime import date, datetime
from typing import Annotated

import typer

from dagster_project.cli.screen import say

_Role = Annotated[str, typer.Option(help="Role of who decides, such as afdelingshoofd; never a name.")]
_Reviewer = Annotated[str, typer.Option(help="Code of who decides, such as BZK-07.")]
_On = Annotated[
    datetime | None, typer.Option("--on", help="Day of the decision; today where not given.", formats=["%Y-%m-%d"])
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(release)
    app.command()(approve)
    app.command()(withdraw)
    app.command()(reproduce)


def release(
    context: typer.Context,
    release_id: Annotated[str | None, typer.Argument(help="Id such as 2024.2; the next one where not given.")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="To be looked at; approve makes it final.")] = False,
    reason: Annotated[str | None, typer.Option(help="Why a release is corrected, in Dutch: it is published.")] = None,
) -> None:
    """Gate, package, version."""
    from dagster_project.cli.execution import run_job
    from dagster_project.runs import refuse_if_stale

    workspace = context.obj.require()
    refuse_if_stale(workspace)
    from dagster_project.release import root_hash
    from dagster_project.workspace.releases import newest_draft, newest_release

    config = {"release_id": release_id or "", "draft": draft, "reason": reason or ""}
    run_job(workspace, "release_job", {}, {"ops": {"release": {"config": config}}})
    made = newest_draft(workspace) if draft else None
    folder = made or newest_release(workspace)
    say(f"{'draft' if made else 'release'} {folder.name} in {folder}")
    say(f"root hash {root_hash(folder)}")


def approve(
    context: typer.Context,
    release_id: Annotated[str, typer.Argument(help="Id of the draft, such as 2024.1.")],
    role: _Role,
    reviewer: _Reviewer,
    on: _On = None,
    embargo: Annotated[
        datetime | None, typer.Option(help="Not to be made public before this day.", formats=["%Y-%m-%d"])
    ] = None,
) -> None:
    """Make a draft final, with the sign-off in it."""
    from dagster_project.release import add_raw_to_dvc, add_to_dvc, approve_release, root_hash
    from dagster_project.workspace.lock import workspace_lock

    workspace, day = context.obj.require(), _day(on)
    with workspace_lock(workspace, "the command approve"):
        folder = approve_release(workspace, release_id, role, reviewer, day, embargo.date() if embargo else None)
        versioned = [*add_raw_to_dvc(workspace), add_to_dvc(workspace, folder)]
    for line in versioned:
        say(f"versioned: {line}")
    say(f"release {folder.name} in {folder}")
    say(f"root hash {root_hash(folder)}; it stands in {folder.name}.root beside the folder: publish it elsewhere")
    if embargo:
        say(f"embargo until {embargo.date().isoformat()}")


def withdraw(
    context: typer.Context,
    release_id: Annotated[str, typer.Argument(help="Id of the release that was wrong.")],
    reason: Annotated[str, typer.Option(help="Why, in Dutch: it is published.")],
    role: _Role,
    reviewer: _Reviewer,
    on: _On = None,
) -> None:
    """Write the notice that a release is withdrawn; the release itself never changes."""
    from dagster_project.release import withdraw_release
    from dagster_project.workspace.lock import workspace_lock

    workspace = context.obj.require()
    with workspace_lock(workspace, "the command withdraw"):
        say(f"notice in {withdraw_release(workspace, release_id, reason, role, reviewer, _day(on))}")


def reproduce(
    context: typer.Context, release_id: Annotated[str, typer.Argument(help="Id of the release, such as 2024.1.")]
) -> None:
    """Make a release again from the raw data, with nothing kept from any run, and compare every byte."""
    from dagster_project import release as room
    from dagster_project.workspace.lock import workspace_lock

    workspace = context.obj.require()
    with workspace_lock(workspace, "the command reproduce"):
        found = room.reproduce(workspace, release_id)
    for line in found.differences:
        say(f"differs: {line}")
    if not found.same:
        say(f"release {release_id} is not what is made of its inputs; what was made is in {found.folder}")
        raise SystemExit(1)
    say(f"release {release_id} was made again to the byte; root hash {found.root}")


def _day(given: datetime | None) -> date:
    return given.date() if given else date.today()
