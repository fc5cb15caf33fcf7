"""Blocks of text that tell of one party, as pairs of label and value: a label before a colon, on a line of its own, in
a heading, or as the first words of a line.

Belongs here: text that stands in no table with several parties. Does not belong here: where the text of a party begins
and ends (`reading`).
"""

import re
from collections import Counter
from collections.abc import Sequence

from dagster_project.budgets.choice.labels import Labels, field_of, is_form, is_time
from dagster_project.budgets.choice.speaking import is_task, speaking, with_whom
from dagster_project.budgets.labels import AMOUNTS, field_before_value
from dagster_project.budgets.lines import is_wrapped, parted, take_apart
from dagster_project.budgets.prose import prose_fields
from dagster_project.budgets.records.grids import Grid, split_label
from dagster_project.budgets.records.model import Pair, Record
from dagster_project.budgets.sentences import sentences
from dagster_project.budgets.vocabulary import FORM, NAME, OTHER, PARTICIPANTS, PURPOSE, SEAT
from dagster_project.documents import Heading, ListItem, Table
from dagster_project.documents.model import Block
from dagster_project.documents.text import one_line

_AMOUNT = re.compile(r"€|(?<![\d/.-])-?\d{1,3}(?:\.\d{3})+(?![\d-])|(?<=\d{4}) -?\d+(?:[.,]\d+)?(?: |$)")
"""Where the amounts of a line without a colon begin."""

_UNLIKELY, _ITEM, _WAITS = 3.0, 0.8, 1.2
"""Log-odds off a label that goes on or ends like a sentence, is an item of a list, or stands below a label that has no
value yet."""

_SENTENCES = 2
"""Sentences of a line that is running text, whatever its first words are."""
_RUN_IN = 3
"""Labels with their values that a line is made of, so that it is no running text."""
_LABEL = 6
"""Words of a label before a colon at most; more are of a sentence."""
_SHORT = (FORM, SEAT)
_OF_WORDS = (FORM, SEAT, PURPOSE, PARTICIPANTS)
_GOES_ON, _LINE = 2.5, 30
"""Log-odds off a label that no list knows below a value of so many characters that nothing ends; where the document has
that line again and again it is no half of a value."""


class Running:
    """Reads the blocks of one record in their order into it."""

    def __init__(self, record: Record, labels: Labels):
        self.record, self.labels = record, labels
        self._open: str | None = None
        self._values: list[str] = []
        self._locator = ""

    def read(self, blocks: Sequence[Block], first: str = "") -> None:
        """Read blocks; `first` is what stands behind the name in its own block."""
        if first and is_task(first) and not self.labels.is_label(first) and not is_form(first):
            self.record.pairs.append(Pair((f"={PURPOSE}",), first, self.record.occurrence.unit.locator))
        elif first:
            self._text(first, self.record.occurrence.unit.locator)
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Heading):
                self._heading(block)
            else:
                self._text(block.text, block.locator, isinstance(block, ListItem))
        self._close()

    def _table(self, table: Table) -> None:
        grid = Grid(self.labels, self.record.pairs[-1:])
        grid.read(table.rows)
        if self.record.pairs:
            self.record.pairs[-1], *grid.pairs = grid.pairs
        if self._open is not None and not self._values and len(grid.pairs) > 1:
            # The label before a table is over all that stands in it.
            grid.pairs = [Pair((self._open, *p.labels), p.text, p.locator) for p in grid.pairs]
            self._open = None
        self._close()
        self.record.pairs += grid.pairs
        self.record.loose += grid.loose
        self.record.near += grid.said

    def _heading(self, heading: Heading) -> None:
        self._close()
        text = one_line(heading.text)
        self.record.near.append(text)
        if split := split_label(text, self.labels):
            self._start(*split, heading.locator)
        else:
            self._start(text, "", heading.locator)

    def _text(self, text: str, locator: str, item: bool = False) -> None:
        lines = [one_line(text)] if is_wrapped(lines := text.split("\n")) else lines
        told = self._told(lines, locator)
        if not told and len(lines) == 1 and len(parts := parted(text)) > _RUN_IN:
            lines = parts
            if not self.record.pairs and not take_apart(parts[0]):  # what it is for, right behind its name
                self.record.pairs.append(Pair((f"={PURPOSE}",), parts[0], locator))
                lines = parts[1:]
        for number, line in enumerate(lines[told:]):
            waits = self._open is not None and not self._values
            if told := self._labelled(line, waits):
                self._close()
                for label, value in told[:-1]:
                    self.record.pairs.append(Pair((label,), value, locator))
                self._start(*told[-1], locator)
            elif not waits and (who := with_whom(line)):
                self._close()
                self.record.pairs.append(Pair((f"={PARTICIPANTS}",), who, locator))
            elif self._as_label(line, item, waits) > 0:
                self._close()
                self._start(one_line(line), "", locator)
            elif self._open is not None and (self._is_amount_told(line) or self._is_head(line)):
                self._close()
                self._loose(line, locator)
            elif self._open is not None and not (number == 0 and self._is_prose(line) and self._values):
                self._values.append(line)
            else:
                self._close()
                self._loose(line, locator)

    def _told(self, lines: list[str], locator: str) -> int:
        """Take the sentences that a paragraph begins with as fields, also where the first has a label; gives the
        number of lines that they fill."""
        label, colon, _ = lines[0].partition(":")
        running = len(sentences(lines[0])) >= _SENTENCES or (colon and len(label.split()) > _LABEL)
        if not running or len(take_apart(lines[0])) >= _RUN_IN:
            return 0
        ends = (n for n, line in enumerate(lines[1:], 1) if (":" in line or "?" in line) and take_apart(line))
        until = next(ends, len(lines))
        told = prose_fields(one_line("\n".join(lines[:until])))
        if told:
            self._close()
            self.record.pairs += [Pair((f"={one.field}",), one.value, locator) for one in told if not one.weak]
        return until if told else 0

    def _labelled(self, line: str, waits: bool) -> list[tuple[str, str]]:
        """A line as labels with their values, in order; empty where it does not begin with a label and its value."""
        told = take_apart(line)
        says = bool(told) and (bool(told[0].value) or any(c.isdigit() for c in told[0].label))
        if says and not (waits and told[0].field == OTHER):
            often = Counter(one.label for one in told)  # one label of two fields has both
            found = [
                (f"={one.field}", one.value) if often[one.label] > 1 else with_amount(one.label, one.value)
                for one in told
            ]
            return found if all(value for _, value in found) or not waits else []
        question, mark, answer = line.partition("?")
        if mark and answer.strip() and self.labels.is_label(question + "?"):
            return [(one_line(question + "?"), answer.strip())]
        split = split_label(line, self.labels) or self.labels.opening(line)
        return [split] if split and not line[:1].islower() and (split[1] or not waits) else []

    def _as_label(self, line: str, item: bool, waits: bool) -> float:
        """How much a line, alone, looks like a label here; above 0 it is one."""
        line = one_line(line)
        score = self.labels.score(line)
        if not waits and score > 0 and (prose_fields(line) or speaking([line])):
            return -_UNLIKELY  # `Gevestigd te Assen` says itself what it says
        score -= _UNLIKELY * (line[:1].islower() or line[-1:] in ".;,")
        score -= _ITEM * item
        last = self._values[-1].rstrip() if self._values else ""
        if last and last[-1].isalpha() and len(last) > _LINE and field_before_value(line) is None:
            score -= _GOES_ON * (not self.labels.recurs(line))  # the line before may go on here
        if waits and field_of(self._open) in _SHORT and field_of(line) in (None, OTHER, NAME):
            return -_UNLIKELY  # such a label has its value right below it
        if waits and is_form(line):
            return -_UNLIKELY
        return score - _WAITS * (waits and not self.labels.known(line))

    def _is_prose(self, line: str) -> bool:
        return len(line.split()) > 5 and line[:1].isupper() and line.rstrip()[-1:] in ".!?" and (
            not self._is_prose_value()
        )  # fmt: skip

    def _is_amount_told(self, line: str) -> bool:
        """Whether the amount of a label has been told, and a line begins that tells something else."""
        told = field_of(self._open) in AMOUNTS and any(any(map(str.isdigit, value)) for value in self._values)
        return told and line[:1].isupper() and len(line.split()) > 2 and not any(map(str.isdigit, line))

    def _is_head(self, line: str) -> bool:
        """Whether a line below a value of words holds nothing but the times that stand over the amounts below it."""
        words = line.replace("|", " ").split()
        return bool(self._values) and field_of(self._open) in _OF_WORDS and all(map(is_time, words))

    def _is_prose_value(self) -> bool:
        return any(len(value.split()) > 8 for value in self._values)

    def _loose(self, line: str, locator: str) -> None:
        told = prose_fields(one_line(line))
        if told:
            self.record.pairs += [Pair((f"={one.field}",), one.value, locator) for one in told if not one.weak]
        else:
            self.record.loose.append(line)
            self.record.near.append(one_line(line))

    def _start(self, label: str, value: str, locator: str) -> None:
        self._open, self._values, self._locator = label, [value] if value else [], locator

    def _close(self) -> None:
        if self._open is not None and self._values:
            self.record.pairs.append(Pair((self._open,), "\n".join(self._values), self._locator))
        elif self._open is not None:
            self.record.near.append(self._open)
        self._open, self._values = None, []


def with_amount(label: str, value: str) -> tuple[str, str]:
    """A label in which amounts stand, as `Eigen vermogen 1-1 € 100`, parted before the first of them."""
    if not value and (found := _AMOUNT.search(label)):
        return label[: found.start()].strip(" :"), label[found.start() :]
    return label, value
