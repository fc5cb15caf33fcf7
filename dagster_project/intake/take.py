"""Taking deliveries in, by copy below `raw/` or by reference to where they stand."""

import os
from datetime import date
from pathlib import Path

from dagster_project.intake.admit import Door
from dagster_project.intake.conflicts import judged_now
from dagster_project.intake.find import find, standing_path
from dagster_project.intake.manifest import path_of
from dagster_project.intake.model import IntakeReport
from dagster_project.workspace import Workspace


def take_in(
    workspace: Workspace,
    paths: list[Path],
    *,
    reference: bool = False,
    today: date,
    source: str | None = None,
    snapshot: int | None = None,
) -> IntakeReport:
    """Take in all files at or below the paths; the caller holds the lock of the workspace.

    A `deliveries.csv` beside files, else their path, says what they are; with `source` (and `snapshot`) the caller
    does. Copies stand at `raw/<name of the folder given>/<path below it>`; a file of the same place with other content
    is replaced, with a note. `today` is the day of receipt of files for which none is given.
    Raises WrongUse for a path that is not there or holds the workspace.
    """
    door = Door(workspace, today)
    for path in sorted(standing_path(p) for p in paths):
        found_here = list(find(workspace, path, source, snapshot))
        _forget_refusals_below(door, path)
        if not found_here and path != workspace.raw:
            door.report.notes.append(f"{path.name}: there is no file in it")
        for found in found_here:
            if found.key or not os.path.isfile(found.path):
                door.refuse(found, found.said)
            else:
                door.admit(found, copy=not reference and workspace.raw not in found.path.parents)
    _, held = judged_now(door.manifest)
    door.report.notes += [f"held: {row['detail']}" for row in held]
    return door.close()


def _forget_refusals_below(door: Door, path: Path) -> None:
    for place in list(door.manifest.refusals):
        stands = path_of(door.workspace, place)
        if stands == path or path in stands.parents:
            del door.manifest.refusals[place]
