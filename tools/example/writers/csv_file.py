"""Budget extracts as semicolon-separated text, as a spreadsheet program exports them."""

import csv
import io

from tools.example.writers.content import Document, worded


def table(document: Document, encoding: str = "utf-8-sig") -> bytes:
    """Title lines, one header, a row per section heading, the parties, a total and notes."""
    width = len(document.headings)
    rows = [[document.title], [f"{document.organisation}, begroting {document.year}", document.unit_line], [""]]
    rows.append(document.headings)
    for heading, parties in document.sections:
        rows.append([heading])
        rows += [worded(document.row(party)) for party in parties]
    rows.append(worded(document.total()))
    rows += [[note] for note in document.notes]
    return rows_to_csv([row + [""] * (width - len(row)) for row in rows], encoding)


def rows_to_csv(rows: list[list[str]], encoding: str = "utf-8", delimiter: str = ";", quote_all: bool = False) -> bytes:
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n", quoting=quoting).writerows(rows)
    return out.getvalue().encode(encoding)
