"""What moved since the newest release: which cells, which members they gained and lost, and why.

Belongs here: comparing the last run with a release, down to what the sources said then and say now. A file that changed
by one row has another hash, so all its mentions have other ids; mentions are therefore compared by what they say.
Does not belong here: the full comparison of two releases.
"""

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from dagster_project.dictionary import table
from dagster_project.lineage.cells import source_rows
from dagster_project.lineage.members import Row, key_of, mentions_of
from dagster_project.lineage.source import Source, newest_release, text_of_keys
from dagster_project.workspace import Workspace

CELL = ("figure", "snapshot", "category")
MEMBER = (*CELL, "part", "row_table", "row_key")
# What the pipeline says of a mention, not the source: another reader or delivery makes no other statement.
NOT_SAID = {"mention_id", "delivery_id", "reader", "reader_version", "confidence", "collaboration_id", "link_weight"}
NOT_SAID |= {"link_basis", "locator", "file_name", "resolved"}
COMPARED = ("collaboration", "participant", "theme", "criterion")
ONLY_RULES = "alleen de regels (code of referentietabellen) zijn veranderd"


@dataclass(frozen=True)
class MovedCell:
    """A cell that is not what it was in the release; `before` and `after` are texts such as `27 (940/35)`."""

    release: str
    figure: str
    snapshot: int
    category: str
    before: str
    after: str
    gained: int
    lost: int
    reweighted: int


@dataclass(frozen=True)
class MovedMember:
    """A member that a cell gained or lost, or that weighs otherwise; `why` says what changed beneath it."""

    part: str
    row_table: str
    row_key: str
    before: float | None
    after: float | None
    why: list[str] = field(default_factory=list)


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
        moved.append(MovedCell(then.release.name, *key, *texts, gained, lost, len(members) - gained - lost))
    return moved


def moved_members(workspace: Workspace, cell: Row) -> list[MovedMember]:
    """The members that the cell gained and lost since the newest release, each with its reasons."""
    now, then = _both(workspace)
    if then is None:
        return []
    key = tuple(cell[c] for c in CELL)
    changes = _changed_members(now, then, key).get(key, [])
    reasons = _reasons(now, then, cell["snapshot"], changes)
    return [MovedMember(**{**asdict(m), "why": reasons[m.row_table, m.row_key]}) for m in changes]


def _both(workspace: Workspace) -> tuple[Source, Source | None]:
    now, folder = Source(workspace), newest_release(workspace)
    if folder is None or not now.has("figure") or not now.has("figure_member"):
        return now, None
    return now, Source(workspace, folder)


def _cells(source: Source) -> dict[tuple, Row]:
    return {tuple(r[c] for c in CELL): r for r in source_rows(source, "figure")}


def _numbers(cell: Row | None) -> tuple | None:
    return cell and (cell["numerator"], cell["denominator"], cell["obs_status"])


def _text(cell: Row | None, decimals: int) -> str:
    if cell is None:
        return "afwezig"
    value = shown(cell["value"], decimals)
    if cell["denominator"] is None:
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


def _reasons(now: Source, then: Source, snapshot: int, members: list[MovedMember]) -> dict[tuple, list[str]]:
    """Per table and key of a member: what is otherwise in its collaboration and in what the sources say of it."""
    places = {(m.row_table, m.row_key) for m in members}
    of = {place: _collaboration_in(*place) for place in places}
    ids = sorted({i for i in of.values() if i})
    said = _said_otherwise(now, then, snapshot, ids)
    about = {i: _collaboration_differs(now, then, snapshot, i) + said[i] for i in ids}
    return {place: (about[i] if i else _row_differs(now, then, *place)) or [ONLY_RULES] for place, i in of.items()}


def _collaboration_in(name: str, key: str) -> str | None:
    names = table(name).key
    return key.split("|")[names.index("collaboration_id")] if "collaboration_id" in names else None


def _collaboration_differs(now: Source, then: Source, snapshot: int, collaboration_id: str) -> list[str]:
    where = "where snapshot = ? and collaboration_id = ?"
    lines = []
    for name in COMPARED:
        lines += _diff(name, *(source_rows(s, name, where, [snapshot, collaboration_id]) for s in (then, now)))
    return lines


def _row_differs(now: Source, then: Source, name: str, key: str) -> list[str]:
    where = f"where {text_of_keys(name)} = ?"
    return _diff(name, *(source_rows(s, name, where, [key]) for s in (then, now)))


def _diff(name: str, before: list[Row], after: list[Row]) -> list[str]:
    then, now = ({key_of(name, row): row for row in side} for side in (before, after))
    label = f"{table(name).label_nl} ({name})"
    lines = [f"{label} {k}: was er, is er niet meer" for k in sorted(set(then) - set(now))]
    lines += [f"{label} {k}: is nieuw" for k in sorted(set(now) - set(then))]
    for key in sorted(set(now) & set(then)):
        for column in table(name).columns:
            before, after = then[key][column.name], now[key][column.name]
            if before != after:
                lines.append(f"{label} {key}: {column.label_nl} ({column.name}): {_say(before)} -> {_say(after)}")
    return lines


def _said_otherwise(now: Source, then: Source, snapshot: int, ids: list[str]) -> dict[str, list[str]]:
    """Per collaboration the mentions that came, went or say something else, with their file and place."""
    sides = []
    for source in (then, now):
        files = {r["delivery_id"]: r["file_name"] for r in source_rows(source, "delivery")}
        by_id = defaultdict(list)
        for mention in mentions_of(source, ids, snapshot).values():
            by_id[mention["collaboration_id"]].append({**mention, "file_name": files.get(mention["delivery_id"], "?")})
        sides.append(by_id)
    return {i: _mentions_differ(sides[0][i], sides[1][i]) for i in ids}


def _mentions_differ(then: list[Row], now: list[Row]) -> list[str]:
    """Mentions that say the same in the same file cancel out; of the rest, those of one name and file are compared."""
    gone, come = list(then), []
    for mention in now:
        same = next((m for m in gone if m["file_name"] == mention["file_name"] and _said(m) == _said(mention)), None)
        gone.remove(same) if same else come.append(mention)
    lines = []
    for mention in come:
        old = next((m for m in gone if all(m[c] == mention[c] for c in ("file_name", "name_written", "claim"))), None)
        if old is None:
            lines.append(f"vermelding nieuw: {_place(mention)}")
            continue
        gone.remove(old)
        before, after = _said(old), _said(mention)
        what = "; ".join(f"{c}: {_say(before[c])} -> {_say(after[c])}" for c in before if before[c] != after[c])
        lines.append(f"vermelding zegt iets anders: {_place(mention)}: {what}")
    return lines + [f"vermelding weg: {_place(m)}" for m in gone]


def _said(mention: Row) -> Row:
    resolved = [(r["name_written"], r["organisation_id"], r["method"]) for r in mention["resolved"]]
    return {**{k: v for k, v in mention.items() if k not in NOT_SAID}, "herleid": resolved}


def _place(mention: Row) -> str:
    return f"'{mention['name_written']}' in {mention['file_name']}, {mention['locator']} ({mention['mention_id']})"


def _say(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "[" + "; ".join(_say(v) for v in value) + "]"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "leeg" if value is None else f"'{value}'" if isinstance(value, str) else str(value)
