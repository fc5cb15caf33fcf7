"""ODS: the sheets of a spreadsheet in OpenDocument, each cell by its value where it has one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from dagster_project.sandbox import Refused, limits, open_parts, pace
from dagster_project.spreadsheets.marks import hidden_in_words, without_struck_rows
from dagster_project.spreadsheets.model import CellFault, Merge, Sheet
from dagster_project.spreadsheets.number_format import date_text, number_text
from dagster_project.spreadsheets.text import cell_text, error_value

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_MAX_REPEAT = 1_000
"""A filled row or cell that is repeated more often fills a sheet, and says nothing."""
_ROWS_PER_SECOND = 5_000
_NO_VALUE = "de cel bevat een formule waarvan de uitkomst niet is bewaard; open het bestand in Calc en bewaar het"


@dataclass
class _Styles:
    """What styles say, by their names."""

    scale: dict[str, float] = field(default_factory=dict)
    """What a number is divided by before it is shown, by cell style."""
    struck: set[str] = field(default_factory=set)
    hidden_tables: set[str] = field(default_factory=set)


def read_ods(path: Path) -> list[Sheet]:
    """The sheets in their order; one without any filled cell has no rows.

    Raises Refused: corrupt, encrypted, active_content, zip_bomb, too_large, external_entity.
    """
    content = open_parts(path, re.compile(r"content\.xml")).get("content.xml", b"")
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise Refused(
            "corrupt", "document", f"content.xml is geen XML ({error}); bewaar het bestand opnieuw"
        ) from error
    styles, cells, sheets = _styles(root), 0, []
    for table in root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table"):
        reading = _Reading(table, styles, limits.MAX_CELLS - cells)
        sheets.append(reading.sheet())
        cells += reading.cells
    return sheets


def _styles(root) -> _Styles:
    factors = {
        data.get(f"{_STYLE}name"): float(number.get(f"{_NUMBER}display-factor") or 1)
        for data in root.iter(f"{_NUMBER}number-style", f"{_NUMBER}currency-style")
        for number in data.iter(f"{_NUMBER}number")
    }
    found = _Styles()
    for style in root.iter(f"{_STYLE}style"):
        name = style.get(f"{_STYLE}name")
        found.scale[name] = factors.get(style.get(f"{_STYLE}data-style-name"), 1.0)
        if any(
            p.get(f"{_STYLE}text-line-through-style", "none") != "none"
            or p.get(f"{_STYLE}text-line-through-type", "none") != "none"
            for p in style.iter(f"{_STYLE}text-properties")
        ):
            found.struck.add(name)
        if any(p.get(f"{_TABLE}display") == "false" for p in style.iter(f"{_STYLE}table-properties")):
            found.hidden_tables.add(name)
    return found


class _Cell(NamedTuple):
    """A cell that says anything, and how many columns and rows it covers."""

    column: int
    text: str
    fault: tuple[str, str] | None
    struck: bool
    columns: int
    rows: int


class _Reading:
    """One sheet as it is being read."""

    def __init__(self, table, styles: _Styles, most: int):
        self.name = table.get(f"{_TABLE}name", "")
        self.styles, self.most, self.cells = styles, most, 0
        self.table_is_hidden = table.get(f"{_TABLE}style-name") in styles.hidden_tables
        self.rows: dict[int, dict[int, str]] = {}
        self.faults: list[CellFault] = []
        self.struck: dict[int, set[int]] = {}
        self.merges: list[Merge] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self._read(table)

    def sheet(self) -> Sheet:
        """What was read, rows that are struck out whole taken out."""
        rows, faults = without_struck_rows(self.rows, self.struck, self.faults)
        said = hidden_in_words(rows, self.hidden_rows, self.hidden_columns, self.table_is_hidden)
        return Sheet(self.name, rows, faults, tuple(self.merges), said)

    def _read(self, table) -> None:
        column = 0
        for element in table.iter(f"{_TABLE}table-column"):
            repeat = _count(element, "number-columns-repeated")
            if element.get(f"{_TABLE}visibility", "visible") != "visible":
                self.hidden_columns.append((column, column + repeat - 1))
            column += repeat
        number = 1
        for row in table.iter(f"{_TABLE}table-row"):
            repeat = _count(row, "number-rows-repeated")
            cells = list(self._cells(row))
            hidden = row.get(f"{_TABLE}visibility", "visible") != "visible"
            for copy in range(repeat if cells and repeat <= _MAX_REPEAT else min(1, len(cells))):
                self._take(number + copy, cells, hidden)
                if self.cells > self.most:
                    detail = f"meer dan {limits.MAX_CELLS} gevulde cellen; vraag om de bladen die ertoe doen"
                    raise Refused("too_large", f"sheet={self.name}", detail)
            number += repeat

    def _cells(self, row) -> Iterator[_Cell]:
        """The cells that say anything."""
        column = 0
        for cell in row:
            if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            repeat = _count(cell, "number-columns-repeated")
            if cell.tag == f"{_TABLE}table-cell" and (len(cell) or cell.get(f"{_TABLE}formula") is not None):
                text, fault = self._text(cell)
                struck = cell.get(f"{_TABLE}style-name") in self.styles.struck
                over = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
                for copy in range(repeat if repeat <= _MAX_REPEAT else 1):
                    yield _Cell(column + copy, text, fault, struck, *over)
            column += repeat

    def _take(self, number: int, cells: list[_Cell], hidden: bool) -> None:
        self.faults += [CellFault(number, c.column, *c.fault) for c in cells if c.fault]
        self.merges += [
            Merge(number, c.column, number + c.rows - 1, c.column + c.columns - 1)
            for c in cells
            if c.rows > 1 or c.columns > 1
        ]
        texts = {c.column: c.text for c in cells if c.text}
        if not texts:
            return
        self.rows[number] = texts
        if struck := {c.column for c in cells if c.text and c.struck}:
            self.struck[number] = struck
        if hidden:
            self.hidden_rows.append(number)
        self.cells += len(texts)
        pace.earn(1 / _ROWS_PER_SECOND, 1.0)

    def _text(self, cell) -> tuple[str, tuple[str, str] | None]:
        """The text of a cell, and its fault (reason and detail)."""
        kind = cell.get(f"{_OFFICE}value-type")
        text = cell_text("\n".join(self._inner(p) for p in cell.iterchildren(f"{_TEXT}p")))
        if cell.get(f"{_TABLE}formula") is not None and kind is None and not text:
            return "", ("no_stored_value", _NO_VALUE)
        if detail := error_value(text):
            return "", ("error_value", detail)
        try:
            if kind in ("float", "currency"):
                factor = self.styles.scale.get(cell.get(f"{_TABLE}style-name"), 1.0)
                return number_text(float(cell.get(f"{_OFFICE}value", "")) / factor), None
            if kind == "date":
                return date_text(datetime.fromisoformat(cell.get(f"{_OFFICE}date-value", ""))), None
        except (ValueError, ZeroDivisionError, OverflowError):
            pass
        return text, None

    def _inner(self, element) -> str:
        parts = [element.text or ""]
        for child in element:
            if child.tag == f"{_TEXT}line-break":
                parts.append("\n")
            elif child.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
                parts.append(" ")
            elif child.tag != f"{_OFFICE}annotation" and isinstance(child.tag, str):
                parts.append(self._inner(child))
            parts.append(child.tail or "")
        return "".join(parts)


def _count(element, name: str) -> int:
    said = element.get(f"{_TABLE}{name}", "1")
    return max(1, int(said)) if said.isdecimal() else 1
