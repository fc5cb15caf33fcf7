"""Blocks of one party: a name, and below it lines of label and value.

A block begins at a heading that is followed by labels, or, where the names are no headings, at the text before the
label with which blocks of this document begin. It ends at the next heading that is not below its own.
"""

import itertools
from collections import Counter
from dataclasses import dataclass, field

from dagster_project.budgets import labels
from dagster_project.budgets.amounts import find_amounts, unit_of
from dagster_project.budgets.block import Block, is_remark, party_of
from dagster_project.budgets.labels import AMOUNTS
from dagster_project.budgets.names import is_party
from dagster_project.budgets.party import Party
from dagster_project.budgets.sections import is_category, is_general, is_part, is_plural
from dagster_project.budgets.stream import Line
from dagster_project.budgets.vocabulary import FORM, NAME, OTHER, PARTICIPANTS, SEAT

_LEAST_FIELDS = 2
"""Different fields of parties that make a block one of a party."""

_LIKE_OTHERS = 3
"""Parties under headings of one level that make a heading of that level one as well, where only one field is told."""

_DASHES = ("-", "–", "—")

_SENTENCE_WORDS = 5
"""Words of a sentence at least."""

_SHORT = (FORM, SEAT, PARTICIPANTS, *AMOUNTS)
"""Fields of which the value is no text of several paragraphs."""

_NAME_LINES = 3
"""Lines over which a name that is no heading may run."""

_WITHOUT_HEADING = 99
"""The level of a name that is no heading: every heading ends its block."""


@dataclass
class BlockReader:
    """Reads the lines of a document; `parties` holds what was found, `used` the indexes of the lines it stands in."""

    parties: list[Party] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    _headings: list[tuple[int, str]] = field(default_factory=list)
    _candidate: tuple[str, Line, int] | None = None
    _between: list[str] = field(default_factory=list)
    _loose: list[tuple[int, Line]] = field(default_factory=list)
    _open: Block | None = None
    _opener: tuple[str, str] | None = None
    _unit: float = 1.0
    _poor: list[tuple[int, Party, int]] = field(default_factory=list)
    _levels: Counter = field(default_factory=Counter)

    def read(self, lines: list[Line]) -> list[Party]:
        """The parties of the lines, in order."""
        for index, line in enumerate(lines):
            if line.level is not None and (not line.labelled or self._above(line)):
                if not self._is_part(line, lines[index + 1 :]):
                    self._heading(line)
            elif line.labelled and line.labelled[0].field == NAME and line.labelled[0].weak:
                self._named_in_prose(line)
            elif line.labelled and not self._is_value(line):
                self._label(line)
                if self._open:
                    self.used.add(index)
            else:
                self._text(index, line)
        self._close()
        self._take_poor()
        return self.parties

    def _take_poor(self) -> None:
        """A heading with one field below it is a party where most headings of its level are."""
        poor = Counter(level for _, _, level in self._poor)
        for position, party, level in reversed(self._poor):
            if self._levels[level] >= max(_LIKE_OTHERS, 2 * poor[level]):
                self.parties.insert(position, party)

    def _is_part(self, line: Line, below: list[Line]) -> bool:
        """A heading right below a name that opens a part of what is told of it, unless parties stand there."""
        if self._open or not self._candidate or line.level <= self._candidate[2] or not is_part(line.text):
            return False
        deeper = itertools.takewhile(lambda x: x.level is None or x.level > self._candidate[2], below)
        return not any(x.level is not None and is_party(x.text) for x in deeper)

    def _heading(self, line: Line) -> None:
        self._unit = unit_of(line.text) or self._unit
        if self._open and line.level > self._open.level and not is_party(line.text):
            # A heading below the party's own that names no party is a part of its block.
            self._open.values.append((OTHER, line.text, []))
            return
        if self._open and line.level > self._open.level and not line.opens:
            return
        self._close()
        while self._headings and self._headings[-1][0] >= line.level:
            self._headings.pop()
        self._headings.append((line.level, line.text))
        self._candidate = (line.text, line, line.level) if is_party(line.text) else None
        self._between, self._loose = [], []

    def _text(self, index: int, line: Line) -> None:
        if line.starts and is_category(line.text) and is_plural(line.text) and not self._waits():
            self._close()
            self._headings = [(0, line.text)]
            self._candidate, self._between, self._loose = None, [], []
            return
        if line.starts and self._loose and self._loose[-1][1].block != line.block:
            self._loose = []
        self._loose.append((index, line))
        self._unit = unit_of(line.text) or self._unit
        if self._open:
            self.used.add(index)
            if self._open.values:
                if line.text in _DASHES and any(self._open.values[-1][2]):
                    return  # an empty cell after the value, not a minus behind it
                if self._is_of_another(line):
                    self._open.values.append((OTHER, "", []))
                self._open.values[-1][2].append(line.text)
        elif self._candidate:
            self._between.append(line.text)

    def _above(self, line: Line) -> bool:
        """A heading above those of parties opens a section, also where its first word is one of labels: `Bestuur en
        veiligheid`."""
        at = self._open.level if self._open else self._candidate[2] if self._candidate else None
        return at is not None and at != _WITHOUT_HEADING and line.level < at and line.labelled[0].weak

    def _named_in_prose(self, line: Line) -> None:
        """A sentence names its party, unless a heading above it does."""
        if self._candidate is None and (self._open is None or self._open.level == _WITHOUT_HEADING):
            self._start(line.labelled[0].value, line, _WITHOUT_HEADING)

    def _is_of_another(self, line: Line) -> bool:
        """A paragraph of sentences after a short value is no part of it: the text goes on with something else."""
        name, _, texts = self._open.values[-1]
        if not (line.starts and not line.item and name in _SHORT and any(texts)):
            return False
        if name in (FORM, SEAT):
            return True
        return len(line.text.split()) > _SENTENCE_WORDS and line.text[:1].isupper() and line.text.rstrip()[-1:] in ".!?"

    def _label(self, line: Line) -> None:
        first = line.labelled[0]
        key = (first.field, labels.bare(first.label))
        if first.field == NAME and first.value:
            self._start(first.value, line, _WITHOUT_HEADING)
        elif self._open is None and self._candidate:
            name, where, level = self._candidate
            between = self._between
            self._start(name, where, level)
            self._open.before = between
        elif (name := self._loose_name()) and self._may_begin(key, line):
            where = name[0][1]
            if self._open and self._open.values:
                kept = self._open.values[-1][2]
                del kept[max(0, len(kept) - len(name)) :]
            self._start(" ".join(x.text for _, x in name if not is_remark(x.text)), where, _WITHOUT_HEADING)
            self._open.before = [x.text for _, x in name if is_remark(x.text)]
        self._loose = []
        if self._open:
            for part in line.labelled:
                self._open.values.append((part.field, part.label, [part.value] if part.value else []))

    def _is_value(self, line: Line) -> bool:
        """Below a label that still waits for its value, what may be either is the value: `Toezicht op bedrijven`."""
        return self._waits() and line.labelled[0].weak and line.level is None and self._open.values[-1][0] != OTHER

    def _waits(self) -> bool:
        """Whether the last label has no value yet."""
        if self._open is None or not self._open.values:
            return False
        name, label, texts = self._open.values[-1]
        # `Eigen vermogen begin 823 eind 2.073` has no colon, and its figures all the same.
        return not any(texts) and not (name in AMOUNTS and find_amounts(labels.without_unit(label)))

    def _may_begin(self, key: tuple[str, str], line: Line) -> bool:
        """Whether a name that is no heading may begin a block before this label."""
        if self._open is None:
            return True
        if self._open.level != _WITHOUT_HEADING:
            return False
        return key == self._open.first or any(key == (f, labels.bare(x)) for f, x, _ in self._open.values if f != OTHER)

    def _loose_name(self) -> list[tuple[int, Line]]:
        """The lines right before a label that can be a name: the last block of text, from its start."""
        lines = self._loose[-_NAME_LINES - 1 :]
        named = [x for x in lines if not is_remark(x[1].text)]
        if not named or not self._loose[0][1].starts or len(self._loose) > _NAME_LINES + 1:
            return []
        return lines if is_party(" ".join(x.text for _, x in named)) else []

    def _start(self, name: str, line: Line, level: int) -> None:
        self._close()
        section = next(
            (t for at, t in reversed(self._headings) if t != line.text and not is_general(t) and at < level), None
        )
        self._open = Block(name, line, level, section)
        self._candidate, self._between = None, []

    def _close(self) -> None:
        block, self._open = self._open, None
        if block is None or not is_party(block.name):
            return
        if len(block.fields) >= _LEAST_FIELDS:
            self.parties.append(party_of(block, self._unit))
            self._levels[block.level] += 1
        elif block.fields and block.level != _WITHOUT_HEADING:
            self._poor.append((len(self.parties), party_of(block, self._unit), block.level))
