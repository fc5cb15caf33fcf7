"""What the surroundings of a text say of whether it is the name of a party: the label that it stands with, labels that
follow it, values beside it, and whether the document says it elsewhere.

Belongs here: log-odds from around a text. Does not belong here: how the text itself looks (`names`).
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from dagster_project.budgets.choice.labels import Labels, field_of, is_value
from dagster_project.budgets.choice.units import Unit
from dagster_project.budgets.labels import (
    PARTY_FIELDS,
    field_before_value,
    is_about_something_else,
    is_no_table_of_parties,
    is_vague,
)
from dagster_project.budgets.lines import take_apart
from dagster_project.budgets.names import clean_name, key_of
from dagster_project.budgets.prose import prose_fields
from dagster_project.budgets.sections import is_part
from dagster_project.budgets.vocabulary import NAME, OTHER, PARTICIPANTS, SUB_UNITS
from dagster_project.documents import Document, Heading, ListItem, Paragraph, Row, Table
from dagster_project.documents.model import Block
from dagster_project.documents.text import one_line

WEIGHTS = Path(__file__).with_name("context_weights.json")
"""Log-odds of each sign, made by `evaluation.train_context`."""
LABELLED, NAMED = -3.0, 2.0
"""Of what stands behind a colon: the label before it is of something else, or of a name."""
_TAKES_PART = re.compile(
    r"deelne(?:em|me)|neemt? .{0,80}\bdeel\b|\blid van\b|aandeelhouder|aandelen|\bbelang (?:van \S+ )?in\b|eigenaar"
    r"|participe|verbonden partij|vertegenwoordigd in|doen wij mee",
    re.IGNORECASE,
)
"""How a sentence says that the body takes part in what it names."""
_MEMBERS = re.compile(
    r"\b(?:deelnemers|leden|partners|aandeelhouders|deelnemende \w+) (?:hierin |hieraan )?zijn\b", re.IGNORECASE
)
_LISTED = re.compile(r"(?:vennootschap|deelneming|organisatie|regeling|partij|stichting|verband)\w*: ", re.IGNORECASE)
"""What stands before the names that a sentence lists."""
_PARTIES = re.compile(
    r"verbonden partij|deelneming|gemeenschappelijke (?:regeling|orga)|samenwerkingsverband|vennootschap|stichtingen"
    r"|verenigingen|participatie|deelne(?:em|men)",
    re.IGNORECASE,
)
"""What a title or a line says that is over parties."""
_FAR = 10
"""Blocks or rows below a text in which fields of its party are looked for."""
_TITLE = 90
"""Characters of a line that can be a title."""
_NUMBERED = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,2})*[a-z]?[.)]?|[a-z][.)]|[•·▪◦–-])\s+\S")
_BETWEEN = re.compile(r"[a-z][;,] [A-Z]|[a-z] en [A-Z]")
_OFTEN = 3
"""Places of one text from which on it is rather a label than a name."""
_LONG = 14
"""Words of a text that is longer than names are."""
_PROSE = 6
"""Words of a text that is running text."""


@lru_cache(maxsize=20_000)
def labelled(label: str | None) -> float:
    """What the label before a text, in the text itself, says of it."""
    if label is None:
        return 0.0
    field = field_of(one_line(label))
    return 0.0 if field is None or is_vague(label) else NAMED if field == NAME else LABELLED


def contexts(document: Document, units: Sequence[Unit], labels: Labels) -> list[float]:
    """What the surroundings add to the log-odds of each unit, in their order."""
    return [sum(weights()[name] for name in sorted(found)) for found in signs(document, units, labels)]


@cache
def weights() -> dict[str, float]:
    """The log-odds of each sign, by its name."""
    return json.loads(WEIGHTS.read_text(encoding="utf-8"))


def signs(document: Document, units: Sequence[Unit], labels: Labels) -> list[frozenset[str]]:
    """The signs around each unit, by the names of their weights."""
    elsewhere, introduced = _something_else(document), _introduced(document)
    keys = [key_of(clean_name(unit.text).text) for unit in units]
    places = Counter(key for key, _ in {(k, (u.index, u.column, u.line)) for k, u in zip(keys, units, strict=True)})
    return [
        frozenset(
            (
                *_signs(document.blocks, unit, labels),
                *(("elsewhere too",) if 1 < places[key] <= _OFTEN and unit.sentence is None else ()),
                *(("many times over",) if places[key] > _OFTEN and unit.sentence is None else ()),
                *(("about something else",) if unit.index in elsewhere else ()),
                *(("introduced as a party",) if unit.index in introduced and unit.sentence is None else ()),
            )
        )
        for unit, key in zip(units, keys, strict=True)
    ]


def _something_else(document: Document) -> set[int]:
    """The blocks below a title that says that they are of something else, and tables whose heads say so."""
    found, title = set(), False
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            title = is_about_something_else(one_line(block.text))
        elif isinstance(block, Table):
            heads = [c for row in block.rows[:2] for c in row.distinct]
            if title or is_no_table_of_parties(heads) or is_about_something_else(block.title or ""):
                found.add(index)
            title = False  # the table is what the title is of
        elif title:
            found.add(index)
        elif isinstance(_at(document.blocks, index + 1), Table) and is_about_something_else(block.text):
            found.add(index + 1)
    return found


def _introduced(document: Document) -> set[int]:
    """The blocks over which a title, or right above which a line, says that parties stand there."""
    found, line = set(), False
    titles: list[tuple[int, bool]] = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            titles = [title for title in titles if title[0] < block.level]
            if any(says for _, says in titles):
                found.add(index)
            titles.append((block.level, bool(_PARTIES.search(one_line(block.text)))))
            line = False
            continue
        if isinstance(block, Paragraph) and not _NUMBERED.match(block.text):
            if len(block.text) < _TITLE or block.text.rstrip().endswith(":"):
                line = bool(_PARTIES.search(one_line(block.text)))
            else:
                line = False
        if line or any(says for _, says in titles):
            found.add(index)
    return found


def _at(blocks: Sequence[Block], index: int) -> Block | None:
    return blocks[index] if index < len(blocks) else None


def _signs(blocks: Sequence[Block], unit: Unit, labels: Labels) -> Iterator[str]:
    line = one_line(unit.text)
    if is_value(line):
        yield "is a value"
        if _BETWEEN.search(line):
            yield "a list of governments"
    elif labels.known(line):
        yield "is a label"
    if unit.sentence is not None:
        yield "in a sentence"
        if _LISTED.search(unit.sentence[: max(0, unit.sentence.find(unit.text))]):
            yield "listed in a sentence"
        before = _before(blocks, unit)
        if take_apart(unit.sentence):
            yield "beside another label"
        elif before is not None and labels.known(before) and field_of(before) != NAME:
            yield "below another label"
            yield "beside another label"
        if _TAKES_PART.search(unit.sentence):
            yield "said to take part"
            if one_line(blocks[unit.index].text).startswith(unit.sentence):
                yield "opens a paragraph that takes part"
        return
    if line.count(";") > 1:
        yield "a list of governments"
    if unit.line and _within_list(blocks[unit.index].text.split("\n"), unit.line):
        yield "in a list below another label"
    if unit.joined:
        yield "two lines"
    if unit.piece:
        yield "a part of a cell"
    if _begins_with_label(line):
        yield "begins with a label"
    if isinstance(blocks[unit.index], Table):
        yield "cell"
        yield from _in_table(blocks[unit.index], unit, labels)
    else:
        yield from _in_text(blocks, unit, labels)


def _is_itself(text: str, labels: Labels) -> bool:
    """Whether a text is a label, a value, or both on one line."""
    line = one_line(text.split("\n")[0])
    return is_value(line) or labels.known(line) or bool(take_apart(line)) or len(line.split()) > _LONG


def _begins_with_label(line: str) -> bool:
    """Whether the first words of a text are a label of something else than names, and it goes on."""
    words = line.split()
    return any(field_before_value(" ".join(words[:n])) not in (None, NAME, OTHER) for n in range(1, min(4, len(words))))


def _within_list(lines: Sequence[str], at: int) -> bool:
    """Whether a line goes on with a list of participants or parts that a label above it in its block begins."""
    if not re.search(r"(?:[,;]|\ben)$", lines[at - 1].strip()) and not re.search(r"[,;]", lines[at]):
        return False  # the list ended in the line before
    for line in reversed(lines[:at]):
        if told := take_apart(line):
            return told[-1].field in (PARTICIPANTS, SUB_UNITS)
        if _MEMBERS.search(line):
            return True
    return False


def _in_text(blocks: Sequence[Block], unit: Unit, labels: Labels) -> Iterator[str]:
    block, line = blocks[unit.index], clean_name(unit.text).text
    if isinstance(block, Heading):
        yield "heading"
    elif isinstance(block, ListItem):
        yield "item"
    elif unit.line:
        yield "line"
    if _NUMBERED.match(unit.text):
        yield "numbered"
    if any(take_apart(below) for below in unit.text.split("\n")[1:]):
        yield "holds labels"
    before = _before(blocks, unit)
    if isinstance(block, ListItem) and (over := _over_list(blocks, unit.index)) and labels.known(over):
        yield "below a label of names" if field_of(over) == NAME else "in a list below another label"
    if before is not None and not isinstance(block, Heading) and labels.known(before):
        yield "below a label of names" if field_of(before) == NAME else "below another label"
    after = _after(blocks, unit)
    if (after and _begins(after, labels)) or is_part(after or ""):
        yield "labels follow"
        of_label = before is not None and labels.known(before) and field_of(before) != NAME
        if _is_itself(unit.text, labels) or (of_label and not isinstance(block, Heading)):
            return  # what follows is of the name above this label or value
        if (fields := _fields_below(blocks, unit)) > 1:
            yield "two fields of parties follow"
        elif fields:
            yield "a field of parties follows"
    elif after and len(after.split()) >= _PROSE:
        yield "prose follows"
        if len(fields := {one.field for one in prose_fields(one_line(after))} & PARTY_FIELDS) > 1:
            yield "two fields of parties follow"
        elif fields:
            yield "a field of parties follows"
    if after and len(line) > 2 and _begins_with(after, line):
        yield "begins the text below"


def _over_list(blocks: Sequence[Block], index: int) -> str | None:
    """The line right above the list that an item is in."""
    while index >= 0 and isinstance(blocks[index], ListItem):
        index -= 1
    over = blocks[index] if index >= 0 else None
    return one_line(over.text.split("\n")[-1]) if isinstance(over, Paragraph | Heading) else None


def _last_line(unit: Unit) -> int:
    """The number of the last line of a text in its block."""
    return (unit.line or 0) + unit.joined


def _before(blocks: Sequence[Block], unit: Unit) -> str | None:
    if unit.line:
        return one_line(blocks[unit.index].text.split("\n")[unit.line - 1])
    before = blocks[unit.index - 1] if unit.index else None
    return one_line(before.text.split("\n")[-1]) if isinstance(before, Paragraph | Heading) else None


def _after(blocks: Sequence[Block], unit: Unit) -> str | None:
    block = blocks[unit.index]
    lines = block.text.split("\n")
    at = _last_line(unit)
    if len(lines) > at + 1 and (unit.line is not None or unit.text != block.text):
        return lines[at + 1]
    after = blocks[unit.index + 1] if unit.index + 1 < len(blocks) else None
    if isinstance(after, Table):
        first = after.rows[0].cells
        return next((cell for cell in first if cell.strip()), None)
    if after is None or (isinstance(after, ListItem) and isinstance(block, ListItem) and after.depth <= block.depth):
        return None
    return after.text.split("\n")[0]


def _fields_below(blocks: Sequence[Block], unit: Unit) -> int:
    """How many different fields that only parties have stand below a text, before the next title."""
    block = blocks[unit.index]
    level = block.level if isinstance(block, Heading) else 0
    texts = block.text.split("\n")[_last_line(unit) + 1 :] if unit.line is not None else []
    for after in blocks[unit.index + 1 : unit.index + 1 + _FAR]:
        if isinstance(after, Heading) and (
            after.level <= level or not (is_part(after.text) or _begins_known(after.text))
        ):
            break
        if isinstance(after, Table):
            texts += [cell for row in after.rows[:_FAR] for cell in row.distinct[:4]]
        else:
            texts += after.text.split("\n")
    found = set()
    for text in texts[: 4 * _FAR]:
        told = take_apart(text)
        found |= {one.field for one in told} or {field_of(one_line(text))}
    return len(found & PARTY_FIELDS)


def _begins_with(text: str, name: str) -> bool:
    """Whether a text begins with a name, with or without an article, and goes on."""
    begin = re.sub(r"^(?:de|het) ", "", one_line(text), flags=re.IGNORECASE)
    bare = re.sub(r"^(?:de|het) ", "", name, flags=re.IGNORECASE)
    return begin.startswith(bare) and len(begin) > len(bare) + _PROSE


def _begins_known(text: str) -> bool:
    return field_of(one_line(text).partition(":")[0]) is not None


def _begins(text: str, labels: Labels) -> bool:
    """Whether a text begins with a label of something else than names."""
    text = text.split("\n")[0]
    told = take_apart(text)
    if told:
        return told[0].field != NAME
    return labels.known(one_line(text)) and field_of(one_line(text)) != NAME


def _in_table(table: Table, unit: Unit, labels: Labels) -> Iterator[str]:
    row = table.rows[unit.row]
    head = next((r for r in _heads(table, unit.row) if labels.known(one_line(r.cell(unit.column)))), None)
    first = one_line(row.cells[0])
    alone = len(row.distinct) == 1
    if unit.column and first != one_line(unit.text) and labels.known(first) and not _is_head_row(row, labels):
        yield "beside a label of names" if field_of(first) == NAME else "beside another label"
    elif head is not None and not alone:
        label = one_line(head.cell(unit.column))
        if not is_vague(label):
            yield "under a label of names" if field_of(label) == NAME else "under another label"
    elif unit.row and alone and len(table.rows[unit.row - 1].distinct) == 1:
        above = one_line(table.rows[unit.row - 1].distinct[0])
        if labels.known(above):
            yield "below a label of names" if field_of(above) == NAME else "below another label"
    if alone:
        yield "alone in its row"
        below = table.rows[unit.row + 1 : unit.row + 2]
        if below and below[0].cells and _begins(below[0].cells[0], labels):
            yield "labels follow"
        if _is_itself(unit.text, labels) or (
            unit.row
            and len(table.rows[unit.row - 1].distinct) == 1
            and labels.known(one_line(table.rows[unit.row - 1].distinct[0]))
        ):
            return
        texts = [c for r in table.rows[unit.row + 1 : unit.row + 5] for c in r.distinct]
        fields = {field_of(one_line(c.partition(":")[0].split("\n")[0])) for c in texts} & PARTY_FIELDS
        if len(fields) > 1:
            yield "two fields of parties follow"
        elif fields:
            yield "a field of parties follows"
        return
    fields = {field_of(one_line(c)) for r in _heads(table, unit.row) for c in r.distinct} & PARTY_FIELDS
    if not fields:
        fields = {field_of(one_line(c)) for c in row.distinct if c != unit.text} & PARTY_FIELDS
        fields |= {
            field_of(one_line(r.cells[0])) for r in table.rows[unit.row + 1 : unit.row + 5] if r.cells
        } & PARTY_FIELDS
    if len(fields) > 1:
        yield "two fields of parties in the table"
    elif fields:
        yield "a field of parties in the table"
    values = sum(is_value(c) for c in row.distinct if c != unit.text)
    if values:
        yield "a value beside"
    if values > 1:
        yield "values beside"


def _heads(table: Table, until: int) -> list[Row]:
    return [row for row in table.rows[: min(until, 4)] if len(row.distinct) > 1]


def _is_head_row(row: Row, labels: Labels) -> bool:
    return sum(labels.known(one_line(c)) for c in row.distinct) * 2 > len(row.distinct)
