"""`extract` and `code`: the pipeline's own functions on plain files, so that anyone can score them."""

from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.screen import say
from dagster_project.workspace.errors import UnreadableInput, WrongUse

Input = Annotated[Path, typer.Argument(help="CSV to read.", exists=True, dir_okay=False)]
Output = Annotated[Path, typer.Option("--out", help="CSV to write.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(extract)
    app.command()(code)


def extract(
    paths: Annotated[list[Path], typer.Argument(help="Documents or folders of them.", exists=True)],
    out: Annotated[Path | None, typer.Option("--out", help="CSV to write.")] = None,
    snapshot: Annotated[int | None, typer.Option(help="Snapshot, where the path does not say it.")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Documents at a time.", show_default="processors")] = None,
    cache: Annotated[
        Path | None, typer.Option(file_okay=False, help="Folder that keeps what was read, for a next time.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell which texts look like names of parties, where, and which were read.")
    ] = False,
) -> None:
    """Mentions of documents, beside a file of what was refused."""
    if explain:
        _explain(paths)
    if out is None:
        if explain:
            return
        raise WrongUse("a CSV to write is needed", "extract", "lappendeken extract PATH... --out F.csv")
    from dagster_project import budgets
    from dagster_project.cli.progress import documents_shown

    with documents_shown() as tell, budgets.BudgetReader(cache, jobs, tell) as reader:
        found = budgets.extract(paths, snapshot, out, reader)
    say(
        f"{found.mentions} mentions in {out}, of which {found.in_doubt} unsure or with a value in doubt "
        f"(columns confidence, field_confidence and doubts); {found.refusals} refusals in "
        f"{out.with_suffix('.refusals.csv')}"
    )


def _explain(paths: list[Path]) -> None:
    from dagster_project.budgets import weighed_names
    from dagster_project.documents import Refused

    for path in paths:
        say(path.name)
        try:
            found = weighed_names(path)
        except Refused as refused:
            raise UnreadableInput(refused.refusal.detail, path, "lappendeken extract tells each refusal") from None
        for one in found:
            score = "" if one.score is None else f"{one.score:+.2f}"
            say(f"  {one.outcome:<24} {score:>6}  {one.name}  [{one.place}; {one.locator}]")


def code(source: Input, out: Output) -> None:
    """Legal form and themes per row."""
    from dagster_project.coding import code_file

    rows, doubtful = code_file(source, out)
    say(f"{rows} rows coded in {out}, {doubtful} of them for review")
