"""`status`: what is there, stale, failing, refused, in quarantine and waiting for people."""

import json
import sys
from collections import Counter
from typing import Annotated

import typer

from dagster_project.workspace.layout import Workspace

LISTED = 25


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(status)


def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For machines, everything in full.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="List every refusal and quarantine row.")] = False,
) -> None:
    """What is there, stale, failing, waiting for review."""
    state = gather(context.obj.require())
    listed = sys.maxsize if everything else LISTED
    print(json.dumps(state, ensure_ascii=False, indent=2, default=str) if as_json else _text(state, listed))


def gather(workspace: Workspace) -> dict:
    """The state of a workspace as plain values; tables that are not there yet are empty."""
    from dagster_project.runs import stale_parts
    from dagster_project.workspace.releases import releases_of

    rows = {
        name: _rows(workspace, name)
        for name in ("delivery", "refusal", "quarantine", "quality_result", "review_question", "collaboration")
    }
    failing = [r for r in rows["quality_result"] if r["outcome"] in ("failed", "not_run")]
    return {
        "workspace": str(workspace.root),
        "kind": workspace.kind,
        "stale": [{"part": s.part, "why": s.why} for s in stale_parts(workspace)],
        "deliveries": _count(rows["delivery"], "source", "status"),
        "refusals": rows["refusal"],
        "quarantine": _placed(workspace, rows["quarantine"]),
        "failing": failing,
        "waived": [r for r in rows["quality_result"] if r["outcome"] == "waived"],
        "expectations": len(rows["quality_result"]),
        "questions": _count(rows["review_question"], "kind"),
        "collaborations": _count(rows["collaboration"], "snapshot"),
        "releases": [p.name for p in releases_of(workspace)],
    }


def summary(state: dict) -> str:
    """Five lines for the end of a run."""
    blocking = [r for r in state["failing"] if r["severity"] != "warning" or r["outcome"] == "not_run"]
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


def _text(state: dict, listed: int) -> str:
    kind = "" if state["kind"] == "real" else f"  [{state['kind']} data]"
    lines = [
        f"workspace       {state['workspace']}{kind}",
        f"state           {'stale: lappendeken run' if state['stale'] else 'up to date'}",
        *(f"stale           {s['part']}: {s['why']}" for s in state["stale"]),
        f"deliveries      {_counts(state['deliveries'])}",
        summary(state),
        f"releases        {', '.join(state['releases']) or 'none'}",
    ]
    lines += [f"failing         {r['expectation_id']} ({r['severity']}): {r['observed']}" for r in state["failing"]]
    lines += _listed("refused", state["refusals"], listed)
    lines += _listed("quarantine", state["quarantine"], listed)
    return "\n".join(lines)


def _listed(word: str, rows: list[dict], most: int) -> list[str]:
    """The first rows of every reason in turn, so that a rare reason is not hidden by a common one."""
    turn = Counter()
    ranked = sorted(rows, key=lambda r: (turn.update([r["reason"]]) or turn[r["reason"]], r["reason"]))
    lines = [f"{word:<15} {r['reason']}: {_place(r)}: {r['detail']}" for r in ranked[:most]]
    more = len(rows) - len(lines)
    return lines + ([f"{word:<15} and {more} more: status --all"] if more > 0 else [])


def _place(row: dict) -> str:
    where = " ".join(filter(None, (row["file_name"], row["locator"]))) or f"{row['row_table']} {row['row_key']}"
    return f"{row['snapshot']}: {where}" if row.get("snapshot") else where


def _placed(workspace: Workspace, rows: list[dict]) -> list[dict]:
    """The rows with file and place; those that name only a mention get them from its delivery."""
    if all(r["file_name"] for r in rows):
        return rows
    files = {r["delivery_id"]: r["file_name"] for r in _rows(workspace, "delivery")}
    places = {r["mention_id"]: (files.get(r["delivery_id"]), r["locator"]) for r in _rows(workspace, "mention")}
    placed = []
    for row in rows:
        file_name, locator = places.get(row["row_key"].split("|")[0], (None, None))
        placed.append({**row, "file_name": row["file_name"] or file_name, "locator": row["locator"] or locator})
    return placed


def _rows(workspace: Workspace, name: str) -> list[dict]:
    from dagster_project.workspace.tables import files_of, read_table

    return read_table(workspace, name).to_dicts() if files_of(workspace, name) else []


def _count(rows: list[dict], *columns: str) -> dict[str, int]:
    return dict(sorted(Counter(" ".join(str(r[c]) for c in columns) for r in rows).items()))


def _counts(counts: dict) -> str:
    return ", ".join(f"{key} {n}" for key, n in sorted(counts.items())) or "none"
