"""Which blocks of a document a title says something of: that parties stand there, or something else.

Belongs here: titles and the lines right above a table or list. Does not belong here: sections (`records.outline`).
"""

import re
from collections.abc import Sequence

from dagster_project.budgets.choice.labels import field_of
from dagster_project.budgets.labels import PARTY_FIELDS, is_about_something_else, is_no_table_of_parties
from dagster_project.documents import Document, Heading, Paragraph, Table
from dagster_project.documents.model import Block
from dagster_project.documents.text import one_line

_PARTIES = re.compile(
    r"verbonden partij|deelneming|gemeenschappelijke (?:regeling|orga)|samenwerkingsverband|vennootschap|stichtingen"
    r"|verenigingen|participatie|deelne(?:em|men)",
    re.IGNORECASE,
)
"""What a title or a line says that is over parties."""
_TITLE = 90
"""Characters of a line that can be a title."""
NUMBERED = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,2})*[a-z]?[.)]?|[a-z][.)]|[•·▪◦–-])\s+\S")
"""How a text begins that is one of several."""


def something_else(document: Document) -> set[int]:
    """The blocks below a title that says that they are of something else, and tables whose heads say so."""
    found, title = set(), False
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            title = is_about_something_else(one_line(block.text))
        elif isinstance(block, Table):
            heads = _heads(block)
            if title or is_no_table_of_parties(heads) or is_about_something_else(block.title or ""):
                found.add(index)
            title = False  # the table is what the title is of
        elif title:
            found.add(index)
        elif isinstance(_at(document.blocks, index + 1), Table) and is_about_something_else(block.text):
            found.add(index + 1)
    return found


def _heads(table: Table) -> list[str]:
    """The cells that may say what a table is of; below a title of its own also the labels of a card, in its first
    column."""
    below = table.rows[2:] if len(table.rows[0].distinct) == 1 else ()
    labels = [row.cells[0] for row in below if row.cells and field_of(one_line(row.cells[0])) in PARTY_FIELDS]
    return [cell for row in table.rows[:2] for cell in row.distinct] + labels


def introduced(document: Document) -> set[int]:
    """The blocks over which a title, or right above which a line, says that parties stand there."""
    found, line = set(), False
    titles: list[tuple[int, bool]] = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            titles = [title for title in titles if title[0] < block.level]
            if any(says for _, says in titles):
                found.add(index)
            titles.append((block.level, bool(_PARTIES.search(one_line(block.text)))))
            line = False
            continue
        if isinstance(block, Paragraph) and not NUMBERED.match(block.text):
            if len(block.text) < _TITLE or block.text.rstrip().endswith(":"):
                line = bool(_PARTIES.search(one_line(block.text)))
            else:
                line = False
        if line or any(says for _, says in titles):
            found.add(index)
    return found


def _at(blocks: Sequence[Block], index: int) -> Block | None:
    return blocks[index] if index < len(blocks) else None
