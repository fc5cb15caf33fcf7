"""Replay: which decisions still fit what the sources say in this run.

A decision whose target is gone is `unmatched`; one that was taken on a value that the sources no longer give is
`stale`. Neither is applied; both go to quarantine, for a person to renew or to let go.
"""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from dagster_project.decisions.files import load_decisions, path_of
from dagster_project.decisions.kinds import KINDS
from dagster_project.decisions.settling import contradictions
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.refusals import quarantine_row
from dagster_project.workspace.tables import files_of

NOTHING = "-"
"""As `expect`: the sources said nothing. An empty `expect` means that there is no guard."""

REASONS = {"stale": "stale_decision", "unmatched": "unmatched_decision"}

Current = Mapping[tuple[int, str, str], str]


def current_values(coded: Iterable[Mapping[str, Any]]) -> dict[tuple[int, str, str], str]:
    """What the sources say now, from rows of `coding`: (snapshot, collaboration, attribute) to the chosen value.

    Where several values are chosen, as with themes, they are joined by a semicolon in alphabetical order.
    """
    chosen: dict[tuple[int, str, str], set[str]] = {}
    for row in coded:
        if row["chosen"]:
            chosen.setdefault((row["snapshot"], row["collaboration_id"], row["attribute"]), set()).add(row["value"])
    return {key: ";".join(sorted(values)) for key, values in chosen.items()}


def replay(
    workspace: Workspace,
    known: Collection[str],
    current: Current,
    went: Mapping[str, str] = MappingProxyType({}),
    linked: Collection[str] = (),
    overtaken: Collection[str] = (),
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of `decision` with their status, and those of `quarantine` for the stale and the unmatched.

    `known` holds every mention, collaboration and delivery id of this run; `current` what the sources say, as
    `current_values` gives it. `expect` is held against `current` for the attributes that it covers; no other value
    is known before the canonical tables are built. A collaboration named by one of its mentions is replaced in
    `target` by the id that it has in this run, and a retired id by the one in which it went on, which `went` tells.
    `linked` are the ids of which linkage found a mention for a link that people decided; they may be no cluster's.
    `overtaken` are the ids of decisions of kind `reading` that the readers, who apply these, found stale and told of.

    Raises UnreadableInput for a file that cannot be read.
    """
    collaboration_of = {**went, **_collaborations(workspace)}
    covered = {attribute for _, _, attribute in current}
    rows = [{**d, "target": _named_now(d, collaboration_of)} for d in load_decisions(workspace)]
    quarantine = []
    there, linkable = frozenset(known), frozenset(known) | frozenset(linked)
    for row in rows:
        if row["kind"] == "reading" and row["decision_id"] in overtaken:
            row["status"] = "stale"
        if row["status"] == "active":
            about = linkable if row["kind"] in ("must_link", "must_not_link") else there
            row["status"], detail = _held_against(row, about, current, covered)
            if detail:
                quarantine.append(_quarantine(workspace, row, detail))
    # Two decisions on what were two collaborations may now speak of one: nobody judged that, so neither is applied.
    clashing = list(contradictions(rows))
    for one, other in (*clashing, *(pair[::-1] for pair in clashing)):
        if one["status"] == "active":
            one["status"] = "stale"
            detail = f"it and {other['decision_id']} now speak of one collaboration and differ: supersede one of them"
            quarantine.append(_quarantine(workspace, one, detail))
    return rows, quarantine


def _collaborations(workspace: Workspace) -> dict[str, str]:
    if not files_of(workspace, "link"):
        return {}
    return dict(read_table(workspace, "link").select("mention_id", "collaboration_id").iter_rows())


def _named_now(decision: Mapping[str, Any], collaboration_of: Mapping[str, str]) -> str:
    if not KINDS[decision["kind"]].on_collaboration:
        return decision["target"]
    return "|".join(collaboration_of.get(part, part) for part in decision["target"].split("|"))


def _held_against(
    row: Mapping[str, Any], known: Collection[str], current: Current, covered: Collection[str]
) -> tuple[str, str | None]:
    """The status, and for one that is not applied the reason with its mend."""
    lost = [p for p in row["target"].split("|") if p not in known] if KINDS[row["kind"]].target_known else []
    if lost:
        return (
            "unmatched",
            f"no source has {', '.join(lost)} now; supersede the decision with one on what took its place",
        )
    attribute = "theme" if row["kind"] == "theme" else row["attribute"]
    if row["expect"] is None or attribute not in covered:
        return "active", None
    now = {
        value
        for (snapshot, target, name), value in current.items()
        if target == row["target"] and name == attribute and row["snapshot"] in (None, snapshot)
    }
    if (now or {NOTHING}) == {row["expect"]}:
        return "active", None
    said = " and ".join(sorted(now)) or "nothing"
    return "stale", f"it was taken when the sources said {row['expect']}; they now say {said}: take it again or drop it"


def _quarantine(workspace: Workspace, row: Mapping[str, Any], detail: str) -> dict[str, Any]:
    return quarantine_row(
        "decision",
        row["decision_id"],
        REASONS[row["status"]],
        detail,
        snapshot=row["snapshot"],
        file_name=path_of(workspace, row["decision_id"]),
        locator=f"row={int(row['decision_id'][-3:])}",
    )
