"""XLSX, ODS and CSV: each sheet is one table, merged cells filled. How a sheet is read is `spreadsheets`."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dagster_project.documents.model import Document, Row, Table
from dagster_project.documents.text import check_lines, lines_of, repair, text_of
from dagster_project.intake import CSV
from dagster_project.sandbox import Refused
from dagster_project.spreadsheets import Sheet, is_formula, read_file, sheet_of_text

MOST_FAULTS = 20
"""Cells of a sheet that are refused for one reason one by one; a sheet of failed formulas would fill the table."""


def read(path: Path, document: Document) -> None:
    """Fill the document with a table per sheet that holds anything.

    What of a sheet is hidden is read, and noted as `hidden_part`. A row of a CSV with a spreadsheet formula is refused.
    """
    if document.media_type == CSV:
        _read_csv(path, document)
        return
    for sheet in read_file(path, document.media_type):
        _refuse(sheet, document)
        try:
            filled = list(sheet.filled())
        except Refused as refused:
            document.refusals.append(refused.refusal)
            continue
        rows = [
            Row(_ended(lines_of(repair(c)) for c in cells), sheet.locator(number), width)
            for number, cells, width in filled
        ]
        if rows:
            document.blocks.append(Table(tuple(rows), f"sheet={sheet.name}", sheet.name))


def _read_csv(path: Path, document: Document) -> None:
    text = text_of(path)
    check_lines(text)
    sheet = sheet_of_text(text)
    _refuse(sheet, document)
    rows = []
    for number, cells in sheet.rows:
        if bad := [c for c in cells if is_formula(c)]:
            detail = (
                f"een cel begint met een formule ({bad[0][:12]}...); de regel is niet gelezen; schrijf de tekst zelf"
            )
            document.refuse(sheet.locator(number), "formula", detail)
        else:
            rows.append(Row(tuple(map(lines_of, cells)), sheet.locator(number)))
    document.blocks.append(Table(tuple(rows), "document"))


def _ended(cells: Iterable[str]) -> tuple[str, ...]:
    """The cells up to the last that holds anything."""
    found = tuple(cells)
    return found[: max((place for place, text in enumerate(found, start=1) if text), default=0)]


def _refuse(sheet: Sheet, document: Document) -> None:
    told: Counter[str] = Counter()
    for fault in sheet.faults:
        told[fault.reason] += 1
        if told[fault.reason] <= MOST_FAULTS:
            document.refuse(sheet.locator(fault.row, fault.column), fault.reason, fault.detail)
    place = "document" if sheet.name is None else f"sheet={sheet.name}"
    for reason, number in told.items():
        if number > MOST_FAULTS:
            document.refuse(place, reason, f"nog {number - MOST_FAULTS} cellen of regels als deze; herstel ze alle")
    if sheet.hidden:
        document.refuse(place, "hidden_part", sheet.hidden)
