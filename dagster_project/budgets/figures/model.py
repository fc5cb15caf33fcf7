"""The words of this room: cells and records come in, figures and what is left of them go out. No judgement here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

EQUITY, DEBT, RESULT, OTHER = "equity", "debt", "result", "other"
QUANTITIES = (EQUITY, DEBT, RESULT)
BEGIN, END = "begin", "end"
COLUMNS = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")


@dataclass(frozen=True)
class Cell:
    """One text that may hold an amount, or several.

    `labels` is what stands over it and left of it, outermost first: title of the table, head rows from top to bottom,
    label of the row, label before the value.
    """

    labels: tuple[str, ...]
    text: str
    locator: str


@dataclass(frozen=True)
class Record:
    """All that may be a figure of one party; `near` are captions, headings and notes, the nearest first."""

    cells: tuple[Cell, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figure:
    """Euros, the amount as written, its place, the reasons for doubt, named numbers for a confidence, and, of a figure
    in doubt, the euros in the next best interpretation, where that has any.

    The sign `margin` is how much better the interpretation is than the best one in which this value differs.
    """

    euros: float
    text: str
    locator: str
    doubts: tuple[str, ...] = ()
    signs: Mapping[str, float] = field(default_factory=dict)
    other: float | None = None


@dataclass(frozen=True)
class Left:
    """An amount that is no figure, and why: `other_quantity`, `other_moment`, `no_amount` (a number of a list, a count,
    a year), or `unexplained`."""

    text: str
    locator: str
    why: str


@dataclass(frozen=True)
class Reading:
    """What the cells of one party say: figures by column; for columns whose cell says that there is no figure
    `not_applicable`, `unknown` or `absent`; and the amounts that are no figure."""

    figures: Mapping[str, Figure] = field(default_factory=dict)
    empty: Mapping[str, str] = field(default_factory=dict)
    left: tuple[Left, ...] = ()
