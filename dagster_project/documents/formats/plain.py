"""Plain text, such as the dump of a PDF: paragraphs between empty lines, form feeds as pages, running lines removed."""

import re
from collections import Counter
from pathlib import Path

from dagster_project.documents.formats.plain_tables import tables_in
from dagster_project.documents.formats.running import RunningLines
from dagster_project.documents.model import Document, Heading, ListItem, Paragraph
from dagster_project.documents.text import check_lines, text_of

_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[•·▪*–-])\s+\S")

_LEADER = re.compile(r"\w \.{2,} \S")
"""Dots that lead from a label to its value."""
_BETWEEN_FIGURES = re.compile(r"(?<=[^\s:]) {3,}(?=[-\u2013(€]? ?\d|[-\u2013](?:\s|$))")
"""White space before a figure of a column, which parts no thousands."""
_ALIGNED = re.compile(r"(?P<label>[^\W\d_][^\s:|]*(?: [^\s:|]+){0,4}:?) {3,}(?P<value>[^\s|].*)")
_LEAST_ALIGNED = 3
"""Lines with a label and a value at one place that are no text that happens to have white space in it."""
_LEADERS = 2
"""Lines with these in one item that are not its text broken over lines."""
_RULE = re.compile(r"([-=_~*])\1{2,}")
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>\S.*?)\s*#*\s*$")


def read(path: Path, document: Document) -> None:
    """Fill the document with paragraphs and list items; a locator names the first line."""
    text = text_of(path)
    check_lines(text)
    numbered = [(i, line) for i, line in enumerate(text.split("\n"), start=1)]
    leaves = _leaves(numbered)
    document.pages = len(leaves)
    running = RunningLines([[line for _, line in leaf if line.strip()] for leaf in leaves])
    for leaf in leaves:
        read_lines(document, _inner(leaf, running))


def read_lines(document: Document, lines: list[tuple[int, str]]) -> None:
    """Add the blocks of numbered lines to the document."""
    start = 0
    for taken, table in tables_in(lines):
        _read_text(document, lines[start : taken.start])
        document.blocks.append(table)
        start = taken.stop
    _read_text(document, lines[start:])


def _read_text(document: Document, lines: list[tuple[int, str]]) -> None:
    for group in _groups(_without_rules(lines)):
        _add(document, group)


def _without_rules(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """A line of dashes below a line makes it a heading, as in Markdown, and stands for an empty line elsewhere."""
    kept: list[tuple[int, str]] = []
    for number, line in lines:
        if not _RULE.fullmatch(line.strip()):
            kept.append((number, line))
        elif kept and kept[-1][1].strip() and (len(kept) == 1 or not kept[-2][1].strip()):
            level = 1 if line.strip()[0] == "=" else 2
            kept[-1] = (kept[-1][0], f"{'#' * level} {kept[-1][1].strip()}")
            kept.append((number, ""))
        else:
            kept.append((number, ""))
    return kept


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
        elif _HEADING.match(line):
            groups += [[(number, line)], []]
        elif _ITEM.match(line) and all(_ITEM.match(x) or x.startswith(" ") for _, x in groups[-1]):
            groups.append([(number, line)])
        else:
            groups[-1].append((number, line))
    return [g for g in groups if g]


def _labelled(group: list[tuple[int, str]]) -> list[str]:
    """The lines of a group; where labels stand left of values that all begin at one place, each with a colon behind
    the label, and the rest of a value with its beginning."""
    lines = [line for _, line in group]
    found = [_ALIGNED.match(line) for line in lines]
    starts = Counter(match.start("value") for match in found if match)
    at, count = starts.most_common(1)[0] if starts else (0, 0)
    if count < _LEAST_ALIGNED:
        return lines
    told: list[str] = []
    for line, match in zip(lines, found, strict=True):
        if match and match.start("value") == at:
            told.append(f"{match['label'].rstrip(':')}: {match['value']}")
        elif told and line.strip() and len(line) - len(line.lstrip()) >= at - 1:
            told[-1] += f" {line.strip()}"
        else:
            told.append(line)
    return told


def _add(document: Document, group: list[tuple[int, str]]) -> None:
    text = "\n".join(" ".join(_BETWEEN_FIGURES.sub(" | ", line).split()) for line in _labelled(group))
    locator = f"line={group[0][0]}"
    if heading := _HEADING.match(group[0][1]):
        document.blocks.append(Heading(heading["text"], len(heading["marks"]), locator))
        return
    item = _ITEM.match(group[0][1]) and all(line.startswith(" ") for _, line in group[1:])
    if item and sum(bool(_LEADER.search(line)) for _, line in group) < _LEADERS:
        text = text.replace("\n", " ")
    document.blocks.append(ListItem(text, locator) if item else Paragraph(text, locator))
