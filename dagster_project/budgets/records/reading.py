"""A document as records, in its order.

Belongs here: where what is told of a party begins and ends, and the section that it stands in. Does not belong here:
what stands within (`running`, `tables`).
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dagster_project.budgets.choice.labels import Labels, field_of, is_form, is_value
from dagster_project.budgets.choice.weighed import Weighed, weighed
from dagster_project.budgets.labels import PARTY_FIELDS
from dagster_project.budgets.names import key_of
from dagster_project.budgets.records.cells import alone, cells_of
from dagster_project.budgets.records.model import Occurrence, Pair, Record
from dagster_project.budgets.records.occurrences import occurrences
from dagster_project.budgets.records.outline import outline_of, sections_of
from dagster_project.budgets.records.running import Running
from dagster_project.budgets.records.tables import Split, begins_with_rest, continued, follows, records_of_table
from dagster_project.budgets.records.typed import type_labels
from dagster_project.budgets.records.unit_texts import UnitTexts
from dagster_project.budgets.sections import is_category, is_general, is_part, is_plural
from dagster_project.budgets.sentences import sentences
from dagster_project.budgets.vocabulary import FORM
from dagster_project.documents import Document, Heading, ListItem, Paragraph, Table
from dagster_project.documents.model import Block, page_of
from dagster_project.documents.text import one_line

_NEARLY_ALL = 0.8
"""Share of the titles of parties with a legal form above them from which on it is of the title below."""
_PAGE_NUMBER = re.compile(r"[. ]*\d{0,4}")
"""What stands behind a name in a table of contents."""
_LISTED = 3
"""Names in one place from which on it may be a list of names that nothing follows."""


@dataclass
class _Region:
    """A name outside a table with names, and the blocks after it until the next."""

    occurrence: Occurrence
    level: int | None
    first: str
    blocks: list[Block] = field(default_factory=list)
    record: Record | None = None
    """What was read already of a card in a table, that the blocks go on with."""
    tag: Block | None = None
    """The legal form above its title."""


def records_of(document: Document, names: Weighed | None = None) -> list[Record]:
    """The records of a document in the order of their places; `names` as from `weighed`."""
    names = names or weighed(document)
    found = occurrences(names.units, names.best, names.chosen)
    return _Reading(document, names.labels, found).records()


class _Reading:
    def __init__(self, document: Document, labels: Labels, found: Sequence[Occurrence]):
        self.document = document
        self.labels = labels
        self.at: dict[int, list[Occurrence]] = defaultdict(list)
        for one in found:
            self.at[one.unit.index].append(one)
        self.tags = self._forms_above_titles()
        self.outline = outline_of(document, self.at.keys(), labels.is_label)
        self.units = UnitTexts(document)
        self.regions: list[_Region | Record] = []
        self.current: _Region | None = None
        self.before: Split | None = None

    def records(self) -> list[Record]:
        for index, block in enumerate(self.document.blocks):
            self._block(index, block)
        self._cut_lists()
        made = [one if isinstance(one, Record) else self._read(one) for one in self.regions]
        type_labels(made)
        sheets = self._sheets(made)
        names = {key_of(record.occurrence.name) for record in made}
        parties = [(record.occurrence.unit.index, record.occurrence.named.part.name) for record in made]
        for record, section in zip(made, sections_of(parties, self.outline, names), strict=True):
            record.in_table = record.section is not None
            record.over += [title.text for title in reversed(self.outline[record.occurrence.unit.index])]
            record.titled = any(not is_general(title.text) for title in self.outline[record.occurrence.unit.index])
            record.section = record.section or section or sheets.get(record.occurrence.unit.index)
        return made

    def _sheets(self, made: Sequence[Record]) -> dict[int, str]:
        """The titles of tables by their blocks, where there are several with parties: each is a section then."""
        tables = {record.occurrence.unit.index: self.document.blocks[record.occurrence.unit.index] for record in made}
        titles = {index: one.title for index, one in tables.items() if isinstance(one, Table) and one.title}
        parties = {
            (r.occurrence.unit.index, r.occurrence.named.part.name) for r in made if r.occurrence.unit.index in titles
        }
        several = 1 < len(set(titles.values())) < len(parties)  # a sheet for each party is no section
        named = {i: t for i, t in titles.items() if not (is_general(t) or any(map(str.isdigit, t)))}
        return named if several else {}

    def _forms_above_titles(self) -> frozenset[int]:
        """The blocks that are no more than the legal form of the party whose title follows; nearly all have one."""
        titles = [i for i in self.at if i and isinstance(self.document.blocks[i], Heading)]
        above = [i - 1 for i in titles if i - 1 not in self.at and _is_form(self.document.blocks[i - 1])]
        # Above the first title stands no form where it is the last that a card tells.
        all_have = len(above) > 1 and len(above) >= _NEARLY_ALL * len(titles) and min(titles) - 1 in above
        return frozenset(above) if all_have else frozenset()

    def _block(self, index: int, block: Block) -> None:
        if index in self.tags:
            return
        named = self.at.get(index, [])
        if isinstance(block, Table):
            self._table(index, block, named)
            return
        text = one_line(block.text)
        if isinstance(block, Heading):
            if self.before is not None:
                self.before.section = None
            self._heading(block, text, bool(named))
        elif not named and is_category(text) and is_plural(text):
            self.current = None
            return
        if not named:
            if self.current is not None:
                self.current.blocks.append(block)
            return
        self.before = None
        whole = next((o for o in named if o.unit.line is None and o.unit.sentence is None), None)
        spoken = [o for o in named if o.unit.sentence is not None and o.first]
        if spoken and not any(o.unit.sentence is None for o in named):
            self._sentences(spoken, block)
            return
        by_line = {o.unit.line: o for o in named if o.unit.line is not None}
        if whole is not None and (not by_line or "\n" not in block.text):
            self._start(whole, block, _rest(whole))
            return
        waiting: list[str] = []
        for number, line in enumerate(block.text.split("\n")):
            if (one := by_line.get(number)) is None:
                if number - 1 not in by_line or not by_line[number - 1].unit.joined:
                    waiting.append(line)
                continue
            self._lines(waiting, block)
            waiting = []
            self._start(one, block, _rest(one))
        self._lines(waiting, block)

    def _sentences(self, named: list[Occurrence], block: Block) -> None:
        """A paragraph whose sentences name parties: each has the sentences from its own to that of the next. Several in
        one sentence have no more than their names."""
        text = sentences(one_line(block.text))
        turns = sorted({one.unit.turn for one in named})
        alone = len(named) == 1
        for one in named:
            self._start(one, block, "")
            if alone:
                self.current.blocks.append(Paragraph(block.text, block.locator))
            elif sum(other.unit.turn == one.unit.turn for other in named) == 1:
                until = next((turn for turn in turns if turn > one.unit.turn), len(text))
                told = " ".join(text[one.unit.turn : until])
                self.current.blocks.append(Paragraph(told, block.locator))
        if not alone:
            self.current = None

    def _lines(self, lines: list[str], block: Block) -> None:
        """Lines between names are of the one before them."""
        if lines and self.current is not None:
            self.current.blocks.append(Paragraph("\n".join(lines), block.locator))

    def _heading(self, block: Heading, text: str, named: bool) -> None:
        if named or self.current is None:
            return
        level = self.current.level
        label = self.labels.is_label(text)
        # Labels may be set as large as titles, and larger.
        own = label and (field_of(text) in PARTY_FIELDS or is_part(text) or self.labels.known(text))
        if (level is not None and block.level <= level and not own) or (level is None and not label):
            self.current = None

    def _start(self, one: Occurrence, block: Block, first: str) -> None:
        level = block.level if isinstance(block, Heading) else None
        tag = one.unit.index - 1
        self.current = _Region(one, level, first, tag=self.document.blocks[tag] if tag in self.tags else None)
        self.regions.append(self.current)

    def _table(self, index: int, table: Table, named: list[Occurrence]) -> None:
        if not named:
            if self.current is not None:
                self.current.blocks.append(table)
            elif self.before is not None and (more := continued(table, self.labels, self.before)) is not None:
                self.regions += more.records
                self.before = more
            elif self.before is not None and not follows(table, self.before):
                self._cut_off(table, self.before)
            return
        if self.current is not None and not any(o.first for o in named) and self._within(named):
            self.current.blocks.append(table)
            return
        if top := self._rest_above(table, named):
            if self.current is not None:
                self.current.blocks.append(replace(table, rows=table.rows[:top]))
            else:
                detail = "boven de eerste naam van deze tabel staan bedragen van een partij die niet is gevonden"
                self.document.refuse(table.rows[0].locator, "row_unreadable", detail)
            table = replace(table, rows=table.rows[top:])
            named = [replace(one, unit=replace(one.unit, row=one.unit.row - top)) for one in named]
        self.current = None
        near = [*([table.title] if table.title else []), *self.units.near(index, index)]
        if self.before is not None and not follows(table, self.before):
            self._cut_off(table, self.before)
        split = records_of_table(table, named, self.labels, near, self.before)
        self.regions += split.records
        self.before = split
        if split.records and split.records[-1].kind == "block" and not _beside_another(split.records):
            # What follows a card without a name of its own is of its party.
            one = self.regions.pop()
            self.current = _Region(one.occurrence, None, "", record=one)
            self.regions.append(self.current)

    def _rest_above(self, table: Table, named: Sequence[Occurrence]) -> int:
        """The rows that a table begins with of the party before it: above the first title of a card, with values under
        their labels; none where the names are no titles."""
        top = min(one.unit.row for one in named)
        rows = [cells_of(row) for row in table.rows[:top]]
        amounts = any(is_value(one_line(cell.text)) for cells in rows for cell in cells[1:])
        return top if amounts and alone(cells_of(table.rows[top])) is not None else 0

    def _cut_off(self, table: Table, before: Split) -> None:
        """Tell of the rest of a row whose beginning stands on a page that was not read."""
        if (row := begins_with_rest(table, before)) is not None:
            page = page_of(row.locator)
            detail = f"bladzijde {page} begint met het vervolg van een rij waarvan het begin niet is gelezen"
            self.document.refuse(row.locator, "row_unreadable", detail)

    def _within(self, named: list[Occurrence]) -> bool:
        """Whether a table names only the party that it stands below."""
        return {o.named.part.name for o in named} == {self.current.occurrence.named.part.name}

    def _cut_lists(self) -> None:
        """Of a list of names of which nothing follows most, what follows the last is not of it."""
        groups: dict[tuple, list[_Region]] = defaultdict(list)
        for region in self.regions:
            if isinstance(region, _Region) and region.level is None and region.record is None:
                groups[region.occurrence.named.place].append(region)
        for regions in groups.values():
            bare = sum(not region.blocks for region in regions)
            if len(regions) >= _LISTED and bare * 3 >= len(regions) * 2:
                for region in regions:
                    region.blocks = [b for b in region.blocks if isinstance(b, ListItem) and b.depth > 1]

    def _read(self, region: _Region) -> Record:
        record = region.record or Record(region.occurrence, "block")
        if region.tag is not None:
            record.pairs.append(Pair((f"={FORM}",), region.tag.text, region.tag.locator))
        Running(record, self.labels).read(region.blocks, region.first)
        if not record.pairs and all(map(_PAGE_NUMBER.fullmatch, record.loose)):
            record.kind = "name"
        first = region.occurrence.unit.index
        record.near += self.units.near(first, first + len(region.blocks))
        return record


def _beside_another(records: Sequence[Record]) -> bool:
    """Whether the last card of a table stands beside another one."""
    return len(records) > 1 and records[-1].occurrence.unit.row == records[-2].occurrence.unit.row


def _is_form(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_form(one_line(block.text))


def _rest(one: Occurrence) -> str:
    """What stands behind the name in its own text."""
    text = one.unit.text
    at = text.find(one.name)
    if at < 0:
        return ""
    rest = text[at + len(one.name) :].lstrip(" :;,.–|-\n")
    if one.seat:
        rest = re.sub(rf"^\(?(?:gevestigd )?(?:te |in )?{re.escape(one.seat)}\)?(?:[ :;,.–|-]+|$)", "", rest)
    return rest if not one.seat or one.seat not in rest or len(rest) > len(one.seat) + 25 else ""
