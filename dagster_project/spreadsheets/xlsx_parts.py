"""The parts of a workbook beside its sheets: which sheets there are, shared texts, and what styles say of cells.

Known by local names, so that Strict Open XML and prefixes of any kind are read alike.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from dagster_project.sandbox import Refused, open_parts

_PARTS = re.compile(r"/?xl/(?:workbook\.xml|_rels/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml)", re.IGNORECASE)


@dataclass(frozen=True)
class Text:
    """A text, and whether all or a part of it is struck out; what is struck is not in the text."""

    text: str
    struck: bool = False


@dataclass(frozen=True)
class Style:
    """What a style says of a cell: its number format, and whether it is struck out."""

    number_format: str = "General"
    struck: bool = False


@dataclass
class Workbook:
    """The sheets (name, part, whether hidden), and what their cells refer to."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    from_1904: bool = False


def open_workbook(path: Path) -> Workbook:
    """Read the parts beside the sheets.

    Raises Refused: corrupt, encrypted, active_content, zip_bomb, too_large, external_entity.
    """
    # All parts are looked at by what they declare; only these are unpacked.
    parts = {name.lstrip("/").lower(): content for name, content in open_parts(path, _PARTS).items()}
    book = parsed(parts.get("xl/workbook.xml"), "xl/workbook.xml")
    if book is None:
        raise Refused("corrupt", "document", "de werkmap heeft geen lijst van bladen; bewaar haar opnieuw")
    found = Workbook(from_1904=any(_true(p.get("date1904")) for p in _all(book, "workbookPr")))
    targets = _targets(parsed(parts.get("xl/_rels/workbook.xml.rels"), "xl/_rels/workbook.xml.rels"))
    for sheet in _all(book, "sheet"):
        kind, target = targets.get(_attribute(sheet, "id") or "", ("", ""))
        if kind == "worksheet":
            hidden = (sheet.get("state") or "visible").lower() != "visible"
            found.sheets.append((sheet.get("name") or "", target, hidden))
    shared = parsed(parts.get("xl/sharedstrings.xml"), "xl/sharedStrings.xml")
    found.texts = [text_of(item) for item in (shared if shared is not None else ()) if local(item) == "si"]
    found.styles = _styles(parsed(parts.get("xl/styles.xml"), "xl/styles.xml"))
    return found


def text_of(item) -> Text:
    """The text of a shared or inline string: its runs without what is struck, and without phonetic hints."""
    texts, struck = [], False
    for child in item:
        name = local(child)
        if name == "t":
            texts.append(child.text or "")
        elif name == "r":
            if any(_is_struck(p) for p in child if local(p) == "rPr"):
                struck = True
            else:
                texts += [t.text or "" for t in child if local(t) == "t"]
    return Text("".join(texts), struck)


def local(element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def parsed(content: bytes | None, name: str):
    """A part as a tree, nothing outside it looked up; None where it is not there. Raises Refused: corrupt."""
    if content is None:
        return None
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        detail = f"{name} is geen XML ({error}); bewaar de werkmap opnieuw"
        raise Refused("corrupt", f"part={name}", detail) from None


def _all(element, name: str) -> Iterator:
    return element.iter(f"{{*}}{name}")


def _attribute(element, name: str) -> str | None:
    """An attribute with a namespace, by its local name."""
    return next((v for k, v in element.attrib.items() if k.endswith(f"}}{name}")), None)


def _targets(relations) -> dict[str, tuple[str, str]]:
    """Kind and part of each relation."""
    found = {}
    for relation in relations if relations is not None else ():
        if local(relation) == "Relationship":
            target = posixpath.normpath(posixpath.join("/xl", relation.get("Target") or "")).lstrip("/")
            found[relation.get("Id")] = ((relation.get("Type") or "").rpartition("/")[2], target)
    return found


def _styles(sheet) -> list[Style]:
    if sheet is None:
        return []
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    formats = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    formats |= {f.get("numFmtId"): f.get("formatCode") or "General" for f in _all(sheet, "numFmt")}
    struck = [_is_struck(font) for fonts in _all(sheet, "fonts") for font in fonts if local(font) == "font"]
    styles = []
    for xf in (xf for group in _all(sheet, "cellXfs") for xf in group if local(xf) == "xf"):
        font = int(xf.get("fontId") or 0)
        styles.append(Style(formats.get(xf.get("numFmtId"), "General"), struck[font] if font < len(struck) else False))
    return styles


def _is_struck(properties) -> bool:
    return any(local(p) in ("strike", "dstrike") and _true(p.get("val", "1")) for p in properties)


def _true(text: str | None) -> bool:
    return (text or "").strip().lower() in ("1", "true", "on", "sngstrike", "dblstrike")
