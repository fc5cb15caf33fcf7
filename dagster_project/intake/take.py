"""Taking deliveries in, by copy below `raw/` or by reference to where they stand."""

from datetime import date
from pathlib import Path

from dagster_project.intake.absent import Absent
from dagster_project.intake.admit import Door
from dagster_project.intake.came_before import require_known
from dagster_project.intake.conflicts import judged_now
from dagster_project.intake.find import Found, find, standing_path
from dagster_project.intake.manifest import path_of
from dagster_project.intake.model import Fault, IntakeReport
from dagster_project.texts import printable
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
    Raises WrongUse for a path that is not there or holds the workspace, ManifestLost for a manifest that forgot some.
    """
    notes = require_known(workspace)
    with Door(workspace, today) as door:
        absent = Absent(door)
        door.report.notes += notes
        for path in sorted(standing_path(p) for p in paths):
            found_here = list(find(workspace, path, source, snapshot))
            _forget_refusals_below(door, path)
            if not found_here and path != workspace.raw:
                _tell_nothing(door, path)
            for found in found_here:
                if absent.found(found):
                    continue
                door.admit(found, copy=not reference and workspace.raw not in found.path.parents)
        _, held = judged_now(door.manifest)
        door.report.notes += [f"held: {row['detail']}" for row in held]
        return door.close()


def _tell_nothing(door: Door, path: Path) -> None:
    """A folder without a file is a delivery that failed; a list, or a lock file of an office, is none at all."""
    if path.is_dir():
        fault = Fault("no_file", "er staat geen bestand in deze map; zet de levering erin, of geef de goede map op")
        door.refuse(Found(path, printable(path.name), fault), fault)
    else:
        door.report.notes.append(f"{printable(path.name)}: passed over, it is no delivery by itself")


def _forget_refusals_below(door: Door, path: Path) -> None:
    here = Path(printable(str(path)))
    for place in list(door.manifest.refusals):
        stands = path_of(door.workspace, place)
        if stands == here or here in stands.parents:
            del door.manifest.refusals[place]
