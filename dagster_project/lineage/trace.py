"""Traces a cell: from a published number down to the lines of documents.

Belongs here: the question and its whole answer as data. Does not belong here: how it is printed; that is in `text`.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dagster_project.lineage.cells import breaks_of, definition_of, labels, matching_cells, model_file
from dagster_project.lineage.members import Ground, Row, ground_of, members_of
from dagster_project.lineage.since import MovedMember, moved_members
from dagster_project.lineage.source import open_source
from dagster_project.workspace import Workspace, WrongUse
from dagster_project.workspace.releases import newest_release

MEMBERS_NAMED = 10  # members named in the error for one that is not there


@dataclass
class Trace:
    """The answer. `cells` are all that match; the rest is filled where exactly one does.

    `parts` gives per part of the fraction the number of members and the sum of their weights. `members` refer by id to
    the rows in `ground`. `since` are the members that came and went since `since_release`.
    """

    source: str
    kind: str
    definition: Row
    cells: list[Row]
    labels: dict[str, str] = field(repr=False)
    model_file: str | None = None
    breaks: list[Row] = field(default_factory=list)
    parts: dict[str, dict[str, float]] = field(default_factory=dict)
    members: list[Row] = field(default_factory=list, repr=False)
    member: str | None = None
    ground: Ground = field(default_factory=Ground, repr=False)
    since_release: str | None = None
    since: list[MovedMember] = field(default_factory=list, repr=False)

    @property
    def cell(self) -> Row | None:
        """The one cell, where there is one."""
        return self.cells[0] if len(self.cells) == 1 else None


def trace(
    where: Workspace | Path | str,
    figure: str,
    snapshot: int | None = None,
    category: str | None = None,
    *,
    member: str | None = None,
    release: str | None = None,
) -> Trace:
    """Follow a figure in the last run of a workspace, in one of its releases, or in the folder of a release.

    `member` is the key of a row, or the id of a collaboration or organisation in it; then only those members are
    followed. Several matching cells are listed and not followed.

    Raises WrongUse for a figure, snapshot, category, member or release that does not exist, with those that do.
    """
    source = open_source(where, release)
    cells = matching_cells(source, figure, snapshot, category)
    found = Trace(source.name, source.kind, definition_of(source, figure), cells, labels(source), member=member)
    cell = found.cell
    if cell is None:
        if member is not None:
            raise WrongUse("a member is of one cell", figure, "give --snapshot and --category too")
        return found
    found.model_file = model_file(cell["sql_model"])
    found.breaks = breaks_of(source, cell["break_ids"])
    members = members_of(source, cell)
    for part in sorted({m["part"] for m in members}, reverse=True):
        weights = [m["weight"] for m in members if m["part"] == part]
        found.parts[part] = {"members": len(weights), "weight": sum(weights)}
    found.members = members if member is None else _chosen(members, member, figure, source.workspace)
    found.ground = ground_of(source, found.members, cell["snapshot"])
    if source.release is None and (newest := newest_release(source.workspace)):
        found.since_release = newest.name
        found.since = moved_members(source.workspace, cell)
    return found


def _chosen(members: list[Row], wanted: str, figure: str, workspace: Workspace | None) -> list[Row]:
    exact = [m for m in members if m["row_key"] == wanted]
    chosen = exact or [m for m in members if wanted in m["row_key"].split("|")]
    if not chosen:
        from dagster_project.linkage import heirs, read_crosswalk

        if went := heirs(read_crosswalk(workspace) if workspace else ()).get(wanted):
            on = ", ".join(sorted(went))
            raise WrongUse(
                f"'{wanted}' is retired and went on as {on}", None, f"ask for {on}; ledger crosswalk says why"
            )
        some = ", ".join(m["row_key"] for m in members[:MEMBERS_NAMED])
        raise WrongUse(f"'{wanted}' is no member of this cell of {figure}", None, f"such as {some}")
    return chosen


def as_json(found: Trace) -> str:
    """The whole answer for machines: every member, every row that it rests on, dates as ISO."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2, default=_plain)


def _plain(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
