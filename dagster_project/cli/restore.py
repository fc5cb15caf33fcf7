"""`restore ledger` and `restore manifest`: files that people keep in version control, made anew from what is left."""

import typer

from dagster_project.cli.screen import say
from dagster_project.workspace.lock import workspace_lock


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(no_args_is_help=True, help="Put back what was lost, from what is still there.")
    group.command("ledger")(ledger)
    group.command("manifest")(manifest)
    app.add_typer(group, name="restore")


def ledger(context: typer.Context) -> None:
    """Put back in the ledger the ids and changes of ids of all releases on disk; what it knows beyond them stays."""
    from dagster_project.linkage import restore_ledger

    workspace = context.obj.require()
    with workspace_lock(workspace, "restore ledger"):
        done = restore_ledger(workspace)
    for place in done.unreadable:
        say(f"could not be read, made anew: {place}")
    say(f"{done.ids} ids and {done.steps} changes of ids put back, {done.kept} ids that only the ledger knew kept")
    say("now lappendeken run")


def manifest(context: typer.Context) -> None:
    """Put back in the manifest the deliveries that the last run and the releases on disk know."""
    from dagster_project.intake import restore_manifest

    workspace = context.obj.require()
    with workspace_lock(workspace, "restore manifest"):
        done = restore_manifest(workspace)
    for place in done.damaged:
        say(f"could not be read, left out: {place}")
    say(f"{done.deliveries} deliveries put back, {done.withdrawn} of them withdrawn, for their files are not there")
    say("now lappendeken run")
