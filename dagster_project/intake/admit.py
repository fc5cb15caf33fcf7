"""One file at the door: taken in, there already, or refused.

Belongs here: what happens to one found file and to what stood in its place. Which files there are is `find`; conflicts
between deliveries that were both taken in are `conflicts`.
"""

import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from dagster_project.intake.describe import impossible
from dagster_project.intake.find import Found
from dagster_project.intake.manifest import Manifest, load, path_of
from dagster_project.intake.model import Delivery, Description, Fault, IntakeReport
from dagster_project.intake.sniff import media_type_of, name_fault
from dagster_project.workspace import Workspace, refusal_row
from dagster_project.workspace.hashing import sha256_of, short_id


class Door:
    """Admits files into the manifest of a workspace and reports on them; `close` writes the manifest."""

    def __init__(self, workspace: Workspace, today: date):
        self.workspace, self.today = workspace, today
        self.manifest: Manifest = load(workspace)
        self.report = IntakeReport()

    def close(self) -> IntakeReport:
        """Write the manifest and give the report."""
        self.manifest.save()
        return self.report

    def standing_at(self, path: Path) -> str:
        """The place of a file where it stands: below `raw/`, else absolute."""
        raw = self.workspace.raw
        return path.relative_to(raw).as_posix() if raw in path.parents else str(path)

    def admit(self, found: Found, copy: bool) -> None:
        """Take a file in, by copy or where it stands, or refuse it."""
        here = self.standing_at(found.path)
        place = found.name if copy else here
        said = self._description(found, place)
        media_type = None
        if isinstance(said, Description):
            said = impossible(said) or said
        if isinstance(said, Description):
            media_type = media_type_of(found.path)
            said = media_type if isinstance(media_type, Fault) else name_fault(found.path, media_type) or said
        if isinstance(said, Fault):
            self.refuse(found, said)
            return
        delivery = self._delivery(found, said, media_type, place)
        known = self.manifest.deliveries.get(delivery.delivery_id)
        if known and known.place != place and known.status == "accepted" and known.path.exists():
            detail = f"dezelfde inhoud voor hetzelfde doel als {known.file_name}; laat een van beide weg"
            self.refuse(found, Fault("duplicate_delivery", detail))
            return
        self.manifest.refusals.pop(here, None)
        self._record(found, delivery, known, copy)

    def refuse(self, found: Found, fault: Fault) -> None:
        """Record and report a refusal; a delivery that stood at that very place is no longer there to be read."""
        here = self.standing_at(found.path)
        row = refusal_row("intake", found.name, fault.locator, fault.reason, fault.detail)
        self.manifest.refusals[here + found.key] = row
        self.report.refused.append(row)
        standing = self.manifest.at(here)
        if standing and standing.status == "accepted" and not found.key:
            self.manifest.set_status(standing, "withdrawn")

    def missing(self, delivery: Delivery) -> None:
        """Withdraw a delivery whose file is no longer there."""
        detail = "het is ingenomen en is er niet meer; zet het terug (misschien `dvc pull`), of laat het ingetrokken"
        row = refusal_row("intake", delivery.file_name, "document", "listed_but_missing", detail, delivery.delivery_id)
        self.manifest.refusals[delivery.place] = row
        self.report.refused.append(row)
        self.manifest.set_status(delivery, "withdrawn")

    def _description(self, found: Found, place: str) -> Description | Fault:
        """What is said of the file now, else what was said of the one that it stands in for."""
        standing = self.manifest.at(place)
        undescribed = isinstance(found.said, Fault) and found.said.reason in ("not_listed", "no_source_or_snapshot")
        if not undescribed or standing is None or (standing.listed_in and standing.listed_in in found.lists):
            return found.said
        return Description(
            standing.source,
            standing.organisation_ids,
            standing.snapshots,
            origin=standing.origin,
            licence=standing.licence,
            listed_in=standing.listed_in,
        )

    def _delivery(self, found: Found, said: Description, media_type: str, place: str) -> Delivery:
        sha256 = sha256_of(found.path)
        organisations, snapshots = ";".join(said.organisation_ids), ";".join(map(str, said.snapshots))
        return Delivery(
            delivery_id=short_id("d", sha256, said.source, organisations, snapshots),
            sha256=sha256,
            media_type=media_type,
            bytes=found.path.stat().st_size,
            source=said.source,
            organisation_ids=said.organisation_ids,
            snapshots=said.snapshots,
            file_name=found.name,
            path=path_of(self.workspace, place),
            received_on=said.received_on or self.today,
            origin=said.origin,
            licence=said.licence,
            place=place,
            listed_in=said.listed_in,
        )

    def _record(self, found: Found, delivery: Delivery, known: Delivery | None, copy: bool) -> None:
        standing = self.manifest.at(delivery.place)
        if copy and found.path != delivery.path:
            self._copy(found, delivery, standing)
            standing = self.manifest.at(delivery.place)
        if known:  # the day of receipt is recorded once
            delivery = replace(delivery, received_on=known.received_on)
            self.manifest.refusals.pop(known.place, None)
        if known and known.place == delivery.place and known.status == "accepted":
            self.report.already += 1
        else:
            self.report.taken += 1
        if standing and standing.delivery_id != delivery.delivery_id:
            self.manifest.set_status(standing, "replaced")
            self.report.notes.append(
                f"{delivery.file_name} ({delivery.delivery_id}) replaces an earlier delivery ({standing.delivery_id})"
            )
        self.manifest.refusals.pop(delivery.place, None)
        self.manifest.deliveries[delivery.delivery_id] = delivery

    def _copy(self, found: Found, delivery: Delivery, standing: Delivery | None) -> None:
        target = delivery.path
        if target.exists():
            there = sha256_of(target)
            if there == delivery.sha256:
                return
            if standing is None or standing.sha256 != there:
                # What was put there by hand is recorded before it gives way.
                self.admit(replace(found, path=target), copy=False)
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{target.name}.tmp")
        shutil.copyfile(found.path, temporary)
        os.replace(temporary, target)
