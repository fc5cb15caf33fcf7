"""The command and how it ends: 0 done, 1 the gate or a check said no, 2 wrong use, 3 unreadable input."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli import (
    compare,
    deliveries,
    evaluate,
    files,
    ledger,
    lineage,
    linking,
    pipeline,
    releasing,
    restore,
    review,
    simulate,
    state,
    survey,
    thresholds,
    upgrade,
)
from dagster_project.cli.screen import never_fail_to_write, say_error
from dagster_project.cli.stopping import Stopped, stopping
from dagster_project.workspace.errors import for_people
from dagster_project.workspace.layout import PROJECT, Workspace

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Keeps the Dutch register of regional collaborations: from raw files to a traced release.",
)
for room in (
    deliveries,
    survey,
    pipeline,
    releasing,
    state,
    lineage,
    compare,
    review,
    files,
    linking,
    ledger,
    restore,
    simulate,
    evaluate,
    thresholds,
    upgrade,
):
    room.register(app)


def _say_version(wanted: bool) -> None:
    """The version of the installed package, whose one source is `pyproject.toml`."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"lappendeken {version('lappendeken')}")
        raise typer.Exit


@app.callback()
def workspace_option(
    context: typer.Context,
    data: Annotated[
        Path, typer.Option("--data", help="The workspace; may stand before or after the command.", show_default="data/")
    ] = PROJECT / "data",
    version: Annotated[
        bool, typer.Option("--version", help="Say the version and stop.", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    context.obj = Workspace.at(data)


def hoisted(arguments: list[str]) -> list[str]:
    """The arguments with `--data DIR` in front, wherever it stood."""
    front, rest = [], list(arguments)
    for i, word in enumerate(rest):
        if word == "--":
            break
        if word == "--data" and i + 1 < len(rest):
            front = rest[i : i + 2]
            del rest[i : i + 2]
            break
        if word.startswith("--data="):
            front = [rest.pop(i)]
            break
    return front + rest


def main() -> None:
    """Run the command; errors that are meant for people are told without a traceback."""
    never_fail_to_write()
    try:
        with stopping():
            app(args=hoisted(sys.argv[1:]))
    except Stopped as stopped:
        say_error("stopped; nothing in force was changed")
        raise SystemExit(128 + stopped.signal) from None
    except Exception as error:
        told = for_people(error)
        if told is None:
            raise
        say_error(f"error: {told.what}")
        if told.where:
            say_error(f"where: {told.where}")
        if told.mend:
            say_error(f"mend:  {told.mend}")
        raise SystemExit(told.exit_code) from None


if __name__ == "__main__":
    main()
