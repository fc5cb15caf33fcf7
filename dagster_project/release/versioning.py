"""Versions a release, and the raw files that it rests on, with DVC: small pointer files stay beside them.

Belongs here: which DVC repository they belong to. DVC only versions here; Dagster runs the work. Does not belong here:
anything that could lose a release or a raw file; where DVC fails, they stay and the failure is told.
"""

import logging
import os
import subprocess
import sys
from pathlib import Path

from dagster_project.workspace import Workspace
from dagster_project.workspace.atomic import write_text

STORE = ".dvc-remote"  # the default store of a workspace without a DVC repository around it
_CONFIG = f"""[core]
    no_scm = True
    analytics = false
    check_update = false
    remote = local
['remote "local"']
    url = ../../{STORE}
"""
_log = logging.getLogger(__name__)


class DvcFailed(Exception):
    """DVC said no; the message is what it said."""


def add_to_dvc(workspace: Workspace, folder: Path) -> str:
    """Add the folder of a release to DVC and give the path of its pointer below the workspace.

    The pointer goes with git where the workspace lies in a DVC repository and git does not ignore the place. Otherwise
    the releases get a DVC repository of their own, without git, whose store is `.dvc-remote` in the workspace.

    Never raises for what DVC says: then it gives a line that begins with `not versioned`.
    """
    return _added(workspace, folder, f"release {folder.name} is whole")


def add_raw_to_dvc(workspace: Workspace) -> list[str]:
    """Add what stands below `raw/` to DVC, each folder or file there with a pointer beside it; gives a line for each.

    What git tracks stays with git. Where the pointers are, and what is given where DVC fails, is as for releases.
    """
    told = []
    for path in sorted(workspace.raw.iterdir()) if workspace.raw.is_dir() else []:
        if path.name.startswith(".") or path.suffix == ".dvc":
            continue
        if _tracked_by_git(path):
            told.append(f"raw/{path.name} goes with git")
        else:
            told.append(_added(workspace, path, f"raw/{path.name} stays as it is"))
    return told


def _added(workspace: Workspace, path: Path, whole: str) -> str:
    pointer = path.with_name(path.name + ".dvc")
    try:
        if not _goes_with_git(workspace, pointer):
            _own_repository(path.parent)
        _dvc(path.parent, "add", "--quiet", path.name)
    except (DvcFailed, OSError) as failure:
        # It takes its own paths for patterns of text.
        at_braces = "DVC cannot work below a folder with { or } in its name; rename that, then release again"
        why = at_braces if set("{}") & set(str(path)) else str(failure)
        _log.warning("%s, but not versioned: %s", whole, why)
        return f"not versioned: {why}"
    return pointer.relative_to(workspace.root).as_posix()


def _goes_with_git(workspace: Workspace, pointer: Path) -> bool:
    around = [p for p in (workspace.root, *workspace.root.parents) if (p / ".dvc").is_dir()]
    if not around:
        return False
    ignored = subprocess.run(
        ["git", "check-ignore", "--quiet", pointer], cwd=workspace.root, capture_output=True, check=False
    )
    return ignored.returncode != 0


def _tracked_by_git(path: Path) -> bool:
    listed = subprocess.run(["git", "ls-files", "--", path.name], cwd=path.parent, capture_output=True, check=False)
    return listed.returncode == 0 and bool(listed.stdout)


def _own_repository(folder: Path) -> None:
    """What `dvc init --no-scm` writes, with the settings in it from the first moment on, so that nothing calls home."""
    config = folder / ".dvc" / "config"
    if not config.exists():
        write_text(config, _CONFIG)
        write_text(folder / ".dvcignore", "")


def _dvc(folder: Path, *words: str) -> None:
    environment = {**os.environ, "DVC_NO_ANALYTICS": "true"}
    done = subprocess.run(
        [sys.executable, "-m", "dvc", *words], cwd=folder, capture_output=True, text=True, env=environment, check=False
    )
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise DvcFailed(f"dvc {words[0]}: {said[-1] if said else f'exit code {done.returncode}'}")
