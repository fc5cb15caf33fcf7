"""XLSX: each sheet is one table, merged cells filled, formulas by the value last computed for them."""

import re
from datetime import date, datetime
from pathlib import Path

from dagster_project.documents.formats.grid import number_text
from dagster_project.documents.model import Document, Row, Table
from dagster_project.documents.text import lines_of, repair
from dagster_project.sandbox import Refused, open_parts
from dagster_project.sandbox.limits import MAX_CELLS

_XML = re.compile(r".*\.(xml|rels)")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)", re.IGNORECASE)


def read(path: Path, document: Document, pages: object = None) -> None:
    """Fill the document with a table per sheet that holds anything."""
    parts = open_parts(path, _XML)
    _check_sheets({name: content for name, content in parts.items() if _SHEET.fullmatch(name)})
    del parts
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(path, data_only=True, keep_links=False)
    except Exception as error:  # openpyxl raises whatever its parsers meet
        raise Refused("corrupt", "document", f"de werkmap gaat niet open ({error}); bewaar haar opnieuw") from error
    for sheet in workbook.worksheets:
        if sheet.max_row * sheet.max_column > MAX_CELLS:
            detail = f"{sheet.max_row} bij {sheet.max_column} cellen, er worden er ten hoogste {MAX_CELLS} gelezen"
            document.refuse(f"sheet={sheet.title}", "too_large", detail)
        else:
            _add(sheet, document)


def _check_sheets(sheets: dict[str, bytes]) -> None:
    """Whether opening the workbook is safe: openpyxl makes an object for each cell, and for each that a merge covers.

    Raises Refused: too_large.
    """
    from openpyxl.utils import column_index_from_string

    cells = 0
    for name, content in sheets.items():
        cells += len(_CELL.findall(content))
        for left, top, right, bottom in _MERGED.findall(content):
            columns = column_index_from_string(right.decode()) - column_index_from_string(left.decode()) + 1
            cells += columns * (int(bottom) - int(top) + 1)
        if cells > MAX_CELLS:
            raise Refused(
                "too_large", f"part={name}", f"meer dan {MAX_CELLS} cellen; vraag om de bladen die ertoe doen"
            )


def _add(sheet, document: Document) -> None:
    filled, widths = _merged(sheet)
    rows = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = tuple(filled.get((number, i)) or _text(v) for i, v in enumerate(cells, start=1))
        if any(texts):
            last = max(i for i, t in enumerate(texts) if t)
            rows.append(Row(texts[: last + 1], f"sheet={sheet.title};row={number}", widths.get(number, 1)))
    if rows:
        document.blocks.append(Table(tuple(rows), f"sheet={sheet.title}", sheet.title))


def _merged(sheet) -> tuple[dict[tuple[int, int], str], dict[int, int]]:
    texts, widths = {}, {}
    for area in sheet.merged_cells.ranges:
        text = _text(sheet.cell(area.min_row, area.min_col).value)
        for row in range(area.min_row, area.max_row + 1):
            widths[row] = max(widths.get(row, 1), area.max_col - area.min_col + 1)
            for column in range(area.min_col, area.max_col + 1):
                texts[row, column] = text
    return texts, widths


def _text(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, datetime | date):
        return f"{value.day}-{value.month}-{value.year}"
    return lines_of(repair(str(value)))
