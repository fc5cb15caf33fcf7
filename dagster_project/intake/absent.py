"""Deliveries whose files are not where they stood: told before a run begins, and found again by their content.

Belongs here: files of another machine (references) and files that DVC keeps. A copy of which DVC knows nothing is
withdrawn where it is gone (`scanning`).
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dagster_project.intake.admit import Door
from dagster_project.intake.conflicts import judged_now
from dagster_project.intake.content import has_content
from dagster_project.intake.find import Found
from dagster_project.intake.manifest import load, place_of
from dagster_project.intake.model import Delivery
from dagster_project.workspace import UnreadableInput, Workspace

TOLD = 20


def refuse_if_absent(workspace: Workspace) -> None:
    """Refuse where accepted references are not where they stood, or copies that DVC keeps were not brought.

    Raises UnreadableInput with hash and name of each, at most TOLD of them, and the mend.
    """
    judged, _ = judged_now(load(workspace))
    absent = [d for d in judged if d.status == "accepted" and not d.path.is_file()]
    by_kind: list[tuple[str, Callable[[Delivery], bool], str]] = [
        ("copies that DVC keeps are", lambda d: not d.is_reference and _kept_by_dvc(workspace, d), "dvc pull"),
        (
            "references are",
            lambda d: d.is_reference,
            "put them at their place, or lappendeken intake PATH finds them by their content below PATH; "
            "a decision of kind delivery with the value withdrawn leaves one out",
        ),
    ]
    for what, is_one, mend in by_kind:
        if gone := [d for d in absent if is_one(d)]:
            told = "; ".join(f"{d.sha256} {d.file_name}" for d in gone[:TOLD])
            more = f"; and {len(gone) - TOLD} more" if len(gone) > TOLD else ""
            raise UnreadableInput(f"{len(gone)} {what} not there: {told}{more}", workspace.manifest, mend)


class Absent:
    """The references of a manifest that are not where they stood, to be pointed to files with the same content."""

    def __init__(self, door: Door):
        self._door = door
        known = door.manifest.deliveries.values()
        self._absent = [d for d in known if d.is_reference and d.status != "replaced" and not d.path.is_file()]

    def found(self, found: Found) -> bool:
        """Whether the file is one of them; then they are pointed to it, and all else that is known of them stays."""
        workspace = self._door.workspace
        by_its_name = place_of(workspace, found.path) == str(
            found.path
        )  # not so below raw/, or for a name of odd letters
        if not self._absent or found.key or not by_its_name:
            return False
        same = [d for d in self._absent if _has_content_of(found.path, d)]
        for delivery in same:
            self._point(delivery, found.path)
        return bool(same)

    def _point(self, delivery: Delivery, path: Path) -> None:
        manifest, report = self._door.manifest, self._door.report
        manifest.refusals.pop(delivery.place, None)
        here = replace(delivery, status="accepted", place=str(path), path=path)
        manifest.deliveries[delivery.delivery_id] = here
        self._absent.remove(delivery)
        report.already += 1
        report.notes.append(f"{delivery.file_name} ({delivery.delivery_id}) is found again at {path}")


def _has_content_of(path: Path, delivery: Delivery) -> bool:
    try:
        return path.lstat().st_size == delivery.bytes and has_content(path, delivery.sha256)
    except OSError:  # it is refused with its reason where it is admitted
        return False


def _kept_by_dvc(workspace: Workspace, delivery: Delivery) -> bool:
    top = Path(delivery.place).parts[0]
    return (workspace.raw / f"{top}.dvc").is_file()
