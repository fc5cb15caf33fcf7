"""Several files of a workspace changed together: all of them or none, at whatever moment the process is killed.

New files stand ready under temporary names; then one file, `work/intake.json`, says which becomes what and holds the
new texts; then they are renamed and written. Whoever takes the lock of the workspace next finishes what that file says,
or, where it is not there, throws the temporary files away. The caller holds the lock.
"""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from dagster_project.workspace.atomic import sync, write_text
from dagster_project.workspace.errors import LappendekenError
from dagster_project.workspace.layout import Workspace

JOURNAL = "intake.json"


def staging(workspace: Workspace) -> Path:
    """The folder for files under temporary names: below `raw/`, so that a rename brings them to their place."""
    return workspace.raw / ".intake"


def commit(workspace: Workspace, moves: Mapping[Path, Path], texts: Mapping[Path, str]) -> None:
    """Rename the staged files and write the texts, together.

    Args:
        moves: the place below the workspace of each new file, and the staged file that becomes it.
        texts: the new content of each file that is written.
    """
    root = workspace.root
    steps = {
        "moves": [[_below(root, target), _below(root, staged)] for target, staged in moves.items()],
        "texts": {_below(root, path): text for path, text in texts.items()},
    }
    if moves:
        sync(staging(workspace))
    write_text(_journal(workspace), json.dumps(steps, indent=0) + "\n")
    _do(workspace, steps)


def finish(workspace: Workspace) -> list[str]:
    """Finish or discard what a process left that was killed half-way; gives a line that says so, or none.

    Texts that were half written when a process was killed go without a word: nothing of them was in force.
    Raises LappendekenError where it can be neither.
    """
    for look in (workspace.root.glob, workspace.work.glob, workspace.decisions.rglob, workspace.ledger.glob):
        for half_written in look(".*.tmp"):
            half_written.unlink(missing_ok=True)
    journal = _journal(workspace)
    if journal.exists():
        try:
            steps = json.loads(journal.read_text(encoding="utf-8"))
            _do(workspace, steps)
        except (ValueError, KeyError, IsADirectoryError, NotADirectoryError, FileExistsError) as error:
            what = f"an intake was stopped half-way and cannot be finished: {error}"
            raise LappendekenError(what, journal, "remove what is in the way, or this file and take in again") from None
        return [f"an intake was stopped half-way: finished, {len(steps['moves'])} files put in their place"]
    if staging(workspace).exists():
        left = sum(1 for _ in staging(workspace).iterdir())
        shutil.rmtree(staging(workspace))
        return [f"an intake was stopped before it listed anything: {left} copies removed; take in again"]
    return []


def discard(workspace: Workspace) -> None:
    """Throw the staged files away."""
    shutil.rmtree(staging(workspace), ignore_errors=True)


def _do(workspace: Workspace, steps: dict) -> None:
    for place, staged in steps["moves"]:
        target, source = workspace.root / place, workspace.root / staged
        if source.exists():  # else it was renamed before the process ended
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(source, target)
            sync(target.parent)
    for place, text in steps["texts"].items():
        write_text(workspace.root / place, text)
    discard(workspace)
    _journal(workspace).unlink()


def _journal(workspace: Workspace) -> Path:
    return workspace.work / JOURNAL


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
