"""Whether the raw files are still what was taken in: new ones, ones that are gone, ones with other content.

Belongs here: looking, without changing anything. Taking in what is new is `scan`.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from dagster_project.intake.conflicts import judged_now
from dagster_project.intake.find import find
from dagster_project.intake.manifest import load
from dagster_project.intake.model import Delivery
from dagster_project.workspace import Workspace
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.hashing import sha256_of

_NAMED = 3


def raw_differences(workspace: Workspace, *, every_byte: bool) -> list[str]:
    """What differs between the raw files and the manifest, a line for each kind with the first names.

    A file with the size and time of change at which its content was last found right is believed, unless `every_byte`.
    """
    manifest = load(workspace)
    judged, _ = judged_now(manifest)
    accepted = [d for d in judged if d.status == "accepted"]
    known = {d.place for d in manifest.deliveries.values() if d.status != "replaced"} | set(manifest.refusals)
    new = [f.name for f in find(workspace, workspace.raw) if not f.key and _place(workspace, f.path) not in known]
    gone = [d.file_name for d in accepted if not d.path.is_file()]
    changed = list(_changed(workspace, [d for d in accepted if d.path.is_file()], every_byte))
    back = [
        d.file_name
        for d in manifest.deliveries.values()
        if d.status == "withdrawn" and _was_missing(manifest.refusals.get(d.place)) and d.path.is_file()
    ]
    kinds = (("not taken in yet", new), ("gone", gone), ("with other content", changed), ("back", back))
    return [_names_text(sorted(names), words) for words, names in kinds if names]


def _place(workspace: Workspace, path: Path) -> str:
    return path.relative_to(workspace.raw).as_posix()


def _was_missing(refusal: dict | None) -> bool:
    return refusal is not None and refusal["reason"] == "listed_but_missing"


def _names_text(names: list[str], words: str) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{len(names)} file{'' if len(names) == 1 else 's'} {words}: {', '.join(names[:_NAMED])}{more}"


def _changed(workspace: Workspace, standing: list[Delivery], every_byte: bool) -> Iterable[str]:
    """The names of files whose content is not that of the manifest."""
    seen = _seen(workspace)
    found = {}
    for delivery in standing:
        stat = delivery.path.stat()
        mark = [stat.st_size, stat.st_mtime_ns, delivery.sha256]
        if (every_byte or seen.get(delivery.place) != mark) and sha256_of(delivery.path) != delivery.sha256:
            yield delivery.file_name
        else:
            found[delivery.place] = mark
    if found != seen:
        write_text(_marks(workspace), json.dumps(found, indent=0, sort_keys=True) + "\n")


def _marks(workspace: Workspace) -> Path:
    return workspace.work / "seen.json"


def _seen(workspace: Workspace) -> dict[str, list]:
    try:
        return json.loads(_marks(workspace).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
