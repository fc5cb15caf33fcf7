"""A collaboration in the making, and the country's books while it is drawn. Does not belong here: any choice."""

from dataclasses import dataclass, field
from datetime import date

from dagster_project.simulation.model import TrueEvent
from dagster_project.simulation.world.geography import KINDS, Country

MUNICIPALITY, PROVINCE, WATER_BOARD = KINDS

Pattern = tuple[str, ...]
"""Which kinds take part, in the order of KINDS."""


@dataclass(eq=False)
class Draft:
    """One collaboration at the snapshot that is being drawn; it is changed from snapshot to snapshot."""

    number: int
    anchor: str  # the municipality around which it lies
    born: int  # the first snapshot in which it is there
    pattern: Pattern = ()
    single: bool = False  # of one government alone
    system: str | None = None
    region: str | None = None  # its region in the statutory system
    scattered: bool = False
    follows: bool = False  # its municipalities are those of an existing region
    wanted: int = 0  # municipalities to begin with
    legal_form: str = ""
    group: str = ""
    themes: tuple[str, ...] = ()
    task: str = ""
    members: dict[str, list[str]] = field(default_factory=dict)
    ministries: tuple[str, ...] = ()
    ministries_state_only: tuple[str, ...] = ()
    ministries_region_only: tuple[str, ...] = ()
    non_government: tuple[str, ...] = ()
    name: str = ""
    abbreviation: str | None = None
    former_names: tuple[str, ...] = ()
    seat: str = ""
    goal: str = ""
    purpose: str = ""
    place: str = ""  # the word for its region
    founded_on: date | None = None
    ended_on: date | None = None
    hidden: bool = False  # no source sees it
    in_scope: bool = True  # the definition of the snapshot counts it
    versions: tuple[str, ...] = ()  # in the register of joint arrangements, also after it left it
    in_register: bool = False

    @property
    def truth_id(self) -> str:
        """The id in the truth, `t000001`; the same at every snapshot."""
        return f"t{self.number:06d}"

    @property
    def counted(self) -> bool:
        """Whether some source sees it and the definition counts it."""
        return self.in_scope and not self.hidden

    @property
    def governments(self) -> list[str]:
        """Municipalities, provinces and water boards, each kind in the order of its ids."""
        return [member for kind in KINDS for member in sorted(self.members.get(kind, ()))]

    def size(self, kind: str) -> int:
        """How many of a kind take part."""
        return len(self.members.get(kind, ()))


@dataclass
class Books:
    """The country in the making: who is there, under which names, what happened."""

    country: Country
    seed: int
    snapshot: int = 0
    before: int | None = None
    drafts: list[Draft] = field(default_factory=list)
    events: list[TrueEvent] = field(default_factory=list)
    names: dict[str, Draft] = field(default_factory=dict)
    numbers: int = 0
    stood: frozenset[int] = frozenset()  # numbers of what was counted at the former snapshot
    staying: set[int] = field(default_factory=set)  # of these, what took others in or split since, and so goes on
    orders: dict[tuple, tuple[str, ...]] = field(default_factory=dict)  # `nearness` keeps what it found here

    def new(self, anchor: str, **changes) -> Draft:
        """A draft with the next number."""
        self.numbers += 1
        draft = Draft(self.numbers, anchor, self.snapshot, **changes)
        self.drafts.append(draft)
        return draft

    def remove(self, draft: Draft) -> None:
        """Take it out of the country; its events stay."""
        self.drafts.remove(draft)

    def counted(self) -> list[Draft]:
        """The drafts that are seen and counted, in the order of their numbers."""
        return [draft for draft in self.drafts if draft.counted]

    def record_event(self, draft: Draft, kind: str, on: date | None = None, successors: tuple[Draft, ...] = ()) -> None:
        """Note an event of the interval that ends at the snapshot."""
        ids = tuple(successor.truth_id for successor in successors)
        self.events.append(TrueEvent(draft.truth_id, self.before, self.snapshot, kind, ids, on))
