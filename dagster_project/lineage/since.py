"""What moved since the newest release: which cells, and which members they gained and lost.

Belongs here: comparing the figures of the last run with those of a release. Does not belong here: why a member came or
went (`why`), nor the full comparison of two releases.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from dagster_project.lineage.cells import source_rows
from dagster_project.lineage.members import Row
from dagster_project.lineage.source import Source
from dagster_project.lineage.why import reasons
from dagster_project.workspace import Workspace
from dagster_project.workspace.releases import newest_release

CELL = ("figure", "snapshot", "category")
MEMBER = (*CELL, "part", "row_table", "row_key")


@dataclass(frozen=True)
class MovedCell:
    """A cell that is not what it was in the release; `before` and `after` are texts such as `27 (940/35)`.

    `as_published` tells whether a reader sees a difference: the value as rounded, the status, or whether it is there.
    """

    release: str
    figure: str
    snapshot: int
    category: str
    before: str
    after: str
    gained: int
    lost: int
    reweighted: int
    as_published: bool


@dataclass(frozen=True)
class MovedMember:
    """A member that a cell gained or lost, or that weighs otherwise.

    `why` says what changed beneath it, `files` name the sources that say something else than before.
    """

    part: str
    row_table: str
    row_key: str
    before: float | None
    after: float | None
    why: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def moved_cells(workspace: Workspace) -> list[MovedCell]:
    """The cells of the last run that differ from the newest release in number, status or members.

    Nothing where there is no release or no run yet.
    """
    now, then = _both(workspace)
    if then is None:
        return []
    changes = _changed_members(now, then)
    cells = {place: _cells(source) for place, source in (("now", now), ("then", then))}
    decimals = {r["figure"]: r["decimals"] for r in source_rows(now, "figure_definition")}
    moved = []
    for key in sorted(set(cells["now"]) | set(cells["then"])):
        after, before, members = cells["now"].get(key), cells["then"].get(key), changes.get(key, [])
        if not members and _numbers(after) == _numbers(before):
            continue
        texts = [_text(cell, decimals.get(key[0], 0)) for cell in (before, after)]
        gained, lost = sum(m.before is None for m in members), sum(m.after is None for m in members)
        places = decimals.get(key[0], 0)
        differs = _published(before, places) != _published(after, places)
        other = len(members) - gained - lost
        moved.append(MovedCell(then.release.name, *key, *texts, gained, lost, other, differs))
    return moved


def moved_members(workspace: Workspace, cell: Row) -> list[MovedMember]:
    """The members that the cell gained and lost since the newest release, each with its reasons."""
    now, then = _both(workspace)
    if then is None:
        return []
    key = tuple(cell[c] for c in CELL)
    changes = _changed_members(now, then, key).get(key, [])
    because = reasons(now, then, cell["snapshot"], {(m.row_table, m.row_key) for m in changes})
    told = ((m, because[m.row_table, m.row_key]) for m in changes)
    return [replace(m, why=of.lines, files=of.files) for m, of in told]


def _both(workspace: Workspace) -> tuple[Source, Source | None]:
    now, folder = Source(workspace), newest_release(workspace)
    if folder is None or not now.has("figure") or not now.has("figure_member"):
        return now, None
    return now, Source(workspace, folder)


def _cells(source: Source) -> dict[tuple, Row]:
    return {tuple(r[c] for c in CELL): r for r in source_rows(source, "figure")}


def _numbers(cell: Row | None) -> tuple | None:
    return cell and (cell["numerator"], cell["denominator"], cell["obs_status"])


def _published(cell: Row | None, decimals: int) -> tuple[str, str] | None:
    return cell and (shown(cell["value"], decimals), cell["obs_status"])


def _text(cell: Row | None, decimals: int) -> str:
    if cell is None:
        return "afwezig"
    value = shown(cell["value"], decimals)
    if None in (cell["numerator"], cell["denominator"]):
        return value
    return f"{value} ({cell['numerator']:g}/{cell['denominator']:g})"


def shown(value: float | None, decimals: int) -> str:
    """A value as a reader sees it, rounded half up."""
    if value is None:
        return "geen waarde"
    scaled = Fraction(repr(value)) * 10**decimals
    return f"{Decimal((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)).scaleb(-decimals):f}"


def _changed_members(now: Source, then: Source, key: tuple | None = None) -> dict[tuple, list[MovedMember]]:
    where = "where figure = $1 and snapshot = $2 and category = $3" if key else ""
    sides = (f"(select * from {s.sql('figure_member')} {where})" for s in (then, now))
    query = (
        f"select {', '.join(MEMBER)}, a.weight as before, b.weight as after from {next(sides)} a "
        f"full join {next(sides)} b using ({', '.join(MEMBER)}) where a.weight is distinct from b.weight "
        f"order by {', '.join(MEMBER)}"
    )
    changes: dict[tuple, list[MovedMember]] = defaultdict(list)
    for row in now.ask(query, list(key or ())):
        cell = tuple(row.pop(c) for c in CELL)
        changes[cell].append(MovedMember(**row))
    return changes
