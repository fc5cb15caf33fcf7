"""What a sheet marks beside its texts: rows that are struck out, rows and columns that are hidden."""

from collections.abc import Iterable, Mapping, Sequence

from dagster_project.sandbox import Refused, limits
from dagster_project.spreadsheets.model import CellFault, Cells, letters

_STRUCK_ROW = "de regel is doorgestreept en dus niet gelezen; haal hem weg, of de doorhaling"
_STRUCK_CELL = "de cel is doorgestreept en dus niet gelezen; haal haar leeg, of de doorhaling weg"
_MOST_PLACES = 4 * limits.MAX_CELLS
"""Of all rows up to their last cell: a cell in the last column makes a row of 16,384."""
_NAMED = 20
"""Rows that are named one by one."""


def without_struck_rows(
    rows: Mapping[int, Mapping[int, str]], struck: Mapping[int, set[int]], faults: Iterable[CellFault]
) -> tuple[tuple[tuple[int, Cells], ...], tuple[CellFault, ...]]:
    """Rows as cells, and all faults: of rows that are struck out whole, and of cells that are in other rows.

    `struck` has the columns of cells of which all is struck out, by row. Raises Refused: too_large.
    """
    kept, found, places = [], list(faults), 0
    for number in sorted(rows.keys() | struck.keys()):
        texts, marked = rows.get(number, {}), struck.get(number, set())
        if marked and marked >= texts.keys():
            found.append(CellFault(number, None, "struck_out", _STRUCK_ROW))
            continue
        found += [CellFault(number, column, "struck_out", _STRUCK_CELL) for column in sorted(marked)]
        left = {column: text for column, text in texts.items() if column not in marked}
        if left:
            places += max(left) + 1
            if places > _MOST_PLACES:
                raise Refused(
                    "too_large", f"row={number}", "cellen staan te ver uit elkaar; haal weg wat er ver van staat"
                )
            kept.append((number, tuple(left.get(column, "") for column in range(max(left) + 1))))
    return tuple(kept), tuple(sorted(found, key=lambda f: (f.row, -1 if f.column is None else f.column)))


def hidden_in_words(
    rows: Sequence[tuple[int, Cells]],
    hidden_rows: Iterable[int],
    hidden_columns: Iterable[tuple[int, int]],
    sheet_is_hidden: bool,
) -> str:
    """What of a sheet with content is hidden and the mend, in words; empty where nothing is."""
    numbers = {number for number, _ in rows}
    rows_hidden = sorted(numbers.intersection(hidden_rows))
    filled = {column for _, cells in rows for column, text in enumerate(cells) if text}
    columns = sorted(c for c in filled if any(first <= c <= last for first, last in hidden_columns))
    parts = ["het blad"] if sheet_is_hidden and rows else []
    if rows_hidden:
        parts.append(f"de regels {_ranges(rows_hidden)}")
    if columns:
        parts.append(f"de kolommen {', '.join(map(letters, columns[:_NAMED]))}")
    return f"verborgen zijn {' en '.join(parts)}; dat is gelezen; maak het zichtbaar, of haal het weg" if parts else ""


def _ranges(numbers: Sequence[int]) -> str:
    """`3-5, 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    said = [str(first) if first == last else f"{first}-{last}" for first, last in runs[:_NAMED]]
    return ", ".join(said) + (" en meer" if len(runs) > _NAMED else "")
