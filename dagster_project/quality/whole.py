"""Whether a table in text or a web page is whole: a copy that was broken off ends within a line or without its end.

Belongs here: what the bytes of a file tell. Does not belong here: rows that are gone at the end of a line, which only
another delivery or another table can tell.
"""

import csv
import io
from collections import Counter
from pathlib import Path

from dagster_project.spreadsheets import best_delimiter
from dagster_project.texts import decode

_PAGES = (".html", ".htm", ".xhtml")
_TABLES = (".csv", ".tsv", ".txt")
_SAMPLE = 1 << 16
"""Characters from which the delimiter is told."""


def ends_within_a_line(path: Path) -> bool:
    """Whether the last line has no end and fewer cells than most lines of the table, or a quote left open.

    A last line without an end that has all its cells is whole: many programs write none. A cell may hold breaks of
    lines.
    """
    text = decode(path.read_bytes())
    if not text.strip() or text.endswith(("\n", "\r")):
        return False
    delimiter = best_delimiter(text[:_SAMPLE])
    if delimiter is None:
        return False
    try:
        # The end that is added stands in a cell only where a quote is open.
        rows = [row for row in csv.reader(io.StringIO(f"{text}\n", newline=None), delimiter=delimiter) if row]
    except csv.Error:  # a cell longer than any: the reader of the table tells of it
        return False
    *above, last = rows
    usual = Counter(map(len, above)).most_common(1)
    return last[-1].endswith("\n") or (bool(usual) and len(last) < usual[0][0])


def ends_without_its_end(path: Path) -> bool:
    """Whether a web page that opens its body or its whole never closes either, as one of which the copy broke off.

    Both ends may be left out by the standard, but then by who leaves the beginnings out too.
    """
    if path.suffix.lower() not in _PAGES:
        return False
    text = decode(path.read_bytes()).lower()
    return ("<html" in text or "<body" in text) and "</html" not in text and "</body" not in text


def is_in_another_encoding(path: Path) -> bool:
    """Whether a table in text is not UTF-8: it is read by a guess, which an older or a longer file may get wrong."""
    if path.suffix.lower() not in _TABLES:
        return False
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False
