"""`upgrade`: a workspace of an earlier form, to this one and back."""

from typing import Annotated

import typer

from dagster_project.cli.screen import say
from dagster_project.workspace.errors import WrongUse
from dagster_project.workspace.lock import workspace_lock


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(upgrade)


def upgrade(
    context: typer.Context,
    back: Annotated[bool, typer.Option("--back", help="To the form before, for an earlier version.")] = False,
) -> None:
    """Bring a workspace to the form that this version uses; a run then makes its tables anew."""
    from dagster_project.workspace.layout import FORMAT
    from dagster_project.workspace.upgrade import change_form

    workspace = context.obj
    if not workspace.config_file.exists():
        raise WrongUse("this folder is no workspace", workspace.root, "lappendeken --data DIR intake PATH makes one")
    to = FORMAT - 1 if back else FORMAT
    with workspace_lock(workspace, "upgrade"):
        before = change_form(workspace, to)
    say(f"the workspace has form {to} already" if before == to else f"form {before} became {to}; now lappendeken run")
