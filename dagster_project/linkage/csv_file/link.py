"""`lappendeken link`: a CSV file of mentions in, an entity per mention out.

Belongs here: what is written. Does not belong here: the columns of what is read (`read`, `record`), and how mentions
are linked (`linking`).
"""

from pathlib import Path
from typing import NamedTuple

from dagster_project.linkage.csv_file.fields import field_faults
from dagster_project.linkage.csv_file.read import read_decisions, read_mentions
from dagster_project.linkage.csv_file.record import record_of
from dagster_project.linkage.linking.link import link_records
from dagster_project.linkage.review.bridges import weak_links, write_weak_links
from dagster_project.linkage.review.clerical_review import questions, write_questions
from dagster_project.spreadsheets import inert
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.csv_text import csv_text

QUARANTINE_COLUMNS = ("row_table", "row_key", "reason", "detail")


class LinkedFile(NamedTuple):
    """How many mentions a file has, of how many entities, and how many rows went to the quarantine."""

    mentions: int
    entities: int
    quarantined: int


def link_file(
    in_csv: str | Path,
    out_csv: str | Path,
    *,
    decisions_csv: Path | None = None,
    questions_csv: Path | None = None,
    weak_links_csv: Path | None = None,
) -> LinkedFile:
    """Link the mentions of a file.

    Args:
        in_csv: the columns are those of DESIGN section 8; only mention_id, source and name_as_written must be there.
        out_csv: gets mention_id, entity_id, weight (bits) and basis, in input order; what was cut, or not used, goes
            to `quarantine_path` beside it.
        decisions_csv: decisions (see `read_decisions`), which are obeyed.
        questions_csv: gets the open questions, the most useful first.
        weak_links_csv: gets the links by which clusters hang.

    Raises:
        UnreadableInput: see `read_mentions` and `read_decisions`.
    """
    rows = read_mentions(Path(in_csv))
    decisions = read_decisions(decisions_csv, {row["mention_id"] for row in rows}) if decisions_csv else []
    result = link_records([record_of(row) for row in rows], decisions)
    links = result.links.select("mention_id", "cluster", "weight", "basis")
    of_mention = {m: (f"e{cluster:07d}", f"{weight:.3f}", basis) for m, cluster, weight, basis in links.iter_rows()}
    linked = [[inert(row["mention_id"]), *of_mention[row["mention_id"]]] for row in rows]
    write_text(Path(out_csv), csv_text(["mention_id", "entity_id", "weight", "basis"], linked))
    quarantined = result.quarantine + [fault for row in rows for fault in field_faults(row)]
    quarantine = csv_text(QUARANTINE_COLUMNS, [[inert(row[c]) for c in QUARANTINE_COLUMNS] for row in quarantined])
    write_text(quarantine_path(out_csv), quarantine)
    names = {row["mention_id"]: inert(row["name_as_written"]) for row in rows}
    if questions_csv:
        write_questions(questions_csv, questions(result), names)
    if weak_links_csv:
        write_weak_links(weak_links_csv, weak_links(result), names)
    return LinkedFile(len(rows), links["cluster"].n_unique(), len(quarantined))


def quarantine_path(out_csv: str | Path) -> Path:
    """Where `link_file` writes what was cut or not used."""
    return Path(out_csv).with_suffix(".quarantine.csv")
