"""`status`: what is there, stale, failing, refused, in quarantine and waiting for people."""

import sys
from collections import Counter
from typing import Annotated

import typer

from dagster_project.cli.screen import say, say_json
from dagster_project.quality import UNSEEN
from dagster_project.texts import printable
from dagster_project.workspace.errors import LappendekenError
from dagster_project.workspace.layout import Workspace

LISTED = 25
KEYS = 3
"""Keys of failing rows that are told of each expectation."""


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(status)


def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For machines, everything in full.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="List every failing, refused and quarantine row.")] = False,
    moved: Annotated[bool, typer.Option("--moved", help="List every cell that moved since the last release.")] = False,
) -> None:
    """What is there, stale, failing, waiting for review."""
    workspace = context.obj.require()
    if moved:
        _tell_moved(workspace)
        return
    state = gather(workspace)
    if as_json:
        say_json(state)
    else:
        say(_text(state, everything))


def _tell_moved(workspace: Workspace) -> None:
    from dagster_project.cli.moved import moved_lines
    from dagster_project.lineage import moved_cells

    lines = moved_lines(moved_cells(workspace), sys.maxsize)
    say("\n".join(lines) or "nothing moved since the newest release, or there is none")


def gather(workspace: Workspace) -> dict:
    """The state of a workspace as plain values; tables that are not there yet are empty."""
    from dagster_project.runs import stale_parts
    from dagster_project.workspace.releases import releases_of

    rows = {
        name: _rows(workspace, name)
        for name in ("delivery", "refusal", "quarantine", "quality_result", "review_question", "collaboration")
    }
    failing = [r for r in rows["quality_result"] if r["outcome"] in ("failed", *UNSEEN)]
    return {
        "workspace": str(workspace.root),
        "kind": workspace.kind,
        "stale": [{"part": s.part, "why": s.why} for s in stale_parts(workspace)],
        "ledger": _fault_of_ledger(workspace),
        "deliveries": _count(rows["delivery"], "source", "status"),
        "refusals": rows["refusal"],
        "quarantine": rows["quarantine"],
        "failing": failing,
        "waived": [r for r in rows["quality_result"] if r["outcome"] == "waived"],
        "expectations": len(rows["quality_result"]),
        "questions": _count(rows["review_question"], "kind"),
        "collaborations": _count(rows["collaboration"], "snapshot"),
        "releases": [p.name for p in releases_of(workspace)],
        "tables": str(workspace.tables),
    }


def _fault_of_ledger(workspace: Workspace) -> str | None:
    """What keeps the next run from giving ids out; None where nothing does."""
    from dagster_project.linkage import checked_ledger

    try:
        checked_ledger(workspace)
    except LappendekenError as error:
        return str(error)
    return None


def summary(state: dict) -> str:
    """Five lines for the end of a run."""
    blocking = [r for r in state["failing"] if r["severity"] != "warning" or r["outcome"] in UNSEEN]
    warnings = len(state["failing"]) - len(blocking)
    return "\n".join(
        [
            f"collaborations  {_counts(state['collaborations'])}",
            f"refusals        {_counts(Counter(r['reason'] for r in state['refusals']))}",
            f"quarantine      {_counts(Counter(r['reason'] for r in state['quarantine']))}",
            f"expectations    {state['expectations']}, of which {len(blocking)} block a release and {warnings} warn",
            f"questions       {_counts(state['questions'])}",
        ]
    )


def _text(state: dict, everything: bool) -> str:
    kind = "" if state["kind"] == "real" else f"  [{state['kind']} data]"
    lines = [
        f"workspace       {state['workspace']}{kind}",
        f"state           {'stale: lappendeken run' if state['stale'] else 'up to date'}",
        *(f"stale           {s['part']}: {s['why']}" for s in state["stale"]),
        *([f"ledger          {state['ledger']}"] if state["ledger"] else []),
        f"deliveries      {_counts(state['deliveries'])}",
        summary(state),
        f"releases        {', '.join(state['releases']) or 'none'}",
    ]
    listed, keys = (sys.maxsize, sys.maxsize) if everything else (LISTED, KEYS)
    for row in state["failing"]:
        lines += _failing(row, keys)
    lines += _listed("refused", state["refusals"], listed)
    lines += _listed("quarantine", state["quarantine"], listed)
    if not everything and any(state[name] for name in ("failing", "refusals", "quarantine")):
        places = "quality_result.parquet, refusal/, quarantine/"
        lines.append(f"in full         lappendeken status --all, or {places} in {state['tables']}")
    return "\n".join(lines)


def _failing(row: dict, most: int) -> list[str]:
    """An expectation with how many of the rows that it looked at fail, and the first of their keys."""
    looked_at = row.get("looked_at")  # a state of an earlier version has none
    counted = f"{row['failing_count']} of {looked_at} rows looked at" if looked_at else f"{row['failing_count']} rows"
    told = row["observed"] if row["outcome"] in UNSEEN else f"{counted} ({row['row_table']})"
    keys = row["failing_keys"]
    lines = [f"failing         {row['expectation_id']} ({row['severity']}): {told}"]
    lines += [f"                  {key}" for key in keys[:most]]
    return lines + ([f"                  and {len(keys) - most} more"] if len(keys) > most else [])


def _listed(word: str, rows: list[dict], most: int) -> list[str]:
    """The first rows of every reason in turn, so that a rare reason is not hidden by a common one."""
    turn = Counter()
    ranked = sorted(rows, key=lambda r: (turn.update([r["reason"]]) or turn[r["reason"]], r["reason"]))
    lines = [printable(f"{word:<15} {r['reason']}: {_place(r)}: {r['detail']}") for r in ranked[:most]]
    more = len(rows) - len(lines)
    return lines + ([f"{word:<15} and {more} more of {len(rows)}"] if more > 0 else [])


def _place(row: dict) -> str:
    where = " ".join(filter(None, (row["file_name"], row["locator"]))) or f"{row['row_table']} {row['row_key']}"
    return f"{row['snapshot']}: {where}" if row.get("snapshot") else where


def _rows(workspace: Workspace, name: str) -> list[dict]:
    from dagster_project.workspace.tables import files_of, read_table

    return read_table(workspace, name).to_dicts() if files_of(workspace, name) else []


def _count(rows: list[dict], *columns: str) -> dict[str, int]:
    return dict(sorted(Counter(" ".join(str(r[c]) for c in columns) for r in rows).items()))


def _counts(counts: dict) -> str:
    return ", ".join(f"{key} {n}" for key, n in sorted(counts.items())) or "none"
