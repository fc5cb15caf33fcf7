"""What the workspace holds now: `raw/` and references looked through, and the tables of intake written.

Belongs here: `scan`, which each run begins with, and `deliveries`, with which each reader begins.
"""

import os
from datetime import date
from pathlib import Path

from dagster_project.intake.admit import Door
from dagster_project.intake.came_before import keep_manifest
from dagster_project.intake.conflicts import judged_now
from dagster_project.intake.content import has_content
from dagster_project.intake.find import Found
from dagster_project.intake.manifest import load, of_content
from dagster_project.intake.model import Delivery, Description
from dagster_project.intake.take import take_in
from dagster_project.workspace import Workspace, write_table


def scan(workspace: Workspace, *, today: date) -> None:
    """Take in what is new or changed below `raw/`, check references, and write the tables of intake.

    Writes `file`, `delivery`, the parts `intake` of `refusal` and `quarantine`, and the manifest as the state keeps it.
    A file that is gone is withdrawn; a reference with other content becomes a replacement. `today` is the day of
    receipt of what is new.
    """
    workspace.raw.mkdir(parents=True, exist_ok=True)
    take_in(workspace, [workspace.raw], today=today)
    _check_standing(workspace, today)
    keep_manifest(workspace)
    manifest = load(workspace)
    judged, quarantine = judged_now(manifest)
    files = {d.sha256: {"sha256": d.sha256, "media_type": d.media_type, "bytes": d.bytes} for d in judged}
    write_table(workspace, "file", files.values())
    write_table(workspace, "delivery", [_delivery_row(d) for d in judged])
    write_table(workspace, "refusal", manifest.refusals.values(), part="intake")
    write_table(workspace, "quarantine", quarantine, part="intake")


def deliveries(workspace: Workspace, source: str | None = None, snapshot: int | None = None) -> list[Delivery]:
    """The accepted deliveries in the order of their ids, of one source and for one snapshot where given."""
    judged, _ = judged_now(load(workspace))
    return sorted(
        (
            d
            for d in judged
            if d.status == "accepted"
            and (source is None or d.source == source)
            and (snapshot is None or d.serves(snapshot))
        ),
        key=lambda d: d.delivery_id,
    )


def _check_standing(workspace: Workspace, today: date) -> None:
    """Files of the manifest that are gone, came back, or were referred to and changed."""
    with Door(workspace, today) as door:
        for delivery in sorted(door.manifest.deliveries.values(), key=lambda d: d.delivery_id):
            if delivery.status == "replaced":
                continue
            if not os.path.lexists(delivery.path):
                door.missing(delivery)
            elif Path(delivery.place).is_absolute() and _is_news(delivery, door.manifest.refusals.get(delivery.place)):
                door.admit(Found(delivery.path, delivery.file_name, _description(delivery)), copy=False)
        door.close()


def _is_news(delivery: Delivery, refusal: dict | None) -> bool:
    """Whether a reference must be looked at: it was refused for what stood there, or its content is another."""
    return of_content(refusal) or not has_content(delivery.path, delivery.sha256)


def _description(delivery: Delivery) -> Description:
    return Description(
        delivery.source,
        delivery.organisation_ids,
        delivery.snapshots,
        origin=delivery.origin,
        licence=delivery.licence,
        listed_in=delivery.listed_in,
    )


def _delivery_row(delivery: Delivery) -> dict:
    return {
        "delivery_id": delivery.delivery_id,
        "sha256": delivery.sha256,
        "source": delivery.source,
        "organisation_ids": list(delivery.organisation_ids),
        "snapshots": list(delivery.snapshots),
        "file_name": delivery.file_name,
        "received_on": delivery.received_on,
        "origin": delivery.origin,
        "licence": delivery.licence,
        "status": delivery.status,
    }
