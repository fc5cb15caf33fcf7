"""A document as a stream of lines, whatever its format, so that blocks of label and value are read one way.

Tables of parties are read by `tables`; here the other ones are lines too: a row of label and value is a labelled line,
and a small table of figures is one labelled line per column.
"""

import re
from dataclasses import dataclass

from dagster_project.budgets.labels import PARTY_FIELDS, Labelled, field_before_value, field_of
from dagster_project.budgets.lines import take_apart
from dagster_project.budgets.names import is_party
from dagster_project.budgets.prose import prose_fields
from dagster_project.budgets.sections import is_category, is_plural
from dagster_project.budgets.sentences import sentences
from dagster_project.budgets.vocabulary import NAME
from dagster_project.documents import Document, Heading, ListItem, Paragraph, Table
from dagster_project.documents.model import Block, page_of
from dagster_project.documents.text import one_line

_ROW_TITLE_LEVEL = 20
"""Below all headings, also those of what unfolds within what unfolds."""

_CARD = 2
"""Rows with a known label that make a table a card of one party."""

_FURNITURE = re.compile(
    r"(?:terug )?naar boven|(?:naar )?(?:de )?(?:vorige|volgende)(?: pagina)?|print(?:en)?|sluiten"
    r"|deel(?:en| deze pagina)?",
    re.IGNORECASE,
)
"""What a platform puts on every page."""


@dataclass(frozen=True)
class Line:
    """A line: its text, the labels that it holds, its level if it is a heading, and whether a block starts with it.

    `opens`: it is the title of a table of labels, so that a party begins with it.
    """

    text: str
    locator: str
    labelled: tuple[Labelled, ...] = ()
    level: int | None = None
    starts: bool = False
    item: bool = False
    block: int = 0
    opens: bool = False


def lines_of_document(document: Document, without: set[int]) -> list[Line]:
    """The lines of all blocks but those whose index is in `without`."""
    lines: list[Line] = []
    for index, block in enumerate(document.blocks):
        if index in without:
            continue
        if isinstance(block, Table):
            before = document.blocks[index - 1] if index else None
            lines += _table_lines(block, index, bool(before and _is_name(before)), _goes_on(block, before))
        elif isinstance(block, Heading):
            text = one_line(block.text)
            lines.append(Line(text, block.locator, _heading_labels(text), block.level, True, False, index))
        else:
            lines += _text_lines(block, index)
    return [line for line in lines if not _FURNITURE.fullmatch(line.text.strip())]


def _text_lines(block: Paragraph | ListItem, index: int) -> list[Line]:
    """A line per line of the source; a paragraph that tells of a party in sentences is a line per field."""
    item = isinstance(block, ListItem)
    texts = block.text.split("\n")
    labelled = [tuple(take_apart(text)) for text in texts]
    # `Rechtsvorm: stichting. Zetel: Assen. Het beheren van ...` is prose, although it begins with a label.
    first = 1 if len(sentences(texts[0])) > 1 else 0
    until = next(
        (i for i in range(first, len(texts)) if labelled[i] and (":" in texts[i] or "?" in texts[i])), len(texts)
    )
    lines = []
    told = prose_fields(one_line("\n".join(texts[:until])))
    for number, one in enumerate(told):
        lines.append(Line(one.value, block.locator, (one,), None, number == 0, item, index))
    for number in range(until if told else 0, len(texts)):
        lines.append(Line(texts[number], block.locator, labelled[number], None, number == 0, item, index))
    return lines


def _heading_labels(text: str) -> tuple[Labelled, ...]:
    """A heading is a label only as a whole or with a colon: "Programma Toekomst" is the name of a party."""
    labelled = tuple(take_apart(text))
    return labelled if labelled and (":" in text or not labelled[0].value) else ()


def _is_name(block: Block) -> bool:
    """Whether a block right above a table can be the name of the party that the table tells of."""
    text = "" if isinstance(block, Table) else one_line(block.text)
    return bool(text) and is_party(text)


def _goes_on(table: Table, before: Block | None) -> bool:
    """Whether a page cut a card within a value: the rest has no label, and no label of the card stands there again."""
    if not isinstance(before, Table) or table.rows[0].cells[0] or page_of(table.locator) is None:
        return False
    again = {r.cells[0] for r in table.rows if r.cells[0]} & {r.cells[0] for r in before.rows}
    return page_of(table.locator) == page_of(before.locator) + 1 and not again


def _table_lines(table: Table, index: int, named: bool, goes_on: bool) -> list[Line]:
    figures = _figures(table)
    if figures:
        return [
            Line(f"{a}: {b}", table.locator, (Labelled(field_of(a) or "", a, b),), None, True, False, index)
            for a, b in figures
        ]
    labelled = sum(len(_cells(r)) >= 2 and field_of(_cells(r)[0]) is not None for r in table.rows)
    has_labels = labelled > 0
    lines = []
    for number, row in enumerate(table.rows):
        cells = _cells(row)
        field = field_before_value(cells[0]) if cells else None
        if field is None and not named and number == 0 and len(cells) == 2 and labelled >= _CARD and is_party(cells[1]):
            field = NAME  # whatever the house calls a party, a card begins with its name
        if len(cells) >= 2 and field:
            value = cells[1] if len(cells) == 2 else "\n".join(cells[1:])
            lines.append(Line(cells[0], row.locator, (Labelled(field, cells[0], value),), None, True, False, index))
        elif len(cells) == 1 and number == 0 and goes_on:
            lines += [Line(text, row.locator, (), None, False, False, index) for text in cells[0].split("\n")]
        elif len(cells) == 1 and (has_labels or table.title):
            text = one_line(cells[0])
            lines.append(
                Line(
                    text,
                    row.locator,
                    tuple(take_apart(text)),
                    _row_level(text) if has_labels else None,
                    True,
                    False,
                    index,
                    opens=has_labels and number == 0,
                )
            )
        else:
            text = " | ".join(one_line(c) for c in cells)
            lines.append(
                Line(text, row.locator, tuple(take_apart(text)) if len(cells) == 1 else (), None, True, False, index)
            )
    return lines


def _row_level(text: str) -> int:
    """A category between the names of a sheet of cards stands above them."""
    return _ROW_TITLE_LEVEL - (is_category(text) and is_plural(text))


def _cells(row) -> list[str]:
    return [c for i, c in enumerate(row.cells) if c and (i == 0 or c != row.cells[i - 1])]


def _figures(table: Table) -> list[tuple[str, str]]:
    """Columns of a small table of fields with one row of values, as (header, value); empty for other tables."""
    if not 2 <= len(table.rows) <= 4:
        return []
    *head, last = table.rows
    columns = [
        (" ".join(dict.fromkeys(r.cells[i] for r in head if i < len(r.cells))), last.cells[i])
        for i in range(len(last.cells))
    ]
    fields = [field_of(a) for a, _ in columns]
    alone = len(columns) >= 2 and all(fields) and not field_of(last.cells[0])
    return columns if alone and set(fields) & PARTY_FIELDS and NAME not in fields else []
