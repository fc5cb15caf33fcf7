"""Whether the raw files are still what was taken in: new ones, ones that are gone, ones with other content.

Belongs here: looking, without changing anything. Taking in what is new is `scan`.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from dagster_project.intake.conflicts import judged_now
from dagster_project.intake.content import has_content
from dagster_project.intake.find import find
from dagster_project.intake.manifest import Manifest, load, of_content, path_of, place_of
from dagster_project.intake.model import Delivery
from dagster_project.intake.sniff import media_type_of, name_fault
from dagster_project.intake.walk import is_file
from dagster_project.workspace import Workspace
from dagster_project.workspace.atomic import write_text

_NAMED = 3


def raw_differences(workspace: Workspace, *, every_byte: bool) -> list[str]:
    """What differs between the raw files and the manifest, a line for each kind with the first names.

    A file with the size and time of change at which its content was last found right is believed, unless `every_byte`.
    """
    manifest = load(workspace)
    judged, _ = judged_now(manifest)
    accepted = [d for d in judged if d.status == "accepted"]
    known = {d.place for d in manifest.deliveries.values() if d.status != "replaced"} | set(manifest.refusals)
    new = [f.name for f in find(workspace, workspace.raw) if not f.key and place_of(workspace, f.path) not in known]
    gone = [d.file_name for d in accepted if not is_file(d.path)]
    changed = list(_changed(workspace, [d for d in accepted if is_file(d.path)], every_byte))
    back = [
        row["file_name"]
        for place, row in manifest.refusals.items()
        if of_content(row) and _looked_at_by_a_run(manifest, place) and _is_right(path_of(workspace, place))
    ]
    kinds = (("not taken in yet", new), ("gone", gone), ("with other content", changed), ("back", back))
    return [_names_text(sorted(names), words) for words, names in kinds if names]


def _looked_at_by_a_run(manifest: Manifest, place: str) -> bool:
    return not Path(place).is_absolute() or manifest.at(place) is not None


def _is_right(path: Path) -> bool:
    """Whether a file that was refused for its content would no longer be."""
    try:
        media_type = media_type_of(path) if is_file(path) else None
    except OSError:
        return False
    return isinstance(media_type, str) and name_fault(path, media_type) is None


def _names_text(names: list[str], words: str) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{len(names)} file{'' if len(names) == 1 else 's'} {words}: {', '.join(names[:_NAMED])}{more}"


def _changed(workspace: Workspace, standing: list[Delivery], every_byte: bool) -> Iterable[str]:
    """The names of files whose content is not that of the manifest."""
    seen = _seen(workspace)
    found = {}
    for delivery in standing:
        stat = delivery.path.lstat()
        mark = [stat.st_size, stat.st_mtime_ns, delivery.sha256]
        if (every_byte or seen.get(delivery.place) != mark) and not has_content(delivery.path, delivery.sha256):
            yield delivery.file_name
        else:
            found[delivery.place] = mark
    if found != seen:
        with suppress(OSError):  # who may only read looks at every file each time
            write_text(_marks(workspace), json.dumps(found, indent=0, sort_keys=True) + "\n")


def _marks(workspace: Workspace) -> Path:
    return workspace.work / "seen.json"


def _seen(workspace: Workspace) -> dict[str, list]:
    try:
        return json.loads(_marks(workspace).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
