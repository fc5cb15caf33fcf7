"""DOCX: headings by style or outline level, list items, paragraphs, and tables with merged cells filled."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from dagster_project.documents.formats.grid import Span, WrittenRow, add_table
from dagster_project.documents.model import Document, Heading, ListItem, Paragraph
from dagster_project.documents.text import lines_of, repair
from dagster_project.sandbox import Refused, open_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|kop|title|titel)\s*(\d?)", re.IGNORECASE)
_LIST = re.compile(r"list|lijst|opsomm", re.IGNORECASE)
_BOLD_LEVEL = 9
"""A whole paragraph in bold is a heading below all real ones."""
_BOLD_LENGTH = 120


def read(path: Path, document: Document) -> None:
    """Fill the document with the blocks of the body, in order."""
    parts = open_parts(path, re.compile(r"word/(document|styles)\.xml"))
    body = _parse(parts.get("word/document.xml", b"")).find(f"{_W}body")
    if body is None:
        raise Refused("corrupt", "document", "het document heeft geen inhoud; bewaar het opnieuw")
    styles = _styles(parts.get("word/styles.xml"))
    _add_all(body, "/body", styles, document)


def _parse(content: bytes):
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise Refused("corrupt", "document", f"een deel is geen XML ({error}); bewaar het document opnieuw") from error


def _styles(content: bytes | None) -> dict[str, tuple[str, int | None]]:
    """Per style id its name and its outline level (from 1), where it says one."""
    styles = {}
    for style in _parse(content).iter(f"{_W}style") if content else ():
        name, level = style.find(f"{_W}name"), style.find(f"{_W}pPr/{_W}outlineLvl")
        text = name.get(f"{_W}val", "") if name is not None else ""
        styles[style.get(f"{_W}styleId", "")] = (
            text,
            int(level.get(f"{_W}val", "0")) + 1 if level is not None else None,
        )
    return styles


def _add_all(parent, where: str, styles: dict, document: Document) -> None:
    counts = {"p": 0, "tbl": 0}
    for element in parent:
        kind = element.tag.removeprefix(_W) if isinstance(element.tag, str) else ""
        if kind == "sdt":
            inner = element.find(f"{_W}sdtContent")
            if inner is not None:
                _add_all(inner, f"{where}/sdt", styles, document)
        elif kind in counts:
            counts[kind] += 1
            place = f"element={where}/{kind}[{counts[kind]}]"
            if kind == "p":
                _add_paragraph(element, place, styles, document)
            else:
                add_table(document, _rows(element, place), place)


def _add_paragraph(element, locator: str, styles: dict, document: Document) -> None:
    text = lines_of(_inner(element))
    if not text:
        return
    style = element.find(f"{_W}pPr/{_W}pStyle")
    identifier = style.get(f"{_W}val", "") if style is not None else ""
    name, level = styles.get(identifier, (identifier, None))
    own = element.find(f"{_W}pPr/{_W}outlineLvl")
    level = int(own.get(f"{_W}val", "0")) + 1 if own is not None else level
    heading = _HEADING.match(name)
    if heading and (level is None or level > 9):
        level = int(heading.group(1) or 1)
    if level is not None and level <= 9:
        document.blocks.append(Heading(text, level, locator))
    elif _LIST.match(name) or element.find(f"{_W}pPr/{_W}numPr") is not None:
        document.blocks.append(ListItem(text, locator))
    elif _is_bold(element) and len(text) <= _BOLD_LENGTH and not text.endswith((":", ".")):
        document.blocks.append(Heading(text, _BOLD_LEVEL, locator))
    else:
        document.blocks.append(Paragraph(text, locator))


def _is_bold(element) -> bool:
    runs = [r for r in element.iter(f"{_W}r") if any((t.text or "").strip() for t in r.iter(f"{_W}t"))]
    bold = [b for r in runs if (b := r.find(f"{_W}rPr/{_W}b")) is not None and b.get(f"{_W}val") not in ("0", "false")]
    return bool(runs) and len(bold) == len(runs)


def _inner(element) -> str:
    parts = []
    for node in element.iter(f"{_W}t", f"{_W}br", f"{_W}cr", f"{_W}tab", f"{_W}noBreakHyphen"):
        kind = node.tag.removeprefix(_W)
        parts.append({"t": node.text or "", "tab": " ", "noBreakHyphen": "-"}.get(kind, "\n"))
    return repair("".join(parts))


def _rows(table, where: str) -> Iterator[WrittenRow]:
    above: dict[int, str] = {}
    for number, row in enumerate(table.findall(f"{_W}tr"), start=1):
        spans, column = [], 0
        for cell in row.findall(f"{_W}tc"):
            width = _value(cell, "gridSpan")
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            text = lines_of("\n".join(_inner(p) for p in cell.findall(f"{_W}p")))
            if merge is not None and merge.get(f"{_W}val") != "restart":
                text = above.get(column, text)
            above[column] = text
            spans.append(Span(text, width))
            column += width
        yield f"{where}/tr[{number}]", spans


def _value(cell, name: str) -> int:
    found = cell.find(f"{_W}tcPr/{_W}{name}")
    value = found.get(f"{_W}val", "1") if found is not None else "1"
    return int(value) if value.isdigit() else 1
