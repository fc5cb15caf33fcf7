"""HTML: headings, paragraphs, list items and tables, also where a publishing platform writes them all as divs."""

import re
from dataclasses import replace
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from dagster_project.documents.formats import plain
from dagster_project.documents.formats.grid import Span, WrittenRow, add_table
from dagster_project.documents.model import Document, Heading, ListItem, Paragraph, Table
from dagster_project.documents.text import lines_of, text_of_html
from dagster_project.sandbox import Refused, check_markup, too_deep

_NEVER = {"script", "style", "noscript", "template", "nav", "head", "svg", "iframe", "object", "select"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "button", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "ol", "p", "pre", "section", "summary", "table", "ul", "caption",
}  # fmt: skip
_PARTS = {"article", "section", "details", "td", "li"}
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:kop|title|titel|heading|header|naam|name)(\d?)(?:$|[\s_-])", re.IGNORECASE)
_ITEM_CLASS = re.compile(r"(?:^|[\s_-])(?:lijst-?item|list-?item|item)(?:$|[\s_-])", re.IGNORECASE)
_ACCORDION_LEVEL = 7
_FEW_ROWS, _MANY_BLOCKS, _MANY_LINES = 4, 8, 24
"""Rows of a table at most, and blocks or breaks of lines within one of its cells, that make it one that lays out a
page."""
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_CELL_ROLES = {"cell", "gridcell", "columnheader", "rowheader"}
_HIDDEN_MARK = "aria-hidden"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read(path: Path, document: Document) -> None:
    """Fill the document with the blocks of the body, in order; scripts, styles and navigation are not read."""
    content = path.read_bytes()
    check_markup(content, "document", doctype=True)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text_of_html(content))
    # Not the parser of lxml.html, which looks up a class for every element.
    parser = etree.HTMLParser(no_network=True, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Refused("corrupt", "document", f"dit is geen HTML ({error}); bewaar de pagina opnieuw") from error
    if any("depth" in fault.message for fault in parser.error_log):
        raise too_deep("document")
    body = root.find("body")
    _walk(body if body is not None else root, document, 0)


def _is_furniture(element) -> bool:
    """Whether an element is of the site: navigation, a form that holds no page, or a footer that is not of an article
    within it."""
    if element.get("role") in ("navigation", "contentinfo"):
        return True
    if element.tag == "form":  # some platforms put the whole page into one
        return not any(e.tag in _HEADINGS or e.tag == "table" for e in element.iterdescendants())
    return element.tag == "footer" and not any(a.tag in _PARTS for a in element.iterancestors())


def _walk(element, document: Document, depth: int) -> None:
    tree = element.getroottree()
    loose: list[str] = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _NEVER or _is_furniture(child):
            loose.append(child.tail or "")
        elif child.tag not in _BLOCKS and not _holds_block(child):
            loose += [_inner(child), child.tail or ""]
        else:
            _flush(loose, element, tree, document, depth)
            _add(child, document, depth)
            loose[:] = [child.tail or ""]
    _flush(loose, element, tree, document, depth)


def _flush(loose: list[str], element, tree, document: Document, depth: int) -> None:
    """Text that stands between the blocks of an element belongs to the element itself."""
    if flat := _flat("".join(loose)):
        for part in _EMPTY_LINE.split(flat):
            if text := lines_of(part):
                _emit(element, text, f"element={tree.getpath(element)}", document, depth)
    loose.clear()


def _emit(element, text: str, locator: str, document: Document, depth: int) -> None:
    level = _level(element)
    if level and len(text) <= 250:
        document.blocks.append(Heading(text.replace("\n", " "), level, locator))
    elif element.tag == "li" or _ITEM_CLASS.search(element.get("class") or ""):
        document.blocks.append(ListItem(text, locator, max(depth, 1)))
    else:
        document.blocks.append(Paragraph(text, locator))


def _level(element) -> int | None:
    if element.tag in _HEADINGS:
        return int(element.tag[1])
    if element.tag == "summary":
        return _ACCORDION_LEVEL + max(sum(1 for _ in element.iterancestors("details")) - 1, 0)
    if element.tag == "button" or element.get("role") == "heading":
        return _ACCORDION_LEVEL
    named = _TITLE_CLASS.search(element.get("class") or "") if element.tag in ("div", "p", "span") else None
    return int(named.group(1) or _ACCORDION_LEVEL) if named else None


def _add(element, document: Document, depth: int) -> None:
    if element.tag == "table":
        _add_table(element, document, depth)
    elif element.get("role") in ("table", "grid") and (rows := _rows_of_roles(element)):
        add_table(document, rows, f"element={element.getroottree().getpath(element)}")
    elif element.tag in ("ul", "ol"):
        _walk(element, document, depth + 1)
    elif element.tag == "pre" and not _holds_block(element):
        _add_as_typed(element, document)
    else:
        _walk(element, document, depth)


def _add_as_typed(element, document: Document) -> None:
    """Text whose white space the page shows as it was typed is read as plain text is, all of it at one place."""
    place = f"element={element.getroottree().getpath(element)}"
    before = len(document.blocks)
    plain.read_lines(document, list(enumerate("".join(element.itertext()).expandtabs().split("\n"), start=1)))
    for at, block in enumerate(document.blocks[before:], start=before):
        document.blocks[at] = replace(block, locator=place)
        if isinstance(block, Table):
            rows = tuple(replace(row, locator=place) for row in block.rows)
            document.blocks[at] = replace(block, locator=place, rows=rows)


def _add_table(table, document: Document, depth: int) -> None:
    if (table.find(".//table") is not None and not _holds_pairs(table)) or _holds_a_page(table):
        # A table around tables, or around all of a page, only lays it out.
        _walk_cells(table, document, depth)
        return
    place = f"element={table.getroottree().getpath(table)}"
    caption = table.find("caption")
    if caption is not None and (text := lines_of(_flat(_inner(caption)))):
        document.blocks.append(Heading(text.replace("\n", " "), _ACCORDION_LEVEL, place))
    rows = (tr for tr in table.iter("tr") if next(tr.iterancestors("table")) is table)
    add_table(document, map(_row, rows), place)


def _holds_a_page(table) -> bool:
    """Whether a cell of a table of few rows holds as many blocks or lines as a page does: the table lays it out."""
    rows = table.findall(".//tr")
    if len(rows) > _FEW_ROWS:
        return False
    cells = [cell for row in rows for cell in row if cell.tag in ("td", "th")]
    return any(
        sum(child.tag in _BLOCKS for child in cell) >= _MANY_BLOCKS or len(list(cell.iter("br"))) >= _MANY_LINES
        for cell in cells
    )


def _holds_pairs(table) -> bool:
    """Whether a table has a head of its own and the tables in its cells are of two columns, label and value."""
    head = table.find(".//tr")
    if head is None or len(head.findall("th")) < 2 or head.find(".//table") is not None:
        return False
    inner = (row for nested in table.iterdescendants("table") for row in nested.iter("tr"))
    return all(sum(cell.tag in ("td", "th") for cell in row) == 2 for row in inner)


def _rows_of_roles(element) -> list[WrittenRow]:
    """The rows of a table that is written as divs and says so."""
    tree = element.getroottree()
    rows = [e for e in element.iterdescendants() if e.get("role") == "row"]
    cells = [[c for c in row if c.get("role") in _CELL_ROLES] for row in rows]
    return [
        (f"element={tree.getpath(row)}", [Span(lines_of(_flat(_inner(c))), _span(c, "aria-colspan")) for c in found])
        for row, found in zip(rows, cells, strict=True)
        if found
    ]


def _walk_cells(table, document: Document, depth: int) -> None:
    for cell in table.iter("td", "th", "caption"):
        if next(cell.iterancestors("table")) is table:
            _walk(cell, document, depth)


def _row(tr) -> WrittenRow:
    spans = []
    for cell in tr:
        if cell.tag in ("td", "th"):
            spans.append(Span(lines_of(_flat(_inner(cell))), _span(cell, "colspan"), _span(cell, "rowspan")))
    return f"element={tr.getroottree().getpath(tr)}", spans


def _span(cell, name: str) -> int:
    value = cell.get(name, "1").strip()
    return int(value) if value.isdigit() and int(value) > 0 else 1


_BREAK = "\x00"
_EMPTY_LINE = re.compile(r"\n\s*\n")


def _flat(text: str) -> str:
    """White space of the source is layout; only the breaks that the page shows stay."""
    return " ".join(text.split()).replace(_BREAK, "\n")


def _holds_block(element) -> bool:
    return any(d.tag in _BLOCKS for d in element.iterdescendants() if isinstance(d.tag, str))


def _inner(element) -> str:
    if not isinstance(element.tag, str) or element.tag in _NEVER or element.get(_HIDDEN_MARK) == "true":
        return ""
    if element.tag == "br":
        return _BREAK
    if element.tag == "sup":
        # A footnote mark in small digits would otherwise become part of the word before it.
        return "".join(element.itertext()).translate(_RAISED)
    if element.tag == "table":
        return "".join(f"{_BREAK}{_pair(row)}{_BREAK}" for row in element.iter("tr"))
    parts = [element.text or ""]
    several = sum(child.tag == "li" for child in element) > 1
    for child in element:
        mark = f"{_BREAK}• " if several and child.tag == "li" else ""
        parts += [mark, _inner(child).removeprefix(_BREAK) if mark else _inner(child), child.tail or ""]
    edge = _BREAK if element.tag in _BLOCKS else ""
    return edge + "".join(parts) + edge


def _pair(row) -> str:
    label, *values = (_flat(_inner(cell)).strip() for cell in row if cell.tag in ("td", "th"))
    return f"{label.rstrip(' :')}: {' '.join(values)}"
