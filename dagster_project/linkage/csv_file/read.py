"""The files that `lappendeken link` is given: mentions, and people's decisions about them.

Belongs here: their columns, and what makes them unreadable. Does not belong here: what one row says (`fields`,
`record`).
"""

import csv
from pathlib import Path

from dagster_project.spreadsheets import read_plain_csv
from dagster_project.workspace.errors import UnreadableInput

REQUIRED = ("mention_id", "source", "name_as_written")
DECISION_COLUMNS = ("kind", "mention_id_a", "mention_id_b")
# No name or list of participants is so long; a quote that is never closed is.
LONGEST_FIELD = 131_072


def read_mentions(path: Path) -> list[dict[str, str]]:
    """The rows of a file of mentions, all fields as text.

    Raises:
        UnreadableInput: with the line and the mend, for a missing file or column, a row without id, an id that comes
            twice, or what is no CSV.
    """
    if not path.is_file():
        raise UnreadableInput("there is no such file", path, "give a CSV file with the mentions")
    csv.field_size_limit(LONGEST_FIELD)
    try:
        reader = read_plain_csv(path, REQUIRED, restval="")
    except csv.Error as error:
        raise UnreadableInput(f"no CSV: {error}", f"{path} line 1", "write it as CSV in UTF-8") from None
    if reader.fieldnames is None:
        raise UnreadableInput(
            "the file is empty", path, f"give a header with {', '.join(REQUIRED)} and a row per mention"
        )
    missing = [c for c in REQUIRED if c not in reader.fieldnames]
    if missing:
        raise UnreadableInput(f"column {', '.join(missing)} is missing", f"{path} line 1", "add it to the header")
    rows, seen = [], {}
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
    """People's decisions on pairs of mentions.

    Args:
        path: a CSV with the columns kind (must_link or must_not_link), mention_id_a and mention_id_b.
        known: the mention ids of the file that is linked.

    Returns:
        Rows as `link_records` takes them.

    Raises:
        UnreadableInput: with the line, for a missing file or column, another kind, or a mention that is not known.
    """
    if not path.is_file():
        raise UnreadableInput("there is no such file", path, "give a CSV file with the decisions")
    csv.field_size_limit(LONGEST_FIELD)
    try:
        return _decided(path, known)
    except csv.Error as error:
        raise UnreadableInput(f"no CSV: {error}", path, "write it as CSV in UTF-8") from None


def _decided(path: Path, known: set[str]) -> list[dict]:
    reader = read_plain_csv(path, DECISION_COLUMNS, restval="")
    if missing := [c for c in DECISION_COLUMNS if c not in (reader.fieldnames or [])]:
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
