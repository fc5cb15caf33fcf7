"""ODS and ODT: sheets as tables, and the headings, paragraphs, lists and tables of a text."""

import re
from pathlib import Path

from lxml import etree

from dagster_project.documents.archive import open_parts
from dagster_project.documents.formats.grid import Span, lay_out, number_text
from dagster_project.documents.limits import MAX_CELLS
from dagster_project.documents.model import Document, Heading, ListItem, Paragraph, Refused, Row, Table
from dagster_project.documents.text import lines_of, repair

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MAX_REPEAT = 1_000
"""A row or cell repeated more often than this is the empty rest of a sheet."""


def read(path: Path, document: Document, pages: object = None) -> None:
    """Fill the document with a table per sheet, or with the blocks of a text."""
    content = open_parts(path, re.compile(r"content\.xml")).get("content.xml", b"")
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise Refused("corrupt", "document", f"content.xml is no XML ({error}); save the file again") from error
    body = root.find(f"{_OFFICE}body")
    for part in body if body is not None else ():
        if part.tag == f"{_OFFICE}spreadsheet":
            for sheet in part.iter(f"{_TABLE}table"):
                _add_sheet(sheet, document)
        else:
            _add_text(part, document, 0)


def _add_sheet(sheet, document: Document) -> None:
    name = sheet.get(f"{_TABLE}name", "")
    try:
        rows = _rows(sheet, f"sheet={name};row=")
    except OverflowError as error:
        document.refuse(f"sheet={name}", "too_large", str(error))
        return
    if rows:
        document.blocks.append(Table(rows, f"sheet={name}", name))


def _rows(table, prefix: str) -> tuple[Row, ...]:
    written, number, cells = [], 0, 0
    for row in table.iter(f"{_TABLE}table-row"):
        spans = _spans(row)
        repeat = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        for _ in range(repeat if any(s.text for s in spans) and repeat <= _MAX_REPEAT else 1):
            number += 1
            cells += len(spans)
            if cells > MAX_CELLS:
                raise OverflowError(f"more than {MAX_CELLS} cells, which are not read")
            written.append((f"{prefix}{number}", spans))
        number += repeat - 1 if repeat > 1 and not any(s.text for s in spans) else 0
    return tuple(r for r in lay_out(written) if any(r.cells))


def _spans(row) -> list[Span]:
    spans = []
    for cell in row:
        # A covered cell is filled by the one that covers it.
        if cell.tag != f"{_TABLE}table-cell":
            continue
        text = _cell_text(cell)
        columns = int(cell.get(f"{_TABLE}number-columns-spanned", "1"))
        rows = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
        repeat = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        spans += [Span(text, columns, rows)] * (repeat if repeat <= _MAX_REPEAT else 1)
    return spans


def _cell_text(cell) -> str:
    if cell.get(f"{_OFFICE}value-type") in ("float", "currency"):
        try:
            return number_text(float(cell.get(f"{_OFFICE}value", "")))
        except ValueError:
            pass
    return lines_of("\n".join(_inner(p) for p in cell.iter(f"{_TEXT}p")))


def _inner(element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag in (f"{_TEXT}line-break",):
            parts.append("\n")
        elif child.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
            parts.append(" ")
        elif child.tag != f"{_OFFICE}annotation":
            parts.append(_inner(child))
        parts.append(child.tail or "")
    return repair("".join(parts))


def _add_text(parent, document: Document, depth: int) -> None:
    for element in parent:
        if not isinstance(element.tag, str):
            continue
        locator = f"element={_path(element)}"
        text = lines_of(_inner(element)) if element.tag in (f"{_TEXT}h", f"{_TEXT}p") else ""
        if element.tag == f"{_TABLE}table":
            document.blocks.append(Table(_rows(element, f"{locator};row="), locator))
        elif element.tag == f"{_TEXT}list":
            _add_text(element, document, depth + 1)
        elif not text:
            if element.tag not in (f"{_TEXT}h", f"{_TEXT}p"):
                _add_text(element, document, depth)
        elif element.tag == f"{_TEXT}h":
            document.blocks.append(Heading(text, int(element.get(f"{_TEXT}outline-level", "1")), locator))
        elif depth:
            document.blocks.append(ListItem(text, locator, depth))
        else:
            document.blocks.append(Paragraph(text, locator))


def _path(element) -> str:
    return re.sub(r"\{[^}]*\}", "", element.getroottree().getelementpath(element))
