"""What a source delivers: files by their path below raw/, what they say, and what is wrong in them on purpose.

Belongs here: the form of a delivery and the list that goes with it. Does not belong here: any source.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dagster_project.simulation.model import Observation, PlantedFault
from dagster_project.simulation.writers.delimited import rows_to_csv

DELIVERY_COLUMNS = ("file", "source", "organisation_ids", "snapshots", "received_on", "origin", "licence")
ORIGIN = "Gesimuleerd, verzonnen door lappendeken simulate"

Files = dict[str, bytes]


@dataclass(frozen=True)
class Source:
    """The deliveries of one kind of source."""

    files: Files = field(default_factory=dict)
    observations: list[Observation] = field(default_factory=list)
    faults: list[PlantedFault] = field(default_factory=list)


def deliveries(source: str, listed: Iterable[tuple[str, str, str]]) -> bytes:
    """`deliveries.csv` from rows of file, snapshots (separated by `;`, empty for all) and day of receipt."""
    rows = [[file, source, "", snapshots, received_on, ORIGIN, "CC0-1.0"] for file, snapshots, received_on in listed]
    return rows_to_csv([DELIVERY_COLUMNS, *rows], delimiter=",")
