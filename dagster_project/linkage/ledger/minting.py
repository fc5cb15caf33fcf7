"""Minting: the end of a release writes the ids of its run to the ledger, and where changed ids went to the crosswalk.

Belongs here: what is refused, and what the two files hold afterwards. Does not belong here: what changes
(`diff`). The caller holds the lock of the workspace.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dagster_project.decisions import active_decisions
from dagster_project.linkage.ledger import crosswalk
from dagster_project.linkage.ledger.check import checked_ledger
from dagster_project.linkage.ledger.crosswalk import MERGED, Step, living
from dagster_project.linkage.ledger.diff import ACCEPTS, Change, LedgerDiff, ledger_diff
from dagster_project.linkage.ledger.identities import Identity, as_csv
from dagster_project.linkage.ledger.matching import places
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.errors import GateRefused, LappendekenError
from dagster_project.workspace.layout import Workspace

if TYPE_CHECKING:
    import polars as pl

NAMED = 5  # changes that a refusal names; `ledger diff` has all


def diff_of_run(workspace: Workspace, identity_frame: "pl.DataFrame") -> LedgerDiff:
    """What this table `collaboration_identity` would change in the ledger of the workspace.

    Raises LedgerLost where the ledger does not hold what a release on disk holds.
    """
    ledger, steps, _ = checked_ledger(workspace)
    return ledger_diff(identity_frame, ledger, steps, _decisions(workspace))


def _decisions(workspace: Workspace) -> list[dict]:
    return [d for kind in ACCEPTS.values() for d in active_decisions(workspace, kind)]


def mint(workspace: Workspace, identity_frame: "pl.DataFrame", release_id: str) -> int:
    """Append the provisional ids of a run to the ledger and refresh the anchors of the known ones.

    `identity_frame` is the table `collaboration_identity` of that run. Gives the number of ids minted. Minting the same
    run again changes nothing, also where the first time was cut off between the two files. Raises GateRefused for a
    change of minted ids that nobody accepted, LappendekenError where the ledger is another than the run saw, LedgerLost
    where it does not hold what a release on disk holds; then nothing is written.
    """
    ledger, written, _ = checked_ledger(workspace)
    # A step to an id that is not there was written by a release that was cut off before it wrote the ids.
    steps = [s for s in written if s.new_id in ledger]
    _refuse_other_ledger(workspace, identity_frame, ledger, steps)
    diff = ledger_diff(identity_frame, ledger, steps, _decisions(workspace))
    refuse_unaccepted(workspace, diff)
    taken = [Step(c.old_id, c.new_id, release_id, c.reason, ";".join(c.decisions)) for c in diff.changes]
    steps += [step for step in taken if step not in steps]
    minted = refreshed(identity_frame, ledger, steps, release_id)
    if steps:
        write_text(workspace.ledger / "crosswalk.csv", crosswalk.as_csv(steps))
    write_text(workspace.ledger / "identity.csv", as_csv(minted))
    return len(minted) - len(ledger)


def refuse_unaccepted(workspace: Workspace, diff: LedgerDiff) -> None:
    """Raises GateRefused naming the first changes of minted ids that no decision accepts."""
    if not diff.refused:
        return
    first = "; ".join(map(_summary, diff.refused[:NAMED]))
    more = f"; and {len(diff.refused) - NAMED} more" if len(diff.refused) > NAMED else ""
    raise GateRefused(
        f"the run changes {len(diff.refused)} minted identities that nobody accepted: {first}{more}",
        workspace.ledger / "identity.csv",
        "lappendeken ledger diff shows each with the decision that accepts it and the one that undoes it; "
        "decide (lappendeken review export asks too), then lappendeken run",
    )


def _summary(change: Change) -> str:
    if change.reason == MERGED:
        return f"{change.old_id} '{change.old_name}' fell together with {change.new_id} '{change.new_name}'"
    return f"{change.mentions} mentions of {change.old_id} '{change.old_name}' went to {change.new_id}"


def _refuse_other_ledger(
    workspace: Workspace, identity_frame: "pl.DataFrame", ledger: Mapping[str, Identity], steps: list[Step]
) -> None:
    """The ids of a run hold for the ledger that it read; the ledger may have been restored or minted in since."""
    rows = {r["collaboration_id"]: r for r in identity_frame.sort("collaboration_id").iter_rows(named=True)}
    known = living(ledger, steps)
    at = places({key: row["anchors"] for key, row in rows.items()}, known)
    for key, row in rows.items():
        if key not in ledger and row["status"] == "provisional":
            continue
        if key not in known:
            _refuse(workspace, f"the run found '{row['name']}' as {key}, which the ledger does not hold or has retired")
        if key not in at.get(key, ()):
            holds = f"{key} was given to '{known[key].name}' by {known[key].minted_in}"
            _refuse(workspace, f"{holds} and the run gave it to '{row['name']}'")
    for key, found in at.items():
        if key not in rows and not found.keys() <= known.keys():
            _refuse(workspace, f"the run knew nothing of {key} '{known[key].name}' and gave it a new id")


def _refuse(workspace: Workspace, what: str) -> None:
    raise LappendekenError(what, workspace.ledger / "identity.csv", "lappendeken run")


def refreshed(
    identity_frame: "pl.DataFrame", ledger: Mapping[str, Identity], steps: list[Step], release_id: str
) -> dict[str, Identity]:
    """The ledger after minting the ids of a run for a release.

    An id keeps every anchor but those that by now are another's alone, so a file that is away for a while and comes
    back finds its ids. What was merged leaves its anchors to its heir.
    """
    anchors = {r["collaboration_id"]: frozenset(r["anchors"]) for r in identity_frame.iter_rows(named=True)}
    names = dict(identity_frame.select("collaboration_id", "name").iter_rows())
    borne = frozenset().union(*anchors.values())
    inherited: dict[str, frozenset[str]] = {}
    gone = crosswalk.successors(steps)
    for step in steps:
        if step.release == release_id and step.reason == MERGED and step.old_id in gone.keys() & ledger.keys():
            heir = gone[step.old_id]
            inherited[heir] = inherited.get(heir, frozenset()) | ledger[step.old_id].anchors
    minted = dict(ledger)
    for key in sorted(anchors):
        known = ledger.get(key, Identity(key, release_id, names[key], frozenset()))
        lasting = (known.anchors | inherited.get(key, frozenset())) - borne
        minted[key] = Identity(key, known.minted_in, known.name, anchors[key] | lasting)
    return minted
