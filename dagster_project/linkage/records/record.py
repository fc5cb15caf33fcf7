"""What is known of one mention, in the one shape in which mentions are compared.

Belongs here: that shape. Does not belong here: filling it (`from_tables`, `csv_file`), comparing and clustering.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from dagster_project.linkage.names.parse import Name

T = TypeVar("T")

NO_GOVERNMENT = ("unresolved", "non_government", "abroad", "collaboration")
"""How a participant was resolved that is no government of this register: its name still tells bodies apart."""

# No arrangement has so many; whoever lists them lists a country, and would be near every other.
MAX_PARTICIPANTS = 200


@dataclass(frozen=True, slots=True)
class Record:
    """One mention. `participants` is a list that claims to be whole; `near` are organisations known to be involved.

    `listing` names a list that holds each collaboration once (another row of it is another collaboration, mostly);
    `register` names the register and snapshot in which each chain is an arrangement of its own. `law` is the legal form
    that a register gives, `kind` what `legal_kind` makes of name and form. `number` is that of a list that numbers its
    rows, `numbered_in` the list. `members` are the forms of participants that are no government. `listed` counts the
    participants that the source gives, used or not; `purpose` are the telling words of its description.
    """

    mention_id: str
    name: str
    names: tuple[Name, ...]
    snapshot: int
    identifiers: frozenset[str]
    bodies: frozenset[str]
    participants: frozenset[str]
    near: frozenset[str]
    provinces: frozenset[str]
    seats: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()
    listing: str = ""
    register: str = ""
    chain: str = ""
    period: tuple[datetime.date | None, datetime.date | None] | None = None
    forms: tuple[tuple[str, ...], ...] = field(default=())
    law: str = ""
    kind: str = ""
    number: str = ""
    numbered_in: str = ""
    members: frozenset[tuple[str, ...]] = frozenset()
    listed: int = 0
    purpose: frozenset[str] = frozenset()


def forms_of(names: tuple[Name, ...]) -> tuple[tuple[str, ...], ...]:
    """The forms of all names of a record, each once, in order."""
    return tuple(dict.fromkeys(f for n in names for f in n.forms))


def interner() -> Callable[[T], T]:
    """A function that gives one object for all values that are equal: millions of mentions say the same few things."""
    known: dict = {}
    return lambda value: known.setdefault(value, value)
