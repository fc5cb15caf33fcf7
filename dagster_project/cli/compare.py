"""`diff`: what changed between two releases."""

from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.screen import say, say_json_text
from dagster_project.workspace.errors import WrongUse


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(diff)


def diff(
    context: typer.Context,
    earlier: Annotated[str, typer.Argument(help="The earlier release: an id such as 2024.1, or its folder.")],
    later: Annotated[str, typer.Argument(help="The later release: an id, or its folder.")],
    json: Annotated[bool, typer.Option("--json", help="Every row and cell, for machines.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write the page (in Dutch) to this file.", dir_okay=False)] = None,
) -> None:
    """What changed between two releases: rows, attributes, and each cell that moved."""
    import json as json_

    from dagster_project import release
    from dagster_project.lineage import open_source
    from dagster_project.workspace.atomic import write_text

    folders = [open_source(context.obj, name).release for name in (earlier, later)]
    if folders[0] == folders[1]:
        raise WrongUse("a release does not differ from itself", folders[0], "give two releases")
    found = release.diff(*folders)
    if html:
        write_text(html, release.changes_page(found))
    if json:
        say_json_text(json_.dumps(release.as_data(found), ensure_ascii=False, indent=2))
    else:
        for line in release.as_lines(found):
            say(line)
