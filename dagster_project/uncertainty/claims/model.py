"""A statement of a publication as what it lets be true, and the rows of seeds as such statements.

Belongs here: numbers with their rounding as intervals. Does not belong here: what follows from statements (`rules`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dagster_project.workspace.seeds import read_seed

COUNTED = "collaborations"
"""Unit of figures that are printed as they were counted."""
_RANGE, _RATIO, _AT_LEAST = (re.compile(p) for p in (r"(\d+)-(\d+)", r"(\d+)/(\d+)", r">(\d+(?:\.\d+)?)"))


@dataclass(frozen=True)
class Interval:
    """Everything that is printed as one number, with the number where there is one."""

    least: float
    most: float
    printed: float | None = None

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.least + other.least, self.most + other.most, _both(self, other, lambda a, b: a + b))

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.least - other.most, self.most - other.least, _both(self, other, lambda a, b: a - b))

    def __mul__(self, other: "Interval") -> "Interval":
        return Interval(self.least * other.least, self.most * other.most, _both(self, other, lambda a, b: a * b))

    def __truediv__(self, other: "Interval") -> "Interval":
        return Interval(self.least / other.most, self.most / other.least, _both(self, other, lambda a, b: a / b))

    def meets(self, other: "Interval") -> bool:
        """Whether one value can be printed as both. Doubles that differ by their last digits are the same."""
        return self.least <= other.most + 1e-9 and other.least <= self.most + 1e-9

    def __str__(self) -> str:
        bounds = f"{self.least:.6g} to {self.most:.6g}"
        return bounds if self.printed is None else f"{self.printed:.6g} ({bounds})"


def _both(one: Interval, other: Interval, made) -> float | None:
    return None if None in (one.printed, other.printed) else made(one.printed, other.printed)


def exactly(value: float) -> Interval:
    """A number without rounding."""
    return Interval(value, value, value)


@dataclass(frozen=True)
class Claim:
    """One statement: of a level an interval or a word, of a change its direction and, where told, by how much."""

    claim_id: str
    publication: str
    measure: str
    category: str
    snapshot: int
    relation: str = "is"
    from_snapshot: int | None = None
    interval: Interval | None = None
    word: str | None = None
    whole: str | None = None

    @property
    def subject(self) -> tuple:
        """What it is about, whoever says it."""
        return (self.measure, self.snapshot, self.category, self.from_snapshot or 0, self.whole or "")


def all_claims() -> list[Claim]:
    """The rows of the seeds `claim` and `published_figure`."""
    return [*_stated(), *_figures()]


def _stated() -> Iterator[Claim]:
    for row in read_seed("claim").iter_rows(named=True):
        number = row["rounding"] is not None
        value = float(row["value"]) if number else 0.0
        half = (row["rounding"] or 0.0) / 2
        yield Claim(
            row["claim_id"],
            row["publication"],
            row["measure"],
            row["category"],
            row["snapshot"],
            row["relation"],
            row["from_snapshot"],
            Interval(value - half, value + half, value) if number else None,
            None if number else row["value"],
            row["whole"],
        )


def _figures() -> Iterator[Claim]:
    for row in read_seed("published_figure").iter_rows(named=True):
        relation, interval = as_printed(row["value"], row["unit"])
        key = (row["publication"], row["snapshot"], row["figure"], row["category"])
        publication, snapshot, figure, category = key
        yield Claim("|".join(map(str, key)), publication, figure, category, snapshot, relation, interval=interval)


def as_printed(value: str, unit: str) -> tuple[str, Interval]:
    """Relation and interval of a printed number: 5.1 5.05 to 5.15, 8-9 7.5 to 9.5, >150 at least, 6/12 50 percent.

    Raises ValueError for anything else.
    """
    if found := _RATIO.fullmatch(value):
        return "is", exactly(100 * int(found[1]) / int(found[2]))
    if found := _AT_LEAST.fullmatch(value):
        return "at_least", exactly(float(found[1]))
    if found := _RANGE.fullmatch(value):
        return "is", Interval(int(found[1]) - 0.5, int(found[2]) + 0.5)
    number, decimals = float(value), len(value.partition(".")[2])
    half = 0.0 if unit == COUNTED else 10.0**-decimals / 2
    return "is", Interval(number - half, number + half, number)
