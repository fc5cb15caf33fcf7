"""The versions of joint arrangements in one regulations file: dates, names, chains, participants.

Belongs here: what a row of the register says, and whether it can be. Does not belong here: which versions a snapshot
reads, and the rows written of them (`register`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dagster_project.intake import Row, Table, as_date, is_formula
from dagster_project.texts import clean, filled, was_double_encoded

_AREA = re.compile(r"""'naam':\s*(?:'([^']*)'|"([^"]*)")""")
_QUOTES = "'\"\u2018\u2019\u201c\u201d "


@dataclass(frozen=True)
class Version:
    """One version of a regulation: in force from `valid_from` up to, not including, `valid_until` (None: open)."""

    roo_id: str
    row: Row
    name: str
    valid_from: date
    valid_until: date | None

    def in_force(self, day: date) -> bool:
        """Whether it is in force on that day."""
        return self.valid_from <= day and (self.valid_until is None or self.valid_until > day)

    @property
    def other_names(self) -> list[str]:
        """Further names of the same row, in order, each once."""
        written = [*self.row.get("alle_namen").split(" | "), self.row.get("citeertitel"), self.row.get("so_naam")]
        return [n for n in dict.fromkeys(filled(clean(w)) for w in written) if n and n != self.name]

    @property
    def form(self) -> str | None:
        """The form as written, quotation marks off."""
        return self.row.get("samenwerkingsvorm").strip(_QUOTES) or None

    @property
    def body(self) -> str | None:
        """The code `so####` of its body; regulations without legal personality have none."""
        return code_of(self.row.get("so_tooi")) or None

    @property
    def themes(self) -> list[str]:
        """The policy areas: the register writes dictionaries as text."""
        return [a or b for a, b in _AREA.findall(self.row.get("policy_areas"))]


@dataclass(frozen=True)
class Participation:
    """One participant of a version, with the code that the register gives it or an empty text."""

    row: Row
    name: str
    code: str

    def takes_part(self, day: date) -> bool:
        """Whether it takes part on that day, as far as its dates tell; none that can be read leave it in."""
        joined, left = as_date(self.row.get("toetredings_datum")), as_date(self.row.get("uittredings_datum"))
        return (joined is None or joined <= day) and (left is None or day < left)


def versions_of(table: Table) -> tuple[list[Version], list[tuple[Row, str, str]]]:
    """The versions of a regulations table, and rows that cannot be read as (row, reason, detail)."""
    versions: dict[str, Version] = {}
    unreadable: list[tuple[Row, str, str]] = []
    for row in table.rows():
        roo_id, name = row.get("roo_id"), row.get("naam")
        begins, ends = as_date(row.get("valid_from")), as_date(row.get("valid_until"))
        if not roo_id or not name:
            unreadable.append((row, "row_unreadable", "de regel mist roo_id of naam; vraag de uitdraai opnieuw op"))
        elif is_formula(name):
            unreadable.append((row, "formula", "de naam is een formule; vraag de uitdraai opnieuw op"))
        elif begins is None or (ends is None and row.get("valid_until")):
            wrong = "valid_from" if begins is None else "valid_until"
            said = f"{wrong} '{row.get(wrong)}' is geen datum"
            unreadable.append((row, "row_unreadable", f"versie {roo_id}: {said}; schrijf 2024-12-31"))
        elif roo_id in versions:
            first = versions[roo_id].row.locator()
            unreadable.append((row, "row_unreadable", f"versie {roo_id} staat al op {first}; die is gelezen"))
        else:
            versions[roo_id] = Version(roo_id, row, name, begins, ends)
    return list(versions.values()), unreadable


def participations_of(tables: Iterable[Table]) -> dict[str, list[Participation]]:
    """Participants by the id of their version, in the order of the file."""
    by_version: dict[str, list[Participation]] = {}
    for table in tables:
        for row in table.rows():
            participation = Participation(row, row.get("deelnemer_naam"), code_of(row.get("deelnemer_tooi")))
            by_version.setdefault(row.get("gr_roo_id"), []).append(participation)
    return by_version


def first_version(roo_id: str, previous: Mapping[str, str]) -> str:
    """The first version of a chain over `previous`; of a chain that bites its tail the smallest id in the circle."""
    path = [roo_id]
    while before := previous.get(path[-1]):
        if before in path:
            return min(path[path.index(before) :])
        path.append(before)
    return path[-1]


def code_of(identifier: str) -> str:
    """The code at the end of an identifier of the TOOI list, in lower case."""
    return identifier.rstrip("/").rsplit("/", 1)[-1].lower()


def repaired(row: Row, headings: Iterable[str]) -> list[str]:
    """`written -> repaired` for each cell that was encoded twice."""
    cells = [(row.raw(heading), row.get(heading)) for heading in headings]
    return [f"{clean(written)} -> {now}" for written, now in cells if was_double_encoded(written)]
