"""Records of parties out of documents whose truth is known: the names of the truth say where the parties are.

Belongs here: a plain way from a table, a card or lines to cells with labels, good enough to measure the room of figures
by itself. Does not belong here: finding parties, which is what the reader of records does.
"""

import re
from collections.abc import Iterator, Sequence

from dagster_project.budgets.choice.parts import parts_of
from dagster_project.budgets.figures import Cell, Record
from dagster_project.budgets.figures.moments import kind_of_year, moments_in
from dagster_project.budgets.figures.quantities import evidence_of
from dagster_project.budgets.figures.units import units_in
from dagster_project.budgets.figures.values import values_of
from dagster_project.budgets.names import clean_name, key_of
from dagster_project.documents import Document, Heading, ListItem, Row, Table
from dagster_project.documents.text import one_line

_YEARS = re.compile(r"(?:19|20)\d\d")
_SHORT = 60
_LABEL = 25
_ABOVE, _NEAR = 3, 3


def records_in(document: Document, names: Sequence[str]) -> dict[str, Record]:
    """The record of each name that is found; a party that comes twice has the cells of all its places."""
    keys = {key_of(clean_name(name).text): name for name in names}
    found: dict[str, list[Record]] = {}
    for name, record in _all(document, keys):
        found.setdefault(name, []).append(record)
    return {
        name: Record(
            tuple(cell for one in records for cell in one.cells),
            tuple(dict.fromkeys(text for one in records for text in one.near)),
        )
        for name, records in found.items()
    }


def _all(document: Document, keys: dict[str, str]) -> Iterator[tuple[str, Record]]:
    blocks = document.blocks
    current, cells, near, start = None, [], [], 0
    far = [text for block in blocks for text in _texts(block) if len(text) < 300 and units_in(text)]
    for number, block in enumerate(blocks):
        if isinstance(block, Table):
            rows = list(_rows_of_parties(block, keys))
            if rows:
                around = [*_texts_around(blocks, number), *_titles(block), *far]
                yield from ((name, Record(tuple(found), tuple(around))) for name, found in rows)
                continue
            for title, part in _parts(block, keys):
                if title and current != title:
                    if current:
                        yield current, Record(tuple(cells), (*near, *far))
                    current, cells, near = title, [], _texts_around(blocks, number)
                if current:
                    cells += _card(part)
                    near += [*_titles(part), *_texts_around(blocks, number)]
            continue
        name = _named(block.text, keys)
        if name and (name != current or isinstance(block, Heading)):
            if current:
                yield current, Record(tuple(cells), (*near, *far))
            current, cells, near, start = name, [], _texts_around(blocks, number), number
        if current:
            cells += _lines(blocks, number, start)
    if current:
        yield current, Record(tuple(cells), (*near, *far))


def _parts(table: Table, keys: dict[str, str]) -> list[tuple[str | None, Table]]:
    """A table in parts, each from a row that names a party to the next; what stands before the first has no name."""
    cuts: list[tuple[int, str | None]] = [(0, None)]
    for number, row in enumerate(table.rows):
        name = _title(row, keys) if len(row.distinct) <= 2 else None
        if name and name != cuts[-1][1]:
            cuts.append((number, name))
    ends = [*(number for number, _ in cuts[1:]), len(table.rows)]
    return [
        (n, Table(table.rows[a:b], table.locator, table.title)) for (a, n), b in zip(cuts, ends, strict=True) if b > a
    ]


def _texts(block) -> list[str]:
    if isinstance(block, Table):
        return [*dict.fromkeys(cell for row in block.rows for cell in row.cells if not values_of(cell))]
    return [block.text]


def _named(text: str, keys: dict[str, str]) -> str | None:
    for line in (text, *text.split("\n")[:3]):
        for part in parts_of(line):
            if (key := key_of(clean_name(part.name).text)) in keys:
                return keys[key]
    inside = [name for name in keys.values() if name in one_line(text)]
    return max(inside, key=len) if len(inside) == 1 and len(text) < 4000 else None


def _title(row: Row, keys: dict[str, str]) -> str | None:
    return next((n for cell in row.distinct[:2] if len(cell) < 200 and (n := _named(cell, keys))), None)


def _texts_around(blocks, number: int) -> list[str]:
    before = [b.text for b in reversed(blocks[max(0, number - _NEAR) : number]) if not isinstance(b, Table)]
    behind = [b.text for b in blocks[number + 1 : number + 2] if not isinstance(b, Table)]
    return [text for text in [*before[:1], *behind, *before[1:]] if len(text) < 300]


def _titles(table: Table) -> list[str]:
    return [
        table.title or "",
        *(r.distinct[0] for r in table.rows if len(r.distinct) == 1 and len(r.distinct[0]) < 200),
    ]


def _rows_of_parties(table: Table, keys: dict[str, str]) -> Iterator[tuple[str, list[Cell]]]:
    """The cells of each party of a table that has a row, or some rows, or a column per party."""
    at = [
        (r, c, name)
        for r, row in enumerate(table.rows)
        for c, cell in enumerate(row.cells)
        if cell and len(row.distinct) > 1 and (c == 0 or cell != row.cells[c - 1]) and (name := _named(cell, keys))
    ]
    if not at:
        return
    columns = {c for _, c, _ in at}
    in_row = max(len({n for r, _, n in at if r == row}) for row, _, _ in at)
    if in_row > 1 and len({n for _, _, n in at}) > len({r for r, _, _ in at}):
        yield from _columns(table, at)
        return
    column = min(columns, key=lambda c: (-len({n for _, cc, n in at if cc == c}), c))
    rows = {r: n for r, c, n in at if c == column}
    width = max(len(row.cells) for row in table.rows)
    if width < 3 or (len(set(rows.values())) < 2 and len(table.rows[min(rows)].distinct) < 3):
        return
    first = min(rows)
    heads = [row for row in table.rows[:first] if len(row.distinct) > 1]
    found: dict[str, list[tuple[int, Row]]] = {}
    name = None
    for r in range(first, len(table.rows)):
        row = table.rows[r]
        name = rows.get(r, name if not row.cell(column) else None)
        if name:
            found.setdefault(name, []).append((r, row))
    for name, its in found.items():
        cells = [Cell((), h.cell(column), h.locator) for h in heads if units_in(h.cell(column))]
        for _, row in its:
            beside = _left_labels(row, column) if len(its) > 1 else []
            for c in range(len(row.cells)):
                if c != column and _may_be_amount(row.cell(c)) and not (len(its) > 1 and row.cell(c) in beside):
                    above = tuple(dict.fromkeys(one_line(h.cell(c)) for h in heads if h.cell(c)))
                    left = tuple(one_line(t) for t in beside if t != row.cell(c))
                    cells.append(Cell((*above, *left), row.cell(c), f"{row.locator};column={c}"))
        yield name, cells


def _left_labels(row: Row, column: int) -> list[str]:
    return [c for n, c in enumerate(row.cells) if n != column and c and _is_label(c)][:3]


def _columns(table: Table, at) -> Iterator[tuple[str, list[Cell]]]:
    row = at[0][0]
    for r, c, name in at:
        if r != row:
            continue
        cells = []
        for below in [*table.rows[:r], *table.rows[r + 1 :]]:
            labels = tuple(one_line(t) for t in below.cells[: min(cc for _, cc, _ in at)] if t)
            if below.cell(c) and _may_be_amount(below.cell(c)):
                cells.append(Cell(labels, below.cell(c), below.locator))
        corner = table.rows[r].cell(0)
        if corner and units_in(corner):
            cells.append(Cell((), corner, table.rows[r].locator))
        yield name, cells


def _is_label(text: str) -> bool:
    return len(text) < _SHORT and bool(moments_in(text) or evidence_of(text) or units_in(text) or kind_of_year(text))


def _may_be_amount(text: str) -> bool:
    return len(text) < 400 and (not text or bool(values_of(text)))


def _card(table: Table) -> list[Cell]:
    """Cells of a table of labels and values, by what stands left of and above each."""
    found = []
    for r, row in enumerate(table.rows):
        for c, text in enumerate(row.cells):
            if not text and c and evidence_of(row.cells[c - 1]):
                found.append(Cell((*_above(table, r, c), one_line(row.cells[c - 1])), "", row.locator))
            if not text or (c and text == row.cells[c - 1] and _above(table, r, c) == _above(table, r, c - 1)):
                continue
            if _is_head(row, c):
                continue
            if not values_of(text) and not units_in(text):
                continue
            above = _above(table, r, c)
            left = [one_line(t) for t in dict.fromkeys(row.cells[:c]) if t and t != text and not _is_value(t)]
            found.append(Cell((*above, *left), text, row.locator))
    return found


def _is_value(text: str) -> bool:
    return bool(values_of(text)) and not _YEARS.fullmatch(text.strip()) and not _is_label(text)


def _is_head(row: Row, column: int) -> bool:
    text = row.cells[column]
    if _YEARS.fullmatch(text.strip()):
        others = [c for c in row.cells if c and any(ch.isdigit() for ch in c)]
        return all(_YEARS.search(c) for c in others)
    return _is_label(text) and not values_of(text)


def _above(table: Table, r: int, c: int) -> list[str]:
    found: list[str] = []
    for up in range(r - 1, -1, -1):
        row = table.rows[up]
        text = row.cell(c)
        if not text:
            continue
        if _is_head(row, c) or (_is_label(text) and not _is_value(text)):
            if one_line(text) not in found:
                found.insert(0, one_line(text))
            if len(found) >= _ABOVE:
                break
        elif found and not values_of(text):
            break
    return found


def _lines(blocks, number: int, start: int) -> list[Cell]:
    """Cells of a block of text: a line with a label begins one, another line goes on; what stands above may be the
    label."""
    block = blocks[number]
    above = _label_above(blocks, number, start)
    found: list[tuple[tuple[str, ...], str]] = []
    heads: tuple[str, ...] = ()
    for line in block.text.split("\n"):
        head, colon, rest = line.partition(": ")
        if len(moments_in(line)) > 1 and not evidence_of(line) and not values_of(line):
            heads = (line,)
        elif colon and len(head) < _SHORT * 2 and not values_of(head):
            found.append(((*above, *heads, head), rest))
        elif found and not heads and not (evidence_of(line[:_LABEL]) and values_of(line)):
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line}")
        else:
            found.append(((*above, *heads), line))
    return [Cell(labels, text, block.locator) for labels, text in found]


def _label_above(blocks, number: int, start: int) -> tuple[str, ...]:
    """The text above where it may be a label; for an item of a list the item that it stands below."""
    block = blocks[number]
    if isinstance(block, ListItem):
        over = [b for b in blocks[start:number] if isinstance(b, ListItem) and b.depth < block.depth]
        if over:
            return (one_line(over[-1].text),)
    before = blocks[number - 1] if number > start + 1 else None
    if before is None or isinstance(before, Table) or len(before.text) > _SHORT * 2 or values_of(before.text):
        return ()
    return (one_line(before.text),)
