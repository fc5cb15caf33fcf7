"""The delimiter of a table in text: the heading row decides, for below it lists may hold more of another sign."""

import csv
import io
import re
from collections import Counter
from itertools import pairwise

_DELIMITERS = (";", ",", "\t", "|")
_TABLE_LIKE = 0.6
"""Part of the records that must have the same number of fields: title and note lines may stand around a table, while
the commas of prose fall anywhere."""
_SAID = re.compile(r"\ufeff?\"?sep=(.)\"?[;,\t]*\r?\n", re.IGNORECASE)


def said_delimiter(text: str) -> str | None:
    """The delimiter that the first line names for Excel (`sep=;`); None where it names none."""
    found = _SAID.match(text)
    return found[1] if found else None


def best_delimiter(text: str) -> str | None:
    """The delimiter of a table in text; None for text that is no table.

    It is that of the earliest heading row, if most rows below have as many fields; of more than one the widest. Where
    there is none, that by which most records have the same, largest number of fields.
    """
    if said := said_delimiter(text):
        return said
    records = {d: found for d in _DELIMITERS if d in text and len(found := _records(text, d)) > 1}
    headed = [(head, -width, -share, d) for d, rows in records.items() for head, width, share in _headed(rows)]
    if headed:
        return min(headed)[-1]
    regular = [(width, share, d) for d, rows in records.items() for width, share in [_regular(rows)]]
    fitting = [(width, share, d) for width, share, d in regular if width >= 2 and share >= _TABLE_LIKE]
    return max(fitting)[-1] if fitting else None


def _records(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """The records that hold anything, each with its line."""
    reader, found, line = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [], 1
    try:
        for record in reader:
            if any(record):
                found.append((line, record))
            line = reader.line_num + 1
    except csv.Error:
        pass
    return found


def _headed(records: list[tuple[int, list[str]]]) -> list[tuple[int, int, float]]:
    """Line and fields of the heading row, and the part of the rows from there on that have as many; empty for none.

    It is the first row that is split into as many as the row below it: a title with a comma is not.
    """
    for place, ((line, record), (_, below)) in enumerate(pairwise(records)):
        if sum(bool(cell.strip()) for cell in record) > 1 and len(record) == len(below):
            rest = records[place:]
            share = sum(len(r) == len(record) for _, r in rest) / len(rest)
            return [(line, len(record), share)] if share >= _TABLE_LIKE else []
    return []


def _regular(records: list[tuple[int, list[str]]]) -> tuple[int, float]:
    width, count = max(Counter(len(r) for _, r in records).items(), key=lambda w: (w[1], w[0]))
    return width, count / len(records)
