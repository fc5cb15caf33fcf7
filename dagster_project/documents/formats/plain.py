"""Plain text, such as the dump of a PDF: paragraphs between empty lines, form feeds as pages, running lines removed."""

import re
from pathlib import Path

from dagster_project.documents.formats.running import RunningLines
from dagster_project.documents.model import Document, ListItem, Paragraph
from dagster_project.documents.text import check_lines, text_of

_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[•·▪*–-])\s+\S")


def read(path: Path, document: Document, pages: object = None) -> None:
    """Fill the document with paragraphs and list items; a locator names the first line."""
    text = text_of(path)
    check_lines(text)
    numbered = [(i, line) for i, line in enumerate(text.split("\n"), start=1)]
    leaves = _leaves(numbered)
    document.pages = len(leaves)
    running = RunningLines([[line for _, line in leaf if line.strip()] for leaf in leaves])
    for leaf in leaves:
        for group in _groups(_inner(leaf, running)):
            _add(document, group)


def _inner(leaf: list[tuple[int, str]], running: RunningLines) -> list[tuple[int, str]]:
    """A leaf from its first to its last line that is no running one, empty lines within included."""
    filled = [at for at, (_, line) in enumerate(leaf) if line.strip()]
    kept = running.inner([leaf[at][1] for at in filled])
    return leaf[filled[kept[0]] : filled[kept[-1]] + 1] if kept else []


def _leaves(lines: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    leaves: list[list[tuple[int, str]]] = [[]]
    for number, line in lines:
        first, *rest = line.split("\f")
        leaves[-1].append((number, first))
        for part in rest:
            leaves.append([(number, part)])
    return leaves


def _groups(lines: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    groups: list[list[tuple[int, str]]] = [[]]
    for number, line in lines:
        if not line.strip():
            groups.append([])
        elif _ITEM.match(line) and all(_ITEM.match(x) or x.startswith(" ") for _, x in groups[-1]):
            groups.append([(number, line)])
        else:
            groups[-1].append((number, line))
    return [g for g in groups if g]


def _add(document: Document, group: list[tuple[int, str]]) -> None:
    text = "\n".join(" ".join(line.split()) for _, line in group)
    locator = f"line={group[0][0]}"
    item = _ITEM.match(group[0][1]) and all(line.startswith(" ") for _, line in group[1:])
    document.blocks.append(ListItem(text.replace("\n", " "), locator) if item else Paragraph(text, locator))
