"""`intake`: what comes in."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.screen import say
from dagster_project.texts import printable
from dagster_project.workspace.errors import UnreadableInput
from dagster_project.workspace.lock import workspace_lock


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(intake)


def intake(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files or folders.", exists=True)],
    reference: Annotated[bool, typer.Option("--reference", help="Read them where they stand; copy nothing.")] = False,
) -> None:
    """Take deliveries in, by copy or by reference to where they stand; exit 3 where all of them were refused."""
    from dagster_project.intake import take_in

    workspace = context.obj.create().require()
    with workspace_lock(workspace, "intake"):
        report = take_in(workspace, paths, reference=reference, today=date.today())
    tell(report, paths)


def tell(report, paths: list[Path]) -> None:
    """What became of the files.

    Raises UnreadableInput where all of them were refused.
    """
    say(f"{report.taken} taken in, {report.already} were there already, {len(report.refused)} refused")
    for note in report.notes:
        say(f"  note: {note}")
    for row in report.refused:
        place = "" if row["locator"] == "document" else f" {row['locator']}"
        say(printable(f"  refused: {row['file_name']}{place}: {row['reason']}: {row['detail']}"))
    if report.refused and not report.taken and not report.already:
        where = ", ".join(map(str, paths))
        raise UnreadableInput("nothing was taken in", where, "each refusal says its own; then take them in again")
