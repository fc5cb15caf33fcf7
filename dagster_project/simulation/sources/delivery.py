"""What a source delivers: files by their path below raw/, what they say, and what is wrong in them on purpose.

Belongs here: the form of a delivery and the list that goes with it. Does not belong here: any source.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dagster_project.simulation.model import Observation, PlantedFault, TrueCollaboration
from dagster_project.simulation.writers.delivery_list import delivery_list, listed_rows

ORIGIN = "Gesimuleerd, verzonnen door lappendeken simulate"

LATE = ("02-14", "03-31", "05-06", "09-30")
"""Month and day, in the year after the snapshot, on which what is late comes in."""

Files = dict[str, bytes]


@dataclass(frozen=True)
class Source:
    """The deliveries of one kind of source."""

    files: Files = field(default_factory=dict)
    observations: list[Observation] = field(default_factory=list)
    faults: list[PlantedFault] = field(default_factory=list)


def deliveries(source: str, listed: Iterable[tuple[str, str, str]]) -> bytes:
    """`deliveries.csv` from rows of file, snapshots (separated by `;`, empty for all) and day of receipt."""
    return delivery_list(source, ORIGIN, listed)


def late_lists(source: str, came_in: Iterable[tuple[str, str, int, str | None]]) -> Files:
    """`deliveries.csv` beside files that came in late, which alone are on it; no list where none did.

    Args:
        source: of all the files.
        came_in: path, organisation, snapshot and, where it was late, day of receipt (ISO) of each file.
    """
    late: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for path, body, snapshot, received_on in came_in:
        if received_on:
            folder, _, name = path.rpartition("/")
            late[folder].append((name, body, str(snapshot), received_on))
    return {f"{folder}/deliveries.csv": listed_rows(source, ORIGIN, rows) for folder, rows in late.items()}


def list_number(one: TrueCollaboration) -> int:
    """The number that the keepers of lists gave a collaboration."""
    return int("".join(filter(str.isdecimal, one.truth_id)))
