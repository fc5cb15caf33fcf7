"""CSV of any dialect: one table. A row with a spreadsheet formula in a cell is refused; the rest is read."""

import csv
import io
import re
from pathlib import Path

from dagster_project.documents.model import Document, Refused, Row, Table
from dagster_project.documents.text import lines_of, text_of
from dagster_project.intake.decode import best_delimiter

_SIGNED_FORMULA = re.compile(r"[+-]\s*(?:[A-Za-z_.]+\s*\(|\$?[A-Z]{1,3}\$?\d+\b|[\d.,]+\s*[+*/^]|.*[|!])")


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run this cell. A negative amount, a dash or a telephone number is none."""
    text = cell.lstrip()
    if text.startswith(("=", "@")):
        return len(text) > 1
    return bool(_SIGNED_FORMULA.match(text))


def read(path: Path, document: Document, pages: object = None) -> None:
    """Fill the document with one table."""
    text = text_of(path)
    delimiter = best_delimiter(text) or (";" if text.count(";") >= text.count(",") else ",")
    rows = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for record in reader:
            locator, line = f"line={line}", reader.line_num + 1
            if bad := [c for c in record if is_formula(c)]:
                detail = f"a cell starts with a formula ({bad[0][:12]}...); the row is not read; write its text instead"
                document.refuse(locator, "formula", detail)
            elif any(c.strip() for c in record):
                rows.append(Row(tuple(lines_of(c) for c in record), locator))
    except csv.Error as error:
        raise Refused("corrupt", f"line={line}", f"no CSV from here on ({error}); save the file again") from error
    document.blocks.append(Table(tuple(rows), "document"))
