"""The cells of tables, and what each is by what it looks like: a label, a moment, a value, a mere number of a row.

Belongs here: one cell, or one row. Does not belong here: what a table is of (`tables`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dagster_project.budgets.choice.labels import Labels, by_words, field_of, is_form, is_time, is_value, look_at
from dagster_project.budgets.figures import units_in
from dagster_project.budgets.names import is_total
from dagster_project.budgets.sections import is_category
from dagster_project.budgets.vocabulary import NAME
from dagster_project.documents import Row
from dagster_project.documents.text import one_line
from dagster_project.texts import fold

UNIT = 40
"""Characters of a text that is no more than a unit."""
_ENUMERATOR = re.compile(r"[\s(]*(?:\d{1,3}(?:\.\d{1,2})*[a-z]?|[A-Za-z]|[IVX]{1,5})[.)]?\s*")


@dataclass(frozen=True)
class Cell:
    """A text and the columns that it covers, `first` to `last`."""

    text: str
    first: int
    last: int

    def covers(self, other: "Cell") -> bool:
        """Whether it stands over or below another cell."""
        return self.first <= other.last and self.last >= other.first


Heads = list[list[Cell]]
"""Rows of heads from top to bottom."""


def cells_of(row: Row) -> list[Cell]:
    """The cells of a row with text, one that is merged over columns once."""
    found: list[Cell] = []
    for column, text in enumerate(row.cells):
        if found and text == found[-1].text and found[-1].last == column - 1 and row.width > 1:
            found[-1] = Cell(text, found[-1].first, column)
        elif text.strip():
            found.append(Cell(text, column, column))
    return found


def part_of(row: Row, first: int, last: int) -> Row:
    """The columns `first` to `last` (inclusive) of a row as a row of its own."""
    return Row(row.cells[first : last + 1], row.locator, row.width)


def alone(cells: Sequence[Cell]) -> str | None:
    """The only text of a row, a number before it left aside; None for a row with more."""
    texts = list(dict.fromkeys(one_line(cell.text) for cell in cells))
    if len(texts) == 2 and is_enumerator(texts[0]):
        texts = texts[1:]
    return texts[0] if len(texts) == 1 else None


def is_enumerator(text: str) -> bool:
    """Whether a text is no more than the number or letter of a row."""
    return bool(_ENUMERATOR.fullmatch(text))


def chain_over(cell: Cell, heads: Heads) -> tuple[str, ...]:
    """The heads over a cell, from top to bottom, each once."""
    found: list[str] = []
    for head in heads:
        over = [in_one_line(c.text) for c in head if c.covers(cell)]
        found += [text for text in over[:1] if text not in found]
    return tuple(found)


@lru_cache(maxsize=20_000)
def in_one_line(text: str) -> str:
    """A label on one line; a word that a narrow column broke is whole again where that makes it a known one."""
    line = one_line(text)
    if "\n" in text and field_of(line) is None:
        return next((one for one in _whole(text) if field_of(one) is not None), line)
    return line


def look_at_broken(texts: Iterable[str]) -> None:
    """Let the model of labels tell at once of the texts of a table that `in_one_line` would ask it of each alone."""
    look_at(one for text in texts if "\n" in text and field_of(one_line(text)) is None for one in _whole(text))


def _whole(text: str) -> tuple[str, str]:
    """A text of several lines with the words whole that its column broke, without and with a hyphen."""
    return one_line(text.replace("\n", "")), one_line(text.replace("-\n", "").replace("\n", ""))


_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")
CORNER = re.compile(r"€ ?1\.000(?:\.000)?(?:,-)?")
"""What is an amount elsewhere, and in the corner of a table the unit of its amounts."""


class Marks:
    """What texts look like, by the labels of their document."""

    def __init__(self, labels: Labels):
        self.labels = labels
        self._known: dict[str, bool] = {}
        self._marks: dict[tuple[str, bool], str] = {}

    def known(self, text: str) -> bool:
        """Whether a text is a label whose words say which one it is, and not a legal form, which is a value."""
        if text not in self._known:
            line = in_one_line(text)
            told = None if line.endswith(".") and len(line.split()) > 2 else field_of(line)
            value = told == NAME and is_form(line)
            self._known[text] = told is not None and not value and not is_time(line) and not is_category(line)
        return self._known[text]

    def by_words(self, text: str) -> bool:
        """Whether a text is one of the labels in the lists of words, and not only to the model of labels."""
        return self.known(text) and by_words(in_one_line(text))

    def is_label(self, text: str) -> bool:
        """Whether a text alone in its cell is a label."""
        return self.labels.is_label(in_one_line(text))

    def says_total(self, text: str) -> bool:
        """Whether a text begins as a total does and is a label: `Saldo van het jaar`."""
        return self.known(text) and is_total(text)

    def repeats(self, text: str) -> bool:
        """Whether the document has a text more than once."""
        return self.labels.often[fold(text.strip(" :?"))] > 1

    def mark(self, cell: Cell) -> str:
        """`label`, `time`, `value`, `unit`, or `text` for what may be any of them."""
        seen = cell.text, cell.first > 0
        if seen not in self._marks:
            self._marks[seen] = self._mark(*seen)
        return self._marks[seen]

    def _mark(self, written: str, behind: bool) -> str:
        text = in_one_line(written)
        if is_time(text):
            return "time"
        if units_in(text) and len(text) < UNIT and not self.known(text):
            return "label" if self.known(_BRACKETS.sub("", text)) else "unit"
        if not behind and CORNER.fullmatch(text):
            return "unit"
        if behind and is_form(text):
            return "value"  # the label of a form stands left of it or above
        if self.by_words(written) or self.says_total(text):
            return "label"
        if is_category(text):
            return "text"
        score = self.labels.score(text)
        return "label" if score > 0 else "value" if score <= -2.0 or is_value(text) else "text"
