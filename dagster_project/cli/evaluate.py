"""`evaluate`: scores of the pipeline and of its intervals against a truth, on screen, as JSON and as a page."""

from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.screen import say_error

Truth = Annotated[Path, typer.Option("--truth", help="What is true: a folder, or for link and code also a CSV.")]
Json = Annotated[Path | None, typer.Option("--json", help="Write all measures and errors here too.")]
AtLeast = Annotated[list[str] | None, typer.Option("--at-least", help="measure=number; exit 1 where it falls short.")]
AtMost = Annotated[list[str] | None, typer.Option("--at-most", help="measure=number; exit 1 where it is more.")]
Examples = Annotated[int, typer.Option("--examples", help="Errors of each kind to show.", min=0)]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    room = typer.Typer(no_args_is_help=True, help="Scores against a truth.")
    for command in (extract, link, code, survey, intervals, everything):
        room.command("all" if command is everything else None)(command)
    app.add_typer(room, name="evaluate")


def extract(
    truth: Truth,
    files: Annotated[list[Path] | None, typer.Argument(help="Score these documents or folders only.")] = None,
    documents: Annotated[Path | None, typer.Option(help="Folder of the documents, where not beside the truth.")] = None,
    extracted: Annotated[Path | None, typer.Option(help="Score this file of `extract` instead of reading now.")] = None,
    json: Json = None,
    at_least: AtLeast = None,
    at_most: AtMost = None,
    examples: Examples = 50,
) -> None:
    """The reader on documents: recall and precision, fields, refusals."""
    from dagster_project.evaluation import evaluate_extract

    wanted = _wanted(at_least, at_most)
    report = evaluate_extract(truth, documents=documents, files=files or (), extracted=extracted)
    _tell(report, json, wanted, examples)


def link(
    truth: Truth,
    mentions: Annotated[Path | None, typer.Option(help="Mentions, where not beside the truth.")] = None,
    linked: Annotated[Path | None, typer.Option(help="Score this file of `link` instead of linking now.")] = None,
    hard_negatives: Annotated[Path | None, typer.Option(help="Pairs that are different.")] = None,
    answers: Annotated[int, typer.Option(help="Answer so many questions from the truth first.", min=0)] = 0,
    json: Json = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write a page with thresholds, calibration and weak links, in Dutch.")
    ] = None,
    at_least: AtLeast = None,
    at_most: AtMost = None,
    examples: Examples = 10,
) -> None:
    """The linkage: B-cubed, pairwise and cross-source F1, doubles and wrong mergers."""
    from dagster_project.evaluation import evaluate_link, is_country

    wanted = _wanted(at_least, at_most)
    report = evaluate_link(
        truth, mentions=mentions, linked=linked, hard_negatives=hard_negatives, answers=answers, curves=bool(html)
    )
    if html:
        from dagster_project.evaluation import link_labels, write_page

        write_page(report, html, link_labels(country=is_country(truth)))
    _tell(report, json, wanted, examples)


def code(
    truth: Truth,
    texts: Annotated[Path | None, typer.Option(help="Texts to code, where not beside the truth.")] = None,
    coded: Annotated[Path | None, typer.Option(help="Score this file of `code` instead of coding now.")] = None,
    json: Json = None,
    at_least: AtLeast = None,
    at_most: AtMost = None,
    examples: Examples = 10,
) -> None:
    """Themes and legal forms of single rows."""
    from dagster_project.evaluation import evaluate_code

    wanted = _wanted(at_least, at_most)
    _tell(evaluate_code(truth, texts=texts, coded=coded), json, wanted, examples)


def survey(
    context: typer.Context,
    snapshot: Annotated[int, typer.Option(help="Snapshot of the survey.")] = 2024,
    seed: Annotated[int, typer.Option(help="The same seed plants the same answers.")] = 1,
    json: Json = None,
    at_least: AtLeast = None,
    at_most: AtMost = None,
    examples: Examples = 10,
) -> None:
    """Questionnaires of a simulated workspace, filled in and read back: what was planted, and what is invented."""
    from dagster_project.evaluation import evaluate_survey

    wanted = _wanted(at_least, at_most)
    _tell(evaluate_survey(context.obj, snapshot, seed), json, wanted, examples)


def intervals(
    countries: Annotated[
        Path | None, typer.Argument(help="Folder of simulate --no-documents --countries N --independent.")
    ] = None,
    dependent: Annotated[
        Path | None, typer.Option(help="The same without --independent: there the estimate of coverage must fail.")
    ] = None,
    run: Annotated[
        list[Path] | None, typer.Option("--run", help="A simulated country that was run: its published cells too.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed draws the same samples.")] = 1,
    json: Json = None,
    at_least: AtLeast = None,
    at_most: AtMost = None,
    examples: Examples = 20,
) -> None:
    """Intervals over many small countries: how often they hold the truth, and how wide they are."""
    from dagster_project.evaluation import evaluate_intervals
    from dagster_project.workspace import WrongUse

    if countries is None and not run:
        raise WrongUse("nothing to look at", "evaluate intervals", "give a folder of countries, or --run DIR")
    wanted = _wanted(at_least, at_most)
    _tell(evaluate_intervals(countries, dependent, seed, runs=run), json, wanted, examples)


def everything(
    context: typer.Context,
    truth: Truth,
    json: Json = None,
    html: Annotated[Path | None, typer.Option("--html", help="Write a page with plots here, in Dutch.")] = None,
    at_least: AtLeast = None,
    at_most: AtMost = None,
    examples: Examples = 3,
) -> None:
    """A workspace of a simulated country after `run`: every stage, and every figure beside the true one."""
    from dagster_project.evaluation import evaluate_all

    wanted = _wanted(at_least, at_most)
    report = evaluate_all(context.obj, truth)
    if html:
        from dagster_project.evaluation import write_page

        write_page(report, html)
    _tell(report, json, wanted, examples)


def _wanted(at_least: list[str] | None, at_most: list[str] | None):
    """Read before the work, so that a slip does not cost it."""
    from dagster_project.evaluation import read_thresholds

    return read_thresholds(at_least or [], at_most or [])


def _tell(report, json: Path | None, wanted, examples: int) -> None:
    from dagster_project.evaluation import show, unmet, write_json

    show(report, examples)
    if json:
        write_json(report, json)
    short = unmet(report, wanted)
    for line in short:
        say_error(f"falls short: {line}")
    if short:
        raise SystemExit(1)
