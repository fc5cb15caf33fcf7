"""What was known before: deliveries of the last state and of releases on disk that the manifest must still have.

Belongs here: keeping the manifest with the state that is made from it, holding it against what was known, and putting
back what it lost. The caller holds the lock of the workspace. Does not belong here: whether files are still what was
taken in (`standing`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dagster_project.intake.content import has_content
from dagster_project.intake.manifest import Manifest, load, path_of, refusals_file
from dagster_project.intake.model import Delivery
from dagster_project.intake.staging import Staging
from dagster_project.workspace import LappendekenError, UnreadableInput, Workspace
from dagster_project.workspace.atomic import write_bytes
from dagster_project.workspace.releases import TABLES, releases_of

if TYPE_CHECKING:
    from pathlib import Path

NAMED = 3


class ManifestLost(LappendekenError):
    """The manifest does not have deliveries that were known, and a run would forget them."""


@dataclass(frozen=True)
class Restored:
    """How many deliveries were put back, how many of them as withdrawn, and the lines that were damaged."""

    deliveries: int
    withdrawn: int
    damaged: list[str]


def keep_manifest(workspace: Workspace) -> None:
    """Keep both files of the manifest in the state that this workspace reads or builds."""
    for path in (workspace.manifest, refusals_file(workspace)):
        if path.exists():
            write_bytes(workspace.state / path.name, path.read_bytes())


def require_known(workspace: Workspace) -> list[str]:
    """Refuse a manifest that lost a delivery; gives a note where the inputs were put back on purpose.

    A delivery that no release rests on, and whose content does not stand at its place either, was put back on purpose.
    Raises ManifestLost naming how many, the first few and the mend, UnreadableInput for a table that cannot be read.
    """
    manifest, kept = load(workspace), load(workspace, workspace.now().state)
    released = _released(workspace, manifest)
    lost = sorted({d.file_name for d in _lost(manifest, kept, released)})
    if lost:
        more = f" and {len(lost) - NAMED} more" if len(lost) > NAMED else ""
        what = f"{len(lost)} deliveries that the last run or a release knows are not in the manifest: "
        mend = "put it back as version control has it, or: lappendeken restore manifest"
        raise ManifestLost(f"{what}{', '.join(lost[:NAMED])}{more}", workspace.manifest, mend)
    gone = sorted(kept.deliveries[key].file_name for key in kept.deliveries.keys() - manifest.deliveries.keys())
    told = f"{len(gone)} deliveries of the last run were put back, with their files: {', '.join(gone[:NAMED])}"
    return [told] if gone else []


def restore_manifest(workspace: Workspace) -> Restored:
    """Put back the deliveries that the manifest lost, from the last state and the releases on disk.

    Those of which only a release knows stand as withdrawn where their file is not found. Lines that cannot be read go.
    Raises UnreadableInput for a table of a release that cannot be read; then nothing is written.
    """
    damaged: list[str] = []
    manifest, kept = load(workspace, damaged=damaged), load(workspace, workspace.now().state)
    if not refusals_file(workspace).exists():
        manifest.refusals.update(kept.refusals)
    back = list(_lost(manifest, kept, _released(workspace, manifest)))
    for delivery in back:
        manifest.deliveries[delivery.delivery_id] = delivery
    Staging(workspace).commit(manifest.texts())
    return Restored(len(back), sum(d.status == "withdrawn" for d in back), damaged)


def _lost(manifest: Manifest, kept: Manifest, released: dict[str, Delivery]) -> Iterator[Delivery]:
    """What the manifest must have and has not, as it is to be put back."""
    for key in sorted((kept.deliveries.keys() | released.keys()) - manifest.deliveries.keys()):
        delivery = kept.deliveries.get(key) or released[key]
        if key in released or has_content(delivery.path, delivery.sha256):
            yield delivery


def _released(workspace: Workspace, manifest: Manifest) -> dict[str, Delivery]:
    """The deliveries of releases that the manifest has not, with the status that they can have now."""
    found: dict[str, Delivery] = {}
    for folder in releases_of(workspace):
        tables = folder / TABLES
        ids = set(_read(tables / "delivery.parquet", ["delivery_id"])["delivery_id"])
        if ids <= manifest.deliveries.keys() | found.keys():
            continue
        files = {row["sha256"]: row for row in _read(tables / "file.parquet").to_dicts()}
        for row in _read(tables / "delivery.parquet").to_dicts():
            if row["delivery_id"] not in manifest.deliveries:
                found[row["delivery_id"]] = _as_it_stands(workspace, manifest, row, files[row["sha256"]])
    return found


def _as_it_stands(workspace: Workspace, manifest: Manifest, row: dict, file: dict) -> Delivery:
    path = path_of(workspace, row["file_name"])
    delivery = Delivery(
        **{**row, "organisation_ids": tuple(row["organisation_ids"]), "snapshots": tuple(row["snapshots"])},
        media_type=file["media_type"],
        bytes=file["bytes"],
        path=path,
        place=row["file_name"],
    )
    if not has_content(path, delivery.sha256):
        return replace(delivery, status="replaced" if manifest.at(delivery.place) else "withdrawn")
    return replace(delivery, status="accepted" if row["status"] == "held" else row["status"])


def _read(path: "Path", columns: list[str] | None = None):
    import polars as pl

    try:
        return pl.read_parquet(path, columns=columns, hive_partitioning=False, glob=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        mend = "put the release back as version control has it: dvc checkout, or dvc pull"
        what = " ".join(str(error).split())[:200]
        raise UnreadableInput(f"a table of a release cannot be read: {what}", path, mend) from None
