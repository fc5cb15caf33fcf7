"""Tables in plain text: of Markdown, with bars between cells, and aligned with spaces below a head.

Columns of aligned tables are those of their head, or of the strokes below it: a strip of white space that runs through
lines of prose by chance is no column. Where strokes tell the columns two are enough.
"""

import re
from dataclasses import dataclass, field

from dagster_project.documents.model import Row, Table

_RULE = re.compile(r"[\s|:+=_-]*")
_BAR = re.compile(r"(?<!\\)\|")
_PIECE = re.compile(r"\S+(?: \S+)*")
_STROKES = re.compile(r"[-=]{3,}")
_LEAST_COLUMNS, _LEAST_BELOW_STROKES = 3, 2
_LEAST_ROWS = 2
_TALLEST_HEAD = 4
"""Lines that a head takes at most, above its strokes."""
_LOOK_AHEAD = 3
"""Lines after a heading between rows within which the next row stands."""

Lines = list[tuple[int, str]]


def tables_in(lines: Lines) -> list[tuple[range, Table]]:
    """The tables of numbered lines, each with the indexes of the lines that it takes."""
    found: list[tuple[range, Table]] = []
    at = 0
    while at < len(lines):
        one = _barred(lines, at) or _aligned(lines, at)
        if one:
            found.append(one)
        at = one[0].stop if one else at + 1
    return found


def _barred(lines: Lines, start: int) -> tuple[range, Table] | None:
    end = start
    while end < len(lines) and (len(_BAR.findall(lines[end][1])) >= 2 or (end > start and _is_rule(lines[end][1]))):
        end += 1
    rows = tuple(_cells_between_bars(*line) for line in lines[start:end] if not _RULE.fullmatch(line[1]))
    return (range(start, end), Table(rows, f"line={lines[start][0]}")) if len(rows) >= _LEAST_ROWS else None


def _is_rule(text: str) -> bool:
    return len(text.strip()) >= 3 and bool(_RULE.fullmatch(text))


def _cells_between_bars(number: int, text: str) -> Row:
    cells = [c.strip().strip("*").strip().replace("\\|", "|") for c in _BAR.split(text.strip())]
    cells = cells[1:] if not cells[0] else cells
    cells = cells[:-1] if cells and not cells[-1] and text.strip().endswith("|") else cells
    return Row(tuple(cells), f"line={number}")


@dataclass
class _Aligned:
    """An aligned table as it is being read: the places of its columns and its rows, cells line by line."""

    places: list[tuple[int, int]]
    rows: list[tuple[int, list[list[str]]]] = field(default_factory=list)

    def column_of(self, start: int, end: int) -> int:
        """The column whose head a piece stands under, else the last that begins left of it."""
        shared = [min(end, b) - max(start, a) for a, b in self.places]
        best = max(range(len(shared)), key=lambda i: (shared[i], -i))
        if shared[best] > 0:
            return best
        return max((i for i, (a, _) in enumerate(self.places) if a <= start), default=0)

    def add(self, number: int, pieces: list[re.Match[str]]) -> None:
        """A line: a new row where the first column has text, else the rest of the row before."""
        cells: list[list[str]] = [[] for _ in self.places]
        for piece in pieces:
            cells[self.column_of(piece.start(), piece.end())].append(piece.group())
        if cells[0] or not self.rows:
            self.rows.append((number, cells))
        else:
            for before, more in zip(self.rows[-1][1], cells, strict=True):
                before += more


def _aligned(lines: Lines, start: int) -> tuple[range, Table] | None:
    head = _pieces(lines[start][1])
    strokes = _strokes_below(lines, start) if head else []
    least = _LEAST_BELOW_STROKES if strokes else _LEAST_COLUMNS
    if len(strokes or head) < least or len(head) < 2 or head[0].group().endswith(":"):
        return None
    table = _Aligned([p.span() for p in strokes or head])
    end, full = start, 0
    for at in range(start, len(lines)):
        number, text = lines[at]
        if not text.strip() or _is_rule(text):
            continue
        pieces = _pieces(text)
        if len(pieces) < 2 and not _goes_on(lines, at, table, least):
            break
        table.add(number, pieces)
        full += len(pieces) >= least
        end = at + 1
    if full <= _LEAST_ROWS:
        return None
    rows = tuple(Row(tuple("\n".join(c) for c in cells), f"line={number}") for number, cells in table.rows)
    return range(start, end), Table(rows, f"line={lines[start][0]}")


def _strokes_below(lines: Lines, start: int) -> list[re.Match[str]]:
    """The strokes right below a head, which may take several lines."""
    for _, text in lines[start + 1 : start + 1 + _TALLEST_HEAD]:
        if not text.strip():
            break
        if found := _strokes(text):
            return found
    return []


def _strokes(text: str) -> list[re.Match[str]]:
    """The strokes of a line that is nothing else, where each is over a column of its own."""
    found = list(_STROKES.finditer(text.expandtabs()))
    return found if len(found) > 1 and _is_rule(text) and "|" not in text and "+" not in text else []


def _goes_on(lines: Lines, at: int, table: _Aligned, least: int) -> bool:
    """Whether a line of one piece is a heading between rows or the rest of a cell."""
    (piece,) = _pieces(lines[at][1])
    # A long line that begins below the first column is no rest of a cell further on.
    if piece.start() >= table.places[1][0] and table.column_of(*piece.span()) > 0:
        return True
    filled = [text for _, text in lines[at + 1 :] if text.strip() and not _is_rule(text)][:_LOOK_AHEAD]
    return any(len(_pieces(text)) >= least for text in filled)


def _pieces(text: str) -> list[re.Match[str]]:
    return list(_PIECE.finditer(text.expandtabs()))
