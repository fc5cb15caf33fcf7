"""Makes a release: gate, ids, package, rename. A release is whole or not there.

Belongs here: the order of the steps and what happens to folders. What the files say is made by the other modules.
The caller holds the lock of the workspace.
"""

import logging
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.release.deliveries import deliveries_named
from dagster_project.release.files import write_json, write_tables
from dagster_project.release.papers import write_papers
from dagster_project.release.provenance import provenance
from dagster_project.release.published import identity_changes, published_frames
from dagster_project.release.standing import sound_releases
from dagster_project.release.verify_standalone import root_hash_of, verify_release
from dagster_project.release.versions import snapshot_of, wanted_id
from dagster_project.workspace import LappendekenError, Workspace, read_table
from dagster_project.workspace.atomic import sync, sync_all

if TYPE_CHECKING:
    import polars as pl

TEMPORARY = ".tmp-"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rooms:
    """What a release asks of other rooms; tests put their own in."""

    evaluate: Callable[[Workspace], Any]
    refuse_if_failing: Callable[[list[dict]], None]
    verdict: Callable[[list[dict], Workspace, str], dict]
    mint: "Callable[[Workspace, pl.DataFrame, str], Any]"

    @classmethod
    def of_the_house(cls) -> "Rooms":
        from dagster_project.linkage import mint
        from dagster_project.quality import evaluate, refuse_if_failing, verdict

        return cls(evaluate, refuse_if_failing, verdict, mint)


def make_release(workspace: Workspace, release_id: str | None = None, rooms: Rooms | None = None) -> Path:
    """Make the release of the last run and give its folder; the newest one where nothing changed since.

    Raises GateRefused where an expectation says no, WrongUse for an id that cannot be used, LappendekenError where
    a release on disk is not what it was, or the package does not pass its own verification. Then no release and no
    temporary folder is left behind.
    """
    rooms = rooms or Rooms.of_the_house()
    remove_stale(workspace)
    earlier = sound_releases(workspace)
    snapshot = snapshot_of(read_table(workspace, "snapshot"), read_table(workspace, "collaboration"))
    wanted = wanted_id(workspace, snapshot, release_id)
    quality = _rows(rooms.evaluate(workspace))
    rooms.refuse_if_failing(quality)
    frames = published_frames(workspace, quality)
    rooms.mint(workspace, read_table(workspace, "collaboration_identity"), wanted)
    frames = dict(sorted({**frames, "identity_change": identity_changes(workspace)}.items()))
    folder = workspace.releases / f"{TEMPORARY}{wanted}"
    try:
        newest = earlier[-1] if earlier else None
        verdict = partial(rooms.verdict, quality, workspace)
        return _package(workspace, folder, wanted, newest, frames, verdict, snapshot)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove_stale(workspace: Workspace) -> None:
    """Remove what a run that was killed left behind."""
    for folder in workspace.releases.glob(f"{TEMPORARY}*"):
        shutil.rmtree(folder)


def _rows(results: "pl.DataFrame | list[dict]") -> list[dict]:
    return results if isinstance(results, list) else results.to_dicts()


def _package(
    workspace: Workspace,
    folder: Path,
    wanted: str,
    newest: Path | None,
    frames: "dict[str, pl.DataFrame]",
    verdict: Callable[[str], dict],
    snapshot: int,
) -> Path:
    folder.mkdir(parents=True)
    write_tables(folder, frames)
    shutil.copyfile(Path(__file__).with_name("verify_standalone.py"), folder / "verify.py")
    origin = provenance(workspace, frames["delivery"])
    write_json(folder / "herkomst.json", origin)
    write_json(folder / "leveringen.json", deliveries_named(workspace))
    # The papers name the id, so whether anything changed is asked with the papers of the newest release.
    if newest is not None:
        write_papers(folder, newest.name, snapshot, workspace.kind, verdict(newest.name), frames)
        if root_hash_of(folder) == root_hash_of(newest):
            _log.warning("nothing changed since release %s: it is given back, no new one is made", newest.name)
            return newest
    write_papers(folder, wanted, snapshot, workspace.kind, verdict(wanted), frames)
    if problems := verify_release(folder).problems:
        raise LappendekenError(
            f"the package does not pass its own verification: {'; '.join(problems[:10])}", f"release {wanted}"
        )
    sync_all(folder)
    final = workspace.releases / wanted
    os.rename(folder, final)
    sync(workspace.releases)
    return final
