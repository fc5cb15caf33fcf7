"""`review`: questions out to a workbook or a browser, decisions back in; blind samples out, and their answers back."""

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
    group.command("serve")(serve_)
    group.command("sample")(sample)
    group.command("sample-import")(sample_import)
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
    what_if: Annotated[bool, typer.Option("--what-if", help="Say which figures would move; write nothing.")] = False,
    remarks: Annotated[
        Path | None, typer.Option(help="Copy with the remarks; beside the workbook where it is not given.")
    ] = None,
) -> None:
    """Answers back in, as one immutable file of decisions; all that is wrong is told at once, in Dutch."""
    from dagster_project.review import import_workbook, in_dutch

    workspace = context.obj.require()
    copy = remarks or workbook.with_name(f"{workbook.stem}-opmerkingen.xlsx")
    with workspace_lock(workspace, "review import"):
        done = import_workbook(workspace, workbook, snapshot, what_if=what_if, copy=copy)
    for remark in done.remarks:
        say(remark)
    if what_if:
        say(f"{len(done.decisions)} besluiten; er is niets geschreven")
        how = "dit verschuift, ten hoogste:" if done.basis == "bound" else "dit verschuift:"
        say(how if done.moved else "geen cijfer verschuift")
        for cell in done.moved:
            say(f"  {in_dutch(cell)}")
        return
    file = done.file.relative_to(workspace.root)
    say(f"{len(done.decisions)} decisions written to {file}; run the pipeline to replay them")


def serve_(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="0 takes one that is free.", min=0, max=65535)] = 8765,
) -> None:
    """The queue in a browser on this machine; Ctrl-C ends it, and what was answered is kept."""
    from dagster_project.review import serve

    workspace = context.obj.require()
    serve(workspace, port, lambda address: say(f"open {address}\nand stop with Ctrl-C"))


def sample(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where the two workbooks go.")],
    attribute: Annotated[str, typer.Option(help="theme, legal_form, goal or obligation.")],
    n: Annotated[int, typer.Option(help="How many collaborations.")],
    seed: Annotated[int, typer.Option(help="Another seed draws others.")],
    snapshot: Annotated[int | None, typer.Option(help="The last published one where it is not given.")] = None,
) -> None:
    """A blind sample by stratum: two workbooks for two coders, who do not see what the register holds."""
    from dagster_project.review import write_sample

    workspace = context.obj.require()
    with workspace_lock(workspace, "review sample"):
        for path in write_sample(workspace, attribute, n, seed, folder, snapshot):
            say(path)


def sample_import(
    context: typer.Context,
    workbook: Annotated[Path, typer.Argument(help="XLSX of one coder.", exists=True, dir_okay=False)],
) -> None:
    """The answers of one coder back in; they go to the table audit_answer, never to the decisions."""
    from dagster_project.review import import_sample

    workspace = context.obj.require()
    with workspace_lock(workspace, "review sample-import"):
        file = import_sample(workspace, workbook)
    say(f"answers kept in {file.relative_to(workspace.root)}; run the pipeline to have them in audit_answer")
