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

from dagster_project.release.draft_ledger import ledger_put_aside, remove_draft
from dagster_project.release.files import seal
from dagster_project.release.package import Package
from dagster_project.release.publication import publication_of
from dagster_project.release.published import identity_changes, published_frames
from dagster_project.release.rerun import Inputs, figures_of
from dagster_project.release.signing import (
    APPROVAL,
    DRAFT,
    as_text,
    correction,
    require_approved,
    withdrawal_file,
    write_said,
)
from dagster_project.release.standing import sound_releases
from dagster_project.release.verifier import verify_release
from dagster_project.release.verify_standalone import root_hash_of
from dagster_project.release.versions import snapshot_of, wanted_id
from dagster_project.workspace import GateRefused, LappendekenError, Workspace, read_table
from dagster_project.workspace.atomic import sync, sync_all, write_text
from dagster_project.workspace.releases import root_file

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
    figures: "Callable[[Workspace, Inputs], pl.DataFrame]" = figures_of

    @classmethod
    def of_the_house(cls) -> "Rooms":
        from dagster_project.linkage import mint
        from dagster_project.quality import evaluate, refuse_if_failing, verdict

        return cls(evaluate, refuse_if_failing, verdict, mint)


def make_release(
    workspace: Workspace,
    release_id: str | None = None,
    rooms: Rooms | None = None,
    *,
    draft: bool = False,
    reason: str | None = None,
) -> Path:
    """Make the release of the last run and give its folder; the newest one where nothing changed since.

    A `draft` is made to be looked at, as `concept-<id>`; its ids are minted when it is approved.
    A correction needs a `reason`.

    Raises GateRefused where an expectation says no or nobody approved a release of real data, WrongUse for an id that
    cannot be used or a correction without a reason, LappendekenError where a release on disk is not what it was, or
    the package does not pass its own verification. Then no release and no temporary folder is left behind.
    """
    rooms = rooms or Rooms.of_the_house()
    remove_stale(workspace)
    earlier = sound_releases(workspace)
    snapshot = snapshot_of(read_table(workspace, "snapshot"), read_table(workspace, "collaboration"))
    wanted = wanted_id(workspace, snapshot, release_id)
    publication_of(workspace)  # what is wrong in it is told before an id is minted
    quality = _rows(rooms.evaluate(workspace))
    rooms.refuse_if_failing(quality)
    frames = published_frames(workspace, quality)
    folder = workspace.releases / f"{TEMPORARY}{wanted}"
    with ledger_put_aside(workspace, workspace.releases / f"{DRAFT}{wanted}", draft):
        rooms.mint(workspace, read_table(workspace, "collaboration_identity"), wanted)
        frames = dict(sorted({**frames, "identity_change": identity_changes(workspace)}.items()))
        package = Package(
            workspace, folder, snapshot, frames, partial(rooms.verdict, quality, workspace), rooms.figures
        )
        try:
            return _made(package, wanted, earlier[-1] if earlier else None, draft, reason)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def remove_stale(workspace: Workspace) -> None:
    """Remove what a run that was killed left behind."""
    for folder in workspace.releases.glob(f"{TEMPORARY}*"):
        shutil.rmtree(folder)


def publish(workspace: Workspace, folder: Path, release_id: str) -> Path:
    """Verify a whole package, put it under its final name, with its root hash beside it, and give that folder.

    Raises LappendekenError where it does not pass its own verification.
    """
    require_sound_package(folder, release_id)
    final = workspace.releases / release_id
    sync_all(folder)
    write_text(root_file(final), root_hash_of(folder) + "\n")
    os.rename(folder, final)
    sync(workspace.releases)
    return final


def require_sound_package(folder: Path, release_id: str) -> None:
    """Raise LappendekenError for a package that does not pass its own verification."""
    if problems := verify_release(folder).problems:
        raise LappendekenError(
            f"the package does not pass its own verification: {'; '.join(problems[:10])}", f"release {release_id}"
        )


def add_approval(folder: Path, said: dict[str, Any]) -> None:
    """The sign-off goes into the package, which is sealed anew."""
    (folder / APPROVAL).write_text(as_text(said), encoding="utf-8")
    seal(folder)


def _rows(results: "pl.DataFrame | list[dict]") -> list[dict]:
    return results if isinstance(results, list) else results.to_dicts()


def _made(package: Package, wanted: str, newest: Path | None, draft: bool, reason: str | None) -> Path:
    workspace, folder = package.workspace, package.folder
    package.write_tables()
    if newest is not None and package.is_that_of(newest):
        if withdrawal_file(newest).exists():
            raise GateRefused(
                f"release {newest.name} was withdrawn, and nothing changed since",
                withdrawal_file(newest),
                "mend what was wrong, then lappendeken run and release again",
            )
        _log.warning("nothing changed since release %s: it is given back, no new one is made", newest.name)
        return newest
    said: dict[str, Any] = {}
    if newest is not None and newest.name.partition(".")[0] == wanted.partition(".")[0]:
        said = correction(workspace, wanted, newest.name, reason)
    package.write_changes(wanted, newest, said)
    package.write_papers(wanted)
    if said and draft:
        write_said(workspace, said)
    if draft:
        require_sound_package(folder, wanted)
        return _replaced(folder, workspace.releases / f"{DRAFT}{wanted}")
    if approved := require_approved(workspace, wanted, root_hash_of(folder)):
        add_approval(folder, approved)
    elif said:
        write_said(workspace, said)
    return publish(workspace, folder, wanted)


def _replaced(folder: Path, draft: Path) -> Path:
    """A draft takes the place of the one before it."""
    remove_draft(draft)
    os.rename(folder, draft)
    return draft
