"""The ledger of identities: `ledger/identity.csv`, in git. Only a release writes it.

Belongs here: its rows. Does not belong here: matching clusters to it (`matching`), what a run would change in it
(`diff`), and minting (`minting`).
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from dagster_project.workspace.csv_text import csv_text
from dagster_project.workspace.errors import UnreadableInput
from dagster_project.workspace.layout import Workspace
from dagster_project.workspace.reading import read_utf8

COLUMNS = ("collaboration_id", "minted_in", "name", "anchors")
_ID = re.compile(r"^sv\d{7}$")
BETWEEN = ";"
"""What parts the anchors in the file; none holds it."""
MENTION = "mention:"


@dataclass(frozen=True)
class Identity:
    """One id that was minted: by which release, under which name, and the anchors by which it is found again."""

    collaboration_id: str
    minted_in: str
    name: str
    anchors: frozenset[str]

    @property
    def mentions(self) -> frozenset[str]:
        """The mentions that it was minted with, or that came to it since."""
        return frozenset(a.removeprefix(MENTION) for a in self.anchors if a.startswith(MENTION))


def is_id(text: str) -> bool:
    return bool(_ID.match(text))


def read_ledger(workspace: Workspace) -> dict[str, Identity]:
    """All identities by id; empty before the first release.

    Raises UnreadableInput for a line that is no identity or an id that stands twice.
    """
    path = workspace.ledger / "identity.csv"
    if not path.exists():
        return {}
    found: dict[str, Identity] = {}
    reader = csv.DictReader(io.StringIO(read_utf8(path, "lappendeken restore ledger"), newline=""), restval="")
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise UnreadableInput(f"the columns are not {', '.join(COLUMNS)}", f"{path} line 1", "restore it from git")
    for row in reader:
        key = row["collaboration_id"]
        if not is_id(key) or key in found:
            what = f"'{key}' is no id" if key not in found else f"'{key}' stands twice"
            raise UnreadableInput(what, f"{path} line {reader.line_num}", "restore the ledger from git")
        anchors = frozenset(a for a in row["anchors"].split(BETWEEN) if a)
        found[key] = Identity(key, row["minted_in"], row["name"], anchors)
    return found


def next_number(given: Iterable[str]) -> int:
    """The first number after all ids that were given: those no longer seen are among them, so none comes back."""
    return max((int(i[2:]) for i in given), default=0) + 1


def id_of(number: int) -> str:
    return f"sv{number:07d}"


def as_csv(ledger: dict[str, Identity]) -> str:
    rows = ((key, i.minted_in, i.name, BETWEEN.join(sorted(i.anchors))) for key, i in sorted(ledger.items()))
    return csv_text(COLUMNS, rows)
