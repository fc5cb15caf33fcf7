"""What stands in `releases/` is checked before anything is built on it, or given back.

Belongs here: whether the releases on disk are still what they were when they were made. Does not belong here: the
checks themselves, which every release carries with it (`verify_standalone`).
"""

from pathlib import Path

from dagster_project.release.verifier import verify_release
from dagster_project.release.verify_standalone import manifest_problems
from dagster_project.workspace import LappendekenError, Workspace
from dagster_project.workspace.releases import releases_away, releases_of, root_file

TOLD = 5  # problems named in the refusal; `lappendeken verify` has all


def sound_releases(workspace: Workspace) -> list[Path]:
    """The folders of all releases, the oldest first, once they are known to be sound.

    Of the newest, on which the next one is built, everything is verified; of those before it the hash of every file.

    Raises LappendekenError where a release was changed after it was made, or where only its pointer is here.
    """
    if away := releases_away(workspace):
        raise LappendekenError(
            f"of release {', '.join(away)} only the pointer is here, so that nothing can be compared with it",
            workspace.releases,
            "dvc pull, then release again",
        )
    folders = releases_of(workspace)
    for folder in folders:
        newest, root = folder == folders[-1], _published_root(folder)
        if problems := verify_release(folder, root).problems if newest else list(manifest_problems(folder, root)):
            raise LappendekenError(
                f"release {folder.name} is not what it was when it was made: {'; '.join(problems[:TOLD])}",
                folder,
                f"put it back (dvc checkout --force {folder.name}.dvc, or a copy that was kept), then release again; "
                "a release is never mended by hand, a correction is the next release",
            )
    return folders


def _published_root(folder: Path) -> str | None:
    """The root hash as it was written beside the release when it was made; None for one made before that was done."""
    file = root_file(folder)
    return file.read_text(encoding="ascii", errors="replace").strip() if file.is_file() else None
