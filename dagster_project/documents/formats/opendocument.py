"""ODT: the headings, paragraphs, lists and tables of a text."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from dagster_project.documents.formats.grid import Span, WrittenRow, add_table
from dagster_project.documents.model import Document, Heading, ListItem, Paragraph
from dagster_project.documents.text import lines_of, repair
from dagster_project.sandbox import Refused, open_parts

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MAX_REPEAT = 1_000
"""A row or cell repeated more often than this is the empty rest of a sheet."""


def read(path: Path, document: Document) -> None:
    """Fill the document with the blocks of a text."""
    content = open_parts(path, re.compile(r"content\.xml")).get("content.xml", b"")
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise Refused(
            "corrupt", "document", f"content.xml is geen XML ({error}); bewaar het bestand opnieuw"
        ) from error
    body = root.find(f"{_OFFICE}body")
    for part in body if body is not None else ():
        _add_text(part, document, 0)


def _rows(table, prefix: str) -> Iterator[WrittenRow]:
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        spans = _spans(row)
        repeat = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        if spans and repeat <= _MAX_REPEAT:
            yield from ((f"{prefix}{number + i}", spans) for i in range(1, repeat + 1))
        else:
            yield f"{prefix}{number + 1}", spans
        number += repeat


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
    while spans and not spans[-1].text and spans[-1].rows == 1:
        # The rest of a row is repeated to the edge of the sheet.
        spans.pop()
    return spans


def _cell_text(cell) -> str:
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
            add_table(document, _rows(element, f"{locator};row="), locator)
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
