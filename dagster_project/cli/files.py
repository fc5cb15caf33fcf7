"""`extract` and `code`: the pipeline's own functions on plain files, so that anyone can score them."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.screen import say, say_json
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
    against: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="CSV of an earlier extract: tell what this reading changed."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="With --against: what changed as JSON.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell which texts look like names of parties, where, and which were read.")
    ] = False,
) -> None:
    """Mentions of documents, beside a file of what was refused. With --against exit code 1 where anything changed."""
    if as_json and against is None:
        raise WrongUse("--json tells what changed", "extract", "give --against OLD.csv too")
    if explain:
        _explain(paths)
    if out is None and against is None:
        if explain:
            return
        raise WrongUse("a CSV to write is needed", "extract", "lappendeken extract PATH... --out F.csv")
    from dagster_project import budgets
    from dagster_project.cli.progress import documents_shown

    before = budgets.read_output(against) if against else []  # read first, for it may be the file that is written
    with documents_shown() as tell, budgets.BudgetReader(cache, jobs, tell) as reader:
        mentions, refusals = budgets.extract_rows(paths, snapshot, reader)
    if out is not None:
        found = budgets.write_extracted(out, mentions, refusals)
        say(
            f"{found.mentions} mentions in {out}, of which {found.in_doubt} unsure or with a value in doubt "
            f"(columns confidence, field_confidence and doubts); {found.refusals} refusals in "
            f"{out.with_suffix('.refusals.csv')}",
            to=sys.stderr if as_json else None,
        )
    if against is not None:
        changed = budgets.compared(before, mentions)
        if as_json:
            say_json(asdict(changed))
        else:
            say("\n".join(budgets.told(changed)))
        if changed:
            raise SystemExit(1)


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
