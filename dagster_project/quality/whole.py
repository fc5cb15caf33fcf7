"""Whether a table in text is whole: a copy that was broken off ends within its last line.

Belongs here: what the bytes of a file tell. Does not belong here: rows that are gone at the end of a line, which only
another delivery or another table can tell.
"""

import csv
from collections import Counter
from pathlib import Path

from dagster_project.spreadsheets import best_delimiter
from dagster_project.texts import decode

_SAMPLE = 1 << 16
"""Characters from which the delimiter is told."""


def ends_within_a_line(path: Path) -> bool:
    """Whether the last line has no end and fewer cells than most lines of the table, or a quote left open.

    A last line without an end that has all its cells is whole: many programs write none.
    """
    text = decode(path.read_bytes())
    if not text.strip() or text.endswith(("\n", "\r")):
        return False
    delimiter = best_delimiter(text[:_SAMPLE])
    if delimiter is None:
        return False
    last = text.splitlines()[-1]
    if last.count('"') % 2:
        return True
    try:
        widths = [len(row) for row in csv.reader(text.splitlines(), delimiter=delimiter) if row]
    except csv.Error:  # a cell longer than any: the reader of the table tells of it
        return False
    usual = Counter(widths[:-1]).most_common(1)
    return bool(usual) and widths[-1] < usual[0][0]
