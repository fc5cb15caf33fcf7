"""`survey export|import|reminders`: questionnaires out, responses in, and who has not answered."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.deliveries import tell
from dagster_project.cli.screen import say
from dagster_project.texts import printable
from dagster_project.workspace.lock import workspace_lock

Snapshot = Annotated[int, typer.Option(help="Snapshot of the survey.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(no_args_is_help=True, help="Questionnaires to organisations, and their responses.")
    group.command("export")(export)
    group.command("import")(import_)
    group.command("reminders")(reminders)
    app.add_typer(group, name="survey")


def export(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Folder to write the workbooks to.", file_okay=False)],
    snapshot: Snapshot,
    reply_by: Annotated[
        datetime | None, typer.Option("--reply-by", formats=["%Y-%m-%d"], help="Day by which an answer is asked.")
    ] = None,
    only: Annotated[list[str] | None, typer.Option(help="Organisation id, once or more; all where not given.")] = None,
) -> None:
    """A workbook per organisation, in Dutch, with what we hold of it."""
    from dagster_project.surveys import export_forms

    workspace = context.obj.require()
    with workspace_lock(workspace, "survey export"):
        paths = export_forms(workspace, folder, snapshot, reply_by.date() if reply_by else None, only)
    say(f"{len(paths)} workbooks in {folder}; who was asked: {workspace.frame_file(snapshot).name}")


def import_(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Folder of <organisation id>_*.xlsx.", exists=True, file_okay=False)],
    snapshot: Annotated[int, typer.Option(help="Snapshot that they answer for.")],
) -> None:
    """Take survey responses in and say what they change; exit 3 where all of them were refused."""
    from dagster_project.surveys import import_responses, read_answers

    workspace = context.obj.create().require()
    with workspace_lock(workspace, "intake"):
        report = import_responses(workspace, folder.resolve(), snapshot, date.today())
        said = read_answers(workspace, snapshot)
    _tell_answers(said)
    tell(report, [folder])


def _tell_answers(said) -> None:
    """What the responses say, and in Dutch by file, sheet and row what of them is not read or not trusted."""
    from collections import Counter

    from dagster_project.dictionary import dutch, place_in_dutch

    rows = Counter(a["kind"] for a in said.survey_answer if a["attribute"] is None)
    bodies = len({a["organisation_id"] for a in said.survey_answer})
    if rows:
        kinds = ", ".join(f"{dutch(kind, 'survey_answer_kind')} {number}" for kind, number in sorted(rows.items()))
        say(f"{bodies} organisaties antwoordden op {rows.total()} regels: {kinds}")
    for label, found in (("geweigerd", said.refusal), ("na te vragen", said.quarantine)):
        for row in sorted(found, key=lambda r: (r["file_name"], r["locator"], r["detail"])):
            say(printable(f"  {label}: {row['file_name']}, {place_in_dutch(row['locator'])}: {row['detail']}"))


def reminders(
    context: typer.Context,
    snapshot: Snapshot,
    out: Annotated[Path | None, typer.Option(help="CSV to write of who is to be reminded.")] = None,
) -> None:
    """Response by kind, size and province against who was asked, and whom to remind."""
    from dagster_project.surveys import response_now, response_table, to_remind
    from dagster_project.workspace.atomic import write_text
    from dagster_project.workspace.csv_text import csv_text

    workspace = context.obj.require()
    rows = response_now(workspace, snapshot)
    for kind, by, value, asked, answered in response_table(rows):
        say(f"{kind:<12} {by:<10} {value:<16} {answered:>4} van {asked:>4} ({100 * answered / asked:.0f}%)")
    unknown = sum(row["asked"] is None for row in rows)
    if unknown:
        say(f"van {unknown} organisaties is niet bekend of zij zijn gevraagd")
    open_ = to_remind(rows)
    if out:
        columns = ("organisation_id", "name", "kind", "province_id", "held", "reply_by")
        write_text(out, csv_text(columns, ([row[c] for c in columns] for row in open_)))
    say(f"{len(open_)} te herinneren" + (f", in {out}" if out else "; geef --out BESTAND.csv voor de lijst"))
