"""The releases of a workspace and their ids: `2024.1` is the first of the snapshot 2024, `2024.2` its correction.

Belongs here: which there are, and in which order. Does not belong here: what is in them, and which id is next.
"""

import re
from pathlib import Path

from dagster_project.workspace.layout import Workspace

TABLES = "tabellen"
"""The folder of a release that holds its tables."""
_RELEASE = re.compile(r"(\d{4})\.([1-9]\d*)")


def release_key(name: str) -> tuple[int, int] | None:
    """`2024.1` as (2024, 1); None for a name that is no release id."""
    match = _RELEASE.fullmatch(name)
    return (int(match[1]), int(match[2])) if match else None


def releases_of(workspace: Workspace) -> list[Path]:
    """The folders of the releases, the oldest first."""
    if not workspace.releases.is_dir():
        return []
    folders = [p for p in workspace.releases.iterdir() if p.is_dir() and release_key(p.name)]
    return sorted(folders, key=lambda p: release_key(p.name))


def newest_release(workspace: Workspace) -> Path | None:
    """The folder of the newest release, None where there is none yet."""
    return next(reversed(releases_of(workspace)), None)


def releases_away(workspace: Workspace) -> list[str]:
    """The names of the releases of which only the pointer of DVC is here, the oldest first."""
    there = {p.name for p in releases_of(workspace)}
    away = {p.stem for p in workspace.releases.glob("*.dvc") if release_key(p.stem)} - there
    return sorted(away, key=release_key)


def root_file(folder: Path) -> Path:
    """The file beside a release with its root hash: to be published elsewhere, for a manifest can be rewritten."""
    return folder.with_name(folder.name + ".root")


def newest_draft(workspace: Workspace) -> Path | None:
    """The folder of the draft that waits for approval, `concept-2024.1`; the newest where several do."""
    drafts = [p for p in workspace.releases.glob("concept-*") if p.is_dir() and release_key(p.name.partition("-")[2])]
    return max(drafts, key=lambda p: release_key(p.name.partition("-")[2]), default=None)
