"""The record of what was taken in and of what was refused at the door: two CSV files in the root of the workspace.

Belongs here: how they are read and written. `place` may be a path of this machine, so neither goes into a release.
The status in the manifest is `accepted`, `replaced` or `withdrawn`; `held` follows from it (`conflicts`).
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from dagster_project.intake.model import Delivery
from dagster_project.texts import printable
from dagster_project.workspace import UnreadableInput, Workspace

_COLUMNS = (
    "delivery_id", "sha256", "source", "organisation_ids", "snapshots", "file_name", "received_on", "origin",
    "licence", "status", "media_type", "bytes", "listed_in", "place",
)  # fmt: skip
_REFUSAL = ("place", "refusal_id", "stage", "delivery_id", "file_name", "locator", "reason", "detail")

_OF_CONTENT = frozenset({
    "unknown_media_type", "name_and_content_disagree", "link", "no_file", "unreadable", "empty_file", "corrupt",
    "encrypted", "too_large", "listed_but_missing",
})  # fmt: skip


@dataclass
class Manifest:
    """Deliveries by id, and refusals at the door by place: a place has one at most."""

    workspace: Workspace
    deliveries: dict[str, Delivery] = field(default_factory=dict)
    refusals: dict[str, dict] = field(default_factory=dict)

    def at(self, place: str) -> Delivery | None:
        """The delivery that stands at a place and was not replaced."""
        return next((d for d in self.deliveries.values() if d.place == place and d.status != "replaced"), None)

    def set_status(self, delivery: Delivery, status: str) -> None:
        """Change the status of a delivery."""
        self.deliveries[delivery.delivery_id] = replace(delivery, status=status)

    def texts(self) -> dict[Path, str]:
        """The content of both files, sorted; without refusals there is no file of them unless there was one."""
        rows = sorted(self.deliveries.values(), key=lambda d: (d.file_name, d.delivery_id))
        texts = {self.workspace.manifest: _csv(_COLUMNS, [_csv_row(d) for d in rows])}
        refusals = [{"place": place, **row} for place, row in sorted(self.refusals.items())]
        if refusals or refusals_file(self.workspace).exists():
            texts[refusals_file(self.workspace)] = _csv(_REFUSAL, refusals)
        return texts


def refusals_file(workspace: Workspace) -> Path:
    """Where refusals at the door are recorded."""
    return workspace.manifest.with_name("manifest_refusals.csv")


def load(workspace: Workspace, folder: Path | None = None, damaged: list[str] | None = None) -> Manifest:
    """The manifest of a workspace, or the one kept in a folder; an empty one where nothing was taken in.

    Raises UnreadableInput with the line that cannot be read; with `damaged` such lines are passed over and added to it.
    """
    manifest = Manifest(workspace)
    for file, columns, put in (
        (workspace.manifest, _COLUMNS, _put_delivery),
        (refusals_file(workspace), _REFUSAL, _put_refusal),
    ):
        path = (folder or workspace.root) / file.name
        for line, row in _read(path, columns, damaged):
            try:
                put(manifest, row)
            except (KeyError, ValueError, TypeError, AttributeError) as error:
                _damaged(f"a line of the manifest is damaged: {type(error).__name__} {error}", path, line, damaged)
    return manifest


def _damaged(what: str, path: Path, line: int, damaged: list[str] | None) -> None:
    if damaged is None:
        mend = "put it back as version control has it, or: lappendeken restore manifest"
        raise UnreadableInput(what, f"{path}, line {line}", mend)
    if (place := f"{path.name}, line {line}") not in damaged:
        damaged.append(place)


def _put_delivery(manifest: Manifest, row: dict) -> None:
    delivery = _delivery(manifest.workspace, row)
    manifest.deliveries[delivery.delivery_id] = delivery


def _put_refusal(manifest: Manifest, row: dict) -> None:
    if None in row or None in row.values():
        raise ValueError("it has not the columns of its head")
    place = row.pop("place")
    fields = {column: row[column] for column in _REFUSAL if column != "place"}
    manifest.refusals[place] = {**fields, "delivery_id": row["delivery_id"] or None}


def of_content(refusal: dict | None) -> bool:
    """Whether a refusal is of what stood at a place, so that other content there may be taken in; not of what is said.

    None is no refusal.
    """
    return refusal is not None and refusal["reason"] in _OF_CONTENT


def path_of(workspace: Workspace, place: str) -> Path:
    """Where a place is: absolute places are references, others stand below `raw/`."""
    return Path(place) if Path(place).is_absolute() else workspace.raw / place


def place_of(workspace: Workspace, path: Path) -> str:
    """The place of a file where it stands: below `raw/`, else absolute; what is no text in it as it is shown."""
    raw = workspace.raw
    return printable(path.relative_to(raw).as_posix() if raw in path.parents else str(path))


def _delivery(workspace: Workspace, row: dict) -> Delivery:
    return Delivery(
        delivery_id=row["delivery_id"],
        sha256=row["sha256"],
        media_type=row["media_type"],
        bytes=int(row["bytes"]),
        source=row["source"],
        organisation_ids=tuple(filter(None, row["organisation_ids"].split(";"))),
        snapshots=tuple(int(s) for s in row["snapshots"].split(";") if s),
        file_name=row["file_name"],
        path=path_of(workspace, row["place"]),
        received_on=date.fromisoformat(row["received_on"]),
        origin=row["origin"] or None,
        licence=row["licence"] or None,
        status=row["status"],
        place=row["place"],
        listed_in=row["listed_in"],
    )


def _csv_row(delivery: Delivery) -> dict:
    row = {column: getattr(delivery, column) for column in _COLUMNS}
    return {
        **row,
        "organisation_ids": ";".join(delivery.organisation_ids),
        "snapshots": ";".join(map(str, delivery.snapshots)),
        "received_on": delivery.received_on.isoformat(),
    }


def _csv(columns: tuple[str, ...], rows: list[dict]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _read(path: Path, columns: tuple[str, ...], damaged: list[str] | None) -> Iterator[tuple[int, dict]]:
    if not path.exists():
        return
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        _damaged("the manifest is no UTF-8", path, content.count(b"\n", 0, error.start) + 1, damaged)
        text = content.decode("utf-8", "replace")
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        if missing := [c for c in columns if c not in (reader.fieldnames or columns)]:
            _damaged(f"the manifest has no column {', '.join(missing)}", path, 1, damaged)
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        _damaged(f"the manifest is no CSV: {error}", path, reader.line_num, damaged)
