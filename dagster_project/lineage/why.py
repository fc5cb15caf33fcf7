"""Why a cell gained or lost a member: what the tables, the decisions and the sources said in a release, and say now.

A file that changed by one row has another hash, so all its mentions have other ids; mentions are therefore compared by
what they say, and told only where that differs. Does not belong here: which members came and went (`since`).
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from dagster_project.dictionary import table
from dagster_project.lineage.cells import source_rows
from dagster_project.lineage.members import Row, key_of, mentions_of
from dagster_project.lineage.source import Source, text_of_keys

COMPARED = ("collaboration", "participant", "theme", "criterion")
RULES = "geen bron of besluit hierover is veranderd: het komt door de regels (code of referentietabellen)"
# What the pipeline says of a mention, not the source: another reader or delivery makes no other statement.
NOT_SAID = {"mention_id", "delivery_id", "reader", "reader_version", "confidence", "collaboration_id", "link_weight"}
NOT_SAID |= {"link_basis", "locator", "file_name", "resolved", "doubts", "field_confidence", "other_reading"}

Place = tuple[str, str]  # the table and the key of a row


@dataclass(frozen=True)
class Because:
    """Why a member moved, line by line, and the names of the files that say something else than before."""

    lines: list[str]
    files: list[str]


def reasons(now: Source, then: Source, snapshot: int, places: set[Place]) -> dict[Place, Because]:
    """Per row of a member: what is otherwise in its collaboration, in the decisions and in what sources say of it."""
    of = {place: _collaboration_in(*place) for place in places}
    ids = sorted({i for i in of.values() if i})
    sides = [_mentions(source, snapshot, ids) for source in (then, now)]
    about = {i: _about(now, then, snapshot, i, [side[i] for side in sides]) for i in ids}
    return {place: about[i] if i else _row_differs(now, then, *place) for place, i in of.items()}


def _collaboration_in(name: str, key: str) -> str | None:
    names = table(name).key
    return key.split("|")[names.index("collaboration_id")] if "collaboration_id" in names else None


def _row_differs(now: Source, then: Source, name: str, key: str) -> Because:
    where = f"where {text_of_keys(name)} = ?"
    return Because(_diff(name, *(source_rows(s, name, where, [key]) for s in (then, now))) or [RULES], [])


def _about(now: Source, then: Source, snapshot: int, collaboration_id: str, mentions: list[list[Row]]) -> Because:
    targets = [collaboration_id, *sorted({m["mention_id"] for side in mentions for m in side})]
    where = "where list_has_any(string_split(target, '|'), ?) order by decision_id"
    said = _mentions_differ(now, then, *mentions)
    decided = _diff("decision", *(source_rows(s, "decision", where, [targets]) for s in (then, now)))
    sources = [line for line, _ in said] + decided
    rows = _canonical_rows_differ(now, then, snapshot, collaboration_id)
    return Because((sources or [RULES]) + rows, sorted({file for _, file in said}))


def _canonical_rows_differ(now: Source, then: Source, snapshot: int, collaboration_id: str) -> list[str]:
    """What is otherwise in the canonical rows; where the collaboration itself came or went, that says it all."""
    where = "where snapshot = ? and collaboration_id = ?"
    lines = []
    for name in COMPARED:
        sides = [source_rows(s, name, where, [snapshot, collaboration_id]) for s in (then, now)]
        lines += _diff(name, *sides)
        if name == "collaboration" and not all(sides):
            break
    return lines


def _diff(name: str, before: list[Row], after: list[Row]) -> list[str]:
    then, now = ({key_of(name, row): row for row in side} for side in (before, after))
    label = f"{table(name).label_nl} ({name})"
    lines = [f"{label} {k}: was er, is er niet meer" for k in sorted(set(then) - set(now))]
    lines += [f"{label} {k}: is nieuw" for k in sorted(set(now) - set(then))]
    for key in sorted(set(now) & set(then)):
        for column in table(name).columns:
            old, new = then[key][column.name], now[key][column.name]
            if old != new:
                lines.append(f"{label} {key}: {column.label_nl} ({column.name}): {_text(old)} -> {_text(new)}")
    return lines


def _mentions(source: Source, snapshot: int, ids: list[str]) -> dict[str, list[Row]]:
    """The mentions of each collaboration, with the name of their file."""
    files = {r["delivery_id"]: r["file_name"] for r in source_rows(source, "delivery")}
    by_id = defaultdict(list)
    for mention in mentions_of(source, ids, snapshot).values():
        by_id[mention["collaboration_id"]].append({**mention, "file_name": files.get(mention["delivery_id"], "?")})
    return by_id


def _mentions_differ(now: Source, then: Source, before: list[Row], after: list[Row]) -> list[tuple[str, str]]:
    """Mentions that say the same in the same file cancel out; of the rest, those of one name and file are compared.

    Each line comes with the name of its file.
    """
    gone, come = list(before), []
    for mention in after:
        same = next(
            (m for m in gone if m["file_name"] == mention["file_name"] and _content(m) == _content(mention)), None
        )
        gone.remove(same) if same else come.append(mention)
    lines = []
    for mention in come:
        old = next((m for m in gone if all(m[c] == mention[c] for c in ("file_name", "name_written", "claim"))), None)
        if old is None:
            new = f"vermelding nieuw: {_place(mention)}{_elsewhere(then, mention, 'hoorde bij')}"
            lines.append((new, mention["file_name"]))
            continue
        gone.remove(old)
        was, says = _content(old), _content(mention)
        what = "; ".join(f"{c}: {_text(was[c])} -> {_text(says[c])}" for c in was if was[c] != says[c])
        lines.append((f"vermelding zegt iets anders: {_place(mention)}: {what}", mention["file_name"]))
    return lines + [(f"vermelding weg: {_place(m)}{_elsewhere(now, m, 'hoort nu bij')}", m["file_name"]) for m in gone]


def _elsewhere(source: Source, mention: Row, words: str) -> str:
    """To which other collaborations the same words in the same file belong on the other side, if they stand there."""
    query = (
        f"select distinct l.collaboration_id as id from {source.sql('mention')} m "
        f"join {source.sql('link')} l using (mention_id) join {source.sql('delivery')} d using (delivery_id) "
        "where m.name_written = ? and m.snapshot = ? and d.file_name = ? and l.collaboration_id <> ? order by id"
    )
    asked = [mention[c] for c in ("name_written", "snapshot", "file_name", "collaboration_id")]
    found = [r["id"] for r in source.ask(query, asked)]
    return f", {words} {', '.join(found)}" if found else ""


def _content(mention: Row) -> Row:
    resolved = [(r["name_written"], r["organisation_id"], r["method"]) for r in mention["resolved"]]
    return {**{k: v for k, v in mention.items() if k not in NOT_SAID}, "herleid": resolved}


def _place(mention: Row) -> str:
    return f"'{mention['name_written']}' in {mention['file_name']}, {mention['locator']} ({mention['mention_id']})"


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "[" + "; ".join(_text(v) for v in value) + "]"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "leeg" if value is None else f"'{value}'" if isinstance(value, str) else str(value)
