"""The ledger is held against every release on disk before an id is given out or told of.

Belongs here: what must hold, and the refusal. Does not belong here: what the releases say (`released`).
"""

from collections.abc import Iterator, Mapping

from dagster_project.linkage.ledger.crosswalk import Step, read_crosswalk
from dagster_project.linkage.ledger.identities import Identity, read_ledger
from dagster_project.linkage.ledger.released import Released, ReleasedId, released_ids
from dagster_project.workspace.errors import LappendekenError
from dagster_project.workspace.layout import Workspace
from dagster_project.workspace.releases import release_key, releases_away

NAMED = 5
MEND = "put it back as version control has it, or: lappendeken restore ledger"


class LedgerLost(LappendekenError):
    """The ledger does not hold what a release on disk holds, so an id could be given to something else."""


def checked_ledger(workspace: Workspace) -> tuple[dict[str, Identity], list[Step], Released]:
    """The ledger and its crosswalk, held against every release on disk, and what these releases say.

    Raises LedgerLost where an id or a step of a release is missing, or an id stands for something else; UnreadableInput
    for a file that cannot be read.
    """
    ledger, steps, released = read_ledger(workspace), read_crosswalk(workspace), released_ids(workspace)
    if not ledger and (away := releases_away(workspace)):
        what = f"the ledger is empty, and release {', '.join(away[-NAMED:])} was made"
        raise LedgerLost(what, workspace.ledger / "identity.csv", f"dvc pull; then {MEND}")
    _refuse(workspace, "identity.csv", "ids", list(identity_faults(ledger, released)))
    missing = [f"{s.old_id} {s.reason} to {s.new_id} in {s.release} is missing" for s in lost_steps(steps, released)]
    _refuse(workspace, "crosswalk.csv", "changes of ids", missing)
    return ledger, steps, released


def identity_faults(ledger: Mapping[str, Identity], released: Released) -> Iterator[str]:
    """What is wrong with each id of a release, in the order of the ids."""
    for key in sorted(released.ids):
        if what := fault(ledger.get(key), released.ids[key]):
            yield f"{key} '{released.ids[key].name}' {what}"


def fault(known: Identity | None, published: ReleasedId) -> str | None:
    """Why an identity of the ledger is not the one that was published; None where it is."""
    if known is None:
        return f"of release {published.newest} is missing"
    if not known.anchors & published.anchors:
        return f"of release {published.newest} stands for '{known.name}'"
    minted = release_key(known.minted_in)
    if minted is None or minted > release_key(published.first):
        return f"stands as minted in '{known.minted_in}', and release {published.first} has it"
    return None


def lost_steps(steps: list[Step], released: Released) -> list[Step]:
    """The steps that releases tell of and the crosswalk does not."""
    known = {(s.old_id, s.new_id, s.release, s.reason) for s in steps}
    return [s for s in released.steps if (s.old_id, s.new_id, s.release, s.reason) not in known]


def _refuse(workspace: Workspace, file: str, of_what: str, faults: list[str]) -> None:
    if faults:
        more = f"; and {len(faults) - NAMED} more" if len(faults) > NAMED else ""
        what = f"{len(faults)} {of_what} of releases on disk are not in the ledger: {'; '.join(faults[:NAMED])}{more}"
        raise LedgerLost(what, workspace.ledger / file, MEND)
