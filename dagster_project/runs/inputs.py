"""What a workspace gives to a run beside its tables, as hashes.

Belongs here: which inputs there are, and which of them each part rests on. Does not belong here: comparing them
(`staleness`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dagster_project.decisions import active_decisions
from dagster_project.intake import Delivery, deliveries
from dagster_project.runs.beside import beside
from dagster_project.workspace import Workspace
from dagster_project.workspace.code import code_hash
from dagster_project.workspace.code_version import code_version
from dagster_project.workspace.hashing import short_id, tree_hash
from dagster_project.workspace.seeds import snapshots

READERS = {
    "budget": "budgets",
    "survey": "surveys",
    "register": "registers",
    "edition": "registers",
    "programme": "registers",
}
SOURCES = tuple(READERS)
"""Each source, and the room that reads it."""
TABLES = "tables"
"""The part that holds all tables which are not read from one source for one snapshot."""

Part = dict[str, str | dict[str, str]]
"""What a part rests on: each input by its kind as a hash, and `deliveries` as hashes of files by delivery id."""


@dataclass(frozen=True)
class Inputs:
    """The inputs at one moment: `parts` of the reading by name (`budget-2017`), and those of all other tables."""

    parts: dict[str, Part]
    tables: Part
    touched: dict[str, tuple[int, int, int]]
    """Size, time of change and inode of each file that a run reads, by delivery id or place in the workspace: whether
    one was touched."""
    beside: str
    """What a run reads beside all these; see `beside`."""


def inputs_of(workspace: Workspace) -> Inputs:
    """The inputs of a workspace as they are now.

    The ledger is none of them: a release adds the ids that the run gave, and refuses where the ledger does not fit it.
    Raises UnreadableInput for a manifest or a file of decisions that cannot be read.
    """
    accepted = deliveries(workspace)
    reading = short_id("", *(sorted(d.items(), key=str) for d in active_decisions(workspace, "reading")))
    of_deliveries = short_id("", *(sorted(d.items(), key=str) for d in active_decisions(workspace, "delivery")))
    parts: dict[str, Part] = {}
    for source in SOURCES:
        for snapshot in snapshots():
            serving = {d.delivery_id: d.sha256 for d in accepted if d.source == source and d.serves(snapshot)}
            part: Part = {"code": code_version(f"dagster_project.{READERS[source]}.assets"), "deliveries": serving}
            if source == "budget":
                part["decisions"] = reading
            if source == "survey":
                part["decisions"] = of_deliveries
                part["frame"] = _tree(workspace, [workspace.frame_file(snapshot)])
            parts[f"{source}-{snapshot}"] = part
    tables: Part = {
        "code": code_hash(),
        "decisions": _tree(workspace, workspace.decisions.rglob("*.csv")),
        "audits": _tree(workspace, workspace.audits.rglob("*.csv")),
        "settings": _tree(workspace, [workspace.config_file]),
        "deliveries": {d.delivery_id: d.sha256 for d in accepted},
    }
    return Inputs(parts, tables, _touched(workspace, accepted), beside(workspace))


def _tree(workspace: Workspace, files: Iterable[Path]) -> str:
    return tree_hash(workspace.root, files)


def _touched(workspace: Workspace, accepted: list[Delivery]) -> dict[str, tuple[int, int, int]]:
    own = [workspace.config_file, *map(workspace.frame_file, snapshots())]
    own += [path for folder in (workspace.decisions, workspace.audits) for path in folder.rglob("*.csv")]
    places = {d.delivery_id: d.path for d in accepted}
    places |= {path.relative_to(workspace.root).as_posix(): path for path in own}
    found = {}
    for name, path in places.items():
        try:
            stat = path.stat()
        except OSError:  # gone: then it is not in the other look either, or it differs
            continue
        found[name] = (stat.st_size, stat.st_mtime_ns, stat.st_ino)
    return found
