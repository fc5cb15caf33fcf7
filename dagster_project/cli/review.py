"""`review export` and `review import`: questions out to a workbook, decisions back in."""

from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.screen import say
from dagster_project.workspace.lock import workspace_lock


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(no_args_is_help=True, help="The queue of open questions.")
    group.command("export")(export)
    group.command("import")(import_)
    app.add_typer(group, name="review")


def export(context: typer.Context, workbook: Annotated[Path, typer.Argument(help="XLSX to write.")]) -> None:
    """The queue out to a workbook."""
    from dagster_project.review import export_workbook

    rows = export_workbook(context.obj.require(), workbook)
    say(f"{rows} questions in {workbook}")


def import_(
    context: typer.Context,
    workbook: Annotated[Path, typer.Argument(help="XLSX with answers.", exists=True, dir_okay=False)],
    snapshot: Annotated[int | None, typer.Option(help="Snapshot of the decisions; all where it is not given.")] = None,
) -> None:
    """Answers back in, as one immutable file of decisions."""
    from dagster_project.review import import_workbook

    workspace = context.obj.require()
    with workspace_lock(workspace, "review import"):
        file = import_workbook(workspace, workbook, snapshot)
    say(f"decisions written to {file.relative_to(workspace.root)}; run the pipeline to replay them")
