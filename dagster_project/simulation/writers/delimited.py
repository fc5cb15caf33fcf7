"""Rows to delimited text, as spreadsheet programs and registers export them."""

import csv
import io
from collections.abc import Iterable, Sequence


def rows_to_csv(
    rows: Iterable[Sequence], encoding: str = "utf-8", delimiter: str = ";", quote_all: bool = False
) -> bytes:
    """CRLF-terminated text; None becomes an empty cell."""
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n", quoting=quoting).writerows(rows)
    return out.getvalue().encode(encoding)
