"""Budget extracts as semicolon-separated text, as a spreadsheet program exports them."""

from dagster_project.simulation.writers.delimited import rows_to_csv
from tools.example.documents.content import Document, worded


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
