"""The words of this room: a sheet, its rows of text, its merged cells, and the cells that cannot be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dagster_project.sandbox import Refused, limits

Cells = tuple[str, ...]


_BEYOND = 50
"""Columns beyond the last filled one that a merged cell may cover; one that goes further ends where the sheet does."""


_WHOLE = 2**22
"""Places of one merged cell from which it covers the sheet, and not by accident a column or two."""


@dataclass(frozen=True)
class CellFault:
    """Why a row, or one cell of it (`column` from 0), was not read; `reason` is a code of the table `refusal`."""

    row: int
    column: int | None
    reason: str
    detail: str


@dataclass(frozen=True)
class Merge:
    """A merged cell: its rows from 1 and its columns from 0, all inclusive. Its text stands at the top left."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """A table: its name (None in a CSV) and its rows that are not empty, each with its number from 1 and its cells.

    Merged cells are as written: only their first place is filled. `hidden` says in words what of the sheet is hidden,
    with the mend; it is read all the same.
    """

    name: str | None
    rows: tuple[tuple[int, Cells], ...]
    faults: tuple[CellFault, ...] = ()
    merges: tuple[Merge, ...] = ()
    hidden: str = ""

    def locator(self, row: int, column: int | None = None) -> str:
        """The place of a row, or of a cell in it by the index of its column."""
        if self.name is None:
            return f"line={row}"
        if column is None:
            return f"sheet={self.name};row={row}"
        return f"sheet={self.name};cell={letters(column)}{row}"

    def filled(self, across: bool = True) -> Iterator[tuple[int, Cells, int]]:
        """Rows with merged cells filled: number, cells, and how many columns the widest merged cell of it covers.

        Downwards always; to the right only `across`. Filling ends where the sheet ends.
        Raises Refused: too_large, for merged cells that cover more than is read.
        """
        known = dict(self.rows)
        last = max(known, default=0)
        width = max(map(len, known.values()), default=0)
        texts: dict[int, dict[int, str]] = {}
        widths: dict[int, int] = {}
        places = 0
        for merge in self.merges:
            if (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) > _WHOLE:
                detail = "een samengevoegde cel beslaat het hele blad; splits haar"
                raise Refused("too_large", self.locator(merge.top, merge.left), detail)
            anchor = known.get(merge.top, ())
            text = anchor[merge.left] if merge.left < len(anchor) else ""
            end = merge.right if merge.right < width + _BEYOND else width - 1
            right = end if across else merge.left
            bottom = min(merge.bottom, last)
            places += max(0, right - merge.left + 1) * max(0, bottom - merge.top + 1)
            if places > limits.MAX_FILLED:
                detail = f"samengevoegde cellen beslaan meer dan {limits.MAX_FILLED} plaatsen; splits ze"
                raise Refused("too_large", f"sheet={self.name}", detail)
            for row in range(merge.top, bottom + 1):
                widths[row] = max(widths.get(row, 1), end - merge.left + 1)
                if text:
                    texts.setdefault(row, {}).update(dict.fromkeys(range(merge.left, right + 1), text))
        for row in sorted(known.keys() | texts.keys()):
            cells = list(known.get(row, ()))
            for column, text in texts.get(row, {}).items():
                cells += [""] * (column + 1 - len(cells))
                cells[column] = text
            yield row, tuple(cells), widths.get(row, 1)

    def as_json(self) -> list[Any]:
        """Plain values that `sheet_of_json` reads."""
        faults = [[f.row, f.column, f.reason, f.detail] for f in self.faults]
        merges = [[m.top, m.left, m.bottom, m.right] for m in self.merges]
        return [self.name, self.rows, faults, merges, self.hidden]


def sheet_of_json(said: list[Any]) -> Sheet:
    """The sheet that `as_json` gave."""
    name, rows, faults, merges, hidden = said
    return Sheet(
        name,
        tuple((number, tuple(cells)) for number, cells in rows),
        tuple(CellFault(*fault) for fault in faults),
        tuple(Merge(*merge) for merge in merges),
        hidden,
    )


def letters(column: int) -> str:
    """The name of a column by its index from 0."""
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
