"""`link`: an entity per mention of a plain file, and why two mentions are or are not one."""

from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.screen import say
from dagster_project.texts import printable

Ids = Annotated[
    tuple[str, str] | None, typer.Option("--explain", help="Two mention ids: show why they are one, or are not.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(link)


def link(
    context: typer.Context,
    source: Annotated[
        Path | None, typer.Argument(help="CSV of mentions; the workspace where absent.", exists=True, dir_okay=False)
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="CSV to write.")] = None,
    decisions: Annotated[
        Path | None, typer.Option(help="CSV of kind, mention_id_a, mention_id_b: what people decided.")
    ] = None,
    questions: Annotated[
        Path | None, typer.Option(help="Write the doubtful pairs here, the most useful question first.")
    ] = None,
    weak_links: Annotated[
        Path | None,
        typer.Option("--weak-links", help="Write here which clusters hang by one weak link, of CSV or workspace."),
    ] = None,
    explain: Ids = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="With --explain: write a page with the waterfall.")
    ] = None,
) -> None:
    """An entity id per mention; with --explain, weight by weight why two mentions are or are not one."""
    from dagster_project.workspace.errors import WrongUse

    if explain:
        _explain(context, source, explain, html)
    if html and not explain:
        raise WrongUse("--html shows a pair", "--html", "give --explain ID1 ID2 too")
    if out and source:
        from dagster_project.linkage import link_file, quarantine_path

        done = link_file(
            source, out, decisions_csv=decisions, questions_csv=questions, weak_links_csv=weak_links
        )  # fmt: skip
        say(f"{done.mentions} mentions of {done.entities} entities in {out}, ", end="")
        say(f"{done.quarantined} set aside in {quarantine_path(out)}")
        if questions:
            say(f"questions in {questions}")
        if weak_links:
            say(f"weak links in {weak_links}")
    elif weak_links and not (out or questions):
        _weak_links(context, source, decisions, weak_links)
    elif not explain or out:
        raise WrongUse("a CSV in and a CSV out are needed", "link", "lappendeken link F.csv --out G.csv")


def _explain(context: typer.Context, source: Path | None, ids: tuple[str, str], page: Path | None) -> None:
    from dagster_project.linkage import explain_pair, write_explanation

    records, decided = _given(context, source)
    explanation = explain_pair(records, *ids, decisions=decided)
    _show(explanation)
    if page:
        write_explanation(explanation, page)
        say(f"page written to {page}")


def _weak_links(context: typer.Context, source: Path | None, decisions: Path | None, path: Path) -> None:
    from dagster_project.linkage import link_records, read_decisions, weak_links, write_weak_links

    records, decided = _given(context, source)
    names = {record.mention_id: record.name for record in records}
    if decisions:
        decided = read_decisions(decisions, set(names))
    found = weak_links(link_records(records, decided))
    write_weak_links(path, found, names)
    say(f"{len(found)} weak links in {path}")


def _given(context: typer.Context, source: Path | None) -> tuple[list, list[dict]]:
    """The records of a file, or those of the last run with the decisions about them."""
    from dagster_project.linkage import link_decisions, read_mentions, record_of, records_of
    from dagster_project.workspace import read_table

    if source:
        return [record_of(row) for row in read_mentions(source)], []
    workspace = context.obj.require()
    mentions = read_table(workspace, "mention")
    records = records_of(mentions, read_table(workspace, "resolved_participant"))
    return records, link_decisions(workspace, mentions)


def _show(explanation) -> None:
    from rich.console import Console
    from rich.table import Table

    from dagster_project.linkage import decimal, evidence, forbidden, verdict, waterfall

    console = Console(highlight=False)
    sides = Table("", "links", "rechts", show_lines=False)
    for row in evidence(explanation):
        sides.add_row(*map(_cell, row))
    console.print(sides)
    if bars := waterfall(explanation):
        table = Table("vergelijking", "stand", "gewicht", "samen")
        for bar in bars:
            table.add_row(_cell(bar.comparison), _cell(bar.level or ""), decimal(bar.weight), decimal(bar.total))
        console.print(table)
        limit = decimal(explanation.threshold)
        console.print(f"Samen {decimal(explanation.total)}; het model voegt samen vanaf {limit}.")
        if forbids := forbidden(explanation):
            console.print(_cell(f"Wat hen hoe dan ook uit elkaar houdt: {forbids}."))
    console.print(_cell(verdict(explanation)))


def _cell(text: str) -> str:
    from rich.markup import escape

    return escape(printable(text))
