"""A draft that people looked at becomes the release; a release that was wrong is withdrawn.

Belongs here: the order of the steps. Does not belong here: what the sign-off and the notices say (`signing`).
"""

import shutil
from datetime import date
from pathlib import Path

from dagster_project.release.draft_ledger import mint_for_good, remove_draft
from dagster_project.release.make import TEMPORARY, add_approval, publish, remove_stale, require_sound_package
from dagster_project.release.publication import publication_of
from dagster_project.release.signing import DRAFT, said_of, signed, withdrawal, withdrawal_file, write_said
from dagster_project.release.standing import sound_releases
from dagster_project.release.verifier import verify_release
from dagster_project.release.verify_standalone import root_hash_of
from dagster_project.release.versions import wanted_id
from dagster_project.workspace import LappendekenError, Workspace, WrongUse
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.releases import release_key


def approve_release(
    workspace: Workspace, release_id: str, role: str, reviewer: str, on: date, embargo: date | None = None
) -> Path:
    """Make the draft of that release final, with the sign-off in it, and give its folder.

    The caller holds the lock of the workspace. Raises WrongUse where there is no such draft, or for a role or code that
    is none; LappendekenError where the draft is not what it was when it was made.
    """
    remove_stale(workspace)
    draft = workspace.releases / f"{DRAFT}{release_id}"
    if release_key(release_id) is None or not draft.is_dir():
        raise WrongUse(f"there is no draft of release {release_id}", workspace.releases, "lappendeken release --draft")
    sound_releases(workspace)
    wanted_id(workspace, release_key(release_id)[0], release_id)
    if problems := verify_release(draft).problems:
        what = f"the draft is not what it was when it was made: {'; '.join(problems[:5])}"
        raise LappendekenError(what, draft, "lappendeken release --draft makes it anew")
    known = {"uitgave": release_id, **said_of(workspace, release_id)}
    said = signed(root_hash_of(draft), known, role, reviewer, on, embargo or _embargo(workspace, on))
    folder = workspace.releases / f"{TEMPORARY}{release_id}"
    try:
        shutil.copytree(draft, folder)
        add_approval(folder, said)
        require_sound_package(folder, release_id)
        mint_for_good(workspace, draft)
        write_said(workspace, said)
        final = publish(workspace, folder, release_id)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    remove_draft(draft)
    return final


def _embargo(workspace: Workspace, on: date) -> date | None:
    """The embargo of the settings, where it is not over on the day of the approval."""
    until = publication_of(workspace).embargo_until
    return until if until is not None and until >= on else None


def withdraw_release(workspace: Workspace, release_id: str, reason: str, role: str, reviewer: str, on: date) -> Path:
    """Write the notice that a release is withdrawn, beside its folder, and give that file.

    Raises WrongUse where there is no such release, or it was withdrawn already.
    """
    folder = workspace.releases / release_id
    if release_key(release_id) is None or not folder.is_dir():
        raise WrongUse(f"there is no release {release_id}", workspace.releases)
    if withdrawal_file(folder).exists():
        raise WrongUse(f"release {release_id} was withdrawn already", withdrawal_file(folder))
    write_text(withdrawal_file(folder), withdrawal(release_id, root_hash_of(folder), reason, role, reviewer, on))
    return withdrawal_file(folder)
