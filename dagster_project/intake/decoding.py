"""Bytes to text, and the delimiter of a table in text. Nothing here knows what a table means."""

import csv
import io
from collections import Counter

_DELIMITERS = (";", ",", "\t", "|")
_TABLE_LIKE = 0.6
"""Part of the records that must have the same number of fields: title and note lines may stand around a table, while
the commas of prose fall anywhere."""


def decode(content: bytes, partial: bool = False) -> str:
    """Text from UTF-8 or UTF-16 with or without mark, else Windows-1252. `partial`: the last character may be cut."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    for cut in range(4 if partial else 1):
        try:
            return content[: len(content) - cut].decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in content)


def unclosed_quote(text: str, delimiter: str) -> int | None:
    """The line on which a quotation mark opens that is never closed: it would swallow all rows below it."""
    reader, start = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1
    try:
        for _ in reader:
            start = reader.line_num + 1
    except csv.Error as error:
        return start if "unexpected end" in str(error) else None
    return None


def best_delimiter(text: str) -> str | None:
    """The delimiter by which most records have the same, largest number of fields; None for text that is no table."""
    best, found = (0, 0.0), None
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        try:
            widths = [len(r) for r in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(r)]
        except csv.Error:
            continue
        if len(widths) < 2:
            continue
        width, count = max(Counter(widths).items(), key=lambda w: (w[1], w[0]))
        share = count / len(widths)
        if width >= 2 and share >= _TABLE_LIKE and (width, share) > best:
            best, found = (width, share), delimiter
    return found
