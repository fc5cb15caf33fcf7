"""A table that tells of one party, as pairs of labels and value: labels left of values, above them, or both.

Belongs here: rows of cells of one party, in whatever order labels and values stand. Each row is of labels, of values,
or of a label and its values; a value has the heads above it and the label left of it. Does not belong here: tables with
several parties (`tables`).
"""

from collections.abc import Sequence

from dagster_project.budgets.choice.labels import Labels, is_form
from dagster_project.budgets.figures import units_in
from dagster_project.budgets.records.cells import CORNER, Cell, Heads, Marks, cells_of, chain_over, is_enumerator
from dagster_project.budgets.records.inner import opened
from dagster_project.budgets.records.model import Pair
from dagster_project.documents import Row
from dagster_project.documents.text import one_line


class Grid:
    """Reads the rows of one party one after the other; `pairs` is what came out, `loose` the texts without a label,
    `said` labels and titles without a value, which may give a unit. `before` are pairs before these rows, of which the
    last goes on in a first row without a label."""

    def __init__(self, labels: Labels, before: Sequence[Pair] = ()):
        self.labels = labels
        self.marks = Marks(labels)
        self.pairs: list[Pair] = list(before)
        self.loose: list[str] = []
        self.said: list[str] = []
        self._heads: Heads = []
        self._open: str | None = None
        self._headed = False

    def read(self, rows: Sequence[Row]) -> None:
        """Read rows in their order."""
        for row in rows:
            self._row(cells_of(row), row)
        self.pairs = opened(self.pairs, self.labels)

    def _row(self, cells: list[Cell], row: Row) -> None:
        if len(cells) > 1 and is_enumerator(one_line(cells[0].text)) and not self._heads:
            cells = cells[1:]
        if not cells:
            return
        splits = [split_label(cell.text, self.labels) for cell in cells] if len(cells) > 1 else [None]
        if all(split and split[1] for split in splits):
            self.pairs += [Pair((label,), value, row.locator) for label, value in splits]
            self._heads, self._open = [], None
        elif len(cells) == 1:
            self._alone(cells[0], row)
        elif in_turn := self._in_turn(cells):
            self.pairs += [Pair(chain, cell.text, row.locator) for chain, cell in in_turn]
            self._heads, self._open = [], None
        elif self._is_head(cells):
            if self._headed:
                self._heads = []  # values stood below the heads before: these are new ones
            self._headed = False
            self._heads.append(cells)
            self.said += [text for c in cells if units_in(text := one_line(c.text))]
            self.said += [f"x {text}" for c in cells[:1] if CORNER.fullmatch(text := one_line(c.text))]
            self._open = None
        elif self._is_label(cells[0]) or (cells[0].first == 0 and not self._under_heads(cells)):
            self._labelled(cells, row)
        else:
            self._below_heads(cells, row)

    def _alone(self, cell: Cell, row: Row) -> None:
        text = one_line(cell.text)
        if self._heads and not self._headed and cell.first > 0 and (chain := chain_over(cell, self._heads)):
            self.pairs.append(Pair(chain, cell.text, row.locator))
            self._headed = True
        elif (split := split_label(cell.text, self.labels)) and split[1]:
            self.pairs.append(Pair((split[0],), split[1], row.locator))
            self._open = None
        elif self.labels.is_label(text) and (cell.first == 0 or self._open is None):
            self._open = text
            self._heads = []
            self.said.append(text)
        elif self._open is not None:
            self.pairs.append(Pair((self._open,), cell.text, row.locator))
            self._open = None
        elif self.pairs and cell.first > 0 and not self._heads:
            last = self.pairs[-1]
            self.pairs[-1] = Pair(last.labels, f"{last.text}\n{cell.text}", last.locator)
        else:
            self.said.append(text)
            self.loose.append(cell.text)

    def _in_turn(self, cells: list[Cell]) -> list[tuple[tuple[str, ...], Cell]]:
        """Labels and values in turn: each value with the labels right before it; empty where a row is not of these."""
        if not self.marks.known(cells[0].text) or self._sure(cells[1]) or not any(self._sure(c) for c in cells[2:]):
            return []
        found, chain, valued = [], [], False
        for number, cell in enumerate(cells):
            # A last cell behind a label is its value, whatever it looks like.
            if (self._sure(cell) or number == 0) and not (number == len(cells) - 1 and chain and not valued):
                chain = [*([] if valued else chain), one_line(cell.text)]
                valued = False
            else:
                found.append((tuple(chain), cell))
                valued = True
        return found

    def _sure(self, cell: Cell) -> bool:
        """Whether a cell is a label by its words, or a label that repeats over the document."""
        known = self.marks.by_words(cell.text) or (self.marks.known(cell.text) and self.marks.repeats(cell.text))
        return known and self.marks.mark(cell) == "label"

    def _is_head(self, cells: list[Cell]) -> bool:
        """Whether no cell of a row is a value: labels and times only, or labels and what is left empty for a corner."""
        marks = [self.marks.mark(cell) for cell in cells]
        if any(mark == "value" for mark in marks):
            return False
        heads = sum(mark in ("label", "time") for mark in marks)
        if len(cells) == 2 and marks[1] == "label" and not self._are_head_words(*cells):
            return False  # a label and a value that looks like one
        others = marks.count("text")
        if marks[0] in ("text", "unit") and others < 2 and cells[0].first == 0:
            return heads >= 2 or (marks[1] == "time" and not self._heads)  # the corner may say something of the table
        return not others and heads >= 2

    def _are_head_words(self, left: Cell, cell: Cell) -> bool:
        """Whether the second of two cells is a head as the first is, and not its value."""
        merged = cell.last > cell.first
        return self._sure(cell) or (self.marks.repeats(cell.text) and not merged and not self.marks.by_words(left.text))

    def _is_label(self, cell: Cell) -> bool:
        line = one_line(cell.text)
        return self.labels.is_label(line) and not (self._heads and is_form(line))

    def _under_heads(self, cells: list[Cell]) -> bool:
        """Whether most cells stand right below heads, so that the first is no label of the row."""
        if not self._heads:
            return False
        first = chain_over(cells[0], self._heads)
        return bool(first) and self.labels.known(first[-1]) and all(chain_over(cell, self._heads) for cell in cells)

    def _labelled(self, cells: list[Cell], row: Row) -> None:
        """A label and its values; without heads all of them are one value, or labels and values in turn."""
        label, *values = cells
        if self._heads and any(chain_over(cell, self._heads) for cell in values):
            for cell in values:
                self.pairs.append(Pair((*chain_over(cell, self._heads), one_line(label.text)), cell.text, row.locator))
            self._headed = True
            return
        marks = [self.marks.mark(cell) for cell in cells]
        if len(cells) >= 4 and len(cells) % 2 == 0 and all(m == "label" for m in marks[::2]):
            for left, right in zip(cells[::2], cells[1::2], strict=True):
                self.pairs.append(Pair((one_line(left.text),), right.text, row.locator))
            return
        self._heads = []
        if len(values) > 1 and all(m in ("label", "time") for m in marks[1:-1]):
            chain = tuple(one_line(cell.text) for cell in cells[:-1])
            self.pairs.append(Pair(chain, values[-1].text, row.locator))
            return
        for cell in values:
            self.pairs.append(Pair((one_line(label.text),), cell.text, row.locator))

    def _below_heads(self, cells: list[Cell], row: Row) -> None:
        for cell in cells:
            if chain := chain_over(cell, self._heads):
                self.pairs.append(Pair(chain, cell.text, row.locator))
            else:
                self.loose.append(cell.text)
        self._headed = True


def split_label(text: str, labels: Labels) -> tuple[str, str] | None:
    """A line as label and what follows it after a colon, or below it; None where it does not begin with a label."""
    first, broken, below = text.partition("\n")
    before, colon, after = first.partition(":")
    if colon and not after.startswith("//") and labels.is_label(before.strip() + ":"):
        return one_line(before), (after.strip() + broken + below).strip()
    if broken and labels.is_label(one_line(first)):
        return one_line(first), below
    return None
