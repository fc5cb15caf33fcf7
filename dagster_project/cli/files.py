"""`extract` and `code`: the pipeline's own functions on plain files, so that anyone can score them."""

from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.screen import say

Input = Annotated[Path, typer.Argument(help="CSV to read.", exists=True, dir_okay=False)]
Output = Annotated[Path, typer.Option("--out", help="CSV to write.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(extract)
    app.command()(code)


def extract(
    paths: Annotated[list[Path], typer.Argument(help="Documents or folders of them.", exists=True)],
    out: Output,
    snapshot: Annotated[int | None, typer.Option(help="Snapshot, where the path does not say it.")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Documents at a time.", show_default="processors")] = None,
    cache: Annotated[
        Path | None, typer.Option(file_okay=False, help="Folder that keeps what was read, for a next time.")
    ] = None,
) -> None:
    """Mentions of documents, beside a file of what was refused."""
    from dagster_project import budgets
    from dagster_project.cli.progress import documents_shown

    with documents_shown() as tell, budgets.BudgetReader(cache, jobs, tell) as reader:
        mentions, refusals = budgets.extract(paths, snapshot, out, reader)
    say(f"{mentions} mentions in {out}, {refusals} refusals in {out.with_suffix('.refusals.csv')}")


def code(source: Input, out: Output) -> None:
    """Legal form and themes per row."""
    from dagster_project.coding import code_file

    rows, doubtful = code_file(source, out)
    say(f"{rows} rows coded in {out}, {doubtful} of them for review")
