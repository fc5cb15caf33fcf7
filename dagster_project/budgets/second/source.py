"""What the model gets: the found pages as lines, each with its place, cut into parts that an answer can cover.

Persons are taken out before anything leaves the machine. Does not belong here: what is asked about it (`asking`).
"""

from pathlib import Path
from typing import Any

from dagster_project.budgets.finding import pages_of_parties
from dagster_project.documents import Heading, Refused, Table, load_parsers, read_document
from dagster_project.documents.text import one_line
from dagster_project.persons import Kind, take_out

Line = tuple[str, str]
"""A locator and the text that stands there."""

PART = 16_000
"""Characters of one question: some pages, whose parties an answer of usual length can hold."""

MOST_PARTS = 60
"""Parts of one document; found pages have a few, and a document without pages of its own should not cost a night."""


def lines_here(path: Path) -> dict[str, Any]:
    """The lines of the found pages of a document, for a child of the pool: `lines`, or `refusal` of what is none."""
    try:
        document = read_document(path, pages_of_parties)
    except Refused as refused:
        return {"lines": [], "refusal": refused.refusal.detail}
    return {"lines": [line for block in document.blocks for line in _lines(block)], "refusal": None}


def warm() -> None:
    """What all children share, made once before they are forked."""
    load_parsers()
    take_out("de heer A. de Vries", {Kind.PERSON})


def _lines(block: Any) -> list[Line]:
    if isinstance(block, Table):
        # A merged cell stands in each place that it covers: once is enough to read.
        rows = [
            (row.locator, " | ".join(dict.fromkeys(one_line(c) for c in row.cells if c.strip()))) for row in block.rows
        ]
    else:
        mark = "# " if isinstance(block, Heading) else ""
        rows = [(block.locator, mark + text) for text in block.text.split("\n")]
    return [(where, said) for where, text in rows if (said := take_out(text, {Kind.PERSON}).strip())]


def parts_of(lines: list[Line]) -> list[list[Line]]:
    """The lines in parts of at most about `PART` characters, cut between lines."""
    parts: list[list[Line]] = [[]]
    size = 0
    for where, text in lines:
        if parts[-1] and size + len(text) > PART:
            parts.append([])
            size = 0
        parts[-1].append((where, text))
        size += len(text) + 1
    return [part for part in parts if part]
