"""The words of this room: a record is all that a place of a document says of one party, not yet understood."""

from dataclasses import dataclass, field

from dagster_project.budgets.choice.places import Named
from dagster_project.budgets.choice.units import Unit


@dataclass(frozen=True)
class Occurrence:
    """A text that names a party, and the name as chosen. `first` is whether the name was chosen at this very place."""

    unit: Unit
    name: str
    seat: str | None
    named: Named
    first: bool


@dataclass(frozen=True)
class Pair:
    """A value with what stands over it and left of it, the outermost first: heads from top to bottom, then the label of
    its row."""

    labels: tuple[str, ...]
    text: str
    locator: str


@dataclass
class Record:
    """What one place says of one party. `loose` are texts without a label; `near` what may say the unit of its
    amounts, the nearest first; `in_table` whether the section is a row of its table;
    `titled` whether a title stands over it, `over` these and the head over its name, the nearest first; `kind` is
    `table`, `block` or `name` (nothing but its name)."""

    occurrence: Occurrence
    kind: str
    section: str | None = None
    pairs: list[Pair] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    near: list[str] = field(default_factory=list)
    in_table: bool = False
    titled: bool = False
    over: list[str] = field(default_factory=list)
