"""CSV as this project writes it: UTF-8 when it gets to disk, comma, one header, line feeds."""

import csv
import io
from collections.abc import Iterable
from typing import Any


def csv_text(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """The text of a table; values as `str` gives them, None as nothing.

    A row that holds a carriage return is quoted whole, for a reader would take a bare one for the end of the row.
    """
    out = io.StringIO()
    plain = csv.writer(out, lineterminator="\n")
    quoted = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    plain.writerow(header)
    for row in map(tuple, rows):
        writer = quoted if any(isinstance(v, str) and "\r" in v for v in row) else plain
        writer.writerow(row)
    return out.getvalue()
