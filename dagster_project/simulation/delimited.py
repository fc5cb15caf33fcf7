"""Rows to delimited text, as spreadsheet programs and registers export them."""

import csv
import io
from collections.abc import Iterable, Sequence

DELIVERY_COLUMNS = ("file", "source", "organisation_ids", "snapshots", "received_on", "origin", "licence")
ORIGIN = "Gesimuleerd, verzonnen door lappendeken simulate"


def rows_to_csv(
    rows: Iterable[Sequence], encoding: str = "utf-8", delimiter: str = ";", quote_all: bool = False
) -> bytes:
    """CRLF-terminated text; None becomes an empty cell."""
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n", quoting=quoting).writerows(rows)
    return out.getvalue().encode(encoding)


def deliveries(source: str, listed: Iterable[tuple[str, str, str]]) -> bytes:
    """`deliveries.csv` from rows of file, snapshots (separated by `;`, empty for all) and day of receipt."""
    rows = [[file, source, "", snapshots, received_on, ORIGIN, "CC0-1.0"] for file, snapshots, received_on in listed]
    return rows_to_csv([DELIVERY_COLUMNS, *rows], delimiter=",")
