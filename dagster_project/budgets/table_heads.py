"""The header of a table of parties: which column is which field, over the rows that the header takes.

Does not belong here: what the rows below it say (`tables`).
"""

import itertools
import re
from dataclasses import dataclass
from functools import cached_property

from dagster_project.budgets import labels
from dagster_project.budgets.amounts import moment_of, unit_of
from dagster_project.budgets.labels import AMOUNTS, PARTY_FIELDS, column_of
from dagster_project.budgets.vocabulary import (
    DEBT,
    EQUITY,
    EXACT,
    FORM,
    KINDS,
    KINDS_OF_YEAR,
    NAME,
    NAME_COLUMNS,
    OTHER,
    RESULT,
    SECTION,
)
from dagster_project.documents import Row
from dagster_project.documents.text import one_line
from dagster_project.texts import placeholder

_FIGURE = re.compile(r"\d|^(?:niet .*|nog .*|zie .*)$")
"""What stands in a cell of amounts, but for moments and placeholders."""

_BEGINNINGS = tuple({words.split()[0] for words in (*EXACT[NAME], *NAME_COLUMNS)})

HEADER_SEARCH = 12
"""Rows at the top of a sheet among which the header is looked for: titles and notes stand above it."""

_LABELS_BELOW = 2
"""Different fields of parties in the first column that make a table one of label and value."""

_LEAST_HEADER = 3
"""Cells of a header that stands between rows."""

_MAX_HEADER = 4
"""Rows that one header may take."""


@dataclass(frozen=True)
class Header:
    """Per column its field and its whole text; `last` is the index of the header's last row."""

    fields: tuple[str | None, ...]
    texts: tuple[str, ...]
    last: int
    unit: float | None = None

    @cached_property
    def moments(self) -> tuple[str | None, ...]:
        """`begin` or `end` of each column of amounts; None for one that is of neither."""
        return tuple(moment_at(self, i) if f in AMOUNTS else None for i, f in enumerate(self.fields))

    @cached_property
    def units(self) -> tuple[float | None, ...]:
        """The unit that each column gives itself."""
        return tuple(map(unit_of, self.texts))


def header_of(rows: tuple[Row, ...]) -> Header | None:
    """The header of a table of parties, or None: a column of names and one more that only parties have."""
    if _is_of_labels(rows):
        return None
    of_names_alone = []
    for first, row in enumerate(rows[:HEADER_SEARCH]):
        named = [column_of(c) if c else None for c in row.cells]
        labelled = {c for c, f in zip(row.cells, named, strict=True) if f is not None}
        if len(labelled) >= 2 and (found := _complete(rows, first)):
            return found
        if NAME in named and sum(map(bool, row.cells)) == 1:
            of_names_alone.append(first)
    # A title above the header may be the name of a column as well: `Verbonden partijen`.
    return next((found for first in of_names_alone if (found := _complete(rows, first))), None)


def _is_of_labels(rows: tuple[Row, ...]) -> bool:
    """Whether the first column holds labels, so that the table is of label and value and its rows are no parties."""
    pairs = [r.distinct for r in rows if len(r.distinct) >= 2 and r.cells[0]]
    if pairs and all(len(p) == 2 for p in pairs) and all(labels.field_before_value(p[0]) for p in pairs):
        # One row of two labels is a header whose rows stand on the next page, unless a title is above it.
        one, other = labels.column_of(pairs[0][0]), labels.column_of(pairs[0][1])
        return len(pairs) > 1 or other is None or (one != NAME and len(rows) > 1)
    named = [column_of(r.cells[0]) for r in rows if len(r.distinct) >= 2 and r.cells[0]]
    return len({f for f in named if f in PARTY_FIELDS}) >= _LABELS_BELOW


def _complete(rows: tuple[Row, ...], first: int) -> Header | None:
    width = max(len(r.cells) for r in rows[first : first + _MAX_HEADER])
    texts = [rows[first].cell(i) for i in range(width)]
    last = first
    for row in rows[first + 1 : first + _MAX_HEADER]:
        below = [row.cell(i) for i in range(width)]
        if not _goes_on(texts, below):
            break
        texts = [
            above if above == under or not under else f"{above}\n{under}"
            for above, under in zip(_carried(texts, below), below, strict=True)
        ]
        last += 1
    fields = [_field_of(t) if t else None for t in texts]
    if labels.is_no_table_of_parties(texts):
        return None
    if NAME not in fields:
        fields = _unnamed(fields)
    elif fields.count(NAME) > 1:
        kept = fields.index(NAME)
        # `Rechtspersoon` beside the names is the form.
        others = [labels.field_of(t) or OTHER for t in texts]
        fields = [f if f != NAME or i == kept else others[i] for i, f in enumerate(fields)]
    if fields.count(FORM) > 1:
        # `Soort` beside `Rechtsvorm` is the category of the party.
        fields = [SECTION if f == FORM and labels.bare(t) in KINDS else f for f, t in zip(fields, texts, strict=True)]
    known = {f for f in fields if f in PARTY_FIELDS}
    if NAME not in fields or not (known or OTHER in fields or bare_is_party(texts[fields.index(NAME)])):
        return None
    if known <= {RESULT} and labels.is_vague(texts[fields.index(NAME)]):
        return None  # reserves, risks and works have a description and a balance as well
    unit = next((u for t in texts if (u := unit_of(t))), None)
    return Header(tuple(fields), tuple(one_line(t) for t in texts), last, unit)


def _field_of(text: str) -> str | None:
    """The field of a header; where its first line stands over several columns, such as `Financiële gegevens`, the
    lines below it say which, or what follows a colon."""
    found = column_of(text)
    below = text.partition("\n")[2] or text.partition(":")[2]
    if found in (None, OTHER) and below and (amount := _field_of(below)) in AMOUNTS:
        return amount
    return found


def _carried(texts: list[str], below: list[str]) -> list[str]:
    """A header of amounts holds for the moments to its right that have none: its cells were merged once."""
    carried = list(texts)
    for i in range(1, len(texts)):
        if not carried[i] and below[i] and not labels.bare(below[i]) and column_of(carried[i - 1]) in AMOUNTS:
            carried[i] = carried[i - 1]
    return carried


def is_foreign_head(rows: tuple[Row, ...], at: int, header: Header) -> bool:
    """Whether a row is the head of a table of something else: a label where the name stands, or, below a title, words
    where the amounts stand."""
    cells = [(f, c) for f, c in zip(header.fields, rows[at].cells, strict=False) if c]
    if len({c for _, c in cells}) < _LEAST_HEADER:
        return False
    if any(f == NAME and _may_be_label(c) and column_of(c) == NAME for f, c in cells):
        return True
    heads = {c for f, c in cells if f in AMOUNTS}
    return len(heads) > 1 and len(rows[at - 1].distinct) == 1 and not any(map(_is_value, heads))


def _may_be_label(text: str) -> bool:
    """Whether a name begins as a label of names does: most begin otherwise, and asking costs."""
    return text.lower().startswith(_BEGINNINGS)


def _is_value(text: str) -> bool:
    word = labels.bare(text)
    return bool(_FIGURE.search(word) or placeholder(word)) if word else moment_of(text) is None


def header_below(rows: tuple[Row, ...], at: int) -> Header | None:
    """A header further down, as where one sheet holds a table per category."""
    cells = [c for c in rows[at].cells if c]
    # All cells but one are labels; most rows show at their second cell that they are none.
    strange = (c for c in cells if column_of(c) is None)
    if len(cells) < _LEAST_HEADER or sum(1 for _ in itertools.islice(strange, 2)) > 1:
        return None
    found = _complete(rows, at)
    return found if found and NAME in found.fields and set(found.fields) & PARTY_FIELDS else None


def bare_is_party(header: str) -> bool:
    """Whether a header alone says that parties stand below it."""
    return "verbonden partij" in labels.bare(header)


def _unnamed(fields: list[str | None]) -> list[str | None]:
    """With three known fields, the first column that has none holds the names."""
    if len({f for f in fields if f in PARTY_FIELDS}) < 3 or None not in fields:
        return fields
    first = fields.index(None)
    return [NAME if i == first else f for i, f in enumerate(fields)]


def _goes_on(texts: list[str], below: list[str]) -> bool:
    """A row belongs to the header where each cell is empty, repeats the header, or is a moment, a unit or a label."""
    filled = [(a, b) for a, b in zip(texts, below, strict=True) if b]
    if not filled or all(a == b for a, b in filled):
        return False
    return all(
        a == b or labels.bare(b) in ("", *KINDS_OF_YEAR) or unit_of(b) or labels.field_of(b) in (*AMOUNTS, OTHER)
        for a, b in filled
    )


def moment_at(header: Header, column: int) -> str | None:
    """The moment of a column: what its header says, else its place among the columns of the same field; None for a
    column that is of neither."""
    same = [i for i, f in enumerate(header.fields) if f == header.fields[column]]
    said = [moment_of(header.texts[i]) for i in same]
    own = same.index(column)
    if len(same) > 2 and said[own] is None and set(said) >= {"begin", "end"}:
        return None  # of a year that is neither
    if header.fields[column] == RESULT and len(same) > 1:
        return "end" if column == _of_the_budget(header, same) else None
    if len(same) == 2 and said[0] == said[1]:
        # Two columns that say the same moment are of two years, the earlier one first.
        order = sorted(range(2), key=lambda i: (labels.year_of(header.texts[same[i]]) or 0, i))
        return ("begin", "end")[order.index(own)]
    return said[own] or "end"


def _of_the_budget(header: Header, columns: list[int]) -> int:
    """Of results of several years the column of the year at whose end the equity is told, else the last one."""
    years = {i: labels.year_of(header.texts[i]) for i in columns}
    ends = [
        labels.year_of(t)
        for f, t in zip(header.fields, header.texts, strict=True)
        if f in (EQUITY, DEBT) and moment_of(t) == "end"
    ]
    told = [i for i in columns if years[i] is not None and years[i] in ends]
    told += [i for i in columns if moment_of(header.texts[i]) == "end"]
    return told[0] if told else columns[-1]
