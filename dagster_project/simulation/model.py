"""The words of the simulation: the truth, and what one source says of it. No behaviour belongs here."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class TrueCollaboration:
    """What is really there in one snapshot. `truth_id` lasts over the snapshots."""

    truth_id: str  # t000001
    snapshot: int
    name: str
    abbreviation: str | None
    former_names: tuple[str, ...]
    seat: str
    legal_form: str
    statutory_system: str | None
    obligation: str
    goal: str
    purpose: str
    themes: tuple[str, ...]
    participants: tuple[str, ...]  # municipalities, provinces and water boards that really take part
    ministries: tuple[str, ...]  # ministries that take part and that both sides acknowledge
    ministries_state_only: tuple[str, ...]
    ministries_region_only: tuple[str, ...]
    non_government: tuple[str, ...]  # names
    founded_on: date
    ended_on: date | None
    inventoried: bool  # an inventory without any error would find it; False for the planted share that no source sees
    register_versions: tuple[str, ...] = ()  # ids of its versions in the dated register, oldest first


@dataclass(frozen=True)
class TrueEvent:
    """What became of a collaboration between two published snapshots, in the kinds of the table `event`."""

    truth_id: str
    from_snapshot: int
    to_snapshot: int
    kind: str
    successors: tuple[str, ...] = ()
    on: date | None = None


@dataclass(frozen=True)
class PlantedFault:
    """A fault that was put into a raw file on purpose; kinds and rates stand in `faults.yml` with their reasons."""

    kind: str
    file: str
    place: str
    truth_id: str | None
    detail: str
    snapshot: int | None = None  # where what is told errs at one of the snapshots that it speaks for


@dataclass(frozen=True)
class Observation:
    """One party as one source writes it: the truth, with the faults of that hand. A row of the truth of mentions."""

    file: str
    place: str
    source: str
    snapshot: int
    reporter: str | None
    truth_id: str | None  # None for a party that is no collaboration
    name_written: str
    legal_form_written: str | None
    seat_written: str | None
    purpose_written: str | None
    participants_written: tuple[str, ...]
    themes_written: tuple[str, ...]
    section: str | None
    amounts: dict[str, float] = field(default_factory=dict)
    claim: str = "participates"
    faults: tuple[str, ...] = ()
    layout: str | None = None  # of a budget: the layout of its document


@dataclass(frozen=True)
class Population:
    """The whole truth: collaborations of all snapshots and the events between them."""

    collaborations: tuple[TrueCollaboration, ...]
    events: tuple[TrueEvent, ...]
