"""One file at the door: taken in, there already, or refused.

Belongs here: what happens to one found file and to what stood in its place. Which files there are is `find`; how one is
read is `content`; conflicts between deliveries that were both taken in are `conflicts`.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from dagster_project.intake.content import Content, Refused, read_content, unreadable
from dagster_project.intake.describe import impossible
from dagster_project.intake.find import Found
from dagster_project.intake.manifest import Manifest, load, path_of, place_of
from dagster_project.intake.model import Delivery, Description, Fault, IntakeReport
from dagster_project.intake.sniff import media_type_of, name_fault
from dagster_project.intake.staging import Staging, Taken
from dagster_project.intake.walk import is_file
from dagster_project.workspace import Workspace, refusal_row
from dagster_project.workspace.hashing import sha256_of, short_id


class Door:
    """Admits files into the manifest of a workspace and reports on them.

    A context: nothing of it is there until `close`, which puts copies and manifest in place together.
    """

    def __init__(self, workspace: Workspace, today: date):
        self.workspace, self.today = workspace, today
        self.manifest: Manifest = load(workspace)
        self.report = IntakeReport()
        self._staging = Staging(workspace)

    def __enter__(self) -> "Door":
        return self

    def __exit__(self, *error: object) -> None:
        self._staging.discard()

    def close(self) -> IntakeReport:
        """Put the copies and both files of the manifest in place, and give the report."""
        self._staging.commit(self.manifest.texts())
        return self.report

    def admit(self, found: Found, copy: bool) -> None:
        """Take a file in, by copy or where it stands, or refuse it."""
        try:
            self._admit(found, copy)
        except Refused as refused:
            self.refuse(found, refused.fault)

    def _admit(self, found: Found, copy: bool) -> None:
        here = place_of(self.workspace, found.path)
        place = found.name if copy else here
        said = self._description(found, place)
        fault = said if isinstance(said, Fault) else impossible(said)
        if fault is None and not copy and place != str(found.path) and Path(place).is_absolute():
            fault = Fault("bad_name", f"een map erboven heet niet in gewone letters ({place}); hernoem die")
        if fault:
            raise Refused(fault)
        target = path_of(self.workspace, place)
        copied = copy and found.path != target
        taken = self._staging.take(found.path, target) if copied else Taken(read_content(found.path), found.path)
        delivery = self._delivery(found, said, _media_type(found, taken), place, taken.content)
        known = self.manifest.deliveries.get(delivery.delivery_id)
        if known and known.place != place and known.status == "accepted" and self._staging.is_there(known.path):
            detail = f"dezelfde inhoud voor hetzelfde doel als {known.file_name}; laat een van beide weg"
            raise Refused(Fault("duplicate_delivery", detail))
        self.manifest.refusals.pop(here, None)
        if taken.copy:
            self._note_what_gives_way(found, target)
            self._staging.put(target, taken)
        self._record(delivery, known)

    def refuse(self, found: Found, fault: Fault) -> None:
        """Record and report a refusal; a delivery that stood at that very place is no longer there to be read."""
        here = place_of(self.workspace, found.path)
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

    def _delivery(self, found: Found, said: Description, media_type: str, place: str, content: Content) -> Delivery:
        organisations, snapshots = ";".join(said.organisation_ids), ";".join(map(str, said.snapshots))
        return Delivery(
            delivery_id=short_id("d", content.sha256, said.source, organisations, snapshots),
            sha256=content.sha256,
            media_type=media_type,
            bytes=content.bytes,
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

    def _note_what_gives_way(self, found: Found, target: Path) -> None:
        """Record what was put there by hand before a copy takes its place."""
        if self._staging.waits_for(target) or not is_file(target):
            return
        standing = self.manifest.at(found.name)
        if standing is None or standing.sha256 != sha256_of(target):
            self.admit(replace(found, path=target), copy=False)

    def _record(self, delivery: Delivery, known: Delivery | None) -> None:
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


def _media_type(found: Found, taken: Taken) -> str:
    """What the content is; raises Refused where it is nothing known, or not what the name says."""
    try:
        media_type = media_type_of(taken.path)
    except OSError as error:
        raise Refused(unreadable(error)) from None
    fault = media_type if isinstance(media_type, Fault) else name_fault(found.path, media_type)
    if fault:
        raise Refused(fault)
    return media_type
