"""The ledger of identities: `ledger/identity.csv`, in git. Only a release writes it.

Belongs here: reading it, and minting. Does not belong here: matching clusters to it (`identity`).
"""

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.errors import LappendekenError, UnreadableInput
from dagster_project.workspace.layout import Workspace

if TYPE_CHECKING:
    import polars as pl

COLUMNS = ("collaboration_id", "minted_in", "name", "anchors")
_ID = re.compile(r"^sv\d{7}$")
_BETWEEN = ";"


@dataclass(frozen=True)
class Identity:
    """One id that was minted: by which release, under which name, and the anchors by which it is found again."""

    collaboration_id: str
    minted_in: str
    name: str
    anchors: frozenset[str]


def read_ledger(workspace: Workspace) -> dict[str, Identity]:
    """All identities by id; empty before the first release.

    Raises UnreadableInput for a line that is no identity or an id that stands twice.
    """
    path = workspace.ledger / "identity.csv"
    if not path.exists():
        return {}
    found: dict[str, Identity] = {}
    reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""), restval="")
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise UnreadableInput(f"the columns are not {', '.join(COLUMNS)}", f"{path} line 1", "restore it from git")
    for row in reader:
        key = row["collaboration_id"]
        if not _ID.match(key) or key in found:
            what = f"'{key}' is no id" if key not in found else f"'{key}' stands twice"
            raise UnreadableInput(what, f"{path} line {reader.line_num}", "restore the ledger from git")
        anchors = frozenset(a for a in row["anchors"].split(_BETWEEN) if a)
        found[key] = Identity(key, row["minted_in"], row["name"], anchors)
    return found


def next_number(ledger: dict[str, Identity]) -> int:
    """The first number never given: ids that are no longer seen stay in the ledger, so none comes back."""
    return max((int(i[2:]) for i in ledger), default=0) + 1


def id_of(number: int) -> str:
    return f"sv{number:07d}"


def mint(workspace: Workspace, identity_frame: "pl.DataFrame", release_id: str) -> int:
    """Append the provisional ids of a run to the ledger and refresh the anchors of the known ones.

    `identity_frame` is the table `collaboration_identity` of that run. Gives the number of ids minted. Minting the same
    run again changes nothing. The caller holds the workspace lock. Raises LappendekenError where the ledger gave one of
    the ids to something else since the run.
    """
    ledger = read_ledger(workspace)
    minted = 0
    for row in identity_frame.sort("collaboration_id").iter_rows(named=True):
        key, anchors = row["collaboration_id"], frozenset(row["anchors"])
        known = ledger.get(key)
        if known is None:
            ledger[key] = Identity(key, release_id, row["name"], anchors)
            minted += 1
            continue
        if row["status"] == "provisional" and not anchors & known.anchors:
            raise LappendekenError(
                f"{key} was given to '{known.name}' by {known.minted_in} and the run gave it to '{row['name']}'",
                workspace.ledger / "identity.csv",
                "lappendeken run",
            )
        lasting = {a for a in known.anchors if not a.startswith("mention:")}
        ledger[key] = Identity(key, known.minted_in, known.name, anchors | lasting)
    write_text(workspace.ledger / "identity.csv", _as_csv(ledger))
    return minted


def _as_csv(ledger: dict[str, Identity]) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(COLUMNS)
    for key in sorted(ledger):
        identity = ledger[key]
        writer.writerow([key, identity.minted_in, identity.name, _BETWEEN.join(sorted(identity.anchors))])
    return lines.getvalue()
