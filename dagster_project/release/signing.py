"""The sign-off of a release: why it corrects the one before, who approved which draft, and that it was withdrawn.

What people decide on a release is an input: `approvals/<id>.json` of the workspace, in git, so that whoever makes the
release again gets the same bytes. It goes with the release as `goedkeuring.json`. A draft is the release without that
file, so that the hash of the draft that was approved can be computed from the release itself. Belongs here: what such
a file says, and notices. Does not belong here: the order of the steps (`make`, `approve`).
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from dagster_project.decisions import REVIEWER
from dagster_project.persons import could_be_a_name, holds
from dagster_project.workspace import GateRefused, UnreadableInput, Workspace, WrongUse
from dagster_project.workspace.atomic import write_text

APPROVAL = "goedkeuring.json"
NOTICE = "RECTIFICATIE.md"
DRAFT = "concept-"
WITHDRAWN = ".ingetrokken.md"
_COLUMNS = {"uitgave", "verbetert", "reden", "concept", "rol", "beoordelaar", "goedgekeurd_op", "embargo_tot"}
_SIGNED = {"concept", "rol", "beoordelaar", "goedgekeurd_op"}


def approval_file(workspace: Workspace, release_id: str) -> Path:
    """Where the sign-off of a release stands in the workspace."""
    return workspace.root / "approvals" / f"{release_id}.json"


def said_of(workspace: Workspace, release_id: str) -> dict[str, Any]:
    """What people said of this release so far; nothing where they said nothing.

    Raises UnreadableInput for a file that is no such thing.
    """
    path = approval_file(workspace, release_id)
    if not path.exists():
        return {}
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UnreadableInput(f"this is no JSON ({error})", path, "put it back from git") from None
    strange = sorted(set(said) - _COLUMNS) if isinstance(said, dict) else ["?"]
    if strange or said.get("uitgave") != release_id or (_SIGNED & set(said) and not set(said) >= _SIGNED):
        raise UnreadableInput("this is no sign-off of that release", path, "put it back from git, or approve again")
    return said


def write_said(workspace: Workspace, said: dict[str, Any]) -> None:
    """Keep what was said of the release that `said` names."""
    write_text(approval_file(workspace, said["uitgave"]), as_text(said))


def as_text(said: dict[str, Any]) -> str:
    """The file, the same for the workspace and the release."""
    return json.dumps(said, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def correction(workspace: Workspace, release_id: str, corrected: str, reason: str | None) -> dict[str, Any]:
    """What is said of a correction: which release it corrects, and why.

    Raises WrongUse where nobody said why, or the reason holds a person.
    """
    known = said_of(workspace, release_id)
    reason = reason or known.get("reden")
    if not reason:
        what = f"release {release_id} corrects {corrected}, and nobody said why"
        raise WrongUse(what, "--reason", f'lappendeken release {release_id} --reason "..." (in Dutch: it is published)')
    require_no_person("--reason", reason)
    return {**known, "uitgave": release_id, "verbetert": corrected, "reden": reason}


def signed(draft_root: str, said: dict[str, Any], role: str, reviewer: str, on: date, embargo: date | None) -> dict:
    """The sign-off of the draft with that root hash.

    Raises WrongUse for a name where a role or a code belongs.
    """
    if not role.strip() or could_be_a_name(role):
        raise WrongUse(f"'{role}' is no role", "--role", "write the role, such as beleidsmedewerker, never a name")
    if not re.fullmatch(REVIEWER, reviewer):
        raise WrongUse(f"'{reviewer}' is no reviewer's code", "--reviewer", "such as BZK-07, never a name")
    if embargo is not None and embargo < on:
        raise WrongUse("the embargo ends before the approval", "--embargo", "a day on or after the approval")
    until = {} if embargo is None else {"embargo_tot": embargo.isoformat()}
    who = {"rol": role, "beoordelaar": reviewer, "goedgekeurd_op": on.isoformat()}
    return {**said, "concept": draft_root, **who, **until}


def require_approved(workspace: Workspace, release_id: str, draft_root: str) -> dict[str, Any] | None:
    """The sign-off that goes with the release; None where there is none, and none is needed.

    Raises GateRefused for a release of real data that nobody approved, or where another draft was approved.
    """
    said = said_of(workspace, release_id)
    if "concept" not in said:
        if workspace.kind == "real":
            raise GateRefused(
                f"nobody approved release {release_id}",
                approval_file(workspace, release_id),
                "lappendeken release --draft makes it to be looked at, lappendeken approve makes it final",
            )
        return None
    if said["concept"] != draft_root:
        raise GateRefused(
            f"another draft of release {release_id} was approved: {said['concept'][:12]}, this is {draft_root[:12]}",
            approval_file(workspace, release_id),
            "lappendeken release --draft, look at it, lappendeken approve",
        )
    return said


def notice(said: dict[str, Any]) -> str:
    """`RECTIFICATIE.md`: which release this one corrects, and why."""
    return (
        f"# Rectificatie\n\nUitgave {said['uitgave']} komt in de plaats van uitgave {said['verbetert']}.\n\n"
        f"Reden: {said['reden']}\n\n"
        "Wat er veranderd is, rij voor rij en cijfer voor cijfer, staat in `wijzigingen.html` en `wijzigingen.json`.\n"
        f"Uitgave {said['verbetert']} blijft bewaard zoals zij was.\n"
    )


def withdrawal_file(folder: Path) -> Path:
    """Where it is told that a release was withdrawn: beside its folder, for a release never changes."""
    return folder.with_name(folder.name + WITHDRAWN)


def withdrawal(release_id: str, root: str, reason: str, role: str, reviewer: str, on: date) -> str:
    """The notice that a release is withdrawn.

    Raises WrongUse as `signed` does, and for a reason that is empty or holds a person.
    """
    signed(root, {}, role, reviewer, on, None)
    if not reason.strip():
        raise WrongUse("nobody said why", "--reason", "say it in Dutch: it is published")
    require_no_person("--reason", reason)
    return (
        f"# Uitgave {release_id} is ingetrokken\n\nGebruik deze uitgave niet meer en neem er geen cijfers uit over.\n\n"
        f"Reden: {reason}\n\nIngetrokken op {on.isoformat()} door {role} ({reviewer}).\n\n"
        f"Hoofdgetal van de ingetrokken uitgave: {root}\n"
    )


def require_no_person(where: str, text: str) -> None:
    """Raise WrongUse where a text that is published holds a person."""
    if holds(text):
        raise WrongUse("it holds a name, an address, a number or an e-mail address", where, "say it by the role")
