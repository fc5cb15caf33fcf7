"""What a source delivers: files by their path below raw/, what they say, and what is wrong in them on purpose.

Belongs here: the form of a delivery and the list that goes with it. Does not belong here: any source.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dagster_project.simulation.model import Observation, PlantedFault, TrueCollaboration
from dagster_project.simulation.writers.delivery_list import delivery_list

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
    return delivery_list(source, ORIGIN, listed)


def list_number(one: TrueCollaboration) -> int:
    """The number that the keepers of lists gave a collaboration."""
    return int("".join(filter(str.isdecimal, one.truth_id)))
