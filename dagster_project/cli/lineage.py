"""`trace` and `show`: from a figure down to the line of a document."""

from typing import Annotated

import typer

from dagster_project.cli.screen import say, say_json_text


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(trace)
    app.command()(show)


def trace(
    context: typer.Context,
    figure: Annotated[str, typer.Argument(help="Figure, such as mean_collaborations.")],
    snapshot: Annotated[int | None, typer.Option(help="Snapshot.")] = None,
    category: Annotated[str | None, typer.Option(help="Category.")] = None,
    member: Annotated[str | None, typer.Option(help="Key of one member to follow in full.")] = None,
    release: Annotated[str | None, typer.Option(help="A release instead of the last run.")] = None,
    limit: Annotated[int, typer.Option(help="Members to print.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="All members, for machines.")] = False,
) -> None:
    """A cell down to its documents."""
    from dagster_project import lineage

    found = lineage.trace(context.obj.require(), figure, snapshot, category, member=member, release=release)
    if json:
        say_json_text(lineage.as_json(found))
    else:
        say(lineage.as_text(found, limit=limit))


def show(context: typer.Context, mention: Annotated[str, typer.Argument(help="Id of a mention.")]) -> None:
    """The place in the document, marked, from the raw store."""
    from dagster_project.lineage import show_mention

    say(show_mention(context.obj.require(), mention))
