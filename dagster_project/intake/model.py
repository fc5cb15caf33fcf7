"""The words of intake: a description of a file, a fault, a delivery, a report. No reading or writing here."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

FOLDERS = {
    "budget": "budgets",
    "survey": "surveys",
    "register": "registers",
    "edition": "editions",
    "programme": "programmes",
}
"""Each kind of source and the folder below `raw/` where files land that come without a folder of their own."""

BY_ORGANISATION = ("budget", "survey")
"""Sources in which an organisation speaks for itself, and so must be named."""


@dataclass(frozen=True)
class Fault:
    """Why a file, or a part of it, is refused."""

    reason: str
    detail: str
    locator: str = "document"


@dataclass(frozen=True)
class Description:
    """What a file is, as a `deliveries.csv`, its path or its importer says. No snapshot means all of them."""

    source: str
    organisation_ids: tuple[str, ...] = ()
    snapshots: tuple[int, ...] = ()
    received_on: date | None = None
    origin: str | None = None
    licence: str | None = None
    listed_in: str = ""


@dataclass(frozen=True)
class Delivery:
    """One raw file taken in for one purpose.

    `file_name` is its path below the folder that was taken in, that folder's own name in front. `path` is where the
    file stands now. `place` is the same below `raw/`, or absolute where the file was taken in by reference.
    `listed_in` is the deliveries.csv that described it; empty where its path did.
    """

    delivery_id: str
    sha256: str
    media_type: str
    bytes: int
    source: str
    organisation_ids: tuple[str, ...]
    snapshots: tuple[int, ...]
    file_name: str
    path: Path
    received_on: date
    origin: str | None = None
    licence: str | None = None
    status: str = "accepted"
    place: str = ""
    listed_in: str = ""

    @property
    def is_reference(self) -> bool:
        """Whether it is read where it stands, outside the workspace."""
        return Path(self.place).is_absolute()

    def serves(self, snapshot: int) -> bool:
        """Whether the delivery speaks for that snapshot; one without snapshots speaks for all."""
        return not self.snapshots or snapshot in self.snapshots

    def is_first(self, snapshot: int) -> bool:
        """Whether that snapshot is the first that it serves: the one whose part tells of faults of the whole file."""
        from dagster_project.workspace.seeds import snapshots

        return snapshot == min(self.snapshots or snapshots())


@dataclass
class IntakeReport:
    """What became of the files: two counts, the refusal rows, and notes for people."""

    taken: int = 0
    already: int = 0
    refused: list[dict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
