"""The lines and tables of pages as blocks: which lines are headings, items of lists, or belong to one paragraph."""

import re
from collections import Counter

from dagster_project.documents.formats.pdf_layout import Line, PageLines
from dagster_project.documents.formats.pdf_tables import PageTable, locator_of
from dagster_project.documents.model import Block, Heading, ListItem, Paragraph, Table, page_of

_NUMBERED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Za-z][.)]|[•·▪◦*–-])\s+\S")
_BULLET = re.compile(r"(?:\d{1,2}[.)]|[•·▪◦–-])\s+\S")
_LARGER = 1.07
"""A heading that is not bold is at least so much larger than the running text."""
_PARAGRAPH_GAP = 0.75
"""White space between lines, in heights of a line, that ends a paragraph."""
_HEADING_GAP = 0.6
_HEADING_LENGTH = 160
_FULL = 0.75
"""Part of the longest line that one has at least which the next one goes on with."""
_LABEL = re.compile(r"[^\n.:]{2,60}:")


def blocks_of(pages: list[tuple[PageLines, list[PageTable]]]) -> list[Block]:
    """Blocks in reading order."""
    levels = _levels([line for lines, _ in pages for line in lines.lines])
    blocks: list[Block] = []
    for lines, tables in pages:
        pending = list(tables)
        group: list[Line] = []
        for line in lines.lines:
            # A table comes before the first full-width or same-column line below it.
            while pending and pending[0].box[1] < line.box[1] and (not group or group[-1].box[1] <= pending[0].box[1]):
                _close(group, lines.page, levels, blocks)
                blocks.append(_table(pending.pop(0)))
            if group and not _belongs(group, line, levels):
                _close(group, lines.page, levels, blocks)
            group.append(line)
        _close(group, lines.page, levels, blocks)
        blocks += [_table(t) for t in pending]
    return _joined(blocks)


def _joined(blocks: list[Block]) -> list[Block]:
    """The blocks, a paragraph that a page cuts within a sentence as one, at its first place."""
    made: list[Block] = []
    page = None
    for block in blocks:
        here = page_of(block.locator)
        if made and page is not None and here == page + 1 and _is_cut(made[-1], block):
            made[-1] = Paragraph(f"{made[-1].text}\n{block.text}", made[-1].locator)
        else:
            made.append(block)
        page = here
    return made


def _is_cut(one: Block, other: Block) -> bool:
    """Whether a paragraph ends in a full line without the end of a sentence, and running text follows it."""
    if not isinstance(one, Paragraph) or not isinstance(other, Paragraph) or _LABEL.match(other.text):
        return False
    lines = one.text.split("\n")
    full = len(lines) > 1 and len(lines[-1]) >= _FULL * max(map(len, lines))
    return full and not lines[-1].endswith((".", "!", "?", ":"))


def _table(table: PageTable) -> Table:
    return Table(table.rows, locator_of(table.page, table.box))


def _levels(lines: list[Line]) -> dict[tuple[float, bool], int]:
    """The level of each style that is a heading: larger or bolder than the style of most letters."""
    letters: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        letters[line.size, line.bold] += len(line.text)
    if not letters:
        return {}
    body = max(letters.items(), key=lambda s: (s[1], s[0]))[0]
    styles = [s for s in letters if s[0] > body[0] * _LARGER or (s[1] and not body[1] and s[0] >= body[0] * 0.95)]
    return {style: level for level, style in enumerate(sorted(styles, reverse=True), start=1)}


def _level(line: Line, levels: dict[tuple[float, bool], int]) -> int | None:
    if line.text.endswith(":") or len(line.text) > _HEADING_LENGTH:
        return None
    return levels.get((line.size, line.bold))


def _belongs(group: list[Line], line: Line, levels: dict[tuple[float, bool], int]) -> bool:
    last = group[-1]
    level = _level(line, levels)
    if level != _level(last, levels) or last.column != line.column or line.box[1] < last.box[1]:
        return False
    gap = (line.box[1] - last.box[3]) / max(line.box[3] - line.box[1], 1)
    if level is not None:
        return gap <= _HEADING_GAP and not _NUMBERED.match(line.text)
    if _BULLET.match(line.text):
        return False
    if _BULLET.match(group[0].text):
        # The rest of an item stands further to the right than its marker.
        return gap <= _PARAGRAPH_GAP and line.box[0] > group[0].box[0] + 2
    return gap <= _PARAGRAPH_GAP


def _close(group: list[Line], page: int, levels: dict[tuple[float, bool], int], blocks: list[Block]) -> None:
    if not group:
        return
    boxes = [line.box for line in group]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    locator = locator_of(page, box)
    level = _level(group[0], levels)
    text = "\n".join(line.text for line in group)
    if level is not None:
        blocks.append(Heading(text, level, locator))
    elif _BULLET.match(group[0].text):
        blocks.append(ListItem(text, locator))
    else:
        blocks.append(Paragraph(text, locator))
    group.clear()
