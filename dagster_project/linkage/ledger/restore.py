"""The ledger made anew from the releases on disk, where it was lost or no longer is what they say.

Belongs here: that. Each release holds the ids of its run with their anchors, and all steps up to then; minting them
again in their order gives the ledger to the byte where every release is on disk. The caller holds the lock.
"""

from dataclasses import dataclass

from dagster_project.linkage.ledger import crosswalk
from dagster_project.linkage.ledger.check import fault, lost_steps
from dagster_project.linkage.ledger.crosswalk import Step, read_crosswalk
from dagster_project.linkage.ledger.identities import Identity, as_csv, read_ledger
from dagster_project.linkage.ledger.minting import refreshed
from dagster_project.linkage.ledger.released import identities_of, in_order, released_ids
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.errors import UnreadableInput, WrongUse
from dagster_project.workspace.layout import Workspace
from dagster_project.workspace.releases import release_key, releases_away, releases_of


@dataclass(frozen=True)
class Restored:
    """Ids and steps that were put back, ids that only the ledger knew and kept, and files that could not be read."""

    ids: int
    steps: int
    kept: int
    unreadable: list[str]


def restore_ledger(workspace: Workspace) -> Restored:
    """Put back in both files of the ledger what the releases on disk hold and the ledger does not.

    What it holds beyond them stays: ids of a release that is not on disk or was cut off, and anchors of earlier ones.
    Raises WrongUse where a release that was made is not on disk, or none was, UnreadableInput for one that cannot be
    read; then nothing is written.
    """
    if away := releases_away(workspace):
        raise WrongUse(f"release {', '.join(away)} is not on disk", workspace.releases, "dvc pull; then this again")
    if not releases_of(workspace):
        raise WrongUse(
            "there is no release to restore from", workspace.releases, "put ledger/ back as version control has it"
        )
    released, unreadable = released_ids(workspace), []
    known, steps = _what_is_left(workspace, unreadable)
    right = {key: i for key, i in known.items() if key not in released.ids or fault(i, released.ids[key]) is None}
    minted_again = _minted_again(workspace, released.steps)
    lost = lost_steps(steps, released)
    if steps or lost:
        write_text(workspace.ledger / "crosswalk.csv", crosswalk.as_csv(in_order([*steps, *lost]) if lost else steps))
    write_text(workspace.ledger / "identity.csv", as_csv(minted_again | right))
    back, kept = minted_again.keys() - right.keys(), right.keys() - released.ids.keys()
    return Restored(len(back), len(lost), len(kept), unreadable)


def _what_is_left(workspace: Workspace, unreadable: list[str]) -> tuple[dict[str, Identity], list[Step]]:
    known, steps = {}, []
    try:
        known = read_ledger(workspace)
    except UnreadableInput as error:
        unreadable.append(str(error.where))
    try:
        steps = read_crosswalk(workspace)
    except UnreadableInput as error:
        unreadable.append(str(error.where))
    return known, steps


def _minted_again(workspace: Workspace, steps: list[Step]) -> dict[str, Identity]:
    ledger: dict[str, Identity] = {}
    for folder in releases_of(workspace):
        frame = identities_of(folder, ["collaboration_id", "name", "anchors"])
        until = [s for s in steps if (release_key(s.release) or (0, 0)) <= release_key(folder.name)]
        ledger = refreshed(frame, ledger, until, folder.name)
    return ledger
