"""Who was asked in which snapshot, and why others were not.

What `survey export` sent stands in `survey/frame-<snapshot>.csv` of the workspace, one row per organisation; for a
survey of before there was an export people write that file themselves. Where there is none, the seed `survey_frame`
says of each kind how many were asked: all of them is all of them, and of a part of them nobody knows which, except
those who answered. Belongs here: that file, and rows of the table `frame`. Does not belong here: counting (`response`).
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

from dagster_project.dictionary import table
from dagster_project.intake import Delivery
from dagster_project.organisations.snapshots import organisation_snapshots, reference_date
from dagster_project.surveys.sent import Sent
from dagster_project.workspace import UnreadableInput, Workspace, WrongUse
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.csv_text import csv_text
from dagster_project.workspace.reading import read_utf8
from dagster_project.workspace.seeds import codes, read_seed

COLUMNS = ("organisation_id", "asked", "reason", "mark", "reply_by")
YES, NO = "yes", "no"
KINDS = ("municipality", "province", "water_board")
"""The kinds that a survey asks; ministries give lists of programmes."""


def bodies_at(workspace: Workspace, snapshot: int) -> dict[str, dict[str, Any]]:
    """The organisations of a survey that exist at the reference date, within the scope of the workspace, by id.

    Raises WrongUse for a year that is no snapshot.
    """
    reference_date(snapshot)
    there = organisation_snapshots(workspace.scope).filter(in_scope=True, snapshot=snapshot)
    return {row["organisation_id"]: row for row in there.iter_rows(named=True) if row["kind"] in KINDS}


def asked_now(workspace: Workspace, snapshot: int, only: list[str] | None = None) -> dict[str, str]:
    """Whom an export is for, with their names: `only` these, else all but those of whom the frame says no.

    Raises WrongUse for an organisation that is not there at the snapshot.
    """
    there, kept = bodies_at(workspace, snapshot), read_frame(workspace, snapshot)
    if strange := sorted(set(only or ()) - there.keys()):
        raise WrongUse(
            f"not there at the snapshot {snapshot}: {', '.join(strange)}", "--only", "give organisation ids as gm0014"
        )
    chosen = only or [id_ for id_ in there if kept.get(id_, {}).get("asked") != NO]
    return {id_: there[id_]["name"] for id_ in sorted(set(chosen))}


def keep_sent(workspace: Workspace, snapshot: int, sent: Iterable[Sent]) -> None:
    """Add to the frame who was sent what; everybody else of whom it says nothing yet was not asked."""
    kept = read_frame(workspace, snapshot)
    for one in sent:
        kept[one.organisation_id] = {
            "organisation_id": one.organisation_id, "asked": YES, "reason": "asked", "mark": one.mark,
            "reply_by": one.reply_by,
        }  # fmt: skip
    for id_ in bodies_at(workspace, snapshot):
        kept.setdefault(id_, {"organisation_id": id_, "asked": NO, "reason": "not_chosen", "mark": "", "reply_by": ""})
    rows = ([kept[id_][c] for c in COLUMNS] for id_ in sorted(kept))
    write_text(workspace.frame_file(snapshot), csv_text(COLUMNS, rows))


def read_frame(workspace: Workspace, snapshot: int) -> dict[str, dict[str, str]]:
    """The rows of the frame by organisation; empty where there is no file.

    Raises UnreadableInput with the line for an organisation, an answer or a reason that cannot be.
    """
    path = workspace.frame_file(snapshot)
    if not path.exists():
        return {}
    reader = csv.DictReader(io.StringIO(read_utf8(path, "save it as UTF-8"), newline=""))
    if missing := set(COLUMNS[:3]) - set(reader.fieldnames or ()):
        raise UnreadableInput(f"the frame has no column {', '.join(sorted(missing))}", path, f"give {COLUMNS}")
    known = set(read_seed("organisation")["organisation_id"])
    allowed = {"organisation_id": known, "asked": {YES, NO}, "reason": set(table("frame").column("reason").enum)}
    rows: dict[str, dict[str, str]] = {}
    for row in reader:
        for column, values in allowed.items():
            if row[column] not in values:
                mend = "write one of " + (", ".join(sorted(values)) if len(values) < 10 else "the organisation ids")
                raise UnreadableInput(f"'{row[column]}' is no {column}", f"{path}, line {reader.line_num}", mend)
        if row["organisation_id"] in rows:
            raise UnreadableInput(
                f"{row['organisation_id']} stands twice", f"{path}, line {reader.line_num}", "keep one"
            )
        rows[row["organisation_id"]] = {column: row.get(column) or "" for column in COLUMNS}
    return rows


def frame_rows(workspace: Workspace, snapshot: int, responses: Iterable[Delivery]) -> list[dict[str, Any]]:
    """Rows of the table `frame`; `responses` are the deliveries that were read. None where nobody held a survey."""
    kept, there = read_frame(workspace, snapshot), bodies_at(workspace, snapshot)
    rule = {r["kind"]: r for r in read_seed("survey_frame").iter_rows(named=True) if r["snapshot"] == snapshot}
    answered = {id_: d.delivery_id for d in responses for id_ in d.organisation_ids}
    held = codes("snapshot")[str(snapshot)]["survey"] == YES
    if not (kept or answered or held):
        return []
    rows = []
    for id_, body in there.items():
        asked, reason, basis = _judged(kept.get(id_), rule.get(body["kind"]), id_ in answered, bool(kept))
        rows.append(
            {
                "snapshot": snapshot,
                "organisation_id": id_,
                "kind": body["kind"],
                "province_id": body["province_id"],
                "asked": asked,
                "reason": reason,
                "basis": basis,
                "responded": id_ in answered,
                "delivery_id": answered.get(id_),
                "mark": (kept.get(id_) or {}).get("mark") or None,
                "reply_by": (kept.get(id_) or {}).get("reply_by") or None,
            }
        )
    return rows


def _judged(own: dict | None, rule: dict | None, answered: bool, is_kept: bool) -> tuple[bool | None, str, str]:
    """Whether one was asked (None: not known), why or why not, and what that rests on."""
    if own:
        return own["asked"] == YES, own["reason"], "frame"
    if is_kept:
        return False, "not_chosen", "frame"
    if rule and rule["asked"] == rule["there"]:
        return True, "asked", "published"
    if answered:
        return True, "asked", "response"
    return None, rule["left_out"] if rule else "unknown", "published" if rule else "response"
