"""The row of a plain table that a locator names, as heading and value.

Belongs here: registers, lists and returned forms, which have one row of headings. Does not belong here: tables within
documents (`place`).
"""

from typing import TYPE_CHECKING

from dagster_project.sandbox import Refused

if TYPE_CHECKING:
    from dagster_project.intake import Delivery
    from dagster_project.spreadsheets import Sheet


def named_cells(delivery: "Delivery", locator: str) -> list[tuple[str, str]] | None:
    """The filled cells of the row under their headings; None where the file is no such table or has no such row."""
    from dagster_project.intake import read_sheets

    try:
        sheets = read_sheets(delivery)
    except Refused:
        return None
    for sheet in sheets:
        heading = _heading(sheet)
        for number, cells in sheet.rows:
            if locator in (sheet.locator(number), *(sheet.locator(number, i) for i in range(len(cells)))):
                return [(h, c) for h, c in zip(heading, cells, strict=False) if c]
    return None


def _heading(sheet: "Sheet") -> tuple[str, ...]:
    """The first row that is about as full as the fullest one: titles above a table fill a cell or two."""
    filled = [sum(map(bool, cells)) for _, cells in sheet.rows]
    return next((cells for (_, cells), n in zip(sheet.rows, filled, strict=True) if 2 * n > max(filled)), ())
