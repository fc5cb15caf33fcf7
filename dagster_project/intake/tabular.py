"""Plain tables, CSV and XLSX, as rows of text with their places.

For lists, registers and questionnaires with one heading row. Documents with prose, merged headings or other formats
are `documents`.
"""

import csv
import datetime
import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dagster_project.intake.decoding import best_delimiter, decode, unclosed_quote
from dagster_project.intake.model import Delivery
from dagster_project.intake.sniff import CSV, TEXT, XLSX

MAX_EXPANDED = 400 * 2**20
"""Bytes that a workbook may unpack to: the largest known response is under 1 MiB; a bomb is hundreds."""

MAX_ROWS = 1_048_576
"""Rows of one sheet: what a spreadsheet can hold."""


class Unreadable(Exception):
    """A file that cannot be read as tables; carries the reason of its refusal."""

    def __init__(self, reason: str, detail: str):
        self.reason, self.detail = reason, detail
        super().__init__(detail)


_SAMPLE = 1 << 16
"""Characters from which the delimiter is told."""


@dataclass(frozen=True)
class Sheet:
    """A table: its name (None in a CSV) and its rows that are not empty, each with its number from 1 and its cells."""

    name: str | None
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def locator(self, row: int, column: int | None = None) -> str:
        """The place of a row, or of a cell in it by the index of its column."""
        if self.name is None:
            return f"line={row}"
        if column is None:
            return f"sheet={self.name};row={row}"
        return f"sheet={self.name};cell={_letters(column)}{row}"


def read_sheets(delivery: Delivery) -> tuple[Sheet, ...]:
    """The tables of a CSV or XLSX; a CSV has one.

    Raises Unreadable with the reason of a refusal (unknown_media_type, corrupt, zip_bomb, too_large).
    """
    return _read(delivery.path, delivery.sha256, delivery.media_type)


@lru_cache(maxsize=64)
def _read(path: Path, sha256: str, media_type: str) -> tuple[Sheet, ...]:
    # A run reads the same register once per snapshot; the hash in the key keeps a changed file from being served.
    if media_type in (CSV, TEXT):
        return (Sheet(None, _csv_rows(decode(path.read_bytes()))),)
    if media_type == XLSX:
        return _workbook(path)
    raise Unreadable(
        "unknown_media_type", f"zo'n lijst wordt uit CSV of XLSX gelezen, niet uit {media_type}; bewaar haar zo"
    )


def _csv_rows(text: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    delimiter = best_delimiter(text[:_SAMPLE]) or ","
    if line := unclosed_quote(text, delimiter):
        raise Unreadable("corrupt", f"het aanhalingsteken van regel {line} wordt nooit gesloten; sluit het")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows, line = [], 1
    try:
        for record in reader:
            cells = tuple(cell.strip() for cell in record)
            if any(cells):
                rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable("corrupt", f"regel {line}: {error}; vraag het bestand opnieuw op") from None
    return tuple(rows)


def _workbook(path: Path) -> tuple[Sheet, ...]:
    import openpyxl

    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
        if size > MAX_EXPANDED:
            raise Unreadable(
                "zip_bomb", f"uitgepakt is het {size} bytes, meer dan {MAX_EXPANDED}; vraag om een kleiner bestand"
            )
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            return tuple(Sheet(sheet.title, _sheet_rows(sheet)) for sheet in book.worksheets)
        finally:
            book.close()
    except Unreadable:
        raise
    except Exception as error:  # openpyxl raises whatever the broken part happens to raise
        detail = f"de werkmap gaat niet open ({type(error).__name__}: {error}); bewaar haar opnieuw"
        raise Unreadable("corrupt", detail) from None


def _sheet_rows(sheet) -> tuple[tuple[int, tuple[str, ...]], ...]:
    sheet.reset_dimensions()  # the size that a workbook states is not to be trusted
    rows = []
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > MAX_ROWS:
            raise Unreadable("too_large", f"blad {sheet.title} heeft meer dan {MAX_ROWS} regels; splits het")
        cells = tuple(_as_text(value) for value in values)
        if any(cells):
            rows.append((number, cells))
    return tuple(rows)


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _letters(column: int) -> str:
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
