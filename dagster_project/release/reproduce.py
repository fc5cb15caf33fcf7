"""Makes a release again from its inputs, with nothing kept from any run, and compares every byte.

Belongs here: whether this checkout is the one that the release was made in, the run, the comparison. Does not belong
here: where a differing byte stands (`differences`).
"""

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dagster_project.release.differences import differences
from dagster_project.release.provenance import provenance_now
from dagster_project.release.rerun import Inputs, copy_inputs, run_pipeline
from dagster_project.release.signing import WITHDRAWN
from dagster_project.release.verifier import verify_release
from dagster_project.release.verify_standalone import root_hash_of
from dagster_project.workspace import LappendekenError, Workspace, WrongUse
from dagster_project.workspace.releases import release_key, releases_of, root_file


class OtherInputs(LappendekenError):
    """This checkout does not hold what the release was made of."""


@dataclass(frozen=True)
class Reproduced:
    """The root hashes of the release and of what was made of the same inputs, and where they differ."""

    release: str
    root: str
    made: str
    folder: Path
    differences: list[str] = field(default_factory=list)

    @property
    def same(self) -> bool:
        return self.root == self.made


def reproduce(workspace: Workspace, release_id: str) -> Reproduced:
    """Run everything again for that release, in an empty workspace, and compare.

    The caller holds the lock of the workspace. Raises WrongUse where there is no such release, OtherInputs where code,
    decisions, settings or deliveries are not those of the release, LappendekenError where the release itself is not
    sound. What was made stays in `work/reproduce` where it differs.
    """
    folder = workspace.releases / release_id
    if release_key(release_id) is None or not folder.is_dir():
        raise WrongUse(f"there is no release {release_id} here", workspace.releases, "dvc pull gets those of others")
    if problems := verify_release(folder).problems:
        raise LappendekenError(f"the release itself is not sound: {problems[0]}", folder, "lappendeken verify")
    if said := _other_inputs(workspace, json.loads((folder / "herkomst.json").read_text(encoding="utf-8"))):
        raise OtherInputs(
            f"release {release_id} was made of other {', other '.join(said)}",
            folder / "herkomst.json",
            f"take its own tag, in a clean checkout: git checkout {release_id} (then dvc pull)",
        )
    scratch = workspace.work / "reproduce"
    shutil.rmtree(scratch, ignore_errors=True)
    copy_inputs(workspace, scratch, Inputs(), cache=False, copy=shutil.copyfile)
    _copy_earlier(workspace, scratch, release_id)
    run_pipeline(scratch)
    run_pipeline(scratch, None, "release", release_id)
    made = scratch / "releases" / release_id
    found = Reproduced(release_id, root_hash_of(folder), root_hash_of(made), made, differences(folder, made))
    if found.same:
        shutil.rmtree(scratch, ignore_errors=True)
    return found


def _other_inputs(workspace: Workspace, then: dict[str, Any]) -> list[str]:
    now = provenance_now(workspace)
    differs = {
        "code": now["codeversie"] != then["codeversie"],
        "packages": now["gereedschap"] != then["gereedschap"],
        "decisions": now["gegevens"]["besluiten"] != then["gegevens"]["besluiten"],
        "settings": now["gegevens"]["instellingen (workspace.yml)"] != then["gegevens"]["instellingen (workspace.yml)"],
    }
    return [what for what, other in differs.items() if other]


def _copy_earlier(workspace: Workspace, scratch: Path, release_id: str) -> None:
    """The releases before it, which it was compared with."""
    for folder in releases_of(workspace):
        if release_key(folder.name) >= release_key(release_id):
            continue
        target = scratch / "releases" / folder.name
        shutil.copytree(folder, target)
        for beside in (root_file(folder), folder.with_name(folder.name + WITHDRAWN)):
            if beside.is_file():
                shutil.copyfile(beside, target.with_name(beside.name))
