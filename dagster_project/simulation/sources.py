"""What a source delivers: files by their path below raw/, what they say, and what is wrong in them on purpose."""

from dataclasses import dataclass, field

from dagster_project.simulation.model import Observation, PlantedFault

Files = dict[str, bytes]


@dataclass(frozen=True)
class Source:
    """The deliveries of one kind of source."""

    files: Files = field(default_factory=dict)
    observations: list[Observation] = field(default_factory=list)
    faults: list[PlantedFault] = field(default_factory=list)
