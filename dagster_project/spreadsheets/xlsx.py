"""XLSX: the sheets of a workbook, read as a stream, so that empty cells cost nothing however many there are."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from lxml import etree

from dagster_project.sandbox import Refused, blocks_of_part, limits, pace
from dagster_project.spreadsheets.marks import hidden_in_words, without_struck_rows
from dagster_project.spreadsheets.model import CellFault, Merge, Sheet
from dagster_project.spreadsheets.number_format import date_text, shown
from dagster_project.spreadsheets.text import cell_text, error_value
from dagster_project.spreadsheets.xlsx_parts import Style, Text, Workbook, local, open_workbook, text_of

_READ = ("row", "mergeCell", "col", "sheetFormatPr")
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c(?=[^<>]*\sr=)[^<>]*(?:/>|(?<!/)></(?:\w+:)?c>)")
_EMPTY_ROW = re.compile(rb"<(?:\w+:)?row(?=[^<>]*\sr=)[^<>]*(?:/>|(?<!/)>\s*</(?:\w+:)?row>)")
"""Only where they say their place: those that do not are counted."""
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_ROWS_PER_SECOND = 5_000
_BOOLEAN = {"1": "WAAR", "0": "ONWAAR", "true": "WAAR", "false": "ONWAAR"}
_NO_VALUE = "de cel bevat een formule waarvan de uitkomst niet is bewaard; open de werkmap in Excel en bewaar haar"
_STRUCK = "een deel van de cel is doorgestreept en dus niet gelezen; haal het weg, of de doorhaling"


def read_xlsx(path: Path) -> list[Sheet]:
    """The sheets of a workbook in their order; one without any filled cell has no rows.

    Raises Refused: corrupt, encrypted, active_content, zip_bomb, too_large, external_entity.
    """
    book = open_workbook(path)
    sheets, cells = [], 0
    for name, part, hidden in book.sheets:
        reading = _Reading(book, name)
        try:
            reading.read(_without_empty(blocks_of_part(path, part)), limits.MAX_CELLS - cells)
        except etree.XMLSyntaxError as error:
            detail = f"blad {name} is geen XML ({error}); bewaar de werkmap opnieuw"
            raise Refused("corrupt", f"sheet={name}", detail) from None
        cells += reading.cells
        sheets.append(reading.sheet(hidden))
    return sheets


def _without_empty(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The same XML without cells and rows that hold nothing: they are taken out before they are parsed."""
    waiting = b""
    for block in blocks:
        waiting += block
        cut = max(waiting.rfind(end) + len(end) for end in (b"row>", b"/>"))
        if cut > len(b"row>"):
            yield _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", waiting[:cut]))
            waiting = waiting[cut:]
    yield waiting


@dataclass
class _Reading:
    """One sheet as it is being read."""

    book: Workbook
    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    faults: list[CellFault] = field(default_factory=list)
    struck: dict[int, set[int]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    cells: int = 0
    last: int = 0
    rows_are_hidden: bool = False

    def read(self, blocks: Iterator[bytes], most: int) -> None:
        """Read the XML; `most` cells with content are allowed."""
        parser = etree.XMLPullParser(
            events=("end",),
            tag=[f"{{*}}{name}" for name in _READ],
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
        )
        paid = 0
        for block in blocks:
            parser.feed(block)
            for _, element in parser.read_events():
                self._take(element)
            pace.earn((len(self.rows) - paid) / _ROWS_PER_SECOND, 1.0)
            paid = len(self.rows)
            if self.cells > most:
                detail = f"meer dan {limits.MAX_CELLS} gevulde cellen; vraag om de bladen die ertoe doen"
                raise Refused("too_large", f"sheet={self.name}", detail)
        parser.close()

    def sheet(self, hidden: bool) -> Sheet:
        """What was read, rows that are struck out whole taken out."""
        rows, faults = without_struck_rows(self.rows, self.struck, self.faults)
        said = hidden_in_words(rows, self.hidden_rows, self.hidden_columns, hidden)
        return Sheet(self.name, rows, faults, tuple(self.merges), said)

    def _take(self, element) -> None:
        name = local(element)
        if name == "row":
            self._take_row(element)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
        elif name == "mergeCell":
            self._take_merge(element.get("ref") or "")
        elif name == "col" and element.get("hidden") in ("1", "true"):
            self.hidden_columns.append((_number(element.get("min"), 1) - 1, _number(element.get("max"), 1) - 1))
        elif name == "sheetFormatPr":
            self.rows_are_hidden = element.get("zeroHeight") in ("1", "true")

    def _take_row(self, row) -> None:
        number = _number(row.get("r"), self.last + 1)
        if not 1 <= number <= _LAST_ROW:
            number = self.last + 1
        self.last = number
        column, texts, struck = -1, self.rows.setdefault(number, {}), set()
        for cell in row:
            if local(cell) != "c":
                continue
            place = _REFERENCE.fullmatch(cell.get("r") or "")
            column = min(_column(place[1]) if place else column + 1, _LAST_COLUMN - 1)
            text, fault, is_struck = self._cell(cell)
            if fault:
                self.faults.append(CellFault(number, column, *fault))
            if text:
                texts[column] = text
                self.cells += 1
            if is_struck:
                struck.add(column)
        if struck:
            self.struck[number] = struck
        if texts:
            if row.get("hidden") in ("1", "true") or (self.rows_are_hidden and row.get("hidden") is None):
                self.hidden_rows.append(number)
        else:
            del self.rows[number]

    def _cell(self, cell) -> tuple[str, tuple[str, str] | None, bool]:
        """Text, fault (reason and detail) and whether all of it is struck out."""
        kind = cell.get("t") or "n"
        value, has_formula, inline = None, False, None
        for child in cell:
            name = local(child)
            if name == "v":
                value = child.text
            elif name == "f":
                has_formula = True
            elif name == "is":
                inline = text_of(child)
        style = self._style(cell.get("s"))
        if has_formula and inline is None and (value is None or not value.strip()) and kind != "str":
            return "", ("no_stored_value", _NO_VALUE), False
        if inline is None and value is None:
            return "", None, False
        try:
            said = self._said(kind, value or "", inline, style)
        except (ValueError, IndexError, OverflowError):
            detail = f"de cel bevat '{(value or '')[:20]}', geen waarde van soort {kind}; bewaar de werkmap opnieuw"
            return "", ("row_unreadable", detail), False
        text = cell_text(said.text)
        if kind == "e" or (text.startswith(("#", "E", "e")) and error_value(text)):
            return "", ("error_value", error_value(text) or error_value("#N/A").replace("#N/A", text)), False
        if said.struck and text and not style.struck:
            return text, ("struck_out", _STRUCK), False
        return text, None, said.struck or (style.struck and bool(text))

    def _said(self, kind: str, value: str, inline: Text | None, style: Style) -> Text:
        if inline is not None:
            return inline
        if kind == "s":
            number = int(value)
            return self.book.texts[number] if number >= 0 else Text("")
        if kind == "b":
            return Text(_BOOLEAN.get(value.strip(), value))
        if kind == "d":
            return Text(date_text(datetime.fromisoformat(value.strip().removesuffix("Z"))))
        if kind == "n" and value.strip():
            number = float(value)
            if not math.isfinite(number):
                raise ValueError(value)
            exact = int(value) if value.strip().lstrip("-").isdecimal() else number
            return Text(shown(exact, style.number_format, self.book.from_1904))
        return Text(value)

    def _style(self, number: str | None) -> Style:
        place = _number(number, 0)
        return self.book.styles[place] if 0 <= place < len(self.book.styles) else Style()

    def _take_merge(self, reference: str) -> None:
        places = [_REFERENCE.fullmatch(part) for part in reference.split(":")]
        if len(places) == 2 and all(places):
            (left, top), (right, bottom) = ((_column(p[1]), int(p[2])) for p in places)
            if top <= bottom and left <= right:
                self.merges.append(Merge(top, left, bottom, right))


def _column(letters: str) -> int:
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() else otherwise
