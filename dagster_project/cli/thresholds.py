"""`thresholds refresh`: which thresholds and ranges of breaks a workspace would bear, with a diff; changes nothing."""

import typer

from dagster_project.cli.screen import say


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    room = typer.Typer(no_args_is_help=True, help="Thresholds of expectations.")
    room.command()(refresh)
    app.add_typer(room, name="thresholds")


def _line(one) -> str:
    if one.proposed is None:
        return f"{one.expectation_id:<34} {one.bound} {one.now:g}: {one.rows} rows show nothing to propose from"
    looser = "  LOOSER" if one.looser else ""
    shown = f"99 in 100 of {one.rows} rows keep to {one.keeps:.3g}"
    return f"{one.expectation_id:<34} {one.bound} {one.now:g} -> {one.proposed:g}  ({shown}){looser}  {one.reason}"


def _range(one) -> str:
    where = f"{one.break_id} {one.figure} {one.category}"
    shown = f"{one.cells} cells moved no further, beside what other breaks explain"
    return f"{where:<45} {one.side} {one.now:g} -> {one.proposed:g}  ({shown}){'  LOOSER' if one.looser else ''}"


def refresh(context: typer.Context) -> None:
    """Propose thresholds anew from a workspace that people trust; a person changes them, and says why."""
    from dagster_project.quality import proposals, range_proposals, ranges_diff, thresholds_diff

    workspace = context.obj.require().now()
    found, ranges = proposals(workspace), range_proposals(workspace)
    say("\n".join([*map(_line, found), *map(_range, ranges)]))
    if diff := thresholds_diff(found) + ranges_diff(ranges):
        say("")
        say(diff)
        say("nothing was changed: a person takes over what is right, and says why in the message of the change")
