"""`ledger diff` and `ledger crosswalk`: what a run would change in the minted ids, and where old ids went."""

from typing import Annotated

import typer

from dagster_project.cli.screen import say, say_json
from dagster_project.workspace.errors import WrongUse

Json = Annotated[bool, typer.Option("--json", help="Everything, for machines.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(no_args_is_help=True, help="The ledger of identities.")
    group.command("diff")(diff)
    group.command("crosswalk")(crosswalk)
    app.add_typer(group, name="ledger")


def diff(context: typer.Context, json: Json = False) -> None:
    """What the last run changes in the ids as minted, and the decision that each change needs."""
    from dagster_project.linkage import diff_data, diff_of_run, diff_text
    from dagster_project.workspace import read_table

    workspace = context.obj.require()
    found = diff_of_run(workspace, read_table(workspace, "collaboration_identity"))
    if json:
        say_json(diff_data(found))
    else:
        say("\n".join(diff_text(found)))


def crosswalk(
    context: typer.Context,
    old_id: Annotated[str | None, typer.Argument(help="Id such as sv0000123; all steps where not given.")] = None,
    json: Json = False,
) -> None:
    """Where an id went: retired into another, or parted."""
    from dataclasses import asdict

    from dagster_project.linkage import heirs, read_crosswalk, read_ledger, step_text, steps_of

    workspace = context.obj.require()
    ledger, steps = read_ledger(workspace), read_crosswalk(workspace)
    if old_id is not None and old_id not in ledger:
        raise WrongUse(f"'{old_id}' was never minted", workspace.ledger / "identity.csv", "write an id as sv0000123")
    told = steps if old_id is None else steps_of(old_id, steps)
    alive = sorted(heirs(steps).get(old_id, {old_id})) if old_id else []
    if json:
        say_json({"id": old_id, "now": alive, "steps": [asdict(s) for s in told]})
        return
    for line in step_text(told):
        say(line)
    if old_id:
        say("nu: " + ", ".join(f"{key} '{ledger[key].name}'" for key in alive))
    elif not steps:
        say("geen enkel uitgegeven nummer is veranderd")
