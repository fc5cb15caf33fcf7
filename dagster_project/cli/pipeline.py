"""`run`, `site` and `verify`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dagster_project.cli.screen import say
from dagster_project.workspace.errors import WrongUse

if TYPE_CHECKING:
    from dagster_project.workspace import Workspace


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(run)
    app.command()(site)
    app.command()(verify)


def run(
    context: typer.Context,
    snapshot: Annotated[int | None, typer.Option(help="Read the sources of this snapshot only.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would be read and made, and why.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Make all anew, also where nothing changed.")] = False,
) -> None:
    """The pipeline: the assets of the scheduled job. Where nothing changed since the last run, nothing is made."""
    from dagster_project.workspace.seeds import snapshots

    workspace = context.obj.require()
    chosen = snapshots() if snapshot is None else (snapshot,)
    if snapshot is not None and snapshot not in snapshots():
        raise WrongUse(f"there is no snapshot {snapshot}", "dbt/seeds/snapshot.csv", f"one of {list(snapshots())}")
    if dry_run:
        _tell_plan(workspace, chosen, full=full or snapshot is not None)
        return
    from dagster_project.intake import refuse_if_absent, require_known
    from dagster_project.linkage import checked_ledger

    checked_ledger(workspace)  # the run looks again at these three; here it costs no reading
    refuse_if_absent(workspace)
    for note in require_known(workspace):
        say(f"note: {note}")
    if not full and snapshot is None and _nothing_to_do(workspace):
        say("nothing changed since the last run, and its tables are as it wrote them (--full makes them all the same)")
    else:
        from dagster_project.cli.execution import run_job
        from dagster_project.workspace.partitions import range_tags

        run_job(workspace, "pipeline", range_tags(chosen[0], chosen[-1]))
    _tell_outcome(workspace.now())


def _nothing_to_do(workspace: "Workspace") -> bool:
    from dagster_project.runs import is_unchanged
    from dagster_project.workspace.lock import workspace_lock

    with workspace_lock(workspace, "the command pipeline"):
        return is_unchanged(workspace)


def _tell_plan(workspace: "Workspace", chosen: tuple[int, ...], *, full: bool) -> None:
    """What a run would do: the parts that changed and why, the documents that it would look at, and the assets."""
    from dagster_project.definitions import PIPELINE, build_definitions
    from dagster_project.intake import deliveries
    from dagster_project.runs import is_unchanged, stale_parts

    if not full and is_unchanged(workspace):
        say("nothing changed since the last run: nothing would be read or made")
        return
    stale = stale_parts(workspace, every_byte=True)
    for one in stale:
        say(f"changed {one.part:<15} {one.why}")
    if not stale:
        say(
            "changed " + ("nothing; all is asked for" if full else "what a run compares with: ledger, release, machine")
        )
    parts = {one.part for one in stale}
    for delivery in deliveries(workspace):
        served = [s for s in chosen if delivery.serves(s)]
        if served and (full or any(f"{delivery.source}-{s}" in parts for s in served)):
            say(f"  would read {delivery.source:<10} {delivery.file_name}")
    job = build_definitions(workspace).resolve_job_def(PIPELINE)
    say(f"would make, for {', '.join(map(str, chosen))}, in order (a document that was read before is not read again):")
    for key in job.asset_layer.asset_graph.toposorted_asset_keys:
        say(f"  {key.to_user_string()}")


def _tell_outcome(workspace: "Workspace") -> None:
    from dagster_project import lineage
    from dagster_project.cli.moved import moved_lines
    from dagster_project.cli.state import gather, summary

    say(summary(gather(workspace)))
    for line in moved_lines(lineage.moved_cells(workspace)):
        say(line)


def site(
    folder: Annotated[Path, typer.Argument(help="Folder of a release.", exists=True, file_okay=False)],
    out: Annotated[Path, typer.Argument(help="Folder to write the pages to; a new one, or an earlier site.")],
) -> None:
    """The auditor's site of a release, as a release has it in `site/`."""
    from dagster_project.site import write_site

    count = write_site(folder, out)
    say(f"{count} pages; open {out / 'index.html'}")


def verify(
    folder: Annotated[Path, typer.Argument(help="Folder of a release.", exists=True, file_okay=False)],
    root: Annotated[str | None, typer.Option(help="Root hash as published elsewhere.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Presence, hashes and sign-off only.")] = False,
) -> None:
    """Manifest, schema and closure of a release, from its own files only."""
    from dagster_project.release import is_hash, verify_release

    if root is not None and not is_hash(root):
        raise WrongUse(f"'{root}' is no root hash", "--root", "give the 64 letters and digits that were published")
    report = verify_release(folder, root, quick)
    for problem in report.problems:
        say(f"problem: {problem}")
    say(f"{folder.name}: {report.verdict}")
    if not report.ok:
        raise SystemExit(1)
