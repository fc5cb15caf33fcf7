"""`lappendeken link`: a plain file of mentions in, an entity per mention out.

Belongs here: the columns of that file and what makes it unreadable. Does not belong here: how mentions are linked.
"""

import csv
import io
from pathlib import Path
from typing import NamedTuple

from dagster_project.linkage.csv_file.fields import dates_of, faults, split
from dagster_project.linkage.linking.link import link_records
from dagster_project.linkage.names.parse import read_name
from dagster_project.linkage.records.record import (
    MAX_PARTICIPANTS,
    Record,
    all_forms,
    body_of,
    kind_of,
    latest_book,
    provinces_of,
    seat_of,
    today,
)
from dagster_project.linkage.review.bridges import weak_links, write_weak_links
from dagster_project.linkage.review.clerical_review import Question, questions
from dagster_project.organisations.resolver import resolve_name
from dagster_project.texts import fold
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.csv_text import csv_text
from dagster_project.workspace.errors import UnreadableInput
from dagster_project.workspace.seeds import snapshots

# How a participant was resolved that is no government.
OUTSIDE = ("unresolved", "non_government")
DECIDED = ("kind", "mention_id_a", "mention_id_b")
ASIDE = ("row_table", "row_key", "reason", "detail")
# No name or list of participants is so long; a quote that is never closed is.
LONGEST_FIELD = 131_072
REQUIRED = ("mention_id", "source", "name_as_written")


class Linked(NamedTuple):
    """How many mentions a file has, of how many entities, and how many rows were set aside."""

    mentions: int
    entities: int
    aside: int


def link_file(
    in_csv: str | Path,
    out_csv: str | Path,
    *,
    decided: Path | None = None,
    asked: Path | None = None,
    weak: Path | None = None,
) -> Linked:
    """Link the mentions of `in_csv` and write mention_id, entity_id, weight and basis to `out_csv`, in input order.

    Columns read are those of DESIGN section 8; only mention_id, source and name_as_written must be there. What was cut,
    or not used, goes to `<out>.quarantine.csv` beside it. `decided` is a CSV of decisions (see `read_decisions`), which
    are obeyed; to `asked` go the open questions, the most useful first, to `weak` the links by which clusters hang.
    Raises UnreadableInput with the line and the mend for a missing file or column, a row without id or an id that comes
    twice.
    """
    rows = read_mentions(Path(in_csv))
    decisions = read_decisions(decided, {row["mention_id"] for row in rows}) if decided else []
    records = [record_of(row) for row in rows]
    result = link_records(records, decisions)
    links = result.links
    found = {m: (c, w, b) for m, c, w, b in links.select("mention_id", "cluster", "weight", "basis").iter_rows()}
    linked = [(row["mention_id"], *found[row["mention_id"]]) for row in rows]
    given = [[mention_id, f"e{cluster:07d}", f"{weight:.3f}", basis] for mention_id, cluster, weight, basis in linked]
    write_text(Path(out_csv), csv_text(["mention_id", "entity_id", "weight", "basis"], given))
    aside = result.quarantine + [fault for row in rows for fault in faults(row)]
    write_text(set_aside(out_csv), csv_text(ASIDE, [[fault[c] for c in ASIDE] for fault in aside]))
    names = {r.mention_id: r.name for r in records}
    if asked:
        write_text(asked, _questions_csv(questions(result), names))
    if weak:
        write_weak_links(weak, weak_links(result), names)
    return Linked(len(rows), len({c for c, _, _ in found.values()}), len(aside))


def read_mentions(path: Path) -> list[dict[str, str]]:
    """The rows of a file of mentions, all fields as text.

    Raises UnreadableInput; see `link_file`.
    """
    if not path.is_file():
        raise UnreadableInput("there is no such file", path, "give a CSV file with the mentions")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"not UTF-8 at byte {error.start}", path, "save the file as CSV in UTF-8") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), restval="")
    if reader.fieldnames is None:
        raise UnreadableInput(
            "the file is empty", path, f"give a header with {', '.join(REQUIRED)} and a row per mention"
        )
    missing = [c for c in REQUIRED if c not in reader.fieldnames]
    if missing:
        raise UnreadableInput(f"column {', '.join(missing)} is missing", f"{path} line 1", "add it to the header")
    rows, seen = [], {}
    csv.field_size_limit(LONGEST_FIELD)
    try:
        for row in reader:
            line, mention_id = reader.line_num, row["mention_id"].strip()
            if None in row:
                raise UnreadableInput("more fields than the header has", f"{path} line {line}", "quote the commas")
            if not mention_id:
                raise UnreadableInput("a row without mention_id", f"{path} line {line}", "give every row an id")
            if mention_id in seen:
                where = f"{path} line {line}"
                what = f"mention_id '{mention_id}' stands on line {seen[mention_id]} too"
                raise UnreadableInput(what, where, "give every row an id of its own")
            seen[mention_id] = line
            rows.append({**row, "mention_id": mention_id})
    except csv.Error as error:
        raise UnreadableInput(
            f"no CSV: {error}", f"{path} line {reader.line_num}", "write it as CSV in UTF-8"
        ) from None
    return rows


def read_decisions(path: Path, known: set[str]) -> list[dict]:
    """Decisions of a CSV with the columns kind (must_link or must_not_link), mention_id_a and mention_id_b.

    Raises UnreadableInput with the line for another kind, or a mention that is not among the `known`.
    """
    if not path.is_file():
        raise UnreadableInput("there is no such file", path, "give a CSV file with the decisions")
    reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), restval="")
    if missing := [c for c in DECIDED if c not in (reader.fieldnames or [])]:
        raise UnreadableInput(f"column {', '.join(missing)} is missing", f"{path} line 1", "add it to the header")
    found = []
    for row in reader:
        where, ids = f"{path} line {reader.line_num}", (row["mention_id_a"].strip(), row["mention_id_b"].strip())
        if row["kind"] not in ("must_link", "must_not_link"):
            raise UnreadableInput(f"'{row['kind']}' is no kind", where, "write must_link or must_not_link")
        if unknown := [i for i in ids if i not in known]:
            raise UnreadableInput(f"there is no mention '{unknown[0]}'", where, "take the decision out or mend the id")
        found.append({"kind": row["kind"], "target": "|".join(ids), "decision_id": where, "snapshot": None})
    return found


def _questions_csv(found: list[Question], names: dict[str, str]) -> str:
    header = ["rank", "mention_id_a", "mention_id_b", "name_a", "name_b", "linked", "weight", "gain"]
    return csv_text(
        header,
        [
            [n, q.left, q.right, names[q.left], names[q.right], str(q.linked).lower(), f"{q.weight:.3f}", q.gain]
            for n, q in enumerate(found, start=1)
        ],
    )


def set_aside(out_csv: str | Path) -> Path:
    """Where `link_file` writes what was cut or not used."""
    return Path(out_csv).with_suffix(".quarantine.csv")


def record_of(row: dict[str, str]) -> Record:
    """A row of that file as a record."""
    book, latest = latest_book(), snapshots()[-1]
    names = tuple(read_name(n) for n in [row["name_as_written"], *split(row, "other_names", "|")] if n.strip())
    codes = split(row, "participant_codes", ";")
    raw = {name: resolve_name(name, latest) for name in split(row, "participants_raw", ";")}
    resolved = {r.organisation_id for r in raw.values() if r.organisation_id}
    whole = today({c.lower() for c in codes} or resolved)
    count = len(whole)
    whole = whole if count <= MAX_PARTICIPANTS else frozenset()
    seats = [seat_of(s) for s in split(row, "seat", ";")]
    places = frozenset(i for _, ids in seats for i in ids)
    province = row.get("province", "").strip()
    answered = resolve_name(province, latest, kind_hint="province").organisation_id if province else None
    period = dates_of(row)
    return Record(
        mention_id=row["mention_id"],
        name=row["name_as_written"],
        names=names,
        snapshot=0,
        identifiers=frozenset(),
        bodies=frozenset(),
        participants=whole if len(whole) > 1 else frozenset(),
        near=places | (whole if len(whole) == 1 else frozenset()),
        provinces=provinces_of(whole | places, book) | frozenset(a for a in [answered] if a),
        seats=frozenset(s for s, _ in seats if s),
        postcodes=frozenset(p.replace(" ", "").upper() for p in split(row, "postcode", ";")),
        # A row with dates is a version of a regulation, and a list of versions holds a collaboration many times.
        listing="" if any(period) else f"{row['source']}|{province}",
        period=period if any(period) else None,
        forms=all_forms(names),
        body=body_of(row["name_as_written"], row.get("legal_form")),
        law=fold(row.get("legal_form") or "") if any(period) else "",
        kind=kind_of(row["name_as_written"], row.get("legal_form")),
        members=frozenset(f for n, r in raw.items() if r.method in OUTSIDE for f in read_name(n).forms),
        listed=count,
    )
