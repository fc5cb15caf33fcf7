"""What an evaluation says: measures with their counts, and tables of what went wrong. No behaviour of any measure.

A report has sections, a section has measures and tables. Screen, JSON and page are made from it alone, so that all
three tell the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

Better = Literal["high", "low"]


@dataclass(frozen=True)
class Measure:
    """One number. `value` is `count` out of `of` where it is a share, and None where there was nothing to measure.
    `name` is what `--at-least` and `--at-most` call it, its parts joined by dots."""

    name: str
    value: float | None
    count: float | None = None
    of: float | None = None
    better: Better = "high"

    @classmethod
    def share(cls, name: str, count: float, of: float, better: Better = "high") -> "Measure":
        """So many out of all; None where there is nothing."""
        return cls(name, count / of if of else None, count, of, better)


@dataclass(frozen=True)
class Table:
    """Rows to read, such as each party that was missed. `key` names it in JSON and in the labels."""

    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple, ...]

    def named(self) -> list[dict[str, object]]:
        """The rows, each by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass
class Section:
    """Measures and tables about one thing."""

    key: str
    measures: list[Measure] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def add(self, *measures: Measure) -> None:
        """Add measures, in this order."""
        self.measures += measures

    def table(self, key: str, columns: Iterable[str], rows: Iterable[tuple]) -> None:
        """Add a table; every row has a value per column."""
        self.tables.append(Table(key, tuple(columns), tuple(rows)))


@dataclass
class Report:
    """The sections of one evaluation; `subject` says what was evaluated against what, without any path of a machine,
    and `subject_nl` the same for the page."""

    subject: str
    sections: list[Section]
    subject_nl: str = ""

    def measures(self) -> Iterator[Measure]:
        """The measures of all sections, in order."""
        for section in self.sections:
            yield from section.measures

    def measure(self, name: str) -> Measure | None:
        """The measure of that name, if there is one."""
        return next((m for m in self.measures() if m.name == name), None)
