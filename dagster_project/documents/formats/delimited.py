"""CSV of any dialect: one table. A row with a spreadsheet formula in a cell is refused; the rest is read."""

import csv
import re
from pathlib import Path

from dagster_project.documents.model import Document, Row, Table
from dagster_project.documents.text import check_lines, lines_of, text_of
from dagster_project.intake import best_delimiter

_SIGNED_FORMULA = re.compile(r"[+-]\s*(?:[A-Za-z_.]+\s*\(|\$?[A-Z]{1,3}\$?\d+\b|[\d.,]+\s*[+*/^]|.*[|!])")

_NEAR = 20
"""Rows above one that say how many cells a row has."""

_MAX_LINES = 60
"""Lines of one row: a cell of text has a few. Where a quote is not closed, the rest of the file looks like one cell."""


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run this cell. A negative amount, a dash or a telephone number is none."""
    text = cell.lstrip()
    if text.startswith(("=", "@")):
        return len(text) > 1
    return bool(_SIGNED_FORMULA.match(text))


def read(path: Path, document: Document, pages: object = None) -> None:
    """Fill the document with one table. A row whose quote is never closed is refused; reading goes on after it."""
    text = text_of(path)
    check_lines(text)
    delimiter = best_delimiter(text) or (";" if text.count(";") >= text.count(",") else ",")
    lines = text.split("\n")
    rows: list[Row] = []
    done = 0
    while done < len(lines):
        stuck = _read_rows(lines, done, delimiter, document, rows)
        if stuck is None:
            break
        detail = "een aanhalingsteken is niet gesloten; de regel is niet gelezen; sluit het en lever opnieuw aan"
        document.refuse(f"line={stuck + 1}", "row_unreadable", detail)
        done = stuck + 1
    document.blocks.append(Table(tuple(rows), "document"))


def _read_rows(lines: list[str], done: int, delimiter: str, document: Document, rows: list[Row]) -> int | None:
    """Add the rows from line `done` on; gives the line, counted from 0, of a row that has no end, or None."""
    reader = csv.reader((f"{line}\n" for line in lines[done:]), delimiter=delimiter)
    begin = done
    try:
        for record in reader:
            end = done + reader.line_num
            at_end = end == len(lines) and bool(record) and record[-1].endswith("\n")
            if at_end or end - begin > _MAX_LINES or _swallows_rows(record, delimiter, rows):
                return begin
            _add(record, f"line={begin + 1}", document, rows)
            begin = end
    except csv.Error:  # a cell longer than any
        return begin
    return None


def _swallows_rows(record: list[str], delimiter: str, rows: list[Row]) -> bool:
    """Whether a cell of several lines holds lines with as many delimiters as the rows above have."""
    wanted = max((len(row.cells) for row in rows[-_NEAR:]), default=0) - 1
    if wanted < 1:
        return False
    return any(sum(line.count(delimiter) >= wanted for line in c.split("\n")) > 1 for c in record if "\n" in c)


def _add(record: list[str], locator: str, document: Document, rows: list[Row]) -> None:
    if bad := [c for c in record if is_formula(c)]:
        detail = f"een cel begint met een formule ({bad[0][:12]}...); de regel is niet gelezen; schrijf de tekst zelf"
        document.refuse(locator, "formula", detail)
    elif any(c.strip() for c in record):
        rows.append(Row(tuple(lines_of(c) for c in record), locator))
