"""Where ids went: `ledger/crosswalk.csv`, in git. Only a release writes it, and only at its end.

Belongs here: its rows and what follows from them for one id. Does not belong here: when an id goes (`diff`) and
the writing of both files of the ledger (`minting`).

`merged`: the old id is retired and went on as the new one. `split`: the old id stays, a part of it went to the new one.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, fields, replace

from dagster_project.linkage.ledger.identities import Identity, is_id
from dagster_project.workspace.csv_text import csv_text
from dagster_project.workspace.errors import UnreadableInput
from dagster_project.workspace.layout import Workspace
from dagster_project.workspace.reading import read_utf8

MERGED, SPLIT = "merged", "split"


@dataclass(frozen=True)
class Step:
    """One change of a minted id: in which release, why, and the decisions that accepted it, joined by a semicolon."""

    old_id: str
    new_id: str
    release: str
    reason: str
    decisions: str


COLUMNS = tuple(f.name for f in fields(Step))


def read_crosswalk(workspace: Workspace) -> list[Step]:
    """All steps in the order in which they were taken; empty where no id ever changed.

    Raises UnreadableInput for a line that is no step.
    """
    path = workspace.ledger / "crosswalk.csv"
    if not path.exists():
        return []
    reader = csv.DictReader(io.StringIO(read_utf8(path, "lappendeken restore ledger"), newline=""), restval="")
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise UnreadableInput(f"the columns are not {', '.join(COLUMNS)}", f"{path} line 1", "restore it from git")
    steps: list[Step] = []
    for row in reader:
        step = Step(*(row[c] for c in COLUMNS))
        if not (is_id(step.old_id) and is_id(step.new_id)) or step.reason not in (MERGED, SPLIT):
            raise UnreadableInput(
                f"'{step.old_id}' is no step", f"{path} line {reader.line_num}", "restore it from git"
            )
        steps.append(step)
    return steps


def as_csv(steps: Iterable[Step]) -> str:
    return csv_text(COLUMNS, map(astuple, steps))


def heirs(steps: Iterable[Step]) -> dict[str, frozenset[str]]:
    """Every retired id to the ids that live on in its place, through all later mergers."""
    went: dict[str, set[str]] = {}
    for step in steps:
        if step.reason == MERGED:
            went.setdefault(step.old_id, set()).add(step.new_id)
    found: dict[str, frozenset[str]] = {}
    for old in went:
        living, seen, todo = set(), set(), [old]
        while todo:
            key = todo.pop()
            if key not in seen:
                seen.add(key)
                todo += went.get(key, ())
                living |= set() if key in went else {key}
        found[old] = frozenset(living)
    return found


def successors(steps: Iterable[Step]) -> dict[str, str]:
    """Every retired id that went on as one id, to that id."""
    return {old: min(new) for old, new in heirs(steps).items() if len(new) == 1}


def steps_of(key: str, steps: Iterable[Step]) -> list[Step]:
    """The steps of an id and, where it is retired, of the ids in which it went on."""
    steps, followed, todo = list(steps), {key}, [key]
    while todo:
        into = {s.new_id for s in steps if s.old_id == todo[-1] and s.reason == MERGED} - followed
        todo = todo[:-1] + sorted(into)
        followed |= into
    return [s for s in steps if s.old_id in followed]


def living(ledger: Mapping[str, Identity], steps: Iterable[Step]) -> dict[str, Identity]:
    """The identities that are not retired; a source that names a retired id means the one in which it went on."""
    gone = heirs(steps)
    named: dict[str, set[str]] = {}
    for old, new in gone.items():
        if len(new) == 1:
            named.setdefault(min(new), set()).add(f"sv:{old}")
    return {
        key: replace(identity, anchors=identity.anchors | named.get(key, set()))
        for key, identity in ledger.items()
        if key not in gone
    }
