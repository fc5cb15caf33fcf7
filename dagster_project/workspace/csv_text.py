"""CSV as this project writes it: UTF-8 when it gets to disk, comma, one header, line feeds."""

import csv
import io
from collections.abc import Iterable
from typing import Any


def csv_text(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """The text of a table; values as `str` gives them, None as nothing."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()
