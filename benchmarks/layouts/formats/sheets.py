"""Spreadsheets out of blocks: XLSX and ODS."""

from collections.abc import Mapping, Sequence

from openpyxl.utils import get_column_letter

from benchmarks.layouts.blocks import Block, Grid, Sheet, laid
from benchmarks.layouts.formats.plain import rows_of
from dagster_project.simulation.writers.opendocument import Covered, Value, spreadsheet
from dagster_project.simulation.writers.workbook import smallest_theme, workbook

FIRST = "Blad1"
Rows = list[list[Value]]
Area = tuple[int, int, int, int]
"""First row and column, last row and column, from 1."""


def write_xlsx(blocks: Sequence[Block], layout: Mapping[str, str], running: str) -> tuple[bytes, dict[str, int]]:
    """A workbook."""
    rows, areas = _sheets(blocks, layout.get("numbers") == "cells")
    merged = {
        title: [f"{get_column_letter(b)}{a}:{get_column_letter(d)}{c}" for a, b, c, d in found]
        for title, found in areas.items()
    }
    return workbook(rows, merged=merged, theme=smallest_theme()), {}


def write_ods(blocks: Sequence[Block], layout: Mapping[str, str], running: str) -> tuple[bytes, dict[str, int]]:
    """A spreadsheet of the open format."""
    rows, areas = _sheets(blocks, layout.get("numbers") == "cells")
    covered: dict[str, Covered] = {
        title: {(a, b): (c - a + 1, d - b + 1) for a, b, c, d in found} for title, found in areas.items()
    }
    return spreadsheet(rows, covered), {}


def _sheets(blocks: Sequence[Block], numbers: bool) -> tuple[dict[str, Rows], dict[str, list[Area]]]:
    """Rows and merged areas by the title of their sheet; what stands before the first sheet opens every sheet."""
    rows: dict[str, Rows] = {}
    areas: dict[str, list[Area]] = {}
    before: Rows = []
    title = ""
    for block in blocks:
        if isinstance(block, Sheet):
            title = block.title
            rows[title], areas[title] = list(before), []
            continue
        into = rows[title] if title else before
        start = len(into) + bool(isinstance(block, Grid) and block.caption)
        into += rows_of(block)
        if isinstance(block, Grid):
            for row, column, one in laid(block.rows)[0]:
                if numbers and one.number is not None:
                    into[start + row][column] = one.number
                if one.across > 1 or one.down > 1:
                    at = (start + row + 1, column + 1)
                    areas.setdefault(title, []).append((*at, at[0] + one.down - 1, at[1] + one.across - 1))
    if not rows:
        rows[FIRST] = before
        areas[FIRST] = areas.pop("", [])
    return rows, areas
